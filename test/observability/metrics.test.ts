import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Registry } from 'prom-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OperationMetrics } from '../../src/observability/metrics/operation-metrics.js';
import { showState } from '../../src/observability/metrics/state-metrics.js';
import { packageRoot } from '../../src/package-root.js';
import { knownOperationNames } from '../../src/server/known-operations.js';
import { asAnn, asMerchant, startShop, withKey } from '../access/support/shop.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { metricsOf, type Sample, samplesIn, sumOf } from '../support/metrics.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());

const now = () => metricsOf(gateway.url);
const order = (name: string) => `query ${name} { order(by: { reference: "20929" }) { reference } }`;

/** The series that the gateway shows of itself, without their values. */
const ownSeries = (samples: readonly Sample[]) =>
  samples
    .filter(({ name }) => name.startsWith('commercegraph_'))
    .map(({ name, labels }) => JSON.stringify([name, labels]));

describe('GET /metrics', () => {
  it('counts an operation by its name, its outcome and its duration', async () => {
    await gateway.query('query Customer360 { providers { name } }');
    const samples = await now();
    expect(sumOf(samples, 'commercegraph_operations_total', { operation: 'Customer360', outcome: 'ok' })).toBe(1);
    expect(sumOf(samples, 'commercegraph_operation_duration_seconds_count', { operation: 'Customer360' })).toBe(1);
    const all = { operation: 'Customer360', le: '+Inf' };
    expect(sumOf(samples, 'commercegraph_operation_duration_seconds_bucket', all)).toBe(1);
  });

  it('does not grow under different operation names, and shows none of them', async () => {
    await gateway.query('query First { __typename }');
    const before = await now();
    const names = Array.from({ length: 300 }, (_, index) => `Name${index}`);
    await Promise.all(names.map((name) => gateway.query(`query ${name} { __typename }`)));
    const after = await now();
    expect(ownSeries(after)).toEqual(ownSeries(before));
    const counted = (samples: readonly Sample[]) =>
      sumOf(samples, 'commercegraph_operations_total', { operation: 'other', outcome: 'ok' });
    expect(counted(after) - counted(before)).toBe(300);
  });

  it('stays as it is under ten thousand names', async () => {
    const registry = new Registry();
    const operations = new OperationMetrics(registry, ['Known']);
    operations.count('Known', { outcome: 'ok', durationMs: 1 });
    const before = ownSeries(samplesIn(await registry.metrics()));
    for (let index = 0; index < 10_000; index += 1) operations.count(`Name${index}`, { outcome: 'ok', durationMs: 1 });
    const after = samplesIn(await registry.metrics());
    expect(ownSeries(after)).toEqual(before);
    expect(sumOf(after, 'commercegraph_operations_total', { operation: 'other' })).toBe(10_000);
    expect(sumOf(after, 'commercegraph_operation_duration_seconds_sum', { operation: 'other' })).toBeCloseTo(10, 6);
  });

  it('counts what a provider is asked, and how it answers', async () => {
    const before = await now();
    gateway.sandbox.clear();
    await gateway.query(order('Counted'));
    gateway.sandbox.providers.quickbutik.faults.add({ fault: { kind: 'status', status: 500 } });
    const { errors } = await gateway.query(order('Failing').replace('20929', '20930'));
    gateway.sandbox.providers.quickbutik.faults.clear();
    expect(errors).toHaveLength(1);
    const after = await now();
    const more = (name: string, labels: Record<string, string>) =>
      sumOf(after, name, labels) - sumOf(before, name, labels);
    const provider = 'QUICKBUTIK';
    const sent = gateway.calls()['quickbutik'] ?? 0;
    expect(sent).toBeGreaterThan(1);
    expect(more('commercegraph_upstream_calls_total', { provider, traffic: 'operation' })).toBe(sent);
    expect(more('commercegraph_upstream_call_duration_seconds_count', { provider })).toBe(sent);
    const failed = { provider, outcome: 'PROVIDER_UNAVAILABLE' };
    expect(more('commercegraph_upstream_calls_total', failed)).toBeGreaterThan(0);
    expect(more('commercegraph_errors_total', { provider, code: 'PROVIDER_UNAVAILABLE' })).toBe(1);
    expect(more('commercegraph_operations_total', { outcome: 'failed' })).toBe(1);
    expect(sumOf(after, 'commercegraph_provider_status', { provider })).toBe(1);
  });

  it('counts reads that shared the answer of another', async () => {
    const before = await now();
    const page = '{ orders(first: 3) { nodes { reference } } }';
    // Different documents: equal ones are executed once and read once.
    await Promise.all(['A', 'B', 'C'].map((name) => gateway.query(`query ${name} ${page}`)));
    const spared = (samples: typeof before) => sumOf(samples, 'commercegraph_upstream_reads_spared_total');
    expect(spared(await now())).toBeGreaterThan(spared(before));
  });

  it('counts writes by what is known of them', async () => {
    const document = (name: string) =>
      `mutation { createCategory(input: { idempotencyKey: "counted", name: "${name}" }) { category { name } } }`;
    await gateway.query(document('Kablar'));
    await gateway.query(document('Another'));
    const samples = await now();
    const provider = 'QUICKBUTIK';
    expect(sumOf(samples, 'commercegraph_writes_total', { provider, outcome: 'done' })).toBe(1);
    expect(sumOf(samples, 'commercegraph_writes_total', { provider, outcome: 'conflict' })).toBe(1);
  });

  it('tells an outcome that nobody knows from one that failed', async () => {
    gateway.sandbox.providers.quickbutik.faults.add({ fault: { kind: 'status', status: 500 } });
    await gateway.query(
      'mutation { createCategory(input: { idempotencyKey: "lost", name: "Lost" }) { category { name } } }',
    );
    gateway.sandbox.providers.quickbutik.faults.clear();
    expect(sumOf(await now(), 'commercegraph_writes_total', { outcome: 'unknown' })).toBe(1);
  });

  it('names the operations of `operations/` and of trusted documents, and no others', () => {
    const text = 'query Trusted { __typename } mutation AlsoTrusted { __typename }';
    const names = knownOperationNames({ byId: new Map(), texts: new Set([text, '{ not a document']) });
    expect([...names]).toEqual(expect.arrayContaining(['Customer360', 'Trusted', 'AlsoTrusted']));
    const operations = new OperationMetrics(new Registry(), names);
    const shown = ['Trusted', 'Customer360', 'chris_example', null].map((name) => operations.shownName(name));
    expect(shown).toEqual(['Trusted', 'Customer360', 'other', 'other']);
  });

  it('shows how far behind the directory is, and leaves that out when its store does not answer', async () => {
    const registry = new Registry();
    let isThere = true;
    const updatedAt = new Date(Date.now() - 90_000).toISOString() as never;
    const state = {
      provider: 'QAPLA',
      kind: 'ORDER',
      isComplete: true,
      since: null,
      updatedAt,
      filledAt: null,
    } as const;
    showState(registry, {
      mode: 'LIVE',
      stateOf: () => ({ isConfigured: false, status: 'UNKNOWN', held: [] }),
      writesUnderWay: () => 0,
      directory: { fillStates: async () => (isThere ? [state] : Promise.reject(new Error('away'))) },
    });
    const first = samplesIn(await registry.metrics());
    expect(sumOf(first, 'commercegraph_directory_lag_seconds', { provider: 'QAPLA', kind: 'ORDER' })).toBeCloseTo(
      90,
      -1,
    );
    expect(sumOf(first, 'commercegraph_directory_complete')).toBe(1);
    expect(sumOf(first, 'commercegraph_directory_readable')).toBe(1);
    isThere = false;
    const second = samplesIn(await registry.metrics());
    expect(second.filter(({ name }) => name === 'commercegraph_directory_lag_seconds')).toEqual([]);
    expect(sumOf(second, 'commercegraph_directory_readable')).toBe(0);
  });

  it('counts every code of docs/errors.md by its own name', async () => {
    const registry = new Registry();
    const operations = new OperationMetrics(registry, []);
    const page = readFileSync(join(packageRoot, 'docs/errors.md'), 'utf8');
    const codes = [...new Set([...page.matchAll(/^\| `([A-Z_]+)`/gm)].map(([, code = '']) => code))];
    expect(codes.length).toBeGreaterThan(20);
    for (const code of codes)
      operations.countError({
        code,
        provider: code.startsWith('PROVIDER_') || code === 'DEADLINE_EXCEEDED' ? 'QARD' : undefined,
      });
    operations.countError({ code: 'chris@example.com', provider: undefined });
    const counted = samplesIn(await registry.metrics()).filter(
      ({ name, value }) => name === 'commercegraph_errors_total' && value > 0,
    );
    expect(counted.map(({ labels }) => labels['code']).toSorted()).toEqual([...codes, 'other'].toSorted());
  });
});

describe('GET /metrics of a gateway that asks who calls', () => {
  it("is the merchant's alone", async () => {
    await using shop = await startShop({ env: { PUBLIC_CATALOG: '1' } });
    const statusOf = async (headers: Record<string, string>) =>
      (await fetch(`${shop.url}/metrics`, { headers })).status;
    expect(await statusOf({})).toBe(401);
    expect(await statusOf({ accept: 'text/html' })).toBe(401);
    expect(await statusOf({ 'x-api-key': 'api_test_key_of_nobody' })).toBe(401);
    expect(await statusOf(await asAnn())).toBe(403);
    expect(await statusOf(withKey)).toBe(200);
    expect(await statusOf(await asMerchant())).toBe(200);
  });
});
