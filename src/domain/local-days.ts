import { Temporal } from 'temporal-polyfill';

const dayMs = 24 * 60 * 60 * 1000;
// Twenty thousand days are half a century of one zone: a list of orders is read from memory the second time.
const mostDays = 20_000;

/** What is known of a zone's days, by their number since 1970: facts that belong to nobody. */
interface ZoneDays {
  /** How far the local midnight at the beginning of a day is ahead of UTC, in milliseconds. */
  readonly midnights: Map<number, number>;
  /** By day on which the clocks change. */
  readonly changes: Map<number, ClockChange | null>;
}

/** The one change of clocks of a day. */
interface ClockChange {
  /** From this local time on it has come, as if it were UTC. */
  readonly fromLocalMs: number;
  readonly beforeMs: number;
  readonly afterMs: number;
}

const zones = new Map<string, ZoneDays>();
let knownDays = 0;

/**
 * How far a local time is ahead of UTC. One inside a gap is ahead as before it, one inside an overlap as at its first pass.
 *
 * @param localMs a local time as if it were UTC, in milliseconds since 1970
 * @returns milliseconds; null for an unknown zone, and on a day with more than one change
 * @remarks One change moves every local time behind it, so two midnights of the same offset have none between them.
 */
export function offsetOfLocal(localMs: number, timeZone: string): number | null {
  const day = Math.floor(localMs / dayMs);
  const known = zones.get(timeZone) ?? addZone(timeZone);
  const start = known.midnights.get(day) ?? learnMidnight(day, timeZone);
  const end = known.midnights.get(day + 1) ?? learnMidnight(day + 1, timeZone);
  if (start === end || start === null || end === null) return start === end ? start : null;
  const change = changeOf(day, { known, timeZone, beforeMs: start, afterMs: end });
  return change && (localMs < change.fromLocalMs ? change.beforeMs : change.afterMs);
}

/**
 * How far a zone is ahead of UTC at an instant.
 *
 * @returns milliseconds; null for an unknown zone, and where its clocks change within a day before or after
 */
export function steadyOffset(epochMs: number, timeZone: string): number | null {
  const offsetMs = offsetOfLocal(epochMs, timeZone);
  const isSteady = [epochMs - dayMs, epochMs + dayMs].every((atMs) => offsetOfLocal(atMs, timeZone) === offsetMs);
  return isSteady ? offsetMs : null;
}

function addZone(timeZone: string): ZoneDays {
  const days: ZoneDays = { midnights: new Map(), changes: new Map() };
  zones.set(timeZone, days);
  return days;
}

function learnMidnight(day: number, timeZone: string): number | null {
  const offset = findMidnightOffset(day * dayMs, timeZone);
  if (offset === null) return null;
  if (knownDays >= mostDays) {
    zones.clear();
    knownDays = 0;
  }
  (zones.get(timeZone) ?? addZone(timeZone)).midnights.set(day, offset);
  knownDays += 1;
  return offset;
}

function findMidnightOffset(localMs: number, timeZone: string): number | null {
  try {
    const date = new Date(localMs);
    const local = new Temporal.PlainDateTime(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
    // Of a midnight inside a gap this is the offset before it, by which the gap's times are read.
    return localMs - local.toZonedDateTime(timeZone, { disambiguation: 'compatible' }).epochMilliseconds;
  } catch {
    return null;
  }
}

interface ChangingDay extends Pick<ClockChange, 'beforeMs' | 'afterMs'> {
  readonly known: ZoneDays;
  readonly timeZone: string;
}

function changeOf(day: number, { known, timeZone, beforeMs, afterMs }: ChangingDay): ClockChange | null {
  const remembered = known.changes.get(day);
  if (remembered !== undefined) return remembered;
  const startMs = day * dayMs - beforeMs;
  const endMs = (day + 1) * dayMs - afterMs;
  // A change at midnight itself is this day's.
  const first = nextChange(startMs - 1, timeZone);
  const isOnly = first !== null && first <= endMs && (nextChange(first, timeZone) ?? Number.POSITIVE_INFINITY) > endMs;
  const change = isOnly ? { fromLocalMs: first + Math.max(beforeMs, afterMs), beforeMs, afterMs } : null;
  known.changes.set(day, change);
  return change;
}

function nextChange(epochMs: number, timeZone: string): number | null {
  const at = Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(timeZone);
  return at.getTimeZoneTransition('next')?.epochMilliseconds ?? null;
}
