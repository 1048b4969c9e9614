import type { Instant } from '../../domain/instant.js';
import type { WindowStart } from './calls.js';
import { instantBehind } from './local-time.js';

/** How many rows a call gives at the most (seed document, getTracks and getOrders); there is no page parameter. */
export const windowCap = 100;

/** A list that can only be asked "since when". */
export interface WindowList<Row> {
  readonly fetch: (start: WindowStart) => Promise<readonly Row[]>;
  /** Two rows with the same key are the same row; a row with null is only itself. */
  readonly keyOf: (row: Row) => string | null;
  /** When the row was imported, as upstream writes it; null where the row does not say. */
  readonly importedAtOf: (row: Row) => string | null;
  /** Zone of the import times. */
  readonly timeZone: string;
}

/** What was read of a list, with what is known about the rest. */
export interface WindowRead<Row> {
  readonly rows: readonly Row[];
  readonly calls: number;
  /** Whether these are all rows since the start. */
  readonly isComplete: boolean;
  /** Else the instant since which the rows are all here; null when nothing can be said. */
  readonly completeSince: Instant | null;
}

interface ReadLimits {
  readonly dateFrom: string;
  readonly maxCalls: number;
  /** Reading stops once it holds so many rows. @default Infinity */
  readonly wantedRows?: number;
}

/**
 * Reads a list on from a start: behind a full window the next one starts at the newest import seen.
 *
 * @remarks Which hundred rows of a larger window upstream gives, and in which order, is undocumented. If the oldest, the next
 * window brings new rows until one is not full. If the newest, the next window brings nothing new: then the
 * rows are complete after the oldest import seen, and nothing older can be had. A hundred rows of one second cannot be passed.
 */
export async function readForward<Row>(
  list: WindowList<Row>,
  { dateFrom, maxCalls, wantedRows = Number.POSITIVE_INFINITY }: ReadLimits,
): Promise<WindowRead<Row>> {
  const held = new Map<unknown, Row>();
  let from = dateFrom;
  let hasMoved = false;
  let startsNewest = false;
  for (let calls = 1; ; calls += 1) {
    const window = await list.fetch({ dateFrom: from });
    const added = addRows(held, window, list);
    const isFull = window.length >= windowCap;
    // Rows in descending order are the newest ones: one that is new then was imported in between, and proves nothing.
    if (calls === 1) startsNewest = isDescending(window, list);
    else if (added > 0 && (isFull || !startsNewest)) hasMoved = true;
    const rows = [...held.values()];
    if (!isFull) {
      const isComplete = calls === 1 || hasMoved;
      return { rows, calls, isComplete, completeSince: isComplete ? null : behindOldest(rows, list) };
    }
    const newest = importTimes(window, list).at(-1);
    if (newest === undefined || added === 0 || calls >= maxCalls || rows.length >= wantedRows) {
      return { rows, calls, isComplete: false, completeSince: null };
    }
    from = newest;
  }
}

/** Adds what is not held yet. @returns how many rows that was. */
export function addRows<Row>(held: Map<unknown, Row>, rows: readonly Row[], { keyOf }: WindowList<Row>): number {
  const before = held.size;
  for (const row of rows) {
    const key = keyOf(row) ?? row;
    if (!held.has(key)) held.set(key, row);
  }
  return held.size - before;
}

/** Rows each once, the first one of a key. */
export function distinct<Row>(rows: readonly Row[], list: WindowList<Row>): Row[] {
  const held = new Map<unknown, Row>();
  addRows(held, rows, list);
  return [...held.values()];
}

/** The readable import times, oldest first. Texts of this form sort like the times they name. */
export function importTimes<Row>(rows: readonly Row[], { importedAtOf }: WindowList<Row>): string[] {
  return rows
    .map((row) => importedAtOf(row))
    .filter((time) => time !== null && /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(time))
    .map(String)
    .sort();
}

/** The instant since which the newest rows of a list are all here: of the oldest import's own second some may have been cut off. */
export function behindOldest<Row>(rows: readonly Row[], list: WindowList<Row>): Instant | null {
  const oldest = importTimes(rows, list).at(0);
  return oldest === undefined ? null : instantBehind(oldest, list.timeZone);
}

function isDescending<Row>(rows: readonly Row[], { importedAtOf }: WindowList<Row>): boolean {
  const [first, last] = [rows.at(0), rows.at(-1)].map((row) => (row === undefined ? null : importedAtOf(row)));
  return first !== null && first !== undefined && last !== null && last !== undefined && first > last;
}
