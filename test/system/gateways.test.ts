import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/start-sandbox.js';
import { at, sandboxNow, startTestGateway } from '../support/gateway.js';
import { startGatewayProcess } from '../support/gateway-process.js';
import { exampleVariables, operation } from '../support/operations.js';
import { codesOf, exampleInput } from '../support/writing.js';
import { type RedisServer, startRedisServer } from './redis-server.js';

let redis: RedisServer;
let sandbox: Sandbox;
beforeAll(async () => {
  redis = await startRedisServer();
});
afterAll(() => redis[Symbol.asyncDispose]());
beforeEach(async () => {
  sandbox = await startSandbox({ orders: 20, now: sandboxNow });
});
afterEach(() => sandbox.close());

const create =
  'mutation ($key: String) { createCategory(input: { idempotencyKey: $key, name: "Kablar" }) { category { id name } } }';

/** One more gateway: its own data folder, the same providers, the same Redis. */
const start = (env: Readonly<Record<string, string>> = {}) =>
  startTestGateway({ over: sandbox, env: { REDIS_URL: redis.url, INFLUENCERSOFT_RATE_PER_SECOND: '0', ...env } });

async function applied(provider: 'quickbutik' | 'qpilot', counter: string): Promise<number> {
  const answer = await fetch(`${sandbox.providers[provider].url}/__applied`);
  return ((await answer.json()) as Record<string, number>)[counter] ?? 0;
}

const posts = () => sandbox.providers.quickbutik.requests.filter(({ method }) => method === 'POST');

describe('two gateways with one Redis', () => {
  it('send one write for fifty requests with one key, and give fifty equal payloads', async () => {
    await using one = await start();
    await using other = await start();
    sandbox.providers.quickbutik.faults.add({ fault: { kind: 'latency', ms: 300 }, method: 'POST' });
    const asked = Array.from({ length: 50 }, (_, index) => (index % 2 === 0 ? one : other).query(create, { key: 'k' }));
    const answers = await Promise.all(asked);
    expect(answers.map(codesOf)).toEqual(answers.map(() => []));
    expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1);
    expect(await applied('quickbutik', 'createCategory')).toBe(1);
    expect(codesOf(await one.query(create.replace('Kablar', 'Other'), { key: 'k' }))).toEqual(['IDEMPOTENCY_CONFLICT']);
  });

  it('both show an invoice that was placed at one of them', async () => {
    await using one = await start();
    await using other = await start();
    await one.query(operation('CreateInvoice'), exampleVariables['CreateInvoice']);
    const read = '{ order(by: { reference: "i-1" }) { provider lines { productExternalId } } }';
    const answer = await other.query(read.replace(' lines { productExternalId }', ' reference'));
    expect(at(answer, 'order')).toEqual({ provider: 'INFLUENCERSOFT', reference: 'i-1' });
  });

  it('both tell their subscribers of what one of them wrote', async () => {
    await using one = await start();
    await using other = await start();
    const leaves = new AbortController();
    const query = 'subscription { orderChanged { event order { provider reference } } }';
    const stream = await fetch(`${other.url}/graphql/stream`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ query }),
      signal: leaves.signal,
    });
    let told = '';
    const reading = (async () => {
      for await (const chunk of stream.body ?? []) told += Buffer.from(chunk).toString();
    })().catch(() => {});
    let count = 0;
    // The stream may be open before it listens: each try is another invoice.
    const place = () => {
      count += 1;
      return one.query(operation('CreateInvoice'), {
        input: exampleInput('CreateInvoice', { idempotencyKey: `told-${count}` }),
      });
    };
    await expect
      .poll(async () => (await place(), told), { interval: 200 })
      .toContain('"provider":"INFLUENCERSOFT","reference":"told-');
    leaves.abort();
    await reading;
  });

  it('keep the outcomes of other accounts apart', async () => {
    await using one = await start({ QUICKBUTIK_ACCOUNT: 'production' });
    await using other = await start({ QUICKBUTIK_ACCOUNT: 'staging' });
    await one.query(create, { key: 'apart' });
    await other.query(create, { key: 'apart' });
    expect(await applied('quickbutik', 'createCategory')).toBe(2);
  });
});

describe('a gateway killed in the middle of a write', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'commercegraph-system-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));
  const startAnother = () => startGatewayProcess({ ...sandbox.env, REDIS_URL: redis.url, DATA_DIR: dataDir });

  it('leaves a write that nobody sends again', async () => {
    sandbox.providers.quickbutik.faults.add({ fault: { kind: 'latency', ms: 60_000 }, method: 'POST' });
    await using first = await startAnother();
    await using other = await start();
    const lost = first.query(create, { key: 'killed' }).catch(() => 'connection lost');
    await expect.poll(() => posts().length, { timeout: 10_000 }).toBe(1);
    const waiting = other.query(create, { key: 'killed' });
    await first.kill();
    expect(await lost).toBe('connection lost');
    sandbox.providers.quickbutik.faults.clear();
    expect(codesOf(await waiting)).toEqual(['PROVIDER_OUTCOME_UNKNOWN']);
    expect(codesOf(await other.query(create, { key: 'killed' }))).toEqual(['PROVIDER_OUTCOME_UNKNOWN']);
    expect(posts()).toHaveLength(1);
  });

  it('leaves a write that the next one finds where the provider shows it', async () => {
    sandbox.providers.qpilot.faults.add({
      fault: { kind: 'latency', ms: 60_000 },
      method: 'POST',
      pathIncludes: 'Products',
    });
    const document = operation('CreateSubscriptionProduct');
    const variables = { input: { idempotencyKey: 'found', externalId: 'p-1', title: 'Tea', price: '10.00' } };
    await using first = await startAnother();
    const lost = first.query(document, variables).catch(() => 'connection lost');
    const sent = () =>
      sandbox.providers.qpilot.requests.filter(({ path, method }) => method === 'POST' && path.includes('Products'));
    await expect.poll(() => sent().length, { timeout: 10_000 }).toBe(1);
    await first.kill();
    await lost;
    sandbox.providers.qpilot.faults.clear();
    // What was sent arrives in the end: the provider carries it out.
    const { path, body, headers } = sent()[0] ?? { path: '', body: '', headers: {} };
    const { origin } = new URL(sandbox.providers.qpilot.url);
    const { authorization = '' } = headers as { authorization?: string };
    await fetch(`${origin}${path}`, {
      method: 'POST',
      body,
      headers: { authorization, 'content-type': 'application/json' },
    });
    await using other = await start();
    const answer = await other.query(document, variables);
    expect(codesOf(answer)).toEqual([]);
    expect(at(answer, 'createSubscriptionProduct.userErrors')).toEqual([]);
    expect(await applied('qpilot', 'createProduct')).toBe(1);
  });
});
