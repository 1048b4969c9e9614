import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/load-config.js';
import { Secret } from '../../src/config/secret.js';
import { createLog } from '../../src/observability/log.js';
import { openStores } from '../../src/open-stores.js';
import { RedisConnection } from '../../src/redis/connect.js';
import { connect } from './connection.js';
import { type RedisServer, startRedisServer } from './redis-server.js';

let redis: RedisServer;
beforeAll(async () => {
  redis = await startRedisServer();
});
afterAll(() => redis[Symbol.asyncDispose]());

function openLog() {
  const lines: string[] = [];
  return { lines, log: createLog('debug', { write: (line) => lines.push(line) }) };
}

const mayForget = 'Redis may forget writes';

describe('the connection to Redis', () => {
  it('warns once of a Redis that is set up to forget', async () => {
    const { lines, log } = openLog();
    const connection = await connect(redis.url, log);
    await expect.poll(() => lines.filter((line) => line.includes(mayForget))).toHaveLength(1);
    await connection.close();
    const admin = await connect(redis.url);
    await admin.client.config('SET', 'appendonly', 'yes');
    const good = openLog();
    const other = await connect(redis.url, good.log);
    await other.client.ping();
    await other.client.config('GET', 'appendonly');
    expect(good.lines.join('')).not.toContain(mayForget);
    await admin.client.config('SET', 'maxmemory-policy', 'allkeys-lru');
    const evicting = openLog();
    const third = await connect(redis.url, evicting.log);
    await expect.poll(() => evicting.lines.join('')).toContain(mayForget);
    for (const each of [admin, other, third]) await each.close();
  });

  it('takes a Redis that tells nothing of its settings at its word', async () => {
    const admin = await connect(redis.url);
    await admin.client.acl(
      'SETUSER',
      'hosted',
      'on',
      '>redis_test_password',
      '~*',
      '&*',
      '+@all',
      '-config',
      '-@admin',
    );
    const { lines, log } = openLog();
    const connection = await connect(redis.url.replace('//', '//hosted:redis_test_password@'), log);
    expect(await connection.client.set('k', 'v')).toBe('OK');
    await expect.poll(() => lines.join('')).toContain('does not tell its settings');
    expect(lines.join('')).not.toContain(mayForget);
    for (const each of [admin, connection]) await each.close();
  });

  it('tells of an outage once at its beginning and once at its end, and fails at once in between', async () => {
    await using away = await startRedisServer();
    const { lines, log } = openLog();
    const connection = await connect(away.url, log);
    await away.stop();
    await expect.poll(() => connection.client.status).not.toBe('ready');
    const startedAt = Date.now();
    for (let index = 0; index < 100; index += 1) await expect(connection.client.get('k')).rejects.toThrow();
    expect(Date.now() - startedAt).toBeLessThan(500);
    await expect.poll(() => lines.join(''), { timeout: 5000 }).toContain('Redis cannot be used');
    await away.start();
    await connection.waitUntilReady(5000);
    expect(await connection.client.get('k')).toBeNull();
    expect(lines.filter((line) => line.includes('cannot be used'))).toHaveLength(1);
    expect(lines.filter((line) => line.includes('can be used again'))).toHaveLength(1);
    await connection.close();
  });

  it('never says where it goes and with which password, even when that is refused', async () => {
    const { lines, log } = openLog();
    const url = redis.url.replace('//', '//somebody:redis_test_wrong@');
    const connection = new RedisConnection({ url: new Secret(url), scope: 'test', log });
    await connection.waitUntilReady(500);
    await expect(connection.client.get('k')).rejects.toThrow();
    await expect.poll(() => lines.join('')).toContain('WRONGPASS');
    for (const word of ['redis_test_wrong', 'somebody', new URL(redis.url).port])
      expect(lines.join('')).not.toContain(word);
    await connection.close();
  });
});

describe('the stores of a sandbox', () => {
  it('leave nothing in Redis when they close', async () => {
    await using own = await startRedisServer();
    const stores = await openStores(loadConfig({ REDIS_URL: own.url }), createLog('silent'));
    const tracking = { reference: '11', trackingNumber: 'A', company: null, at: '2026-05-01T10:00:00Z' };
    await stores.records.put('tracking', 'a', tracking);
    await stores.ledger.claim('k', { state: 'UNSETTLED', fingerprint: 'f', claimedAt: Date.now() });
    const admin = await connect(own.url);
    expect((await admin.client.keys('*')).length).toBeGreaterThan(1);
    await stores.ledger.close();
    await stores.events.close();
    await stores.close();
    expect(await admin.client.keys('*')).toEqual([]);
    await admin.close();
  });
});
