import { expect, it } from 'vitest';
import type { SandboxProviderName } from '../../sandbox/start-sandbox.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { metricsOf, sumOf } from '../support/metrics.js';
import { exampleVariables, operation } from '../support/operations.js';
import { outageSettings, outages, questions, strike } from '../support/outages.js';

const names = Object.keys(questions) as SandboxProviderName[];
let numbers = 0;

async function ask(gateway: TestGateway, name: SandboxProviderName): Promise<boolean> {
  numbers += 1;
  const { errors } = await gateway.query(questions[name].document, questions[name].variables(numbers));
  return errors === undefined;
}

/** Has each provider asked by so many at once, over and over. */
async function askFor(gateway: TestGateway, ms: number, callers = 3): Promise<void> {
  const until = performance.now() + ms;
  const askOn = async (name: SandboxProviderName) => {
    while (performance.now() < until) await ask(gateway, name);
  };
  await Promise.all(names.flatMap((name) => Array.from({ length: callers }, () => askOn(name))));
}

/** How often each provider was asked what is broken. */
function sent(gateway: TestGateway): Record<string, number> {
  const count = (name: SandboxProviderName) =>
    gateway.sandbox.providers[name].requests.filter(({ path }) => path.includes(questions[name].path)).length;
  return Object.fromEntries(names.map((name) => [name, count(name)]));
}

async function startWarm(): Promise<TestGateway> {
  const gateway = await startTestGateway({ sandbox: { orders: 60 }, env: { ...outageSettings } });
  for (const name of names) expect([name, await ask(gateway, name)]).toEqual([name, true]);
  return gateway;
}

it.each(outages.map((outage) => [outage.title, outage] as const))(
  'a provider that %s is asked a few times a second, and by everybody as soon as it is well',
  async (_, outage) => {
    await using gateway = await startWarm();
    for (const name of names) strike(gateway.sandbox, name, outage);
    // The first time-out is half a second away, and a circuit opens half a second after that.
    const isSlow = 'every' in outage.rule;
    const callers = isSlow ? 12 : 3;
    await askFor(gateway, 1800, callers);
    for (const name of names) gateway.sandbox.providers[name].requests.length = 0;
    const startedAt = performance.now();
    await askFor(gateway, 1000, callers);
    const seconds = (performance.now() - startedAt) / 1000;
    // Four tries a second. Of one that answers now and then each answer brings two more.
    const most = Math.ceil(seconds * (isSlow ? 10 : 4)) + 1;
    for (const [name, count] of Object.entries(sent(gateway))) {
      expect([name, count <= most, count]).toEqual([name, true, count]);
    }

    for (const name of names) gateway.sandbox.providers[name].faults.clear();
    for (const name of names) while (!(await ask(gateway, name)));
    const all = names.flatMap((name) => Array.from({ length: 10 }, () => ask(gateway, name)));
    expect(await Promise.all(all)).not.toContain(false);
  },
);

it('one query has everything back that was held back, at once', async () => {
  await using gateway = await startWarm();
  const page = () => gateway.query(operation('Customer360'), exampleVariables['Customer360']);
  const before = await page();
  expect(before.errors).toBeUndefined();
  for (const { faults } of Object.values(gateway.sandbox.providers)) {
    faults.add({ fault: { kind: 'status', status: 503 } });
  }
  const startedAt = performance.now();
  while (performance.now() - startedAt < 1500) await page();
  const held = async () => sumOf(await metricsOf(gateway.url), 'commercegraph_circuit_open');
  expect(await held()).toBeGreaterThan(3);
  for (const { faults } of Object.values(gateway.sandbox.providers)) faults.clear();
  const { data, errors } = await page();
  expect({ data, errors }).toEqual({ data: before.data, errors: undefined });
});

it('the figures tell what is held back, and what came of the tries', async () => {
  await using gateway = await startWarm();
  const figure = async (name: string, labels: Record<string, string> = {}) =>
    sumOf(await metricsOf(gateway.url), name, { provider: 'QAPLA', ...labels });
  expect(await figure('commercegraph_circuit_open')).toBe(0);
  const { faults } = gateway.sandbox.providers.qapla;
  faults.add({ fault: { kind: 'status', status: 500 } });
  while ((await figure('commercegraph_probes_total', { outcome: 'failed' })) === 0) await ask(gateway, 'qapla');
  expect(await figure('commercegraph_circuit_open')).toBe(1);
  while ((await figure('commercegraph_held_back_calls_total', { traffic: 'operation' })) === 0) {
    await Promise.all([ask(gateway, 'qapla'), ask(gateway, 'qapla')]);
  }
  faults.clear();
  faults.add({ fault: { kind: 'html' } });
  while ((await figure('commercegraph_probes_total', { outcome: 'misread' })) === 0) await ask(gateway, 'qapla');
  faults.clear();
  while ((await figure('commercegraph_circuit_open')) > 0) await ask(gateway, 'qapla');
  expect(await figure('commercegraph_probes_total', { outcome: 'answered' })).toBeGreaterThanOrEqual(4);
  expect(await figure('commercegraph_probes_total', { outcome: 'untold' })).toBe(0);
});
