import { cleanWords } from '../../errors/upstream-rejection.js';
import { wordsIn } from './write-answer.js';

/** What an answer says of one row of a write. */
export type RowAnswer =
  | { readonly state: 'DONE'; readonly fields: Readonly<Record<string, unknown>> }
  | { readonly state: 'REFUSED'; readonly words: string | null }
  | { readonly state: 'UNKNOWN' };

const unknown: RowAnswer = { state: 'UNKNOWN' };

/**
 * Reads the row of an answer. `success` is the number 1 in one place and the text "1" in another, and its "0" is a text that counts as
 * true (seed document): compared as a number. A row that says neither is unknown, unless it names errors.
 */
export function readRow(row: unknown): RowAnswer {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return unknown;
  const fields = { ...row } as Record<string, unknown>;
  const success = successOf(fields['success']);
  if (success === 1) return { state: 'DONE', fields };
  const words = wordsIn(fields);
  return success === 0 || words !== null ? { state: 'REFUSED', words: cleanWords(words) } : unknown;
}

/** `success` as a number; null when it is none or left out. */
export function successOf(value: unknown): number | null {
  const isScalar =
    typeof value === 'number' || typeof value === 'boolean' || (typeof value === 'string' && value !== '');
  const number = isScalar ? Number(value) : Number.NaN;
  return Number.isNaN(number) ? null : number;
}

/** The row of a key in `results`, whatever the order of the keys; an empty map is written as a list by PHP and has none. */
export function rowOf(results: Readonly<Record<string, unknown>>, key: string): RowAnswer {
  return Object.hasOwn(results, key) ? readRow(results[key]) : unknown;
}
