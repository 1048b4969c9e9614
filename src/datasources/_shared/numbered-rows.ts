import { type Followers, followersOf, givenOf, isAsAsked, sizeOfFirstPage, statesTotals } from './page-size.js';
import type { PagedList, PageSize, UpstreamPage } from './paged-list.js';

/** Where to begin, and the provider's page size where an earlier page has shown it. */
export interface ListStart {
  readonly place: number;
  readonly size: PageSize | null;
}

/** A row with its place in the list, and whether upstream has stated that rows follow it. */
interface PlacedRow<Row> {
  readonly row: Row;
  readonly place: number;
  readonly size: PageSize;
  readonly hasMore: boolean;
}

/** The page that holds the first row asked for, and what is known by then of the provider's way with pages. */
interface Opening<Row> {
  readonly page: number;
  readonly answer: UpstreamPage<Row>;
  readonly size: number;
  /** Whether this is all there is, whatever page was asked for. */
  readonly isWhole: boolean;
}

type FetchPage<Row> = (page: number) => Promise<UpstreamPage<Row>>;

/**
 * The rows of a numbered list from a place on, page by page.
 *
 * @remarks Pages are counted by the size the provider gives, not by the one asked for. The list ends where totals say so,
 * with an empty page, with a short one where nothing is stated, and with one that was there before.
 */
export async function* rowsFrom<Row>(
  list: PagedList<Row>,
  start: ListStart,
  wanted: number,
): AsyncGenerator<PlacedRow<Row>> {
  const known = knownSize(list, start, wanted);
  const asked = known?.asked ?? pageSizeFor(start.place, wanted, list.maxPageSize);
  const pages = new Map<number, Promise<UpstreamPage<Row>>>();
  const fetchPage: FetchPage<Row> = (page) => {
    const answer = pages.get(page) ?? list.fetchPage(page, asked);
    pages.set(page, answer);
    return answer;
  };
  const keyOf = ({ rows: [row] }: UpstreamPage<Row>) => (row === undefined ? null : list.keyOf(row));

  const opening = await openList(fetchPage, { place: start.place, asked, given: known?.given ?? null, keyOf });
  const { size, isWhole } = opening;
  const seen = new Set<string | null>();
  if (opening.page !== 1 && pages.has(1)) seen.add(keyOf(await fetchPage(1)));
  for (let { page, answer } = opening; givenOf(answer) > 0; page += 1, answer = await fetchPage(page)) {
    const followers = isWhole ? 'NONE' : followersOf(answer, { page, size });
    if (isSeenBefore(keyOf(answer), seen, followers)) return;
    const offset = isWhole ? 0 : (page - 1) * size;
    for (const [index, row] of answer.rows.entries()) {
      const hasMore = followers === 'STATED' || index < answer.rows.length - 1;
      if (offset + index >= start.place) yield { row, place: offset + index, size: { asked, given: size }, hasMore };
    }
    if (followers === 'NONE') return;
  }
}

/** Whether a page came before; remembers it. Unreadable rows cannot tell: then only a stated total leads on. */
function isSeenBefore(key: string | null, seen: Set<string | null>, followers: Followers): boolean {
  if (key === null) return followers !== 'STATED';
  if (seen.has(key)) return true;
  seen.add(key);
  return false;
}

async function openList<Row>(
  fetchPage: FetchPage<Row>,
  {
    place,
    asked,
    given,
    keyOf,
  }: { place: number; asked: number; given: number | null; keyOf: (page: UpstreamPage<Row>) => string | null },
): Promise<Opening<Row>> {
  const page = pageNumber(place, given ?? asked);
  const answer = await fetchPage(page);
  const size = given ?? asked;
  if (page > 1 && !needsFirstPage(answer, { page, place, asked, given })) return { page, answer, size, isWhole: false };
  const first = await fetchPage(1);
  // Whoever gives more than asked for and states no totals, or gives page one for a later one, gives all there is.
  if (page === 1 ? isUnbounded(first, asked) : keyOf(first) !== null && keyOf(first) === keyOf(answer)) {
    return { page: 1, answer: first, size: Math.max(givenOf(first), asked), isWhole: true };
  }
  const learned = sizeOfFirstPage(first, asked, page > 1 && givenOf(answer) > 0);
  const rightPage = pageNumber(place, learned);
  return { page: rightPage, answer: await fetchPage(rightPage), size: learned, isWhole: false };
}

/** Whether a later page leaves open by which size the provider counted it. */
function needsFirstPage(
  answer: UpstreamPage<unknown>,
  { page, place, asked, given }: { page: number; place: number; asked: number; given: number | null },
): boolean {
  const isEmpty = givenOf(answer) === 0;
  // Without totals the number may even have been ignored.
  if (!statesTotals(answer)) return !isEmpty;
  if (given !== null) return false;
  if (!isEmpty) return !isAsAsked(answer, page, asked);
  return answer.totalRows === null ? answer.totalPages !== 0 : answer.totalRows > place;
}

function isUnbounded(first: UpstreamPage<unknown>, asked: number): boolean {
  return !statesTotals(first) && givenOf(first) > asked;
}

/** The size an earlier page has shown, where it was asked as it would be now, or was not what had been asked for. */
function knownSize<Row>({ maxPageSize }: PagedList<Row>, { place, size }: ListStart, wanted: number): PageSize | null {
  if (size === null || size.asked > maxPageSize) return null;
  return size.asked !== size.given || size.asked === pageSizeFor(place, wanted, maxPageSize) ? size : null;
}

/** The page size at which a place is the first of a page, so that a connection's page is one call where it can be. */
function pageSizeFor(place: number, wanted: number, maxPageSize: number): number {
  const size = Math.min(wanted, maxPageSize);
  return place % size === 0 ? size : maxPageSize;
}

function pageNumber(place: number, size: number): number {
  return Math.floor(place / size) + 1;
}
