/** `2020-01-31 10:20:30`, `2020-01-31T10:20:30`, `31/01/2020 10:20:30`, `31-01-2020 10:20:30`, or their date alone. */
const lengths: ReadonlySet<number> = new Set([10, 19]);
const zero = 0x30;
const daysOfMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Reads a local time in one of the usual forms; a list has thousands, so that no part of it becomes a text of its own.
 *
 * @returns it as if it were UTC, in milliseconds since 1970; null for any other text, and a day or time that there is not.
 * @remarks Years are 1900 to 2999: zones had whole offsets, and the instant has a year of four digits as well.
 */
export function readUsualTime(text: string): number | null {
  if (!lengths.has(text.length)) return null;
  if (text !== latest.text) latest = { text, ms: read(text) };
  return latest.ms;
}

/** The text read last: of one time mostly its date, its instant and its time of day are wanted, one right after the other. */
let latest: { readonly text: string; readonly ms: number | null } = { text: '', ms: null };

function read(text: string): number | null {
  const dateMs = isYearFirst(text) ? readDate(text, 0, 5, 8) : readDayFirst(text);
  if (dateMs === null || text.length === 10) return dateMs;
  const timeMs = readTime(text);
  return timeMs === null ? null : dateMs + timeMs;
}

/** The date of such a text, `YYYY-MM-DD`; null where it is none. */
export function usualDate(text: string): string | null {
  if (readUsualTime(text) === null) return null;
  return isYearFirst(text) ? text.slice(0, 10) : `${text.slice(6, 10)}-${text.slice(3, 5)}-${text.slice(0, 2)}`;
}

function isYearFirst(text: string): boolean {
  const isApart = text.length === 10 || text[10] === ' ' || text[10] === 'T';
  return isApart && text[4] === '-' && text[7] === '-';
}

function readDayFirst(text: string): number | null {
  const isApart = text.length === 10 || text[10] === ' ';
  return isApart && isMark(text[2]) && isMark(text[5]) ? readDate(text, 6, 3, 0) : null;
}

function isMark(sign: string | undefined): boolean {
  return sign === '/' || sign === '-';
}

/** @param yearAt where the year stands in the text, as the others */
function readDate(text: string, yearAt: number, monthAt: number, dayAt: number): number | null {
  const year = twoDigits(text, yearAt) * 100 + twoDigits(text, yearAt + 2);
  const month = twoDigits(text, monthAt);
  const day = twoDigits(text, dayAt);
  // What is no number is in no range.
  if (!(year >= 1900 && year <= 2999 && day >= 1 && day <= (daysOfMonths[month - 1] ?? 0))) return null;
  const dateMs = Date.UTC(year, month - 1, day);
  return day <= 28 || new Date(dateMs).getUTCDate() === day ? dateMs : null;
}

function readTime(text: string): number | null {
  if (text[13] !== ':' || text[16] !== ':') return null;
  const hour = twoDigits(text, 11);
  const minute = twoDigits(text, 14);
  const second = twoDigits(text, 17);
  return hour < 24 && minute < 60 && second < 60 ? ((hour * 60 + minute) * 60 + second) * 1000 : null;
}

/** NaN for anything but digits. */
function twoDigits(text: string, at: number): number {
  return digit(text.charCodeAt(at)) * 10 + digit(text.charCodeAt(at + 1));
}

function digit(code: number): number {
  const value = code - zero;
  return value >= 0 && value <= 9 ? value : Number.NaN;
}
