import type { Instant } from '../../domain/instant.js';
import { instantBehind, moveLocal, plainLocal } from './local-time.js';
import { markOf, type WalkPlace, type WindowPlace } from './walk-place.js';
import { importTimes, type WindowList, windowCap } from './window.js';

/** What one step of reading backwards has found. */
export interface WalkStep<Row> {
  readonly rows: readonly Row[];
  /** Null behind the last step. */
  readonly next: WalkPlace | null;
  /** With `next` null: whether all rows since the beginning are here. */
  readonly isComplete: boolean;
  /** When not complete: the instant since which they are; null when nothing can be said. */
  readonly since: Instant | null;
}

/** Behind every import. */
export const never = '9999-12-31 23:59:59';

// A window of so many rows wastes little of its last call, and is read newest first among its like.
const wantedRows = 400;
// Without import times a window has to be read in one call.
const wantedUntimedRows = 60;
const mostGrowth = 8;
const mostSeconds = 1_000_000_000;
const hourSeconds = 60 * 60;
const daySeconds = 24 * hourSeconds;

/**
 * Takes in one call of a window, of a list that gives the oldest rows of a full one. Behind a full call the next one starts at the
 * newest import seen, until a row of the time behind the window shows that there is nothing left in it.
 */
export function advance<Row>(list: WindowList<Row>, place: WindowPlace, rows: readonly Row[]): WalkStep<Row> {
  const { at, until, anchors } = place;
  const times = importTimes(rows, list);
  const newest = times.at(-1);
  const isKnown = isKnownTo(list, place);
  const held: WindowPlace = {
    ...place,
    count: place.count + rows.filter((row) => !isKnown(row)).length,
    lost: laterOf(place.lost, lostAmong(rows, list)),
  };
  if (rows.length < windowCap) return closeWindow(list, held, rows);
  if (newest === undefined) {
    return anchors.length > 0 && rows.some(isKnown) ? closeWindow(list, held, rows) : narrow(list, held, rows);
  }
  if (newest >= until) return closeWindow(list, held, rows);
  if (newest <= at) return pass(list, held, rows);
  const plain = plainLocal(newest, list.timeZone);
  // An hour that clocks have twice and that holds more than a call gives is read by its texts.
  return goOn(rows, { ...held, at: plain > at ? plain : newest });
}

/** The second of the newest row that does not say which one it is; null when each does. */
export function lostAmong<Row>(rows: readonly Row[], list: WindowList<Row>): string | null {
  const nameless = rows.filter((row) => list.keyOf(row) === null);
  if (nameless.length === 0) return null;
  const times = importTimes(nameless, list);
  return times.length < nameless.length ? never : (times.at(-1) ?? never);
}

/** The end of reading, with the newest second of which rows may be missing. */
export function ended<Row>(list: WindowList<Row>, rows: readonly Row[], lost: string | null): WalkStep<Row> {
  const since = lost === null || lost === never ? null : instantBehind(lost, list.timeZone);
  return { rows, next: null, isComplete: lost === null, since };
}

export function goOn<Row>(rows: readonly Row[], next: WalkPlace): WalkStep<Row> {
  return { rows, next, isComplete: false, since: null };
}

/** Whether a row lies behind the window. */
function isKnownTo<Row>(list: WindowList<Row>, { until, anchors }: WindowPlace): (row: Row) => boolean {
  const marks = new Set(anchors);
  return (row) => {
    const [time] = importTimes([row], list);
    const key = list.keyOf(row);
    return time === undefined ? key !== null && marks.has(markOf(key)) : time >= until;
  };
}

/** Everything of the window is here: on to the one before it, sized so that it takes a few calls. */
function closeWindow<Row>(list: WindowList<Row>, place: WindowPlace, rows: readonly Row[]): WalkStep<Row> {
  const { begin, from, seconds, count, lost } = place;
  if (from <= begin) return ended(list, rows, lost);
  const isTimed = importTimes(rows, list).length > 0;
  const wanted = isTimed ? wantedRows : wantedUntimedRows;
  const growth = count === 0 ? mostGrowth : Math.min(mostGrowth, Math.max(1 / mostGrowth, wanted / count));
  const next = Math.min(mostSeconds, Math.max(1, Math.round(seconds * growth)));
  const keys = isTimed ? [] : rows.map((row) => list.keyOf(row)).filter((key) => key !== null);
  const start = startOf(list, { begin, until: from, seconds: next });
  return {
    ...goOn(rows, {
      ...place,
      seconds: next,
      from: start,
      at: start,
      until: from,
      count: 0,
      anchors: keys.map(markOf),
    }),
    since: lost === null ? instantBehind(from, list.timeZone) : ended(list, rows, lost).since,
  };
}

/** What could be read of a start does not lead on: whatever is left before the next place that can be asked for may be missing. */
function pass<Row>(list: WindowList<Row>, place: WindowPlace, rows: readonly Row[]): WalkStep<Row> {
  const next = behindStart(place.at, importTimes(rows, list)[0] ?? place.at, list.timeZone);
  const passed: WindowPlace = { ...place, lost: laterOf(place.lost, moveLocal(next, -1)) };
  return next >= place.until ? closeWindow(list, passed, rows) : goOn(rows, { ...passed, at: next });
}

/**
 * The next place behind a start that more rows stand at than a call gives: the next second. Where rows came that are older by their
 * text, the next hour behind one that clocks have twice, or the next day for a provider that overlooks the time of day.
 */
function behindStart(at: string, oldest: string, timeZone: string): string {
  if (oldest >= at) return moveLocal(at, 1);
  return plainLocal(at, timeZone) === at
    ? moveLocal(`${at.slice(0, 10)} 00:00:00`, daySeconds)
    : moveLocal(`${at.slice(0, 13)}:00:00`, hourSeconds);
}

/** Rows without import times do not say where a full call ended: the window is made smaller until one call holds it. */
function narrow<Row>(list: WindowList<Row>, place: WindowPlace, rows: readonly Row[]): WalkStep<Row> {
  const { begin, until, from, seconds } = place;
  if (seconds <= 1) return closeWindow(list, { ...place, lost: laterOf(place.lost, from) }, rows);
  const next = Math.floor(seconds / 4) || 1;
  const start = startOf(list, { begin, until, seconds: next });
  return goOn(rows, { ...place, seconds: next, from: start, at: start, count: 0 });
}

function startOf<Row>(
  { timeZone }: WindowList<Row>,
  { begin, until, seconds }: Pick<WindowPlace, 'begin' | 'until' | 'seconds'>,
): string {
  const start = plainLocal(moveLocal(until, -seconds), timeZone);
  return start < begin ? begin : start;
}

function laterOf(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return one > other ? one : other;
}
