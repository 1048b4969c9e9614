import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { RecordsUnavailableError } from '../../src/records/records-store.js';
import { RedisRecords } from '../../src/records/redis-records.js';
import { putTracking, trackingByNumber, trackingsOf } from '../../src/records/written-tracking.js';
import type { RedisConnection } from '../../src/redis/connect.js';
import { at, startTestGateway } from '../support/gateway.js';
import { connect, countCommands } from './connection.js';
import { type RedisServer, startRedisServer } from './redis-server.js';

let redis: RedisServer;
let connection: RedisConnection;
beforeAll(async () => {
  redis = await startRedisServer();
  connection = await connect(redis.url);
});
afterEach(() => connection.client.flushall());
afterAll(async () => {
  await connection.close();
  await redis[Symbol.asyncDispose]();
});

const tracking = { reference: '11', trackingNumber: 'NAJ 10192938', company: 'Postnord', at: '2026-05-01T10:00:00Z' };

describe('records in Redis', () => {
  it('are seen by every gateway, by reference and by number', async () => {
    await putTracking(new RedisRecords(connection), tracking);
    const other = await connect(redis.url);
    const records = new RedisRecords(other);
    expect(await trackingsOf(records, ['11'])).toEqual([tracking]);
    expect(await trackingByNumber(records, 'naj-10192938')).toEqual(tracking);
    await other.close();
  });

  it('are asked for all orders of a page at once', async () => {
    await using gateway = await startTestGateway({ sandbox: { orders: 60 }, env: { REDIS_URL: redis.url } });
    const list = '{ orders(first: 50, filter: { provider: QUICKBUTIK }) { nodes { shipments { trackingNumber } } } }';
    const reads = async () =>
      (await countCommands(connection, ['hget', 'hmget'])).reduce((sum, count) => sum + count, 0);
    const rowsOf = async () => at(await gateway.query(list), 'orders.nodes') as object[];
    // The first operation of a process also asks where its records are.
    await rowsOf();
    const before = await reads();
    expect((await rowsOf()).length).toBeGreaterThan(20);
    expect((await reads()) - before).toBe(1);
  });

  it('are listed by key, all of a kind or those whose key begins with a text', async () => {
    const records = new RedisRecords(connection);
    for (const key of ['b', 'a 2', 'a 1', 'aå', 'a', 'ä'])
      await records.put('tracking', key, { ...tracking, reference: key });
    await records.put('trackingByNumber', 'a 3', tracking);
    const keys = async (start?: string) => (await records.list('tracking', start)).map(({ reference }) => reference);
    expect(await keys()).toEqual(['a', 'a 1', 'a 2', 'aå', 'b', 'ä']);
    expect(await keys('a ')).toEqual(['a 1', 'a 2']);
    expect(await keys('a')).toEqual(['a', 'a 1', 'a 2', 'aå']);
    expect(await keys('x')).toEqual([]);
  });

  it('never expire', async () => {
    await new RedisRecords(connection).put('tracking', 'a', tracking);
    const keys = await connection.client.keys('*');
    expect(keys.length).toBeGreaterThan(0);
    for (const key of keys) expect(await connection.client.pttl(key)).toBe(-1);
  });

  it('forget one that is removed, and say so to one of those who remove it', async () => {
    const records = new RedisRecords(connection);
    await records.put('tracking', 'a', tracking);
    const removals = await Promise.all(Array.from({ length: 5 }, () => records.remove('tracking', 'a')));
    expect(removals.filter(Boolean)).toHaveLength(1);
    expect(await records.get('tracking', ['a'])).toEqual([null]);
    expect(await records.list('tracking')).toEqual([]);
  });

  it('cannot be used while Redis is away, and say so', async () => {
    await using away = await startRedisServer();
    const lost = await connect(away.url);
    const records = new RedisRecords(lost);
    await away.stop();
    await expect(records.list('tracking')).rejects.toThrow(RecordsUnavailableError);
    await expect(records.put('tracking', 'a', tracking)).rejects.toThrow(RecordsUnavailableError);
    await lost.close();
  });
});
