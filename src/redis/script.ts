import { createHash } from 'node:crypto';
import type { Redis } from 'ioredis';

/** A Lua script, which Redis runs as one step. */
export interface RedisScript {
  readonly lua: string;
  readonly digest: string;
}

export function redisScript(lua: string): RedisScript {
  return { lua, digest: createHash('sha1').update(lua).digest('hex') };
}

/** Runs a script by its digest; Redis gets the text when it does not know it, as after a restart. */
export async function runScript(
  client: Redis,
  { lua, digest }: RedisScript,
  { keys, values }: { readonly keys: readonly string[]; readonly values: readonly (string | Buffer | number)[] },
): Promise<unknown> {
  // As a list: a call takes only so many arguments.
  const rest = [keys.length, ...keys, ...values];
  try {
    return await client.call('EVALSHA', [digest, ...rest]);
  } catch (error) {
    // Said before anything ran.
    if (!(error instanceof Error) || !error.message.startsWith('NOSCRIPT')) throw error;
    return client.call('EVAL', [lua, ...rest]);
  }
}
