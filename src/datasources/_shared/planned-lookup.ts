import DataLoader from 'dataloader';
import { UpstreamError } from '../../errors/upstream-error.js';
import type { Loader } from './loaders.js';
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
  if (listed !== null) return keys.map((key) => listed.filter((row) => keyOf(row) === key));
  const found = await Promise.allSettled(keys.map(async (key) => searchOne(key)));
  return found.map((outcome, index) =>
    outcome.status === 'fulfilled'
      ? outcome.value.filter((row) => keyOf(row) === keys[index])
      : outcome.reason instanceof Error
        ? outcome.reason
        : new Error('a search failed without an error', { cause: outcome.reason }),
  );
}

/** A loader over a planned look-up: a key without rows has an empty list, and a failed search fails its key alone. */
export function createPlannedLoader<Row>(
  lookup: PlannedLookup<Row>,
  normalizeKey: (key: string) => string | null,
): Loader<string, readonly Row[]> {
  const cacheKeyFn = (key: string) => normalizeKey(key) ?? '';
  return new DataLoader<string, readonly Row[], string>(
    async (keys) => {
      const normalized = keys.map(cacheKeyFn);
      const named = normalized.filter((key) => key !== '');
      const found = await lookUpPlanned(named, lookup);
      const byKey = new Map(named.map((key, index) => [key, found[index] ?? []]));
      return normalized.map((key) => byKey.get(key) ?? []);
    },
    { cacheKeyFn },
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
  const pages = pageCount(firstPage, list.maxPageSize);
  if (pages === null || pages > maxCalls) return null;
  const reread: PagedList<Row> = {
    ...list,
    fetchPage: (page, size) => (page === 1 ? Promise.resolve(firstPage) : list.fetchPage(page, size)),
  };
  const { rows, isComplete } = await readRows(reread, maxCalls * list.maxPageSize);
  return isComplete ? rows : null;
}

// An account may not offer the list; the searches can still answer.
function nullWhenRejected(error: unknown): null {
  if (error instanceof UpstreamError && error.code === 'PROVIDER_REJECTED') return null;
  throw error;
}

function pageCount<Row>({ rows, totalPages, totalRows }: UpstreamPage<Row>, pageSize: number): number | null {
  if (totalPages !== null) return totalPages;
  if (totalRows !== null) return Math.ceil(totalRows / pageSize);
  return rows.length === pageSize ? null : 1;
}
