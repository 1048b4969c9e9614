import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { at, startTestGateway } from '../support/gateway.js';
import { appliedOf, codesOf } from '../support/writing.js';
import { type RedisServer, startRedisServer } from './redis-server.js';

let redis: RedisServer;
beforeEach(async () => {
  redis = await startRedisServer();
});
afterEach(() => redis[Symbol.asyncDispose]());

const create =
  'mutation ($key: String) { createCategory(input: { idempotencyKey: $key, name: "Kablar" }) { category { name } } }';
const read = '{ products(first: 1) { nodes { title } } }';

const start = (env: Readonly<Record<string, string>> = {}) =>
  startTestGateway({ sandbox: { orders: 20 }, env: { REDIS_URL: redis.url, ...env } });
type Gateway = Awaited<ReturnType<typeof start>>;

const createdBy = async (gateway: Gateway) => (await appliedOf(gateway, 'quickbutik'))['createCategory'] ?? 0;
const isUsable = (gateway: Gateway, key: string) => async () => codesOf(await gateway.query(create, { key }));

describe('a gateway whose Redis is away', () => {
  it('refuses writes with a key and sends nothing, goes on reading, and heals by itself', async () => {
    await using gateway = await start();
    expect(codesOf(await gateway.query(create, { key: 'before' }))).toEqual([]);
    await redis.stop();
    gateway.sandbox.clear();
    const startedAt = Date.now();
    for (const key of ['before', 'during', 'during'])
      expect(codesOf(await gateway.query(create, { key }))).toEqual(['LEDGER_UNAVAILABLE']);
    expect(Date.now() - startedAt).toBeLessThan(2000);
    expect(gateway.calls()).toEqual({});
    expect(at(await gateway.query(read), 'products.nodes')).toHaveLength(1);
    expect(await createdBy(gateway)).toBe(1);
    await redis.start();
    await expect.poll(isUsable(gateway, 'during'), { timeout: 8000 }).toEqual([]);
    await gateway.query(create, { key: 'during' });
    expect(await createdBy(gateway)).toBe(2);
  });

  it('says in an answer that it was made without the directory, as long as that is so', async () => {
    await using gateway = await start({ DIRECTORY: '1' });
    const list = '{ orders(first: 3) { nodes { id } coverage { provider complete } } }';
    const marksOf = async () => (await gateway.query(list)).extensions?.['degraded'];
    expect(await marksOf()).toBeUndefined();
    await redis.stop();
    const answer = await gateway.query(list);
    expect(at(answer, 'orders.nodes')).toHaveLength(3);
    expect(answer.extensions?.['degraded']).toEqual(['DIRECTORY']);
    await redis.start();
    await expect.poll(marksOf, { timeout: 8000 }).toBeUndefined();
  });

  it('still sends a write without a key, once', async () => {
    await using gateway = await start();
    await redis.stop();
    expect(codesOf(await gateway.query(create, { key: null }))).toEqual([]);
    expect(await createdBy(gateway)).toBe(1);
  });

  it('starts all the same when it was away from the beginning, and finds it later', async () => {
    await redis.stop();
    await using gateway = await start();
    expect(at(await gateway.query(read), 'products.nodes')).toHaveLength(1);
    expect(codesOf(await gateway.query(create, { key: 'k' }))).toEqual(['LEDGER_UNAVAILABLE']);
    await redis.start();
    await expect.poll(isUsable(gateway, 'k'), { timeout: 8000 }).toEqual([]);
    expect(await createdBy(gateway)).toBe(1);
  });

  it('keeps what it says of it free of the address', async () => {
    await using gateway = await start();
    await redis.stop();
    await gateway.query(create, { key: 'k' });
    const told = gateway.logLines.join('');
    expect(told).toContain('the ledger cannot be used');
    expect(told).not.toContain(new URL(redis.url).port);
  });
});
