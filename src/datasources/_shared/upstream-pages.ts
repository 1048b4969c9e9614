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
 * @remarks Ends on an empty page as well as on the stated number of pages; a provider that ignores the page number
 * (repeats its first row, or gives more rows than asked for) is read as a list without pages.
 */
export async function readPage<Row>(
  list: PagedList<Row>,
  { first, after }: PageRequest,
  { matches, scanLimit }: ReadOptions<Row>,
): Promise<Page<Row>> {
  const start = after === null ? 0 : decodePlace(after) + 1;
  const rows: { row: Row; cursor: string }[] = [];
  let read = 0;
  for await (const { row, place, hasMore } of rowsFrom(list, start, first)) {
    if (matches?.(row) ?? true) {
      if (rows.length === first) return { rows, hasNextPage: true };
      rows.push({ row, cursor: encodePlace(place) });
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
  for await (const { row } of rowsFrom(list, 0, list.maxPageSize)) {
    if (rows.length === limit) return { rows, isComplete: false };
    rows.push(row);
  }
  return { rows, isComplete: true };
}

/** A row with its place in the list, and whether upstream has stated that rows follow it. */
interface PlacedRow<Row> {
  readonly row: Row;
  readonly place: number;
  readonly hasMore: boolean;
}

async function* rowsFrom<Row>(list: PagedList<Row>, start: number, wanted: number): AsyncGenerator<PlacedRow<Row>> {
  const { fetchPage, keyOf } = list;
  const pageSize = pageSizeFor(start, wanted, list.maxPageSize);
  let firstKey: string | null = null;
  for (let page = Math.floor(start / pageSize) + 1; ; page += 1) {
    const answer = await fetchPage(page, pageSize);
    const [firstRow] = answer.rows;
    const key = firstRow === undefined ? null : keyOf(firstRow);
    if (key === null || key === firstKey) return;
    const isWhole =
      answer.rows.length > pageSize || (await isFirstPageAgain(list, { page, pageSize, answer, firstKey }));
    firstKey ??= key;
    const { offset, isLast, isContinued } = extentOf(answer, { page, pageSize, isWhole });
    for (const [index, row] of answer.rows.entries()) {
      const hasMore = isContinued || index < answer.rows.length - 1;
      if (offset + index >= start) yield { row, place: offset + index, hasMore };
    }
    if (isLast) return;
  }
}

/** Where a page's rows stand in the list, whether they end it, and whether upstream states that more follow. */
function extentOf<Row>(
  { rows, totalPages, totalRows }: UpstreamPage<Row>,
  { page, pageSize, isWhole }: { page: number; pageSize: number; isWhole: boolean },
): { readonly offset: number; readonly isLast: boolean; readonly isContinued: boolean } {
  const offset = isWhole ? 0 : (page - 1) * pageSize;
  const isStated = totalPages !== null || totalRows !== null;
  const isEnd = isStated
    ? isLastPage({ page, totalPages, totalRows, seen: offset + rows.length })
    : rows.length < pageSize;
  return { offset, isLast: isWhole || isEnd, isContinued: isStated && !isWhole && !isEnd };
}

/**
 * Whether a later page, the first one asked for, is page one once more: a provider that states no totals may ignore
 * the number, and its rows would then be taken for later ones.
 */
async function isFirstPageAgain<Row>(
  { fetchPage, keyOf }: PagedList<Row>,
  asked: { page: number; pageSize: number; answer: UpstreamPage<Row>; firstKey: string | null },
): Promise<boolean> {
  const { page, pageSize, answer, firstKey } = asked;
  const [row] = answer.rows;
  if (firstKey !== null || page === 1 || row === undefined) return false;
  if (answer.totalPages !== null || answer.totalRows !== null) return false;
  const [firstRow] = (await fetchPage(1, pageSize)).rows;
  return firstRow !== undefined && keyOf(firstRow) === keyOf(row);
}

function isLastPage(state: {
  page: number;
  totalPages: number | null;
  totalRows: number | null;
  seen: number;
}): boolean {
  const { page, totalPages, totalRows, seen } = state;
  return (totalPages !== null && page >= totalPages) || (totalRows !== null && seen >= totalRows);
}

/** The page size at which `start` is the first row of a page, so that a connection's page is one call where it can be. */
function pageSizeFor(start: number, wanted: number, maxPageSize: number): number {
  const size = Math.min(wanted, maxPageSize);
  return start % size === 0 ? size : maxPageSize;
}

function encodePlace(place: number): string {
  return Buffer.from(`place:${place}`).toString('base64url');
}

function decodePlace(cursor: string): number {
  const place = /^place:(\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString('utf8'))?.[1];
  if (place === undefined) throw new RequestError('BAD_USER_INPUT', 'Argument "after" is no cursor of this list.');
  return Number(place);
}
