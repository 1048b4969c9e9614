import { afterAll, beforeAll } from 'vitest';
import { RedisOrderedStore } from '../../src/directory/redis-ordered-store.js';
import { describeOrderedStore } from '../support/ordered-store-contract.js';
import { connect } from './connection.js';
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
