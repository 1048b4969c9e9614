import type { Page, PageRequest } from '../../domain/page.js';
import { RequestError } from '../../errors/request-error.js';
import { type ListStart, rowsFrom } from './numbered-rows.js';
import { givenOf } from './page-size.js';
import type { PagedList, PageSize } from './paged-list.js';

export type { PagedList, UpstreamPage } from './paged-list.js';

interface ReadOptions<Row> {
  /** Rows to show; the rest is passed over. @default all */
  readonly matches?: (row: Row) => boolean;
  /** The most rows to read while looking for matches. */
  readonly scanLimit: number;
}

/**
 * One page of a provider's numbered list, as a connection asks for it. A cursor is the row's place in the list and the
 * page size by which the provider counts.
 *
 * @returns fewer rows than asked for with `hasNextPage` and `endCursor` where the scan limit ended the search.
 */
export async function readPage<Row>(
  list: PagedList<Row>,
  { first, after }: PageRequest,
  { matches, scanLimit }: ReadOptions<Row>,
): Promise<Page<Row>> {
  const start = after === null ? beginning : decodeCursor(after);
  const rows: { row: Row; cursor: string }[] = [];
  let read = 0;
  for await (const { row, place, size, hasMore } of rowsFrom(list, start, first)) {
    const cursor = encodeCursor(place, size);
    if (matches?.(row) ?? true) {
      if (rows.length === first) return { rows, hasNextPage: true };
      rows.push({ row, cursor });
      // Where no row is passed over, a stated total answers what the next page would be asked for.
      if (matches === undefined && hasMore && rows.length === first) return { rows, hasNextPage: true };
    }
    read += 1;
    if (read > Math.max(scanLimit, first)) return { rows, hasNextPage: true, endCursor: cursor };
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

/** All rows of a provider's list from the start, up to a limit. Rows that could not be read leave it incomplete. */
export async function readRows<Row>(
  list: PagedList<Row>,
  limit: number,
): Promise<{ readonly rows: readonly Row[]; readonly isComplete: boolean }> {
  const rows: Row[] = [];
  let hasLostRows = false;
  const fetchPage: PagedList<Row>['fetchPage'] = async (page, pageSize) => {
    const answer = await list.fetchPage(page, pageSize);
    hasLostRows ||= givenOf(answer) > answer.rows.length;
    return answer;
  };
  for await (const { row } of rowsFrom({ ...list, fetchPage }, beginning, list.maxPageSize)) {
    if (rows.length === limit) return { rows, isComplete: false };
    rows.push(row);
  }
  return { rows, isComplete: !hasLostRows };
}

const beginning: ListStart = { place: 0, size: null };

function encodeCursor(place: number, { asked, given }: PageSize): string {
  return Buffer.from(`place:${place}/${asked}/${given}`).toString('base64url');
}

function decodeCursor(cursor: string): ListStart {
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  const { place, asked, given } =
    /^place:(?<place>\d{1,9})(?:\/(?<asked>[1-9]\d{0,5})\/(?<given>[1-9]\d{0,5}))?$/.exec(text)?.groups ?? {};
  if (place === undefined) throw new RequestError('BAD_USER_INPUT', 'Argument "after" is no cursor of this list.');
  const size = asked === undefined || given === undefined ? null : { asked: Number(asked), given: Number(given) };
  return { place: Number(place) + 1, size };
}
