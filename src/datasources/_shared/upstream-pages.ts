import type { Page, PageRequest } from '../../domain/page.js';
import { RequestError } from '../../errors/request-error.js';

/** One page as a provider numbers them, from 1. */
export interface UpstreamPage<Row> {
  readonly rows: readonly Row[];
  /** Null where the provider does not say. */
  readonly totalPages: number | null;
  readonly totalRows: number | null;
}

export interface PagedList<Row> {
  /** The most rows the provider gives at once. */
  readonly maxPageSize: number;
  readonly fetchPage: (page: number, pageSize: number) => Promise<UpstreamPage<Row>>;
  /** Two rows with the same text are the same row. */
  readonly keyOf: (row: Row) => string;
}

interface ReadOptions<Row> {
  /** Rows to show; the rest is passed over. @default all */
  readonly matches?: (row: Row) => boolean;
  /** The most rows to read while looking for matches. */
  readonly scanLimit: number;
}

/**
 * One page of a provider's numbered list, as a connection asks for it. A cursor is the row's place in the list.
 *
 * @remarks Ends on an empty page as well as on the stated number of pages, and where a provider that ignores the page
 * number repeats its first row. A provider that gives more rows than asked for, or fewer while it states that more
 * follow, has a page size of its own: the list is read by that one, and the cursor remembers it. More rows than asked
 * for without a word of totals are the whole list.
 */
export async function readPage<Row>(
  list: PagedList<Row>,
  { first, after }: PageRequest,
  { matches, scanLimit }: ReadOptions<Row>,
): Promise<Page<Row>> {
  const from = after === null ? { start: 0, ownSize: null } : decodePlace(after);
  const rows: { row: Row; cursor: string }[] = [];
  let read = 0;
  for await (const { row, place, ownSize, hasMore } of rowsFrom(list, from, first)) {
    if (matches?.(row) ?? true) {
      if (rows.length === first) return { rows, hasNextPage: true };
      rows.push({ row, cursor: encodePlace(place, ownSize) });
      // Where no row is passed over, a stated total answers what the next page would be asked for.
      if (matches === undefined && hasMore && rows.length === first) return { rows, hasNextPage: true };
    }
    read += 1;
    if (read > Math.max(scanLimit, first)) return { rows, hasNextPage: true };
  }
  return { rows, hasNextPage: false };
}

/** Rows that are all at hand, as a list of pages. */
export function pagesOf<Row>(all: readonly Row[], keyOf: (row: Row) => string): PagedList<Row> {
  return {
    maxPageSize: Math.max(all.length, 1),
    fetchPage: (page, pageSize) =>
      Promise.resolve({
        rows: all.slice((page - 1) * pageSize, page * pageSize),
        totalPages: Math.ceil(all.length / pageSize),
        totalRows: all.length,
      }),
    keyOf,
  };
}

/** All rows of a provider's list from the start, up to a limit. */
export async function readRows<Row>(
  list: PagedList<Row>,
  limit: number,
): Promise<{ readonly rows: readonly Row[]; readonly isComplete: boolean }> {
  const rows: Row[] = [];
  for await (const { row } of rowsFrom(list, { start: 0, ownSize: null }, list.maxPageSize)) {
    if (rows.length === limit) return { rows, isComplete: false };
    rows.push(row);
  }
  return { rows, isComplete: true };
}

/** A row with its place in the list, and whether upstream has stated that rows follow it. */
interface PlacedRow<Row> {
  readonly row: Row;
  readonly place: number;
  readonly ownSize: number | null;
  readonly hasMore: boolean;
}

/** Where to begin, and the provider's own page size where an earlier page has shown it. */
interface Place {
  readonly start: number;
  readonly ownSize: number | null;
}

async function* rowsFrom<Row>(list: PagedList<Row>, from: Place, wanted: number): AsyncGenerator<PlacedRow<Row>> {
  const opening = await openList(list, from, wanted);
  const { size, ownSize, isAll, isFirstAgain } = opening;
  let { page, answer } = opening;
  for (let firstKey: string | null = null; ; ) {
    const { rows } = answer;
    const key = rows[0] === undefined ? null : list.keyOf(rows[0]);
    if (key === null || key === firstKey) return;
    firstKey ??= key;
    const offset = isFirstAgain ? 0 : (page - 1) * size;
    const isStated = statesMore(answer, page, size);
    for (const [index, row] of rows.entries()) {
      const hasMore = index < rows.length - 1 || isStated === true;
      if (offset + index >= from.start) yield { row, place: offset + index, ownSize, hasMore };
    }
    if (isStated === false || (isStated === null && (isAll || isFirstAgain || rows.length < size))) return;
    page += 1;
    answer = await fetchSized(list, page, size);
  }
}

/** The page that holds the first row asked for, and what it shows of the provider's way with pages. */
interface Opening<Row> {
  readonly page: number;
  readonly size: number;
  readonly ownSize: number | null;
  readonly answer: UpstreamPage<Row>;
  /** Who gives more than asked for and states no totals is taken to give all there is. */
  readonly isAll: boolean;
  readonly isFirstAgain: boolean;
}

async function openList<Row>(list: PagedList<Row>, { start, ownSize }: Place, wanted: number): Promise<Opening<Row>> {
  const asked = ownSize ?? pageSizeFor(start, wanted, list.maxPageSize);
  const page = pageNumber(start, asked);
  const answer = await fetchSized(list, page, asked);
  const isAll = answer.rows.length > Math.min(asked, list.maxPageSize);
  if (ownSize !== null || !hasOwnSize(answer, page, asked)) {
    const isFirstAgain = await isFirstPageAgain(list, { page, size: asked, answer });
    return { page, size: asked, ownSize, answer, isAll, isFirstAgain };
  }
  const size = answer.rows.length;
  if (page === 1) return { page, size, ownSize: size, answer, isAll, isFirstAgain: false };
  // Counted by another size this is not the page that holds the row.
  return openList(list, { start, ownSize: size }, wanted);
}

function fetchSized<Row>(list: PagedList<Row>, page: number, size: number): Promise<UpstreamPage<Row>> {
  // A page size of the provider's own may be larger than what may be asked for; it is given all the same.
  return list.fetchPage(page, Math.min(size, list.maxPageSize));
}

function pageNumber(start: number, size: number): number {
  return Math.floor(start / size) + 1;
}

/** Whether upstream states that rows follow a page; null where it states nothing. */
function statesMore<Row>({ rows, totalPages, totalRows }: UpstreamPage<Row>, page: number, size: number) {
  if (totalRows !== null) return (page - 1) * size + rows.length < totalRows;
  return totalPages === null ? null : page < totalPages;
}

function hasOwnSize<Row>(answer: UpstreamPage<Row>, page: number, size: number): boolean {
  const count = answer.rows.length;
  return count > size || (count > 0 && count < size && statesMore(answer, page, size) === true);
}

/**
 * Whether a later page, the first one asked for, is page one once more: a provider that states no totals may ignore
 * the number, and its rows would then be taken for later ones.
 */
async function isFirstPageAgain<Row>(
  list: PagedList<Row>,
  { page, size, answer }: { page: number; size: number; answer: UpstreamPage<Row> },
): Promise<boolean> {
  const [row] = answer.rows;
  if (page === 1 || row === undefined || statesMore(answer, page, size) !== null) return false;
  const [firstRow] = (await fetchSized(list, 1, size)).rows;
  return firstRow !== undefined && list.keyOf(firstRow) === list.keyOf(row);
}

/** The page size at which `start` is the first row of a page, so that a connection's page is one call where it can be. */
function pageSizeFor(start: number, wanted: number, maxPageSize: number): number {
  const size = Math.min(wanted, maxPageSize);
  return start % size === 0 ? size : maxPageSize;
}

function encodePlace(place: number, ownSize: number | null): string {
  return Buffer.from(`place:${place}${ownSize === null ? '' : `/${ownSize}`}`).toString('base64url');
}

function decodePlace(cursor: string): Place {
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  const { place, size } = /^place:(?<place>\d{1,9})(?:\/(?<size>[1-9]\d{0,5}))?$/.exec(text)?.groups ?? {};
  if (place === undefined) throw new RequestError('BAD_USER_INPUT', 'Argument "after" is no cursor of this list.');
  return { start: Number(place) + 1, ownSize: size === undefined ? null : Number(size) };
}
