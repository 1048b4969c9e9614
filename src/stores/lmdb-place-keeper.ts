import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { open, type RootDatabase } from 'lmdb';
import { canonicalJson } from '../domain/canonical-json.js';
import type { PlaceBook } from './place-book.js';
import type { PlaceKeeper } from './place-keeper.js';
import { makePrivateFiles } from './private-files.js';
import { canProbe } from './probe-store.js';

const key = 'book';
const folderOfPlace = /^live-([0-9a-f]{16})$/;
const readAll = `
  const store = open({ path, encoding: 'json', compression: false, readOnly: true });
  if (typeof (store.get('book') ?? {}) !== 'object') process.exit(2);
`;

/** The folder of a place under the data folder. */
export function folderOf(dataDir: string, place: string): string {
  return join(dataDir, `live-${place}`);
}

/** The book of places in an embedded store under the data folder. */
export class LmdbPlaceKeeper implements PlaceKeeper {
  readonly #dataDir: string;
  #store: RootDatabase<PlaceBook, string> | null = null;

  constructor(dataDir: string) {
    this.#dataDir = dataDir;
  }

  async read(): Promise<PlaceBook | null> {
    const store = this.#open();
    // The engine would go on with the picture it has: another process may have written since.
    store.resetReadTxn();
    return store.get(key) ?? null;
  }

  async swap(known: PlaceBook | null, next: PlaceBook): Promise<boolean> {
    const store = this.#open();
    // At once: one that waits for its turn would keep another opening of the same file in this process from ever ending.
    const isWritten = store.transactionSync(() => {
      if (canonicalJson(store.get(key) ?? null) !== canonicalJson(known)) return false;
      void store.put(key, next);
      return true;
    });
    await store.flushed;
    return isWritten;
  }

  async findPlaces(): Promise<readonly string[]> {
    if (!existsSync(this.#dataDir)) return [];
    return readdirSync(this.#dataDir).flatMap((name) => folderOfPlace.exec(name)?.[1] ?? []);
  }

  async close(): Promise<void> {
    await this.#store?.close();
    this.#store = null;
  }

  #open(): RootDatabase<PlaceBook, string> {
    if (this.#store !== null) return this.#store;
    const path = join(this.#dataDir, 'accounts', 'accounts.mdb');
    if (existsSync(path) && !canProbe({ path, look: readAll })) throw new Error('the book of places is damaged');
    makePrivateFiles(path);
    this.#store = open<PlaceBook, string>({ path, encoding: 'json', compression: false });
    return this.#store;
  }
}
