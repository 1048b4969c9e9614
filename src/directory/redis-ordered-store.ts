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

/** The ordered store in Redis, for the gateways of several machines. The connection is not its own to close. */
export class RedisOrderedStore implements OrderedStore {
  #hash: SortedHash | null;

  /** @param name tells the store from others under the same connection */
  constructor(connection: RedisConnection, name: string) {
    this.#hash = new SortedHash(connection, name);
  }

  get(keys: readonly string[]): Promise<readonly (StoredValue | null)[]> {
    return this.#guard(async (hash) => (await hash.get(keys)) as (StoredValue | null)[]);
  }

  range({ from, to, limit }: KeyRange): Promise<readonly Entry[]> {
    return this.#guard(async (hash) => {
      const found = await hash.range({ from, to: { at: to }, limit: Math.max(0, limit) });
      return found.map(({ key, value }) => ({ key, value: value as StoredValue }));
    });
  }

  write(changes: readonly Change[], expected: readonly Change[] = []): Promise<boolean> {
    return this.#guard((hash) => hash.write(changes, expected));
  }

  async close(): Promise<void> {
    this.#hash = null;
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
