const hourMs = 3_600_000;
const offsets = new Map<string, number>();

/** `2020-01-01 01:00:00`: a moment as clocks in a zone show it. */
export function localTime(ms: number, timeZone: string): string {
  return new Date(ms + offsetMs(ms, timeZone)).toISOString().slice(0, 19).replace('T', ' ');
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
