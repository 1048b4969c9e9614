const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const offsets = new Map<string, number>();
const dates = new Map<number, LocalDate>();
const twoDigits = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'));

/** Year, month and day as a date is written, such as `2020`, `01`, `31`. */
export type LocalDate = readonly [year: string, month: string, day: string];

/** What clocks and calendars in a zone show: the date, and the time as `01:00:00`. */
export function localTime(ms: number, timeZone: string): { readonly date: LocalDate; readonly time: string } {
  const local = ms + offsetMs(ms, timeZone);
  const day = Math.floor(local / dayMs);
  const seconds = Math.floor((local - day * dayMs) / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return { date: dateOf(day), time: `${twoDigits[hours]}:${twoDigits[minutes]}:${twoDigits[seconds % 60]}` };
}

/** @param day counted from 1970 */
function dateOf(day: number): LocalDate {
  const known = dates.get(day);
  if (known !== undefined) return known;
  const [year = '', month = '', date = ''] = new Date(day * dayMs).toISOString().slice(0, 10).split('-');
  dates.set(day, [year, month, date]);
  return [year, month, date];
}

/** The moment of a local time `2020-01-01 01:00:00`, in milliseconds since 1970. */
export function momentOf(local: string, timeZone: string): number {
  const asUtc = Date.parse(`${local.replace(' ', 'T')}Z`);
  return asUtc - offsetMs(asUtc - offsetMs(asUtc, timeZone), timeZone);
}

/** Zones change their offset at a full hour: one look-up an hour is enough. */
function offsetMs(ms: number, timeZone: string): number {
  const hour = Math.floor(ms / hourMs);
  const key = `${timeZone} ${hour}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(hour * hourMs);
  const offset = Date.parse(`${parts.replace(' ', 'T')}Z`) - hour * hourMs;
  offsets.set(key, offset);
  return offset;
}
