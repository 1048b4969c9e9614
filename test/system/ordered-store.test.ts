import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RedisOrderedStore } from '../../src/directory/redis-ordered-store.js';
import { describeOrderedStore } from '../support/ordered-store-contract.js';
import { connect, countCommands } from './connection.js';
import { type RedisServer, startRedisServer } from './redis-server.js';

let redis: RedisServer;
beforeAll(async () => {
  redis = await startRedisServer();
});
afterAll(() => redis[Symbol.asyncDispose]());

let count = 0;

describeOrderedStore('the ordered store in Redis', async () => {
  count += 1;
  const connections = [await connect(redis.url), await connect(redis.url)] as const;
  return {
    one: new RedisOrderedStore(connections[0], `directory-${count}`),
    other: new RedisOrderedStore(connections[1], `directory-${count}`),
    [Symbol.asyncDispose]: async () => {
      for (const connection of connections) await connection.close();
    },
  };
});

describe('what is asked of the ordered store in Redis in the same moment', () => {
  it('is one question of each kind, whose answers are the same as those of many', async () => {
    const connection = await connect(redis.url);
    const store = new RedisOrderedStore(connection, 'joined');
    const keys = Array.from({ length: 30 }, (_, index) => `a/${index + 10}`);
    await store.write(keys.map((key, index) => ({ key, value: index })));
    const questions = () => countCommands(connection, ['evalsha', 'hmget']);
    const alone = [
      await store.get(['a/39', 'none', 'a/10']),
      await store.range({ from: 'a/12', to: 'a/20', limit: 3 }),
    ];
    const [scripts = 0, gets = 0] = await questions();
    const together = await Promise.all([
      store.get(['a/39', 'none', 'a/10']),
      store.range({ from: 'a/12', to: 'a/20', limit: 3 }),
      store.range({ from: 'b', to: 'c', limit: 9 }),
      store.get([]),
      ...keys.map((key) => store.get([key])),
    ]);
    // A script's own reads count as well: one list of three keys, and the values of all.
    expect(await questions()).toEqual([scripts + 1, gets + 2]);
    expect(together.slice(0, 2)).toEqual(alone);
    expect(together.slice(2)).toEqual([[], [], ...keys.map((_, index) => [index])]);
    await connection.close();
  });
});
