import { open, type RootDatabase } from 'lmdb';
import { makePrivateFiles } from '../stores/private-files.js';
import { type RecordKind, type RecordKinds, type RecordsStore, RecordsUnavailableError } from './records-store.js';

type Key = [kind: string, key: string];

/** The records in an embedded store under the data folder. */
export class LmdbRecords implements RecordsStore {
  readonly #store: RootDatabase<object, Key> | null;

  /** Never throws: a store that cannot be opened makes every method throw RecordsUnavailableError, and is left as it is. */
  constructor(folder: string) {
    this.#store = openStore(folder);
  }

  put<Kind extends RecordKind>(kind: Kind, key: string, value: RecordKinds[Kind]): Promise<void> {
    return this.#guard(async (store) => {
      await store.put([kind, key], value);
      await store.flushed;
    });
  }

  get<Kind extends RecordKind>(kind: Kind, keys: readonly string[]): Promise<readonly (RecordKinds[Kind] | null)[]> {
    return this.#guard(async (store) =>
      keys.map((key) => (store.get([kind, key]) as RecordKinds[Kind] | undefined) ?? null),
    );
  }

  list<Kind extends RecordKind>(kind: Kind, keyStart = ''): Promise<readonly RecordKinds[Kind][]> {
    return this.#guard(async (store) => {
      const found: RecordKinds[Kind][] = [];
      for (const { key, value } of store.getRange({ start: [kind, keyStart], snapshot: false })) {
        if (key[0] !== kind || !key[1].startsWith(keyStart)) break;
        found.push(value as RecordKinds[Kind]);
      }
      return found;
    });
  }

  remove(kind: RecordKind, key: string): Promise<boolean> {
    return this.#guard(async (store) => {
      const isKnown = store.doesExist([kind, key]);
      await store.remove([kind, key]);
      await store.flushed;
      return isKnown;
    });
  }

  async close(): Promise<void> {
    await this.#store?.close();
  }

  async #guard<Value>(work: (store: RootDatabase<object, Key>) => Promise<Value>): Promise<Value> {
    if (this.#store === null) throw new RecordsUnavailableError('the records could not be opened');
    try {
      return await work(this.#store);
    } catch (cause) {
      throw new RecordsUnavailableError('the records failed', { cause });
    }
  }
}

function openStore(folder: string): RootDatabase<object, Key> | null {
  try {
    const path = `${folder}/records.mdb`;
    makePrivateFiles(path);
    return open<object, Key>({ path, encoding: 'json', compression: false });
  } catch {
    return null;
  }
}
