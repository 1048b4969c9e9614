import { afterAll, beforeAll, expect, it } from 'vitest';
import { CallerRate } from '../../src/limits/caller-rate.js';
import { connect } from './connection.js';
import { type RedisServer, startRedisServer } from './redis-server.js';

let redis: RedisServer;
beforeAll(async () => {
  redis = await startRedisServer();
});
afterAll(() => redis[Symbol.asyncDispose]());

it('the rate of a caller is one for all machines, and that of each machine while Redis is away or silent', async () => {
  const connections = [await connect(redis.url), await connect(redis.url)] as const;
  const [one, other] = connections.map((connection) => new CallerRate({ pointsPerMinute: 10, redis: connection }));
  if (one === undefined || other === undefined) throw new Error('no machines');
  expect(await one.use('a', 6)).toBeNull();
  expect(await other.use('a', 5)).toBeGreaterThan(0);
  expect(await other.use('a', 4)).toBeNull();
  expect(await one.use('a', 1)).toBeGreaterThan(0);

  redis.pause();
  const startedAt = performance.now();
  expect(await one.use('a', 10)).toBeNull();
  expect(await one.use('a', 1)).toBeGreaterThan(0);
  expect(performance.now() - startedAt).toBeLessThan(1500);
  redis.goOn();

  await redis.stop();
  await expect
    .poll(() => connections.map(({ client }) => client.status === 'ready'), { timeout: 10_000 })
    .toEqual([false, false]);
  expect(await other.use('b', 10)).toBeNull();
  expect(await other.use('b', 1)).toBeGreaterThan(0);
  for (const connection of connections) await connection.close();
});
