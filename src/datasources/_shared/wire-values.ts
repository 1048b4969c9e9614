import { z } from 'zod';
import { transform } from 'zod/mini';
import { type CalendarDate, type Instant, parseCalendarDate, parseInstant } from '../../domain/instant.js';
import { type Money, parseMoney } from '../../domain/money.js';
import type { Reading } from '../../domain/reading.js';

/**
 * One value of a row. A single step of the schema: rows have dozens of them, and a union of types takes one for each type and each absence.
 *
 * @param expected what a value that cannot be read was not, for the log
 * @param read gives undefined for a value of another kind
 */
function leaf<Value>(expected: 'string' | 'number' | 'boolean', read: (value: unknown) => Value | undefined) {
  // The small edition's: the other makes a function for each value it reads.
  return transform((input: unknown, { issues }): Value => {
    const value = read(input);
    if (value !== undefined) return value;
    issues.push({ code: 'invalid_type', expected, input });
    return z.NEVER;
  });
}

const isNone = (value: unknown) => value === null || value === undefined;

/** An id: text or number upstream, always text here. Leading zeros stay. */
export const idWire = leaf('string', (value) =>
  typeof value === 'string' || isNumber(value) ? String(value) : undefined,
);

/** A text that may be a number upstream, null or absent; blank is null, and so is a boolean, as PHP writes for "none". */
export const textWire = leaf('string', (value): string | null | undefined => {
  if (typeof value === 'string') return value.trim() || null;
  if (isNone(value) || typeof value === 'boolean') return null;
  return isNumber(value) ? String(value) : undefined;
});

/** An amount as upstream wrote it, for `readMoney`; `false` is how PHP writes none. */
export const amountWire = leaf('string', (value): string | number | null | undefined => {
  if (typeof value === 'string' || isNumber(value)) return value;
  if (isNone(value) || value === false) return null;
  return value === true ? 'true' : undefined;
});

const words: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
  ['1', true],
  ['0', false],
  ['yes', true],
  ['no', false],
]);

/** Yes or no in any of the forms the providers use; another word is null. */
export const flagWire = leaf('boolean', (value): boolean | null | undefined => {
  if (isNone(value)) return null;
  const isWord = typeof value === 'boolean' || typeof value === 'string' || isNumber(value);
  return isWord ? (words.get(String(value).trim().toLowerCase()) ?? null) : undefined;
});

/** A whole number, also as text or with zeros behind a point (`6.0000`); anything else is null. */
export const integerWire = leaf('number', (value) => readNumber(value, Number.isSafeInteger));

/** A number, also as text; anything else is null. */
export const numberWire = leaf('number', (value) => readNumber(value, Number.isFinite));

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

function readNumber(value: unknown, isRight: (number: number) => boolean): number | null | undefined {
  if (isNone(value)) return null;
  if (typeof value !== 'string' && !isNumber(value)) return undefined;
  // `Number` alone reads a blank as 0 and `0x10` as 16.
  const number = typeof value === 'number' || decimalNumber.test(value) ? Number(value) : Number.NaN;
  return isRight(number) ? number : null;
}

/** As a schema understands it: JSON has no other, and an amount that is infinite says nothing. */
function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
