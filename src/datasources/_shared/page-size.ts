import type { UpstreamPage } from './paged-list.js';

type AnyPage = UpstreamPage<unknown>;

/** How many rows upstream gave on a page, shown or not. */
export function givenOf({ rows, given }: AnyPage): number {
  return given ?? rows.length;
}

/** Whether upstream states any total of its list. */
export function statesTotals({ totalPages, totalRows }: AnyPage): boolean {
  return totalPages !== null || totalRows !== null;
}

/**
 * The size of a provider's pages as its first one shows it.
 *
 * @remarks Fewer rows than asked for are a silent cap where totals state that more follow, or where others do follow;
 * without either only a count that people choose for a cap is taken for one, and the next page tells.
 */
export function sizeOfFirstPage(first: AnyPage, asked: number, hasFollowers = false): number {
  const count = givenOf(first);
  if (count === 0 || count === asked) return asked;
  if (statesTotals(first)) {
    if (!hasFollowers && !statesMore(first, { page: 1, size: asked })) return Math.max(asked, count);
    return isCountedAsAsked(first, asked) ? asked : count;
  }
  if (hasFollowers || count > asked) return count;
  return isLikelyCap(count) ? count : asked;
}

/** Whether a later page fits the size asked for so well that the provider must have used it. */
export function isAsAsked(answer: AnyPage, page: number, asked: number): boolean {
  const { totalPages, totalRows } = answer;
  const count = givenOf(answer);
  if (totalPages === null) return false;
  if (page < totalPages) return count === asked;
  return page === totalPages && totalRows !== null && totalRows - count === (page - 1) * asked;
}

/** Whether rows follow a page: upstream states it, it may be so, or they do not. */
export type Followers = 'STATED' | 'POSSIBLE' | 'NONE';

/** What a page says of the pages behind it. */
export function followersOf(answer: AnyPage, place: { page: number; size: number }): Followers {
  if (statesTotals(answer)) return statesMore(answer, place) ? 'STATED' : 'NONE';
  return givenOf(answer) >= place.size ? 'POSSIBLE' : 'NONE';
}

/** A count that is likely to be somebody's limit rather than the number of rows there happen to be. */
function isLikelyCap(count: number): boolean {
  return count >= 10 && (count % 10 === 0 || count % 25 === 0);
}

function statesMore(answer: AnyPage, { page, size }: { page: number; size: number }): boolean {
  const { totalPages, totalRows } = answer;
  const seen = (page - 1) * size + givenOf(answer);
  return (totalPages !== null && totalPages > page) || (totalRows !== null && totalRows > seen);
}

/** Whether a short page is one whose rows were left out after the provider had counted by the size asked for. */
function isCountedAsAsked(answer: AnyPage, asked: number): boolean {
  const { totalPages, totalRows } = answer;
  const count = givenOf(answer);
  if (totalPages === null || totalRows === null || isLikelyCap(count)) return false;
  return Math.ceil(totalRows / asked) === totalPages && Math.ceil(totalRows / count) !== totalPages;
}
