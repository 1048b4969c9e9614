import type { ExecutionResult } from 'graphql';
import { createClient } from 'graphql-ws';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { triedHeader } from './nginx.js';
import { type LoadAnswer, startLoad } from './steady-load.js';
import { startThreeReplicas, type ThreeReplicas, webhookSecret } from './three-replicas.js';

let three: ThreeReplicas;
let orderIds: string[];
beforeAll(async () => {
  three = await startThreeReplicas();
  const { data } = await ask('{ orders(first: 50) { nodes { id provider } } }');
  const { nodes } = (data as { orders: { nodes: { id: string; provider: string }[] } }).orders;
  orderIds = nodes.filter(({ provider }) => provider === 'QUICKBUTIK').map(({ id }) => id);
}, 120_000);
afterAll(() => three[Symbol.asyncDispose](), 60_000);
afterEach(() => three.sandbox.clear());

const create =
  'mutation ($key: String) { createCategory(input: { idempotencyKey: $key, name: "Kablar" }) { category { id name } } }';
const orderChanged = 'subscription { orderChanged { event order { reference } } }';
const requestsASecond = 200;

/** Asks the three as one. */
async function ask(query: string, variables: object = {}): Promise<ExecutionResult & { readonly tried: string }> {
  const response = await fetch(`${three.nginx.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return { ...((await response.json()) as ExecutionResult), tried: response.headers.get(triedHeader) ?? '' };
}

const codes = ({ errors = [] }: ExecutionResult) => errors.map(({ extensions }) => extensions?.['code']);

async function createdCategories(): Promise<number> {
  const answer = await fetch(`${three.sandbox.providers.quickbutik.url}/__applied`);
  return ((await answer.json()) as { createCategory?: number }).createCategory ?? 0;
}

/** Orders, each request another one, so that each is read from the shop. */
const readOrders = () =>
  startLoad(three.nginx.url, {
    rate: requestsASecond,
    query: (index) => `{ order(by: { id: "${orderIds[index % orderIds.length]}" }) { reference status } }`,
  });

const failedOf = (answers: readonly LoadAnswer[]) => answers.filter(({ isGood }) => !isGood);
/** What was seen, each with how often. */
function counted(answers: readonly LoadAnswer[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { method, status, tried, text } of answers) {
    const kind = `${method} ${status} ${tried.join()} ${text.slice(0, 120).replace(/\s+/g, ' ')}`;
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

/** An order arrives at the shop, which calls one of the gateways. */
async function letOrderArrive(at: string): Promise<string> {
  three.sandbox.setWebhookTarget(at, webhookSecret);
  const answer = await fetch(`${three.sandbox.providers.quickbutik.url}/__orders`, { method: 'POST', body: '{}' });
  const { orders } = (await answer.json()) as { orders: { order_id: string }[] };
  await three.sandbox.webhooksSettled();
  return orders[0]?.order_id ?? '';
}

const others = (address: string) => three.replicas.filter((replica) => replica.address !== address);

describe('three gateways behind nginx', () => {
  it('send one write for a hundred requests with one key at once, and give a hundred equal payloads', async () => {
    three.sandbox.providers.quickbutik.faults.add({ fault: { kind: 'latency', ms: 300 }, method: 'POST' });
    const answers = await Promise.all(Array.from({ length: 100 }, () => ask(create, { key: 'sprayed' })));
    expect(answers.flatMap(codes)).toEqual([]);
    expect(new Set(answers.map(({ tried }) => tried)).size).toBe(3);
    expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1);
    expect(await createdCategories()).toBe(1);
  });

  it('tell a subscriber over SSE at one of them of a webhook that came to another', async () => {
    const leaves = new AbortController();
    const stream = await fetch(`${three.nginx.url}/graphql/stream`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ query: orderChanged }),
      signal: leaves.signal,
    });
    let told = '';
    const reading = (async () => {
      for await (const chunk of stream.body ?? []) told += Buffer.from(chunk).toString();
    })().catch(() => {});
    const [other] = others(stream.headers.get(triedHeader) ?? '');
    expect(others(stream.headers.get(triedHeader) ?? '')).toHaveLength(2);
    const reference = await letOrderArrive(other?.url ?? '');
    await expect.poll(() => told, { timeout: 10_000 }).toContain(`"reference":"${reference}"`);
    leaves.abort();
    await reading;
  });

  it('tell a subscriber over WebSocket at one of them of a webhook that came to another', async () => {
    let isServed: (by: string) => void;
    const served = new Promise<string>((resolve) => (isServed = resolve));
    class Watched extends WebSocket {
      constructor(address: string, protocols: string[]) {
        super(address, protocols);
        this.once('upgrade', ({ headers }) => isServed(String(headers[triedHeader])));
      }
    }
    const client = createClient({ url: `${three.nginx.url.replace('http', 'ws')}/graphql`, webSocketImpl: Watched });
    let told = '';
    const end = client.subscribe(
      { query: orderChanged },
      { next: (answer) => (told += JSON.stringify(answer)), error: () => {}, complete: () => {} },
    );
    const [other] = others(await served);
    expect(others(await served)).toHaveLength(2);
    const arrive = () => letOrderArrive(other?.url ?? '');
    // The socket may be open before it listens: each try is another order.
    await expect
      .poll(async () => (await arrive(), told), { timeout: 10_000, interval: 300 })
      .toContain('"reference":"');
    end();
    await client.dispose();
  });

  it('go on reading without Redis, refuse writes with a key and send nothing, and heal when it is back', async () => {
    const before = await createdCategories();
    const load = readOrders();
    await load.during(500);
    await three.redis.stop();
    const refused = await Promise.all(
      Array.from({ length: 9 }, (_, index) => ask(create, { key: `without-${index}` })),
    );
    expect(refused.map(codes)).toEqual(refused.map(() => ['LEDGER_UNAVAILABLE']));
    expect(new Set(refused.map(({ tried }) => tried)).size).toBe(3);
    await load.during(1000);
    expect(await createdCategories()).toBe(before);
    await three.redis.start();
    for (const { address } of three.replicas) {
      const healed = async () => {
        const answer = await ask(create, { key: `healed-${address}` });
        return answer.tried === address ? codes(answer) : null;
      };
      await expect.poll(healed, { timeout: 10_000 }).toEqual([]);
    }
    expect(await createdCategories()).toBe(before + 3);
    expect(counted(failedOf(await load.end()))).toEqual({});
  });

  it('lose at most what a killed one had under way, and none that may be asked twice', async () => {
    const [killed] = three.replicas;
    if (killed === undefined) throw new Error('no replica');
    three.sandbox.providers.quickbutik.faults.add({ fault: { kind: 'latency', ms: 40 } });
    const load = readOrders();
    await load.during(1500);
    const underWay = load.underWay();
    await killed.kill();
    const goneAt = performance.now();
    await load.during(2500);
    await killed.start();
    await load.during(1000);
    const answers = await load.end();
    const failed = failedOf(answers);
    expect(failed.filter(({ startedAt }) => startedAt > goneAt)).toEqual([]);
    const isLost = ({ method, status, tried }: LoadAnswer) =>
      method === 'POST' && status === 502 && tried.join() === killed.address;
    expect(counted(failed.filter((answer) => !isLost(answer)))).toEqual({});
    expect(failed.length).toBeLessThanOrEqual(underWay);
    expect(answers.length).toBeGreaterThan(100);
  }, 90_000);

  it('lose nothing when they are started anew one after the other', async () => {
    three.sandbox.providers.quickbutik.faults.add({ fault: { kind: 'latency', ms: 40 } });
    const load = readOrders();
    await load.during(500);
    for (const replica of three.replicas) {
      expect(await replica.stop()).toBe(0);
      await replica.start();
    }
    await load.during(500);
    const answers = await load.end();
    expect(counted(failedOf(answers))).toEqual({});
    expect(answers.length).toBeGreaterThan(100);
    expect(new Set(answers.map(({ tried }) => tried.at(-1))).size).toBe(3);
  }, 90_000);
});
