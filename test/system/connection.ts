import type { Logger } from 'pino';
import { Secret } from '../../src/config/secret.js';
import { createLog } from '../../src/observability/log.js';
import { RedisConnection } from '../../src/redis/connect.js';

/** A ready connection to a Redis of the tests. */
export async function connect(url: string, log: Logger = createLog('silent')): Promise<RedisConnection> {
  const connection = new RedisConnection({ url: new Secret(url), scope: 'test', log });
  await connection.waitUntilReady(5000);
  return connection;
}
