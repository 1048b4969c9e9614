import { isDeepStrictEqual } from 'node:util';
import { crc32 } from 'node:zlib';
import { open, type RootDatabase } from 'lmdb';
import { makePrivateFiles } from '../stores/private-files.js';
import {
  type Change,
  type Entry,
  type KeyRange,
  type OrderedStore,
  type StoredValue,
  StoreUnavailableError,
} from './ordered-store.js';

/** A value's JSON text behind a check sum of key and text, since the engine has none: a damaged byte must not become an answer. */
type Sealed = string;

/**
 * The ordered store in an embedded file, for the processes of one machine. A write is there for all of them when it answers, also after
 * a kill -9; it reaches the disk a little later, so that a power cut may take the newest writes but leaves an older whole.
 */
export class LmdbOrderedStore implements OrderedStore {
  #database: RootDatabase<Sealed, string> | null;

  /** @throws Error when the file cannot be opened. One that is damaged ends the process: see probe-directory.ts. */
  constructor(path: string) {
    this.#database = openFile(path);
  }

  get(keys: readonly string[]): Promise<readonly (StoredValue | null)[]> {
    return this.#guard(async (database) => {
      // The engine would go on with the picture it has: another process may have written since.
      database.resetReadTxn();
      return keys.map((key) => unseal(key, database.get(key)));
    });
  }

  range({ from, to, limit }: KeyRange): Promise<readonly Entry[]> {
    return this.#guard(async (database) => {
      if (limit <= 0) return [];
      database.resetReadTxn();
      const found = database.getRange({ start: from, end: to, limit });
      return [...found].map(({ key, value }) => ({ key, value: unseal(key, value) as StoredValue }));
    });
  }

  write(changes: readonly Change[], expected: readonly Change[] = []): Promise<boolean> {
    return this.#guard(async (database) => {
      const sealed = changes.map(({ key, value }) => ({ key, value: value === null ? null : seal(key, value) }));
      return database.transaction(() => {
        if (!expected.every(({ key, value }) => isEqual(unsealText(key, database.get(key)), value))) return false;
        for (const { key, value } of sealed) void (value === null ? database.remove(key) : database.put(key, value));
        return true;
      });
    });
  }

  async close(): Promise<void> {
    const database = this.#database;
    this.#database = null;
    await database?.close();
  }

  async #guard<Value>(work: (database: RootDatabase<Sealed, string>) => Promise<Value>): Promise<Value> {
    if (this.#database === null) throw new StoreUnavailableError('the directory store is not open');
    try {
      return await work(this.#database);
    } catch (cause) {
      throw new StoreUnavailableError('the directory store failed', { cause });
    }
  }
}

function openFile(path: string): RootDatabase<Sealed, string> {
  makePrivateFiles(path);
  return open<Sealed, string>({ path, encoding: 'string', compression: false });
}

function seal(key: string, value: StoredValue): Sealed {
  const text = JSON.stringify(value);
  return `${crc32(key + text).toString(36)} ${text}`;
}

function unsealText(key: string, sealed: Sealed | undefined): string | null {
  if (sealed === undefined) return null;
  const end = sealed.indexOf(' ');
  const text = sealed.slice(end + 1);
  if (sealed.slice(0, end) !== crc32(key + text).toString(36)) throw new Error('a value is damaged');
  return text;
}

function unseal(key: string, sealed: Sealed | undefined): StoredValue | null {
  const text = unsealText(key, sealed);
  return text === null ? null : (JSON.parse(text) as StoredValue);
}

function isEqual(text: string | null, value: StoredValue | null): boolean {
  if (text === null || value === null) return text === value;
  const other = JSON.stringify(value);
  // Equal values may list their fields in another order.
  return text === other || isDeepStrictEqual(JSON.parse(text), JSON.parse(other));
}
