import { isDeepStrictEqual } from 'node:util';
import {
  type Change,
  type Entry,
  type KeyRange,
  type OrderedStore,
  type StoredValue,
  StoreUnavailableError,
} from '../../src/directory/ordered-store.js';

/** An ordered store in memory, which can be made to fail. */
export class MemoryOrderedStore implements OrderedStore {
  readonly #values = new Map<string, string>();
  readonly #sorted: string[] = [];
  isFailing = false;

  async get(keys: readonly string[]): Promise<readonly (StoredValue | null)[]> {
    this.#check();
    return keys.map((key) => this.#valueOf(key));
  }

  async range({ from, to, limit }: KeyRange): Promise<readonly Entry[]> {
    this.#check();
    const entries: Entry[] = [];
    for (let index = firstFrom(this.#sorted, from); index < this.#sorted.length && entries.length < limit; index += 1) {
      const key = this.#sorted[index] as string;
      if (key >= to) break;
      entries.push({ key, value: this.#valueOf(key) as StoredValue });
    }
    return entries;
  }

  async write(changes: readonly Change[], expected: readonly Change[] = []): Promise<boolean> {
    this.#check();
    if (!expected.every(({ key, value }) => isDeepStrictEqual(this.#valueOf(key), plain(value)))) return false;
    for (const { key, value } of changes) {
      const isThere = this.#values.has(key);
      if (isThere && value === null) this.#sorted.splice(firstFrom(this.#sorted, key), 1);
      if (!isThere && value !== null) this.#sorted.splice(firstFrom(this.#sorted, key), 0, key);
      if (value === null) this.#values.delete(key);
      else this.#values.set(key, JSON.stringify(value));
    }
    return true;
  }

  async close(): Promise<void> {}

  #valueOf(key: string): StoredValue | null {
    const text = this.#values.get(key);
    return text === undefined ? null : (JSON.parse(text) as StoredValue);
  }

  #check(): void {
    if (this.isFailing) throw new StoreUnavailableError('the store cannot be used');
  }
}

function plain(value: StoredValue | null): unknown {
  return JSON.parse(JSON.stringify(value));
}

/** Where a key stands, or would stand, in a sorted list. */
function firstFrom(sorted: readonly string[], key: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as string) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
