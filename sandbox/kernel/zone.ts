/** The parts of a wall-clock time, zero-padded: four digits of year, two of everything else. */
export interface LocalParts {
  Y: string;
  M: string;
  D: string;
  h: string;
  m: string;
  s: string;
}

const HOUR_MS = 3_600_000;
const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, Map<number, number>>();

/** The wall-clock time of an instant in an IANA zone. */
export function formatLocal(date: Date, zone: string): LocalParts {
  const shifted = new Date(date.getTime() + offsetAt(date.getTime(), zone)).toISOString();
  return {
    Y: shifted.slice(0, 4),
    M: shifted.slice(5, 7),
    D: shifted.slice(8, 10),
    h: shifted.slice(11, 13),
    m: shifted.slice(14, 16),
    s: shifted.slice(17, 19),
  };
}

/** The wall-clock time of an instant as `YYYY-MM-DD HH:MM:SS` in an IANA zone. */
export function localText(date: Date, zone: string): string {
  const { Y, M, D, h, m, s } = formatLocal(date, zone);
  return `${Y}-${M}-${D} ${h}:${m}:${s}`;
}

/**
 * The instant of a wall-clock time `YYYY-MM-DD HH:MM:SS` (or `YYYY-MM-DD`, taken as midnight) in an IANA zone.
 * An hour that occurs twice is taken as its first occurrence. Throws RangeError when the text is no such time.
 */
export function parseLocal(text: string, zone: string): Date {
  const match = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}:\d{2}))?$/.exec(text.trim());
  const wall = match === null ? Number.NaN : Date.parse(`${match[1]}T${match[2] ?? '00:00:00'}Z`);
  if (Number.isNaN(wall)) throw new RangeError(`not a local time: ${text}`);
  // An offset looked up half a day before and after brackets every change of clocks in between.
  const earlier = wall - offsetAt(wall - 12 * HOUR_MS, zone);
  if (earlier + offsetAt(earlier, zone) === wall) return new Date(earlier);
  return new Date(wall - offsetAt(wall + 12 * HOUR_MS, zone));
}

/** Zones change their offset on the hour at the earliest, and Intl is slow: one look-up per zone and hour is kept. */
function offsetAt(time: number, zone: string): number {
  let known = offsets.get(zone);
  if (known === undefined) offsets.set(zone, (known = new Map()));
  const hour = Math.floor(time / HOUR_MS);
  let offset = known.get(hour);
  if (offset === undefined) known.set(hour, (offset = computeOffset(hour * HOUR_MS, zone)));
  return offset;
}

function computeOffset(time: number, zone: string): number {
  const parts = new Map(
    formatFor(zone)
      .formatToParts(time)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return wall - time;
}

function formatFor(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formats.set(zone, format);
  }
  return format;
}
