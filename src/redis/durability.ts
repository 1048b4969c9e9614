import type { Redis } from 'ioredis';
import type { Logger } from 'pino';

/** What decides whether a Redis forgets. */
interface Durability {
  readonly policy: string;
  readonly appendOnly: string;
}

/** How a Redis is set up to remember; null for one that does not tell. */
export async function readDurability(client: Redis): Promise<Durability | null> {
  try {
    return {
      policy: await settingOf(client, 'maxmemory-policy'),
      appendOnly: await settingOf(client, 'appendonly'),
    };
  } catch {
    return null;
  }
}

/** Whether nothing is evicted and a restart forgets nothing. */
export function isDurable({ policy, appendOnly }: Durability): boolean {
  return policy === 'noeviction' && appendOnly === 'yes';
}

/**
 * Warns, once, when Redis is set up to forget: a claim that is lost can let a write happen twice. A Redis that does not say how it is
 * set up, as hosted ones often do not, is taken at its operator's word.
 */
export async function warnOfLoss(client: Redis, log: Logger): Promise<void> {
  const durability = await readDurability(client);
  if (durability === null) log.debug('Redis does not tell its settings');
  else if (!isDurable(durability))
    log.warn(durability, 'Redis may forget writes: it needs maxmemory-policy noeviction and appendonly yes');
}

async function settingOf(client: Redis, name: string): Promise<string> {
  const reply = await client.config('GET', name);
  const value: unknown = Array.isArray(reply) ? reply[1] : undefined;
  if (typeof value !== 'string') throw new Error('no answer');
  return value;
}
