import { z } from 'zod';
import { type CalendarDate, type Instant, parseCalendarDate, parseInstant } from '../../domain/instant.js';
import { type Money, parseMoney } from '../../domain/money.js';
import type { Reading } from '../../domain/reading.js';

/** An id: text or number upstream, always text here. Leading zeros stay. */
export const idWire = z.union([z.string(), z.number()]).transform(String);

/** A text that may be a number upstream, null or absent; blank is null, and so is a boolean, as PHP writes for "none". */
export const textWire = z
  .union([z.string(), z.number(), z.boolean()])
  .nullish()
  .transform((value) => {
    const text = value === null || value === undefined || typeof value === 'boolean' ? '' : String(value).trim();
    return text === '' ? null : text;
  });

/** An amount as upstream wrote it, for `readMoney`; `false` is how PHP writes none. */
export const amountWire = z
  .union([z.string(), z.number(), z.literal(true).transform(String), z.literal(false).transform(() => null)])
  .nullish();

const words: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
  ['1', true],
  ['0', false],
  ['yes', true],
  ['no', false],
]);

/** Yes or no in any of the forms the providers use; another word is null. */
export const flagWire = z
  .union([z.boolean(), z.number(), z.string()])
  .nullish()
  .transform((value) => words.get(String(value).trim().toLowerCase()) ?? null);

/** A whole number, also as text or with zeros behind a point (`6.0000`); anything else is null. */
export const integerWire = z
  .union([z.number(), z.string()])
  .nullish()
  .transform((value) => {
    const number = toNumber(value);
    return Number.isSafeInteger(number) ? number : null;
  });

/** A number, also as text; anything else is null. */
export const numberWire = z
  .union([z.number(), z.string()])
  .nullish()
  .transform((value) => {
    const number = toNumber(value);
    return Number.isFinite(number) ? number : null;
  });

/** A list, where PHP may write `null` or leave it out; and where it writes a map with number keys, the values. */
export function listWire<Row extends z.ZodType>(row: Row) {
  return z
    .union([z.array(row), z.record(z.string().regex(/^\d+$/), row).transform((rows) => Object.values(rows))])
    .nullish()
    .transform((rows) => rows ?? []);
}

/** An amount, counted as unreadable when it is. */
export function readMoney(
  value: string | number | null | undefined,
  reading: Reading,
  field: string,
  currency?: string | null,
): Money | null {
  const money = parseMoney(value, currency ?? reading.currency);
  if (money !== null && money.amount === null) reading.warn(field);
  return money;
}

/** An instant, counted as unreadable when it is a text but no time. */
export function readInstant(value: string | null | undefined, reading: Reading, field: string): Instant | null {
  if (!value || /^0000-00-00/.test(value)) return null;
  const instant = parseInstant(value, reading.timeZone);
  if (instant === null) reading.warn(field);
  return instant;
}

/** A calendar date, counted as unreadable when it is a text but no date. */
export function readDate(value: string | null | undefined, reading: Reading, field: string): CalendarDate | null {
  if (!value || /^0000-00-00/.test(value)) return null;
  const date = parseCalendarDate(value);
  if (date === null) reading.warn(field);
  return date;
}

const decimalNumber = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i;

// `Number` alone reads a blank as 0 and `0x10` as 16.
function toNumber(value: string | number | null | undefined): number {
  if (typeof value === 'number') return value;
  return decimalNumber.test(value ?? '') ? Number(value) : Number.NaN;
}
