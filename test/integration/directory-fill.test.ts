import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/start-sandbox.js';
import { loadConfig } from '../../src/config/load-config.js';
import { Providers } from '../../src/datasources/providers.js';
import { fillTiming } from '../../src/directory/fill/fill-timing.js';
import { RunningDirectory } from '../../src/directory/running-directory.js';
import { StoredDirectory } from '../../src/directory/stored-directory.js';
import type { ChangeEvent } from '../../src/events/change-events.js';
import { createLog } from '../../src/observability/log.js';
import { startGatewayProcess } from '../support/gateway-process.js';
import { MemoryOrderedStore } from '../support/memory-ordered-store.js';
import { shopOrders } from '../support/shop-truth.js';

const patient = { timeout: 30_000, interval: 20 };
const all = { emailHash: null, place: null, limit: 100_000 };

let sandbox: Sandbox;
let dataDir: string;
const cleanUp: (() => Promise<unknown>)[] = [];
beforeEach(async () => {
  sandbox = await startSandbox({ seed: 1, orders: 200 });
  dataDir = mkdtempSync(join(tmpdir(), 'commercegraph-test-'));
});
afterEach(async () => {
  for (const end of cleanUp.splice(0).reverse()) await end();
  await sandbox.close();
  rmSync(dataDir, { recursive: true, force: true });
});

/** The directory over the sandbox, with the changes it tells. */
function startDirectory({ intervalMs = 3_600_000, store = new MemoryOrderedStore() } = {}) {
  const log = createLog('silent');
  const { providers: configs } = loadConfig({ DATA_DIR: dataDir, QAPLA_RATE_PER_SECOND: '0', ...sandbox.env });
  const providers = new Providers(configs, { log, cache: { maxBytes: 0, keepsRecords: false } });
  const directory = new StoredDirectory({ store, secret: Buffer.from('invented-id-secret-1') });
  const told: { event: ChangeEvent; at: number }[] = [];
  const running = new RunningDirectory({
    directory,
    feedsOf: (scope) => providers.feedsFor(scope),
    events: {
      publish: (event) => void told.push({ event, at: Date.now() }),
      subscribe: () => () => {},
      publishStale: () => undefined,
      whenStale: () => undefined,
      close: async () => {},
    },
    log,
    timing: fillTiming(intervalMs),
  });
  running.start();
  cleanUp.push(async () => {
    await running.stop();
    await providers.close();
  });
  const isFilled = async () => {
    const states = await directory.fillStates();
    expect(states.map(({ provider, kind }) => `${provider} ${kind}`).sort()).toEqual([
      'QAPLA ORDER',
      'QAPLA PARCEL',
      'QARD CUSTOMER',
      'QPILOT CUSTOMER',
      'QPILOT SUBSCRIPTION',
      'QUICKBUTIK ORDER',
    ]);
    expect(states.filter(({ filledAt }) => filledAt === null)).toEqual([]);
  };
  return { running, directory, told, filled: () => vi.waitFor(isFilled, patient) };
}

/** Something happens at the shop, past the gateway. */
async function changeAtShop(reference: string | undefined, status: string): Promise<void> {
  const { url } = sandbox.providers.quickbutik;
  const response = await fetch(`${url}/__orders/${reference}/status`, {
    method: 'POST',
    body: JSON.stringify({ status }),
  });
  expect(response.status).toBe(200);
}

/** How often the shop was asked for each order. */
function timesAsked(): Map<string, number> {
  const times = new Map<string, number>();
  for (const { query } of sandbox.providers.quickbutik.requests) {
    const id = new URLSearchParams(query).get('order_id');
    if (id !== null) times.set(id, (times.get(id) ?? 0) + 1);
  }
  return times;
}

describe('the fill', () => {
  it('knows all that the providers have, asks for each order once, and tells of nothing', async () => {
    const { directory, told, filled } = startDirectory();
    await filled();
    const asked = timesAsked();
    const orders = await directory.orders({ ...all, providers: ['QUICKBUTIK'] });
    const truth = await shopOrders(sandbox);
    expect(orders.map(({ reference }) => reference).sort()).toEqual(truth.map(({ reference }) => reference).sort());
    expect(orders.every(({ isDetailed }) => isDetailed)).toBe(true);
    expect([...asked.values()].filter((times) => times > 1)).toEqual([]);
    expect((await directory.fillStates()).filter(({ isComplete }) => !isComplete)).toEqual([]);
    expect(told).toEqual([]);
  });

  it('killed in the middle goes on in the next process, and asks again for little', async () => {
    const env = {
      DATA_DIR: dataDir,
      DIRECTORY: '1',
      QAPLA_RATE_PER_SECOND: '0',
      QUICKBUTIK_MAX_CONCURRENCY: '2',
      SCAN_LIMIT: '10',
      ...sandbox.env,
    };
    const first = await startGatewayProcess(env);
    cleanUp.push(() => first.kill());
    await vi.waitFor(() => expect(timesAsked().size).toBeGreaterThan(60), patient);
    await first.kill();
    expect(timesAsked().size).toBeLessThan(200);
    const second = await startGatewayProcess(env);
    cleanUp.push(() => second.kill());
    // Whose orders they are is known by their details alone. Asked about somebody who has none: others' would be read at each look, and
    // be counted with what is read again.
    const coverage = '{ orders(first: 1, filter: { customerEmail: "nobody@example.com" }) { coverage { complete } } }';
    await vi.waitFor(async () => {
      const { data } = await second.query(coverage);
      const orders = data?.['orders'] as { coverage: { complete: boolean }[] } | undefined;
      expect(orders?.coverage.every(({ complete }) => complete)).toBe(true);
    }, patient);
    const truth = await shopOrders(sandbox);
    const times = [...timesAsked()].filter(([id]) => truth.some(({ reference }) => reference === id));
    // Orders that were read and not yet taken in; the truth itself was asked for once more.
    expect(times.filter(([, count]) => count > 2).length).toBeLessThanOrEqual(20);
    const seen: string[] = [];
    for (let after: unknown = null; after !== undefined; ) {
      const { data } = await second.query(
        'query ($after: String) { orders(first: 100, after: $after, filter: { provider: QUICKBUTIK }) { nodes { reference } pageInfo { hasNextPage endCursor } } }',
        { after },
      );
      const page = data?.['orders'] as {
        nodes: { reference: string }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
      seen.push(...page.nodes.map(({ reference }) => reference));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : undefined;
    }
    expect(seen.sort()).toEqual(truth.map(({ reference }) => reference).sort());
  }, 90_000);
});

describe('a change', () => {
  it('that a webhook told of is an event in less than half a second, also while the fill goes on', async () => {
    sandbox.providers.quickbutik.faults.add({ fault: { kind: 'latency', ms: 20 } });
    const { running, directory, told } = startDirectory();
    await vi.waitFor(() => expect(timesAsked().size).toBeGreaterThan(20), patient);
    const orders = await directory.orders({ ...all, providers: ['QUICKBUTIK'] });
    const paid = orders.filter(({ status }) => status === 'PAID').slice(-5);
    expect(paid).toHaveLength(5);
    const delays: number[] = [];
    for (const { externalId } of paid) {
      const notedAt = Date.now();
      await changeAtShop(externalId, 'cancelled');
      await running.note([{ provider: 'QUICKBUTIK', kind: 'ORDER', externalId }], `webhook ${externalId}`);
      const event = await vi.waitUntil(() => told.find(({ event }) => event.externalId === externalId), patient);
      delays.push(event.at - notedAt);
    }
    expect((await directory.fillStates()).find(({ provider }) => provider === 'QUICKBUTIK')?.filledAt).toBeNull();
    expect(delays.sort((one, other) => one - other)[2]).toBeLessThan(500);
  });

  it('that no webhook told of is found by the next pass and told once', async () => {
    const { told, filled, directory } = startDirectory({ intervalMs: 300 });
    await filled();
    const [newest] = await directory.orders({ ...all, limit: 1, providers: ['QUICKBUTIK'] });
    await changeAtShop(newest?.externalId, 'cancelled');
    await vi.waitUntil(() => told.length > 0, patient);
    const before = sandbox.providers.quickbutik.requests.length;
    await vi.waitUntil(() => sandbox.providers.quickbutik.requests.length > before + 3, patient);
    expect(told.map(({ event }) => [event.provider, event.change, event.externalId])).toEqual([
      ['QUICKBUTIK', 'UPDATED', newest?.externalId],
    ]);
  });

  it('is told once by two processes over one store', async () => {
    const store = new MemoryOrderedStore();
    const one = startDirectory({ intervalMs: 300, store });
    await one.filled();
    const other = startDirectory({ intervalMs: 300, store });
    const [newest] = await one.directory.orders({ ...all, limit: 1, providers: ['QUICKBUTIK'] });
    const externalId = newest?.externalId ?? '';
    await changeAtShop(externalId, 'cancelled');
    await other.running.note([{ provider: 'QUICKBUTIK', kind: 'ORDER', externalId }], 'webhook');
    await vi.waitUntil(() => one.told.length + other.told.length > 0, patient);
    const before = sandbox.providers.quickbutik.requests.length;
    await vi.waitUntil(() => sandbox.providers.quickbutik.requests.length > before + 3, patient);
    expect([...one.told, ...other.told].map(({ event }) => event.externalId)).toEqual([externalId]);
  });
});
