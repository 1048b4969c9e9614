import { Temporal } from 'temporal-polyfill';
import { offsetOfLocal, steadyOffset } from './local-days.js';
import { readUsualTime, usualDate } from './usual-time.js';

/** An instant as RFC 3339 in UTC, for example `2020-01-01T11:01:45Z`. */
export type Instant = string;
/** A calendar date, `YYYY-MM-DD`. */
export type CalendarDate = string;

const daySeconds = 24 * 60 * 60;
const dayMs = daySeconds * 1000;
const yearFirst = /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?:[T ](?<time>\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?))?$/;
const offsetTime = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})$/i;
const offset = /(?<=:\d{2}(?:\.\d+)?)(?:Z|[+-]\d{2}:?\d{2})$/i;
const dayFirst = /^(?<day>\d{2})[/-](?<month>\d{2})[/-](?<year>\d{4})(?: (?<time>\d{2}:\d{2}(?::\d{2})?))?$/;

/**
 * Reads a provider's time. A text with an offset is that instant; one without is local to `timeZone`.
 *
 * @returns the instant in UTC to the precision given, or null when the text is no time (also `0000-00-00`).
 * @remarks A local time inside a spring gap moves forward by the length of the gap; one inside an autumn overlap is the
 * earlier of the two (ADR 0004).
 */
export function parseInstant(text: string, timeZone: string): Instant | null {
  const trimmed = text.trim();
  const usual = parseUsual(trimmed, timeZone);
  if (usual !== null) return usual;
  if (/(?:Z|[+-]\d{2}:?\d{2})$/i.test(trimmed) && trimmed.length > 10) return parseOffsetInstant(trimmed);
  const local = parseLocal(trimmed);
  if (local === null) return null;
  try {
    return local.toZonedDateTime(timeZone, { disambiguation: 'compatible' }).toInstant().toString();
  } catch {
    return null;
  }
}

/** Reads an RFC 3339 text with an offset; null when it has none or is no time. */
export function parseOffsetInstant(text: string): Instant | null {
  const trimmed = text.trim();
  if (readUsualInUtc(trimmed) !== null) return trimmed;
  // Temporal also reads years beyond 9999 and zone names in brackets, which RFC 3339 has not.
  if (!offsetTime.test(trimmed)) return null;
  try {
    return Temporal.Instant.from(trimmed).toString();
  } catch {
    return null;
  }
}

/** Whether a text has the form that `parseOffsetInstant` reads, be there such a day and time or not. */
export function isWrittenWithOffset(text: string): boolean {
  return offsetTime.test(text.trim());
}

/** The calendar date a text states, whatever time follows; null when it states none. */
export function parseCalendarDate(text: string): CalendarDate | null {
  const local = withoutOffset(text);
  return usualDate(local) ?? parseLocal(local)?.toPlainDate().toString() ?? null;
}

/** Whether a text has a time of day other than midnight. */
export function hasTimeOfDay(text: string): boolean {
  const plain = withoutOffset(text);
  const localMs = readUsualTime(plain);
  if (localMs !== null) return localMs % dayMs !== 0;
  const local = parseLocal(plain);
  return local !== null && !local.toPlainTime().equals(new Temporal.PlainTime());
}

/** An instant as `YYYY-MM-DD HH:MM:SS` in a zone, the form the PHP-like providers read. Fractions are cut. */
export function formatLocal(instant: Instant, timeZone: string): string {
  const secondMs = toUnixSeconds(instant) * 1000;
  const offsetMs = steadyOffset(secondMs, timeZone);
  if (offsetMs !== null)
    return fromEpochMs(secondMs + offsetMs)
      .replace('T', ' ')
      .replace('Z', '');
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDateTime();
  return local.round({ smallestUnit: 'second', roundingMode: 'floor' }).toString().replace('T', ' ');
}

/** Whole UNIX seconds of an instant, rounded down. */
export function toUnixSeconds(instant: Instant): number {
  return Math.floor(toEpochMs(instant) / 1000);
}

/** Milliseconds since 1970 of an instant. */
export function toEpochMs(instant: Instant): number {
  return readUsualInUtc(instant) ?? Date.parse(instant);
}

/** Below zero where the first of two instants is the earlier one, zero where they are the same. */
export function compareInstants(one: Instant, other: Instant): number {
  // As most are written, the texts sort like the instants they name.
  if (isUsual(one) && isUsual(other)) return one < other ? -1 : one === other ? 0 : 1;
  return toEpochMs(one) - toEpochMs(other);
}

/** The instant of a number of milliseconds since 1970. */
export function fromEpochMs(epochMs: number): Instant {
  const second = epochMs / 1000;
  if (Number.isInteger(second)) {
    const day = Math.floor(second / daySeconds);
    return `${dateOf(day)}T${timeOf(second - day * daySeconds)}Z`;
  }
  const text = new Date(epochMs).toISOString();
  return text.endsWith('.000Z') ? `${text.slice(0, -5)}Z` : text.replace(/0+Z$/, 'Z');
}

/** Whether a name is a zone of the zone database. */
export function isTimeZone(name: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** Milliseconds since 1970 of a text that already is an instant as most are shown; null for any other. */
function readUsualInUtc(text: string): number | null {
  return isUsual(text) ? readUsualTime(text.slice(0, 19)) : null;
}

function isUsual(text: string): boolean {
  return text.length === 20 && text[10] === 'T' && text[19] === 'Z';
}

/** What days since 1970 are called: facts that belong to nobody, and a list has few of them. */
const dates = new Map<number, string>();
const mostDates = 20_000;

function dateOf(day: number): string {
  const known = dates.get(day);
  if (known !== undefined) return known;
  const text = new Date(day * dayMs).toISOString();
  const date = text.slice(0, text.indexOf('T'));
  if (dates.size >= mostDates) dates.clear();
  dates.set(day, date);
  return date;
}

const twoDigits = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'));

/** The time of a second of a day. */
function timeOf(second: number): string {
  const minute = Math.floor(second / 60);
  return `${twoDigits[Math.floor(minute / 60)]}:${twoDigits[minute % 60]}:${twoDigits[second % 60]}`;
}

/** A time in a usual form. Null for any other, and where the clocks of the zone change in an unusual way. */
function parseUsual(text: string, timeZone: string): Instant | null {
  const localMs = readUsualTime(text);
  const offsetMs = localMs === null ? null : offsetOfLocal(localMs, timeZone);
  return localMs === null || offsetMs === null ? null : fromEpochMs(localMs - offsetMs);
}

/** The local time a text begins with. What is usual as it is, as in most lists, has no offset to look for. */
function withoutOffset(text: string): string {
  return readUsualTime(text) === null ? text.trim().replace(offset, '') : text;
}

function parseLocal(text: string): Temporal.PlainDateTime | null {
  const groups = (yearFirst.exec(text) ?? dayFirst.exec(text))?.groups;
  if (groups === undefined) return null;
  const { year, month, day, time } = groups;
  try {
    return Temporal.PlainDateTime.from(`${year}-${month}-${day}T${time ?? '00:00:00'}`, { overflow: 'reject' });
  } catch {
    return null;
  }
}
