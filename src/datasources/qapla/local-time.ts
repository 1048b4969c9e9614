import { formatLocal, fromEpochMs, type Instant, parseInstant, toEpochMs } from '../../domain/instant.js';

const hourMs = 60 * 60 * 1000;
// Nothing was imported before there were UNIX clocks, and nothing from years ahead: such a start is a caller's "ever" or "never".
const earliest = '1970-01-01 00:00:00';
const latestMs = Date.UTC(2100, 0, 1);

/** Whether nothing can have been imported since then, so that there is nothing to ask for: from the year 2100 on. */
export function isBeyondImports(since: Instant): boolean {
  return toEpochMs(since) >= latestMs;
}

/**
 * The local text from which on a list holds every row since an instant; 1970 for an earlier one.
 *
 * @remarks Upstream compares local texts. In the hour that an autumn night has twice, a row of the second pass has a smaller text than
 * an earlier one of the first: then the text is the beginning of that hour.
 */
export function localStart(since: Instant, timeZone: string): string {
  // A negative year, or one of fewer digits, is no date to a provider that compares texts.
  if (toEpochMs(since) < 0) return earliest;
  const text = formatLocal(since, timeZone);
  const isFirstPass = formatLocal(fromEpochMs(toEpochMs(since) + hourMs), timeZone) === text;
  return isFirstPass ? text.replace(/:\d{2}:\d{2}$/, ':00:00') : text;
}

/**
 * The instant from which on every row has a greater local text than this one; null when it is no time.
 *
 * @remarks The second after it, counted from the second pass of a doubled hour.
 */
export function instantBehind(local: string, timeZone: string): Instant | null {
  const instant = parseInstant(local, timeZone);
  if (instant === null) return null;
  const secondPassMs = toEpochMs(instant) + hourMs;
  const isDoubled = formatLocal(fromEpochMs(secondPassMs), timeZone) === local;
  return fromEpochMs((isDoubled ? secondPassMs : toEpochMs(instant)) + 1000);
}
