import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { Secret } from '../config/secret.js';
import { RedisConnection } from '../redis/connect.js';
import { isDurable, readDurability } from '../redis/durability.js';
import { type Check, checkOf } from './check.js';

const common = { id: 'redis', title: 'Redis' };
const patienceMs = 3000;
/** Below this its scripts and streams lack what the stores use. */
const oldest = [6, 2] as const;

/** Whether Redis takes and keeps what is written to it. */
export async function checkRedis(url: Secret | null, log: Logger): Promise<Check> {
  if (url === null)
    return { ...common, state: 'OFF', found: 'Not used: this machine keeps everything in DATA_DIR.', todo: [] };
  const connection = new RedisConnection({ url, scope: 'doctor', log });
  const { client } = connection;
  const refused = once(client, 'error');
  try {
    const outcome = await Promise.race([connection.waitUntilReady(patienceMs), refused]);
    if (client.status !== 'ready') return away(outcome?.[0]);
    return await look(client, connection.keyPrefix);
  } catch (error) {
    return away(error);
  } finally {
    client.disconnect();
  }
}

async function look(client: Redis, keyPrefix: string): Promise<Check> {
  const key = `${keyPrefix}${randomUUID()}`;
  await client.set(key, 'here', 'PX', 10_000);
  const isKept = (await client.get(key)) === 'here';
  await client.del(key);
  const version = await versionOf(client);
  const durability = await readDurability(client);
  const todo = [
    ...(isKept ? [] : ['Redis does not give back what was written: REDIS_URL may lead to a replica or a cache.']),
    ...(version !== null && isTooOld(version) ? [`Use Redis ${oldest.join('.')} or newer.`] : []),
    ...(durability === null || isDurable(durability)
      ? []
      : ['Set maxmemory-policy noeviction and appendonly yes: a write that Redis forgets may be sent twice.']),
  ];
  const unknown =
    durability === null ? ' It does not tell whether it may forget (docs/writes.md says what it needs).' : '';
  const found = `Redis${version === null ? '' : ` ${version}`} answers and can be written to.${unknown}`;
  const check = checkOf({ ...common, found, todo, facts: { version } });
  return check.state === 'OK' && durability === null ? { ...check, state: 'NOTE' } : check;
}

function away(error: unknown): Check {
  const words =
    error instanceof Error ? `${error.name} ${(error as NodeJS.ErrnoException).code ?? ''} ${error.message}` : '';
  const [, found, todo] = reasons.find(([pattern]) => pattern.test(words)) ?? [
    null,
    'Redis does not answer.',
    'Check REDIS_URL, and that Redis runs and can be reached from this machine.',
  ];
  return checkOf({
    ...common,
    found: `${found} Writes with an idempotency key are refused until it is there.`,
    todo: [todo],
  });
}

/** Redis' own words for what is wrong, matched and never shown: they may quote a name or a key. */
const reasons: readonly (readonly [pattern: RegExp, found: string, todo: string])[] = [
  [/WRONGPASS|NOAUTH|invalid password/, 'Redis refuses the password.', 'Check user and password in REDIS_URL.'],
  [/NOPERM/, 'Redis refuses what the gateway has to do.', 'Allow its user all commands on keys commercegraph:* (ACL).'],
  [/READONLY/, 'Redis takes no writes: it is a replica.', 'Set REDIS_URL to the primary.'],
  [/\bOOM\b|MISCONF/, 'Redis takes no writes: its memory or disk is full.', 'Give Redis more memory or disk.'],
  [/ENOTFOUND|EAI_AGAIN/, 'The name of the Redis machine is not found.', 'Check the name in REDIS_URL.'],
  [/ECONNREFUSED/, 'Nobody listens at the address of Redis.', 'Start Redis, or check the address in REDIS_URL.'],
  [/NOREPLICAS/, 'Redis takes no writes: too few of its replicas are there.', 'Start the replicas of Redis.'],
  [/CERT|SSL|TLS/, 'The certificate of Redis is not accepted.', 'Check rediss:// in REDIS_URL and the certificate.'],
  [/ReplyError/, 'Redis refuses what it is asked.', 'Look into the log of Redis.'],
];

async function versionOf(client: Redis): Promise<string | null> {
  try {
    return /redis_version:(\d{1,3}(?:\.\d{1,3}){1,2})/.exec(await client.info('server'))?.[1] ?? null;
  } catch {
    return null;
  }
}

function isTooOld(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major < oldest[0] || (major === oldest[0] && minor < oldest[1]);
}
