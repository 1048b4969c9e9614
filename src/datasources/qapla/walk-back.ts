import { fromEpochMs } from '../../domain/instant.js';
import { localStart, plainLocal } from './local-time.js';
import type { TopPlace, WalkPlace } from './walk-place.js';
import { advance, ended, goOn, lostAmong, never, type WalkStep } from './walk-windows.js';
import { behindOldest, importTimes, type WindowList, windowCap } from './window.js';

interface WalkStart {
  /** The local text since which rows are wanted. */
  readonly begin: string;
  /** Milliseconds since 1970. */
  readonly nowMs: number;
}

const firstSeconds = 3600;

/**
 * One step of reading all rows of a list that can only be asked "since when", the newest windows first, in two calls at the most.
 *
 * @remarks Of more than a hundred rows upstream gives the oldest or the newest; which is undocumented, and shows where a window of the
 * newest rows is compared with one from the beginning. If the oldest, windows are read that go back in time. If the newest, nothing
 * older than those hundred can be had.
 * @param place null for the first step
 */
export async function walkBack<Row>(
  list: WindowList<Row>,
  place: WalkPlace | null,
  { begin, nowMs }: WalkStart,
): Promise<WalkStep<Row>> {
  if (place?.stage === 'WINDOW') return advance(list, place, await list.fetch({ dateFrom: place.at }));
  if (place !== null) return findTop(list, place);
  const rows = await list.fetch({ dateFrom: begin });
  if (rows.length < windowCap) return ended(list, rows, lostAmong(rows, list));
  return goOn(rows, { stage: 'TOP', begin, nowMs, seconds: firstSeconds, empty: 0, full: null });
}

async function findTop<Row>(list: WindowList<Row>, place: TopPlace): Promise<WalkStep<Row>> {
  const { begin, nowMs, seconds } = place;
  const startedAt = fromEpochMs(nowMs - seconds * 1000);
  const start = plainLocal(localStart(startedAt, list.timeZone), list.timeZone);
  const from = start < begin ? begin : start;
  const newest = await list.fetch({ dateFrom: from });
  if (newest.length === 0) return resize(place, { empty: seconds }, []);
  // Asked for again: only then whatever came in meanwhile is in both.
  const oldest = await list.fetch({ dateFrom: begin });
  const rows = [...newest, ...oldest];
  const overlap = compare(newest, oldest, list);
  const isFull = newest.length >= windowCap;
  if (overlap === 'SAME' && !isFull) {
    const since = lostAmong(rows, list) === null ? (behindOldest(oldest, list) ?? startedAt) : null;
    return { rows, next: null, isComplete: false, since };
  }
  // Full windows of rows without import times, and such as tell nothing, are too long.
  const isTooLong = overlap !== 'OTHER' || (isFull && importTimes(newest, list).length === 0);
  if (isTooLong) return resize(place, { full: seconds }, rows);
  const first = importTimes(oldest, list).at(0) ?? begin;
  const window = { begin: first, seconds, from, at: from, until: never, count: 0, anchors: [], lost: null };
  return { ...advance(list, { stage: 'WINDOW', ...window }, newest), rows };
}

/** Whether rows are among those that a window from the beginning gives: all of them, few of them, or neither. */
export function compare<Row>(
  newest: readonly Row[],
  oldest: readonly Row[],
  { keyOf }: WindowList<Row>,
): 'SAME' | 'OTHER' | 'UNCLEAR' {
  const known = new Set(oldest.map(keyOf));
  const keys = newest.map(keyOf).filter((key) => key !== null);
  const others = keys.filter((key) => !known.has(key)).length;
  if (others === 0) return 'SAME';
  // One row may have come or changed between the calls.
  return others * 2 >= keys.length ? 'OTHER' : 'UNCLEAR';
}

function resize<Row>(
  place: TopPlace,
  seen: Partial<Pick<TopPlace, 'empty' | 'full'>>,
  rows: readonly Row[],
): WalkStep<Row> {
  const next = { ...place, ...seen };
  const { empty, full, nowMs } = next;
  if (full === null) return goOn(rows, { ...next, seconds: empty * 4 });
  if (full - empty > 1) return goOn(rows, { ...next, seconds: Math.floor((empty + full) / 2) });
  // More rows than a call gives stand in one second: all that is known is that nothing came later.
  return { rows, next: null, isComplete: false, since: empty === 0 ? null : fromEpochMs(nowMs - empty * 1000) };
}
