import { z } from 'zod';
import type { FillStep, IndexEntry } from './index-feed.js';
import { followersOf, givenOf, sizeOfFirstPage, statesTotals } from './page-size.js';
import type { PagedList, UpstreamPage } from './paged-list.js';

/** Where a fill goes on, and what earlier pages have shown of the list. */
const cursorSchema = z.object({
  page: z.int().positive(),
  /** The provider's page size; null before the first page. */
  size: z.int().positive().nullable(),
  /** How many rows the list had, as the provider said last. */
  total: z.int().nullable(),
  /** Keys of the first rows of the first page and of the one before: seeing one again means that no further page exists. */
  first: z.string().nullable(),
  previous: z.string().nullable(),
  /** What the page before has said of those behind it. */
  followers: z.enum(['STATED', 'POSSIBLE', 'NONE']),
  hasLostRows: z.boolean(),
  steps: z.int(),
});
type Cursor = z.output<typeof cursorSchema>;

const beginning: Cursor = {
  page: 1,
  size: null,
  total: null,
  first: null,
  previous: null,
  followers: 'POSSIBLE',
  hasLostRows: false,
  steps: 0,
};

/** A list that never ends and never repeats itself is given up: a million rows at a hundred a page. */
const mostSteps = 10_000;

/**
 * Reads a numbered list to its end, one page a step, so that a fill can go on after a restart.
 *
 * @remarks Rows that are added meanwhile come twice at the worst. Rows that are removed move others to pages that were read
 * already: where the total shows it, the step goes back. The list ends as that of a live query does (`rowsFrom`).
 *
 * @param entryOf gives null for a row that cannot be told from others
 */
export async function fillFromPages<Row>(
  list: PagedList<Row>,
  entryOf: (row: Row, page: number) => IndexEntry | null,
  cursor: string | null,
): Promise<FillStep> {
  const at = readCursor(cursor);
  const answer = await list.fetchPage(at.page, list.maxPageSize);
  const [row] = answer.rows;
  const next = learn(list, at, { answer, key: row === undefined ? null : list.keyOf(row) });
  const entries = answer.rows.map((entry) => entryOf(entry, at.page)).filter((entry) => entry !== null);
  const end = endOf(answer, at, next);
  if (end !== null) return { entries, next: null, isComplete: !end.isCut && !next.hasLostRows, since: null };
  return { entries, next: JSON.stringify(next), isComplete: false, since: null };
}

/** What a page adds to what is known of the list, and where to go on. */
function learn<Row>(
  { maxPageSize }: PagedList<Row>,
  at: Cursor,
  { answer, key }: { answer: UpstreamPage<Row>; key: string | null },
): Cursor {
  const size = at.size ?? sizeOfFirstPage(answer, maxPageSize);
  const isUnbounded = at.page === 1 && !statesTotals(answer) && givenOf(answer) > maxPageSize;
  const learned = {
    size,
    total: answer.totalRows,
    first: at.page === 1 ? key : at.first,
    // Whoever gives more than was asked for gives all there is.
    followers: isUnbounded ? 'NONE' : followersOf(answer, { page: at.page, size }),
    hasLostRows: at.hasLostRows || givenOf(answer) > answer.rows.length,
    steps: at.steps + 1,
  } as const;
  const shrunkBy = (at.total ?? 0) - (answer.totalRows ?? Number.POSITIVE_INFINITY);
  if (at.page === 1 || shrunkBy <= 0) return { ...learned, page: at.page + 1, previous: key };
  return { ...learned, page: Math.max(1, at.page - Math.ceil(shrunkBy / size)), previous: null };
}

/** Null while there is more to read, else whether rows are out of reach. */
function endOf(answer: UpstreamPage<unknown>, at: Cursor, next: Cursor): { readonly isCut: boolean } | null {
  if (next.steps >= mostSteps) return { isCut: true };
  if (next.page <= at.page) return null;
  const isPromised = next.followers === 'STATED';
  if (at.page > 1 && next.previous !== null) {
    // The first page again says nothing of the rows behind it; the last page again, that there are none.
    if (next.previous === at.first) return { isCut: true };
    if (next.previous === at.previous) return { isCut: isPromised };
  }
  const isMissing = givenOf(answer) === 0 && !statesTotals(answer) && at.followers === 'STATED';
  return next.followers === 'NONE' || next.previous === null ? { isCut: isPromised || isMissing } : null;
}

/** A cursor of another version begins anew. */
function readCursor(cursor: string | null): Cursor {
  if (cursor === null) return beginning;
  try {
    return cursorSchema.safeParse(JSON.parse(cursor)).data ?? beginning;
  } catch {
    return beginning;
  }
}
