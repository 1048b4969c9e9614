import { UpstreamError } from '../../errors/upstream-error.js';
import { groupBy } from './group-by.js';
import { createKeyedLoader, type Loader, settleEach } from './loaders.js';
import { givenOf, sizeOfFirstPage, statesTotals } from './page-size.js';
import { type PagedList, readRows, type UpstreamPage } from './upstream-pages.js';

interface PlannedLookup<Row> {
  readonly list: PagedList<Row>;
  /** The key a row states itself, in the form of the keys asked for; null for none. */
  readonly keyOf: (row: Row) => string | null;
  /** Asks for one key; rows may be a superset. */
  readonly searchOne: (key: string) => Promise<readonly Row[]>;
}

/** From how many keys on it pays to look at the first page of the list before searching one by one. */
const worthListing = 3;

/**
 * Rows for many keys of a provider that can only search for one: by reading the whole list where that takes fewer calls
 * than searching, else by one search a key. A list's first page tells which.
 *
 * @returns per key its rows, or the error of its search.
 */
export async function lookUpPlanned<Row>(
  keys: readonly string[],
  { list, keyOf, searchOne }: PlannedLookup<Row>,
): Promise<(readonly Row[] | Error)[]> {
  const listed = keys.length >= worthListing ? await readWhenFewPages(list, keys.length) : null;
  if (listed !== null) {
    const byKey = groupBy(listed, keyOf);
    return keys.map((key) => byKey.get(key) ?? []);
  }
  return settleEach(keys, async (key) => (await searchOne(key)).filter((row) => keyOf(row) === key));
}

/** A loader over a planned look-up: a key without rows has an empty list, and a failed search fails its key alone. */
export function createPlannedLoader<Row>(
  lookup: PlannedLookup<Row>,
  normalizeKey: (key: string) => string | null,
): Loader<string, readonly Row[]> {
  const cacheKey = (key: string) => normalizeKey(key) ?? '';
  return createKeyedLoader<string, readonly Row[]>(
    async (keys) => {
      const normalized = keys.map(cacheKey);
      const named = normalized.filter((key) => key !== '');
      const found = await lookUpPlanned(named, lookup);
      const byKey = new Map(named.map((key, index) => [key, found[index] ?? []]));
      return normalized.map((key) => byKey.get(key) ?? []);
    },
    { cacheKey },
  );
}

/** A list each page of which is asked for once, so that several look-ups of one operation can share it. */
export function rememberPages<Row>(list: PagedList<Row>): PagedList<Row> {
  const pages = new Map<string, Promise<UpstreamPage<Row>>>();
  return {
    ...list,
    fetchPage: (page, pageSize) => {
      const name = `${page}/${pageSize}`;
      const known = pages.get(name) ?? list.fetchPage(page, pageSize);
      pages.set(name, known);
      return known;
    },
  };
}

async function readWhenFewPages<Row>(list: PagedList<Row>, maxCalls: number): Promise<readonly Row[] | null> {
  const firstPage = await list.fetchPage(1, list.maxPageSize).catch(nullWhenRejected);
  if (firstPage === null) return null;
  const pageSize = sizeOfFirstPage(firstPage, list.maxPageSize);
  const pages = pageCount(firstPage, { pageSize, asked: list.maxPageSize });
  if (pages === null || pages > maxCalls) return null;
  const reread: PagedList<Row> = {
    ...list,
    fetchPage: (page, size) => (page === 1 ? Promise.resolve(firstPage) : list.fetchPage(page, size)),
  };
  // One row beyond the pages counted on shows that they are not all, and that the searches are cheaper.
  const { rows, isComplete } = await readRows(reread, pages * pageSize);
  return isComplete ? rows : null;
}

// An account may not offer the list; the searches can still answer.
function nullWhenRejected(error: unknown): null {
  if (error instanceof UpstreamError && error.code === 'PROVIDER_REJECTED') return null;
  throw error;
}

/** How many pages the first one announces; null where it is full and says nothing. */
function pageCount(
  firstPage: UpstreamPage<unknown>,
  { pageSize, asked }: { pageSize: number; asked: number },
): number | null {
  const { totalPages, totalRows } = firstPage;
  if (statesTotals(firstPage)) return Math.max(totalPages ?? 1, Math.ceil((totalRows ?? 0) / pageSize), 1);
  return givenOf(firstPage) === asked ? null : 1;
}
