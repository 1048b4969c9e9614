import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SandboxProviderName } from '../../sandbox/start-sandbox.js';
import { packageRoot } from '../../src/package-root.js';
import { countCalls } from '../support/call-names.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

const page = readFileSync(join(packageRoot, 'docs/caching.md'), 'utf8');
const rows = [
  ...page.matchAll(/^\| `(\w+ GET \S+)` \| (records|set-up) \| (\d+) s \| (never|\d+ s) \| [^|]+ \|$/gm),
].map(([, call = '', kind, kept, stale = '']) => ({
  call,
  isRecord: kind === 'records',
  freshMs: Number(kept) * 1000,
  staleMs: stale === 'never' ? null : Number.parseInt(stale, 10) * 1000,
}));

/** A query that makes each call. */
const queries: Readonly<Record<string, string>> = {
  'quickbutik GET /v1/orders?order_id': '{ order(by: { reference: "115" }) { status } }',
  'quickbutik GET /v1/orders': '{ orders(first: 1, filter: { provider: QUICKBUTIK }) { nodes { reference } } }',
  'quickbutik GET /v1/products': '{ products(first: 1) { nodes { title } } }',
  'quickbutik GET /v1/products?sku': '{ product(by: { sku: "rco-atl-993" }) { title } }',
  'quickbutik GET /v1/categories': '{ categories { name } }',
  'quickbutik GET /v1/shippingmethods': '{ shippingMethods { title } }',
  'quickbutik GET /v1/paymentmethods': '{ shopPaymentMethods { id } }',
  'qapla GET /{}/getTrack?trackingNumber&lang': '{ shipment(by: { trackingNumber: "2878202252347" }) { status } }',
  'qapla GET /{}/getTracks?dateFrom': '{ shipments(since: "2026-09-15T00:00:00Z", first: 1) { nodes { status } } }',
  'qapla GET /{}/getOrders?dateFrom': '{ orders(first: 1, filter: { provider: QAPLA }) { nodes { reference } } }',
  'qapla GET /{}/getCouriers': '{ couriers { code } }',
  'qapla GET /{}/getCredits': '{ providers { credits { remaining } } }',
  'qpilot GET /Sites/{}/Customers/{}': '{ customer(by: { externalId: "29920" }) { name } }',
  'qpilot GET /Sites/{}/ScheduledOrders/{}': '{ scheduledOrder(by: { id: "880001" }) { status } }',
  'qpilot GET /Sites/{}/Products?page&pageSize': '{ products(first: 100) { nodes { title } } }',
  'qard GET /api/v6/{}/{}/commerce-orders?page&per_page': '{ commerceData { orders(first: 1) { nodes { id } } } }',
  'qard GET /api/v6/{}/{}/data-connections': '{ commerceData { links { id } } }',
  'qard GET /api/v6/{}/{}/sync/latest': '{ commerceData { latestSyncs { status } } }',
};

let keeping: TestGateway;
let usual: TestGateway;
beforeAll(async () => {
  // Every query is executed for itself: what is kept are the calls.
  keeping = await startTestGateway({ env: { CACHE_RECORDS: '1', GRAPHQL_JIT: '0' } });
  usual = await startTestGateway();
});
afterAll(async () => {
  await keeping[Symbol.asyncDispose]();
  await usual[Symbol.asyncDispose]();
});
// Every test begins later than anything that an earlier one had kept.
let nowMs = Date.now();
beforeEach(() => {
  nowMs += 1_000_000_000;
  vi.useFakeTimers({ toFake: ['Date'], now: nowMs });
});
afterEach(() => vi.useRealTimers());

/** How often a query makes a call, some time after it was asked first. */
async function callsAfter(gateway: TestGateway, call: string, waitedMs: number): Promise<number> {
  vi.setSystemTime(nowMs + waitedMs);
  gateway.sandbox.clear();
  expect((await gateway.query(queries[call] ?? '')).errors).toBeUndefined();
  return countCalls(gateway.sandbox).get(call) ?? 0;
}

describe('docs/caching.md', () => {
  it('has a query to try each of its calls by', () => {
    expect(rows.map(({ call }) => call).sort()).toEqual(Object.keys(queries).sort());
  });

  it.each(rows)('says how long $call is kept', async ({ call, freshMs }) => {
    expect(await callsAfter(keeping, call, 0)).toBeGreaterThan(0);
    expect(await callsAfter(keeping, call, freshMs - 1)).toBe(0);
    expect(await callsAfter(keeping, call, freshMs)).toBeGreaterThan(0);
  });

  it.each(rows)('says whether $call is kept by default', async ({ call, isRecord }) => {
    expect(await callsAfter(usual, call, 0)).toBeGreaterThan(0);
    expect((await callsAfter(usual, call, 0)) > 0).toBe(isRecord);
  });

  it.each(rows)(
    'says how long $call stands in for an answer that cannot be had',
    async ({ call, freshMs, staleMs }) => {
      expect(await callsAfter(keeping, call, 0)).toBeGreaterThan(0);
      const provider = call.split(' ')[0] as SandboxProviderName;
      keeping.sandbox.providers[provider].faults.add({ fault: { kind: 'status', status: 503 } });
      const failed = async (waitedMs: number) => {
        vi.setSystemTime(nowMs + waitedMs);
        return (await keeping.query(queries[call] ?? '')).errors !== undefined;
      };
      expect(await failed((staleMs ?? freshMs + 1) - 1)).toBe(staleMs === null);
      if (staleMs !== null) expect(await failed(staleMs)).toBe(true);
      keeping.sandbox.clear();
    },
  );
});
