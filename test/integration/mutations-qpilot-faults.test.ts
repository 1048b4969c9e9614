import { describe, expect, it } from 'vitest';
import type { Fault } from '../../sandbox/kernel/faults.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { operation } from '../support/operations.js';
import { appliedAt, exampleInput } from './qpilot-mutations.js';

interface Write {
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** What makes another input of it. */
  readonly change: Readonly<Record<string, unknown>>;
  /** The counter of the provider. */
  readonly counter: string;
  /** What the provider has after the write, as its answer to a read. */
  readonly path: string;
  /** Whether reading back can settle a lost answer. */
  readonly isFound: boolean;
}

const writes: readonly Write[] = [
  {
    name: 'CreateCustomer',
    input: { ...exampleInput('CreateCustomer'), externalId: '077' },
    change: { firstName: 'Bo' },
    counter: 'createCustomer',
    path: '/Customers',
    isFound: true,
  },
  {
    name: 'AddPaymentMethod',
    input: exampleInput('AddPaymentMethod'),
    change: { isDefault: true },
    counter: 'createPaymentMethod',
    path: '/PaymentMethods',
    isFound: false,
  },
  {
    name: 'CreateSubscriptionProduct',
    input: { idempotencyKey: 'p', externalId: '078', title: 'Soap', price: '9.75', length: '4', stock: 5 },
    change: { price: '9.76' },
    counter: 'createProduct',
    path: '/Products',
    isFound: true,
  },
  {
    name: 'CreateScheduledOrder',
    input: exampleInput('CreateScheduledOrder'),
    change: { note: 'Ring twice.' },
    counter: 'createScheduledOrder',
    path: '/ScheduledOrders',
    isFound: true,
  },
  {
    name: 'UpdateScheduledOrder',
    input: { idempotencyKey: 'u', id: '880001', frequency: { unit: 'WEEKS', value: 3 } },
    change: { frequency: { unit: 'WEEKS', value: 4 } },
    counter: 'setFrequency',
    path: '/Frequency',
    isFound: true,
  },
];

/** What a fault does to a write, and whether the write was applied. */
const faults: readonly (readonly [fault: Fault, isApplied: boolean])[] = [
  [{ kind: 'reset' }, false],
  [{ kind: 'hang' }, false],
  [{ kind: 'html' }, false],
  [{ kind: 'status', status: 500 }, false],
  [{ kind: 'reset-after' }, true],
  [{ kind: 'error-after', status: 500 }, true],
  [{ kind: 'truncate' }, true],
  [{ kind: 'drift' }, true],
];

const start = () =>
  startTestGateway({ sandbox: { orders: 40 }, env: { QPILOT_TIMEOUT_MS: '400', REQUEST_TIMEOUT_MS: '4000' } });
const appliedOf = async (gateway: TestGateway, counter: string): Promise<number> =>
  (await appliedAt(gateway))[counter] ?? 0;
const codesOf = (answer: Awaited<ReturnType<TestGateway['query']>>) =>
  answer.errors?.map(({ extensions }) => extensions['code']) ?? [];

describe.each(writes)('$name', ({ name, input, change, counter, path, isFound }) => {
  const run = (gateway: TestGateway, given = input) => gateway.query(operation(name), { input: given });

  it.each(faults)('meets %j and is applied once at the most', async (fault, isApplied) => {
    await using gateway = await start();
    gateway.sandbox.providers.qpilot.faults.add({ fault, pathIncludes: path, times: 1 });
    const first = await run(gateway);
    const isDone = isApplied && isFound;
    expect(codesOf(first)).toEqual(isDone ? [] : ['PROVIDER_OUTCOME_UNKNOWN']);
    const again = await run(gateway);
    expect(codesOf(again)).toEqual(isDone ? [] : ['PROVIDER_OUTCOME_UNKNOWN']);
    expect(again.data).toEqual(first.data);
    expect(await appliedOf(gateway, counter)).toBe(isApplied ? 1 : 0);
  });

  it('is applied once by twenty calls with one key, and refuses the key for another input', async () => {
    await using gateway = await start();
    const answers = await Promise.all(Array.from({ length: 20 }, () => run(gateway)));
    expect(answers.map(codesOf)).toEqual(answers.map(() => []));
    expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1);
    expect(codesOf(await run(gateway, { ...input, ...change }))).toEqual(['IDEMPOTENCY_CONFLICT']);
    expect(await appliedOf(gateway, counter)).toBe(1);
  });

  it.each([401, 403, 429])('was not done after status %i, and the key is free again', async (status) => {
    await using gateway = await start();
    const { faults: switched } = gateway.sandbox.providers.qpilot;
    switched.add({ fault: { kind: 'status', status, retryAfter: '0' }, pathIncludes: path, times: 2 });
    expect(codesOf(await run(gateway))).toEqual([status === 429 ? 'PROVIDER_RATE_LIMITED' : 'PROVIDER_AUTH']);
    switched.clear();
    expect(codesOf(await run(gateway))).toEqual([]);
    expect(await appliedOf(gateway, counter)).toBe(1);
  });

  it('was not done when the connection is refused', async () => {
    await using gateway = await startTestGateway({
      sandbox: { orders: 40 },
      env: { QPILOT_BASE_URL: 'http://127.0.0.1:9' },
    });
    expect(codesOf(await run(gateway))).toEqual(['PROVIDER_UNAVAILABLE']);
    expect(codesOf(await run(gateway))).toEqual(['PROVIDER_UNAVAILABLE']);
  });

  it('is never repeated without a key', async () => {
    await using gateway = await start();
    gateway.sandbox.providers.qpilot.faults.add({ fault: { kind: 'reset-after' }, pathIncludes: path, times: 1 });
    const { idempotencyKey: _, ...unkeyed } = input;
    await run(gateway, unkeyed);
    expect(await appliedOf(gateway, counter)).toBe(1);
  });
});

it('keeps the tokens of cards out of log, errors and answers', async () => {
  await using gateway = await start();
  const secret = { gatewayCustomerId: 'cus_very_secret', gatewayPaymentId: 'pm_very_secret' };
  const card = { ...exampleInput('AddPaymentMethod'), ...secret };
  const told: unknown[] = [];
  for (const [index, [fault]] of faults.entries()) {
    gateway.sandbox.providers.qpilot.faults.add({ fault, pathIncludes: '/PaymentMethods', times: 1 });
    told.push(await gateway.query(operation('AddPaymentMethod'), { input: { ...card, idempotencyKey: `k${index}` } }));
  }
  expect([...gateway.logLines, JSON.stringify(told)].join('\n')).not.toContain('very_secret');
});
