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

/**
 * A local text moved by a number of seconds, as if no clock ever changed: the distance of texts, not of instants.
 */
export function moveLocal(local: string, seconds: number): string {
  return new Date(Date.parse(`${local.replace(' ', 'T')}Z`) + seconds * 1000)
    .toISOString()
    .slice(0, 19)
    .replace('T', ' ');
}

/**
 * A local text that names one instant and no other: the text itself, or the second before the hour that clocks have twice or not at
 * all.
 *
 * @remarks How upstream compares texts of such an hour is undocumented; at other times every way to compare them agrees.
 */
export function plainLocal(local: string, timeZone: string): string {
  const instant = parseInstant(local, timeZone);
  if (instant === null) return local;
  const isSkipped = formatLocal(instant, timeZone) !== local;
  const isDoubled = formatLocal(fromEpochMs(toEpochMs(instant) + hourMs), timeZone) === local;
  return isSkipped || isDoubled ? moveLocal(`${local.slice(0, 13)}:00:00`, -1) : local;
}
