import { afterAll, beforeAll, beforeEach } from 'vitest';
import { describeAccounts } from '../support/accounts-contract.js';
import { connect } from './connection.js';
import { type RedisServer, startRedisServer } from './redis-server.js';

let redis: RedisServer;
beforeAll(async () => {
  redis = await startRedisServer();
});
afterAll(() => redis[Symbol.asyncDispose]());
beforeEach(async () => {
  const admin = await connect(redis.url);
  await admin.client.flushall();
  await admin.close();
});

describeAccounts('Redis', () => ({ REDIS_URL: redis.url }));
