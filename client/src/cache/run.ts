import { keyOf, type PagePlace, type Row } from './rows.js';

/** Rows that follow each other without a gap. */
export interface Run {
  /** The cursor behind which it begins; null at the top of the list. */
  readonly after: string | null;
  readonly rows: readonly Row[];
  /** Place of the run as a whole. */
  readonly place: PagePlace;
  /** How many rows were asked for since its beginning: where fewer are there, the gateway has given fewer. */
  readonly asked: number;
}

/** A page that was asked for. */
export interface Page {
  readonly after: string | null;
  readonly first: number;
  readonly rows: readonly Row[];
  readonly place: PagePlace;
}

/** Where in a run the rows behind a cursor begin; undefined when the cursor is not in it. */
export function placeBehind({ after, rows }: Run, cursor: string | null): number | undefined {
  if (cursor === after) return 0;
  const found = cursor === null ? -1 : rows.findIndex((row) => row.cursor === cursor);
  return found < 0 ? undefined : found + 1;
}

/** The runs of a list with one more page: joined to the run it continues or renews, else as a run of its own. */
export function withPage(runs: readonly Run[], page: Page): readonly Run[] {
  for (const [number, run] of runs.entries()) {
    const begin = placeBehind(run, page.after);
    if (begin === undefined) continue;
    const others = runs.filter((_, other) => other !== number);
    return withRun(others, joined(run, { page, begin }));
  }
  const { after, first, rows, place } = page;
  return withRun(runs, { after, rows, place, asked: first });
}

/** Runs with one more, made one with those that it meets. */
function withRun(runs: readonly Run[], run: Run): readonly Run[] {
  for (const [number, other] of runs.entries()) {
    const one = linked(run, other) ?? linked(other, run);
    if (one === undefined) continue;
    const others = runs.filter((_, place) => place !== number);
    return withRun(others, one);
  }
  return [...runs, run];
}

/** A run with what another one knows behind its end; undefined when the other one does not begin in it. */
function linked(run: Run, next: Run): Run | undefined {
  const begin = placeBehind(run, next.after);
  if (begin === undefined) return undefined;
  const tail = begin === run.rows.length ? next.rows : behindLast(run.rows, next.rows);
  const known = new Set(run.rows.flatMap((row) => keyOf(row) ?? []));
  const rows = [...run.rows, ...tail.filter((row) => !known.has(keyOf(row) ?? ''))];
  const end = tail.length > 0 ? next.place : run.place;
  return {
    after: run.after,
    rows,
    place: placeOf(run.place, end, rows),
    asked: Math.max(run.asked, begin + next.asked),
  };
}

/**
 * A run whose rows from a place on are replaced by a page. What follows the page's last row stays, so that a list somebody has read
 * far into does not shrink when its top is read again. A row that has moved stands where the page has it.
 */
function joined(run: Run, { page, begin }: { page: Page; begin: number }): Run {
  const fresh = new Set(page.rows.flatMap((row) => keyOf(row) ?? []));
  const isElsewhere = (row: Row) => !fresh.has(keyOf(row) ?? '');
  const old = new Map(run.rows.flatMap((row) => entryOf(row)));
  const rest = page.place.hasNextPage === false ? [] : behindLast(page.rows, run.rows.slice(begin));
  const head = run.rows.slice(0, begin).filter(isElsewhere);
  const middle = page.rows.map((row) => complete(row, old.get(keyOf(row) ?? '')));
  const rows = [...head, ...middle, ...rest.filter(isElsewhere)];
  const end = rest.length > 0 ? run.place : page.place;
  return {
    after: run.after,
    rows,
    place: placeOf(begin === 0 ? page.place : run.place, end, rows),
    asked: Math.max(begin + page.first, rest.length > 0 ? run.asked : 0),
  };
}

/** The rows that follow the last one of a page among other rows; none when it is not there. */
function behindLast(page: readonly Row[], rows: readonly Row[]): readonly Row[] {
  const last = page.at(-1);
  const key = last && keyOf(last);
  const found = key === undefined ? -1 : rows.findIndex((row) => keyOf(row) === key);
  return found < 0 ? [] : rows.slice(found + 1);
}

function entryOf(row: Row): [string, Row][] {
  const key = keyOf(row);
  return key === undefined ? [] : [[key, row]];
}

/** A row with what an earlier answer knew of the same row. */
function complete(row: Row, known: Row | undefined): Row {
  if (known === undefined) return row;
  const { node = known.node, cursor = known.cursor, edge = known.edge } = row;
  return { node, cursor, edge };
}

function placeOf(begin: PagePlace, end: PagePlace, rows: readonly Row[]): PagePlace {
  // An empty page at the end has no cursor of its own; the list still ends at its last row.
  const endCursor = end.endCursor ?? rows.at(-1)?.cursor ?? end.endCursor;
  const { startCursor, hasPreviousPage } = begin;
  const { hasNextPage } = end;
  return {
    ...(startCursor === undefined ? {} : { startCursor }),
    ...(hasPreviousPage === undefined ? {} : { hasPreviousPage }),
    ...(endCursor === undefined ? {} : { endCursor }),
    ...(hasNextPage === undefined ? {} : { hasNextPage }),
  };
}
