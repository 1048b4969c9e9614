import { canonicalJson } from '../domain/canonical-json.js';
import type { PlaceBook } from '../stores/place-book.js';
import type { PlaceKeeper } from '../stores/place-keeper.js';
import type { RedisConnection } from './connect.js';
import { scopePrefix } from './scope-prefix.js';
import { redisScript, runScript } from './script.js';

const key = `${scopePrefix('accounts')}book`;
const scanStep = 1000;
const keyOfPlace = /^commercegraph:\{([0-9a-f]{16})\}:(?:ledger|records):/;

/** Values: the text that must still be there, empty for none, and the new one. */
const swapScript = redisScript(`
  if (redis.call('GET', KEYS[1]) or '') ~= ARGV[1] then return 0 end
  redis.call('SET', KEYS[1], ARGV[2])
  return 1
`);

/** The book of places in Redis. The connection is not its own to close. */
export class RedisPlaceKeeper implements PlaceKeeper {
  readonly #connection: RedisConnection;

  constructor(connection: RedisConnection) {
    this.#connection = connection;
  }

  async read(): Promise<PlaceBook | null> {
    const text = await this.#connection.client.get(key);
    return text === null ? null : (JSON.parse(text) as PlaceBook);
  }

  async swap(known: PlaceBook | null, next: PlaceBook): Promise<boolean> {
    const values = [known === null ? '' : canonicalJson(known), canonicalJson(next)];
    return (await runScript(this.#connection.client, swapScript, { keys: [key], values })) === 1;
  }

  /** Looks through all keys of Redis, once in its life: when there is no book yet. */
  async findPlaces(book: PlaceBook | null): Promise<readonly string[]> {
    if (book !== null) return [];
    const found = new Set<string>();
    let cursor = '0';
    do {
      const pattern = `${scopePrefix('*')}*`;
      const [next, keys] = await this.#connection.client.scan(cursor, 'MATCH', pattern, 'COUNT', scanStep);
      for (const text of keys) {
        const place = keyOfPlace.exec(text)?.[1];
        if (place !== undefined) found.add(place);
      }
      cursor = next;
    } while (cursor !== '0');
    return [...found].sort();
  }

  async close(): Promise<void> {}
}
