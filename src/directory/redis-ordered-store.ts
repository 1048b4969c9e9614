import DataLoader from 'dataloader';
import type { RedisConnection } from '../redis/connect.js';
import { SortedHash } from '../redis/sorted-hash.js';
import {
  type Change,
  type Entry,
  type KeyRange,
  type OrderedStore,
  type StoredValue,
  StoreUnavailableError,
} from './ordered-store.js';

/**
 * How questions become one. Answers are as of now: nothing is remembered. More of them at once would keep Redis from everybody else's for
 * too long.
 */
const joined = { cache: false, maxBatchSize: 50 } as const;

/**
 * The ordered store in Redis, for the gateways of several machines. What is asked for in the same moment is one question: a page asks
 * about each of its rows. The connection is not its own to close.
 */
export class RedisOrderedStore implements OrderedStore {
  #hash: SortedHash | null;
  readonly #values = new DataLoader((asked: readonly (readonly string[])[]) => this.#getAll(asked), joined);
  readonly #ranges = new DataLoader((asked: readonly KeyRange[]) => this.#rangeAll(asked), joined);

  /** @param name tells the store from others under the same connection */
  constructor(connection: RedisConnection, name: string) {
    this.#hash = new SortedHash(connection, name);
  }

  get(keys: readonly string[]): Promise<readonly (StoredValue | null)[]> {
    return this.#values.load(keys);
  }

  range(range: KeyRange): Promise<readonly Entry[]> {
    return this.#ranges.load(range);
  }

  write(changes: readonly Change[], expected: readonly Change[] = []): Promise<boolean> {
    return this.#guard((hash) => hash.write(changes, expected));
  }

  async close(): Promise<void> {
    this.#hash = null;
  }

  #getAll(asked: readonly (readonly string[])[]): Promise<readonly (readonly (StoredValue | null)[])[]> {
    return this.#guard(async (hash) => {
      const values = (await hash.get(asked.flat())) as (StoredValue | null)[];
      let end = 0;
      return asked.map(({ length }) => {
        end += length;
        return values.slice(end - length, end);
      });
    });
  }

  #rangeAll(asked: readonly KeyRange[]): Promise<readonly (readonly Entry[])[]> {
    return this.#guard(async (hash) => {
      const ranges = asked.map(({ from, to, limit }) => ({ from, to: { at: to }, limit: Math.max(0, limit) }));
      return (await hash.ranges(ranges)) as Entry[][];
    });
  }

  async #guard<Value>(work: (hash: SortedHash) => Promise<Value>): Promise<Value> {
    if (this.#hash === null) throw new StoreUnavailableError('the directory store is not open');
    try {
      return await work(this.#hash);
    } catch (cause) {
      throw new StoreUnavailableError('the directory store failed', { cause });
    }
  }
}
