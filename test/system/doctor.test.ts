import { Redis } from 'ioredis';
import { describe, expect, it } from 'vitest';
import { Secret } from '../../src/config/secret.js';
import type { Check } from '../../src/doctor/check.js';
import { checkRedis } from '../../src/doctor/redis-check.js';
import { createLog } from '../../src/observability/log.js';
import { startRedisServer } from './redis-server.js';

/** What the doctor says of a Redis after it was set up so. */
async function examine(
  settings: readonly (readonly [name: string, value: string])[],
  urlOf = (url: string) => url,
): Promise<{ check: Check; keys: string[] }> {
  await using server = await startRedisServer();
  const own = new Redis(server.url);
  for (const [name, value] of settings) await own.config('SET', name, value);
  const check = await checkRedis(new Secret(urlOf(server.url)), createLog('silent'));
  const keys = await own.keys('*');
  own.disconnect();
  return { check, keys };
}

const durable = [
  ['appendonly', 'yes'],
  ['maxmemory-policy', 'noeviction'],
] as const;

describe('the doctor at a Redis', () => {
  it('is content with one that forgets nothing, and leaves nothing in it', async () => {
    const { check, keys } = await examine(durable);
    expect(check).toMatchObject({ state: 'OK', todo: [] });
    expect(check.found).toMatch(/^Redis \d+\.\d+\.\d+ answers and can be written to\.$/);
    expect(keys).toEqual([]);
  });

  it.each([
    ['appendonly', 'no'],
    ['maxmemory-policy', 'allkeys-lru'],
  ] as const)('wants another setting than %s %s', async (name, value) => {
    const { check } = await examine([...durable, [name, value]]);
    expect(check.todo.join()).toContain('maxmemory-policy noeviction and appendonly yes');
  });

  it('tells a password that is missing or wrong', async () => {
    const withPassword = [['requirepass', 'redis_test_word']] as const;
    const missing = await examine(withPassword);
    const wrong = await examine(withPassword, (url) => url.replace('//', '//default:redis_test_typo@'));
    for (const { check } of [missing, wrong]) {
      expect(check).toMatchObject({ state: 'TO_DO', todo: ['Check user and password in REDIS_URL.'] });
    }
  });

  it('tells one whose memory is full', async () => {
    const { check } = await examine([...durable, ['maxmemory', '1']]);
    expect(check).toMatchObject({ state: 'TO_DO', todo: ['Give Redis more memory or disk.'] });
  });

  it('tells one that misses its replicas', async () => {
    const { check } = await examine([...durable, ['min-replicas-to-write', '1']]);
    expect(check).toMatchObject({ state: 'TO_DO', todo: ['Start the replicas of Redis.'] });
  });
});
