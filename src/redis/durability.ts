import type { Redis } from 'ioredis';
import type { Logger } from 'pino';

/**
 * Warns, once, when Redis is set up to forget: a claim that is lost can let a write happen twice. A Redis that does not say how it is
 * set up, as hosted ones often do not, is taken at its operator's word.
 */
export async function warnOfLoss(client: Redis, log: Logger): Promise<void> {
  try {
    const policy = await settingOf(client, 'maxmemory-policy');
    const appendOnly = await settingOf(client, 'appendonly');
    if (policy === 'noeviction' && appendOnly === 'yes') return;
    log.warn(
      { policy, appendOnly },
      'Redis may forget writes: it needs maxmemory-policy noeviction and appendonly yes',
    );
  } catch {
    log.debug('Redis does not tell its settings');
  }
}

async function settingOf(client: Redis, name: string): Promise<string> {
  const reply = await client.config('GET', name);
  const value: unknown = Array.isArray(reply) ? reply[1] : undefined;
  if (typeof value !== 'string') throw new Error('no answer');
  return value;
}
