import { Temporal } from 'temporal-polyfill';

const dayMs = 24 * 60 * 60 * 1000;
// Twenty thousand days are half a century of one zone: a list of orders is read from memory the second time.
const mostDays = 20_000;
/** How far a zone's local midnight is ahead of UTC, in milliseconds, by zone and day: facts that belong to nobody. */
const midnightOffsets = new Map<string, Map<number, number>>();
let knownDays = 0;

/**
 * How far local time is ahead of UTC all through a day of a zone.
 *
 * @param localMs a local time as if it were UTC, in milliseconds since 1970
 * @returns milliseconds; null for a day on which the clocks change, and for an unknown zone
 * @remarks One change moves every local time behind it, so two midnights of the same offset have none between them.
 */
export function offsetOfPlainDay(localMs: number, timeZone: string): number | null {
  const day = Math.floor(localMs / dayMs);
  const known = midnightOffsets.get(timeZone);
  const start = known?.get(day) ?? learnMidnight(day, timeZone);
  const end = known?.get(day + 1) ?? learnMidnight(day + 1, timeZone);
  return start === end ? start : null;
}

function learnMidnight(day: number, timeZone: string): number | null {
  const offset = findMidnightOffset(day * dayMs, timeZone);
  if (offset === null) return null;
  if (knownDays >= mostDays) {
    midnightOffsets.clear();
    knownDays = 0;
  }
  const known = midnightOffsets.get(timeZone) ?? new Map<number, number>();
  midnightOffsets.set(timeZone, known.set(day, offset));
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
