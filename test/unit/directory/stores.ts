import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LmdbOrderedStore } from '../../../src/directory/lmdb-ordered-store.js';
import { orderShelf } from '../../../src/directory/order-record.js';
import type { OrderedStore } from '../../../src/directory/ordered-store.js';
import { customerShelf, parcelShelf } from '../../../src/directory/other-records.js';
import { StoredDirectory } from '../../../src/directory/stored-directory.js';

export const secret = Buffer.from('an invented secret of a test');

/** A folder that goes when the test ends. */
export function makeFolder(): Disposable & { readonly path: string } {
  const path = mkdtempSync(join(tmpdir(), 'commercegraph-directory-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

/** A new store of a folder of its own, with a directory over it. */
export function startDirectory(): AsyncDisposable & {
  readonly store: OrderedStore;
  readonly directory: StoredDirectory;
  readonly folder: string;
} {
  const folder = makeFolder();
  const store = new LmdbOrderedStore(join(folder.path, 'directory.mdb'));
  return {
    store,
    directory: new StoredDirectory({ store, secret }),
    folder: folder.path,
    [Symbol.asyncDispose]: async () => {
      await store.close();
      folder[Symbol.dispose]();
    },
  };
}

/** Everything in a store. */
export function readAll(store: OrderedStore) {
  return store.range({ from: ' ', to: '~~', limit: 1_000_000 });
}

/** Index entries that lead to no record of theirs, and those that a record lacks. */
export async function findStrays(store: OrderedStore): Promise<readonly string[]> {
  const entries = await readAll(store);
  const isIndex = (key: string) => /^[treuq]\//.test(key);
  const present = new Set(entries.map(({ key }) => key).filter(isIndex));
  const shelves: Readonly<Record<string, { indexesOf(kept: never): readonly string[] }>> = {
    o: orderShelf,
    c: customerShelf,
    p: parcelShelf,
  };
  const owned = new Set(entries.flatMap(({ key, value }) => shelves[key.slice(0, 1)]?.indexesOf(value as never) ?? []));
  return [
    ...[...present].filter((key) => !owned.has(key)),
    ...[...owned].filter((key) => !present.has(key)).map((key) => `lacks ${key}`),
  ];
}
