import { normalizeReference } from '../../domain/join-keys.js';
import { createKeyedLoader, type Loader, once, settleEach } from '../_shared/loaders.js';

interface KeyedListOptions<Row> {
  /** All rows, or those of one id. */
  readonly fetch: (id?: string) => Promise<readonly Row[]>;
  readonly idOf: (row: Row) => string;
}

interface KeyedList<Row> {
  readonly all: () => Promise<readonly Row[]>;
  readonly byExternalId: Loader<string, Row | null>;
}

/**
 * A short list of the shop's set-up that can also be asked for one id. Several ids of one tick read the list first; an id it lacks
 * is asked for by itself, since the seed document does not promise that the list is whole.
 */
export function createKeyedList<Row>({ fetch, idOf }: KeyedListOptions<Row>): KeyedList<Row> {
  const all = once(async () => {
    const rows = [...new Map((await fetch()).map((row) => [idOf(row), row])).values()];
    for (const row of rows) byExternalId.prime(idOf(row), row);
    return rows;
  });
  const findOne = async (id: string) => {
    const key = normalizeReference(id);
    return key === null ? null : ((await fetch(key)).find((row) => idOf(row) === key) ?? null);
  };
  const byExternalId = createKeyedLoader<string, Row | null>(
    async (ids) => {
      if (ids.length === 1) return settleEach(ids, findOne);
      const rows = await all();
      return settleEach(ids, async (id) => rows.find((row) => idOf(row) === id.trim()) ?? findOne(id));
    },
    { cacheKey: (id) => id.trim() },
  );
  return { all, byExternalId };
}
