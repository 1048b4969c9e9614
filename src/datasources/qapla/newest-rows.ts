import { fromEpochMs, type Instant } from '../../domain/instant.js';
import { localStart } from './local-time.js';
import { addRows, readForward, type WindowList, type WindowRead, windowCap } from './window.js';

interface NewestLimits {
  /** How many rows are enough. */
  readonly limit: number;
  /** Milliseconds since 1970. */
  readonly nowMs: number;
}

/** Older than any import: a window from here that is not full is the whole list. */
export const beginning = '2000-01-01 00:00:00';
const maxCalls = 12;
const dayMs = 24 * 60 * 60 * 1000;
// Fourfold steps reach years back in seven calls and leave the rest for reading the window that turned out full.
const dayWindows = [1, 4, 16, 64, 256, 1024, 4096];

/**
 * The newest rows of a list that can only be asked "since when", in twelve calls at the most.
 *
 * @remarks The whole list is one call where it fits into one window, two where upstream gives the newest rows of a full one. Else
 * ever longer windows of days are asked until one is full; that one is then read forward to the present.
 */
export async function readNewest<Row>(list: WindowList<Row>, limits: NewestLimits): Promise<WindowRead<Row>> {
  const all = await readForward(list, { dateFrom: beginning, maxCalls: 2 });
  if (all.isComplete || all.completeSince !== null) return all;
  return widen(list, all.calls, limits);
}

async function widen<Row>(
  list: WindowList<Row>,
  callsSoFar: number,
  { limit, nowMs }: NewestLimits,
): Promise<WindowRead<Row>> {
  let calls = callsSoFar;
  let known: { rows: readonly Row[]; since: Instant | null } = { rows: [], since: null };
  for (const days of dayWindows) {
    const rows = await list.fetch({ days });
    calls += 1;
    // A day back from today may mean midnight or this hour (undocumented): the later of the two is safe to state.
    const since = fromEpochMs(nowMs - days * dayMs);
    if (rows.length >= windowCap) {
      const read = await readForward(list, { dateFrom: localStart(since, list.timeZone), maxCalls: maxCalls - calls });
      return joinReads(list, { read, calls: calls + read.calls, since }, known);
    }
    known = { rows, since };
    if (rows.length >= limit) break;
  }
  return { rows: known.rows, calls, isComplete: false, completeSince: known.since };
}

function joinReads<Row>(
  list: WindowList<Row>,
  { read, calls, since }: { read: WindowRead<Row>; calls: number; since: Instant },
  known: { rows: readonly Row[]; since: Instant | null },
): WindowRead<Row> {
  const held = new Map<unknown, Row>();
  addRows(held, known.rows, list);
  addRows(held, read.rows, list);
  // A read that broke off leaves a gap before the present: only the last window that was not full is known to be whole.
  const completeSince = read.isComplete ? since : (read.completeSince ?? known.since);
  return { rows: [...held.values()], calls, isComplete: false, completeSince };
}
