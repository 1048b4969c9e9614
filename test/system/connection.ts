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

/** How often Redis was asked each of some commands, those of scripts included. */
export async function countCommands({ client }: RedisConnection, names: readonly string[]): Promise<number[]> {
  const stats = await client.info('commandstats');
  return names.map((name) => Number(new RegExp(`cmdstat_${name}:calls=(\\d+)`).exec(stats)?.[1] ?? 0));
}
