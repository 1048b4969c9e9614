import { afterAll, afterEach, beforeAll } from 'vitest';
import { RedisLedger } from '../../src/ledger/redis-ledger.js';
import type { RedisConnection } from '../../src/redis/connect.js';
import { describeLedger } from '../support/writes-contract.js';
import { connect } from './connection.js';
import { type RedisServer, startRedisServer } from './redis-server.js';

let redis: RedisServer;
const connections: RedisConnection[] = [];
beforeAll(async () => {
  redis = await startRedisServer();
});
afterAll(() => redis[Symbol.asyncDispose]());
afterEach(async () => {
  await connections[0]?.client.flushall();
  await Promise.all(connections.splice(0).map((connection) => connection.close()));
});

async function open(ttlMs: number): Promise<RedisLedger> {
  const connection = await connect(redis.url);
  connections.push(connection);
  return new RedisLedger(connection, ttlMs);
}

describeLedger('the ledger in Redis', { open, address: () => redis.url });
