import { formatLocal, localText, parseLocal } from '../kernel/zone.js';

/** All local times of Qapla' are Italian. */
export const QAPLA_ZONE = 'Europe/Rome';

/** `DD/MM/YYYY HH:MM:SS`, as getTrack writes a status date. */
export function slashTime(date: Date): string {
  const { Y, M, D, h, m, s } = formatLocal(date, QAPLA_ZONE);
  return `${D}/${M}/${Y} ${h}:${m}:${s}`;
}

/** The day of a moment as getTrack writes a status date whose time is not known: at midnight. */
export function slashMidnight(date: Date): string {
  return `${slashTime(date).slice(0, 10)} 00:00:00`;
}

/** `DD-MM-YYYY`, as getTrack writes a courier's date. */
export function dashDay(date: Date): string {
  const { Y, M, D } = formatLocal(date, QAPLA_ZONE);
  return `${D}-${M}-${Y}`;
}

/** `YYYY-MM-DD HH:MM:SS`, as getOrders and getCredits write times. */
export function isoLocal(date: Date): string {
  return localText(date, QAPLA_ZONE);
}

/** The start of the Italian day that lies `days` before the day of `now`. */
export function dayStart(now: Date, days: number): Date {
  const { Y, M, D } = formatLocal(now, QAPLA_ZONE);
  const day = new Date(Date.UTC(Number(Y), Number(M) - 1, Number(D) - days)).toISOString().slice(0, 10);
  return parseLocal(day, QAPLA_ZONE);
}
