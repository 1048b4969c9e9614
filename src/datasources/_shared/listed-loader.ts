import { createKeyedLoader, type Loader, settleEach } from './loaders.js';
import { lookUpPlanned } from './planned-lookup.js';
import type { PagedList } from './upstream-pages.js';

interface ListedRows<Row> {
  readonly list: PagedList<Row>;
  /** The id a row states itself; null for none. */
  readonly keyOf: (row: Row) => string | null;
  readonly get: (id: string) => Promise<Row | null>;
}

/**
 * A loader by id: many ids of one tick come out of the list where that takes fewer calls. An id the list does not show is asked for
 * singly, since what a list leaves out is not documented.
 */
export function createListedLoader<Row>({ list, keyOf, get }: ListedRows<Row>): Loader<string, Row | null> {
  return createKeyedLoader<string, Row | null>(async (keys) => {
    const asked = new Set<string>();
    const getOnce = (id: string): Promise<Row | null> => {
      asked.add(id);
      return get(id);
    };
    const found = await lookUpPlanned(keys, {
      list,
      keyOf,
      searchOne: async (id) => [await getOnce(id)].filter((row) => row !== null),
    });
    return settleEach([...keys.entries()], async ([index, id]) => {
      const rows = found[index] ?? [];
      if (rows instanceof Error) throw rows;
      return rows[0] ?? (asked.has(id) ? null : getOnce(id));
    });
  });
}
