import { canonicalJson } from '../domain/canonical-json.js';
import type { RedisScope } from './connect.js';
import { redisScript, runScript } from './script.js';

interface StoredEntry {
  readonly key: string;
  readonly value: unknown;
}

/** A bound of keys by their bytes: a text, or the end of all keys that begin with a text. */
type KeyBound = { readonly at: string } | { readonly endOf: string };

/** Keys from one bound, inclusive, to another, exclusive. */
interface BoundedRange {
  readonly from: string;
  readonly to: KeyBound;
  /** The most entries to give; all of them with -1. */
  readonly limit: number;
}

/**
 * Gives keys and values in one look: between two looks another process could take a value away, and the list would seem to end early.
 * Values: start, end and limit of each range.
 */
const rangesScript = redisScript(`
  local lists = {}
  for range = 1, #ARGV, 3 do
    local keys = redis.call('ZRANGE', KEYS[1], ARGV[range], ARGV[range + 1], 'BYLEX', 'LIMIT', 0, ARGV[range + 2])
    local found = {}
    for first = 1, #keys, 1000 do
      local part = redis.call('HMGET', KEYS[2], unpack(keys, first, math.min(first + 999, #keys)))
      for index = 1, #part do
        found[#found + 1] = keys[first + index - 1]
        found[#found + 1] = part[index]
      end
    end
    lists[#lists + 1] = found
  end
  return lists
`);

/** Values: how many expectations, then key and text of each, then key and text of each change; no text means no value. */
const writeScript = redisScript(`
  local first = 2 + 2 * tonumber(ARGV[1])
  for index = 2, first - 1, 2 do
    if (redis.call('HGET', KEYS[2], ARGV[index]) or '') ~= ARGV[index + 1] then return 0 end
  end
  for index = first, #ARGV, 2 do
    local key, text = ARGV[index], ARGV[index + 1]
    if text == '' then
      redis.call('HDEL', KEYS[2], key)
      redis.call('ZREM', KEYS[1], key)
    else
      redis.call('HSET', KEYS[2], key, text)
      redis.call('ZADD', KEYS[1], 0, key)
    end
  end
  return 1
`);

/**
 * JSON values by key, listed in the order of their keys' bytes: a hash for the values beside a sorted set for the order. Texts are
 * canonical, so that equal values can be told by their text. Needs Redis 6.2. Every method throws when Redis cannot be used.
 */
export class SortedHash {
  readonly #connection: RedisScope;
  readonly #keys: readonly [order: string, values: string];

  constructor(connection: RedisScope, name: string) {
    this.#connection = connection;
    this.#keys = [`${connection.keyPrefix}${name}:order`, `${connection.keyPrefix}${name}:values`];
  }

  /** Null for a key that is not there. */
  async get(keys: readonly string[]): Promise<unknown[]> {
    if (keys.length === 0) return [];
    const texts = await this.#connection.client.hmget(this.#keys[1], ...keys);
    return texts.map((text) => (text === null ? null : (JSON.parse(text) as unknown)));
  }

  /** The entries of each range, all as of the same moment. */
  async ranges(asked: readonly BoundedRange[]): Promise<StoredEntry[][]> {
    const values = asked.flatMap(({ from, to, limit }) => [`[${from}`, endBefore(to), limit]);
    const reply = await runScript(this.#connection.client, rangesScript, { keys: this.#keys, values });
    return (reply as readonly (readonly string[])[]).map((found) =>
      Array.from({ length: found.length / 2 }, (_, index) => ({
        key: found[2 * index] ?? '',
        value: JSON.parse(found[2 * index + 1] ?? 'null') as unknown,
      })),
    );
  }

  /** All changes or none; null as a value removes, and as an expectation means that there is none. Tells whether it wrote. */
  async write(changes: readonly StoredEntry[], expected: readonly StoredEntry[] = []): Promise<boolean> {
    const parts = [...expected, ...changes].flatMap(({ key, value }) => [
      key,
      value === null ? '' : canonicalJson(value),
    ]);
    const values = [expected.length, ...parts];
    return (await runScript(this.#connection.client, writeScript, { keys: this.#keys, values })) === 1;
  }
}

function endBefore(to: KeyBound): string | Buffer {
  // No text holds the byte 255: behind it no key that begins so is left.
  return 'at' in to ? `(${to.at}` : Buffer.concat([Buffer.from(`(${to.endOf}`), Buffer.from([255])]);
}
