import { normalizeEmail } from '../domain/join-keys.js';
import type { PageRequest } from '../domain/page.js';
import { RequestError } from '../errors/request-error.js';

/** The most rows of one page. */
export const maxPageSize = 100;
const defaultPageSize = 20;
const maxTextLength = 500;

interface PageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/** Whether a caller gave a value: a blank text is given, and is then refused for being blank. */
export function isGiven<Value>(value: Value | null | undefined): value is Value {
  return value !== null && value !== undefined;
}

/** @throws RequestError BAD_USER_INPUT when `first` is not from 1 to 100. */
export function readPageArguments({ first, after }: PageArguments): PageRequest {
  const size = first ?? defaultPageSize;
  if (size < 1 || size > maxPageSize) {
    throw badInput('first', `must be from 1 to ${maxPageSize}, not ${size}`);
  }
  return { first: size, after: after ?? null };
}

/** A text that names something: trimmed, not blank, of sane length, without control characters and half characters. */
export function readText(name: string, value: string, maxLength = maxTextLength): string {
  const text = value.trim();
  if (text === '') throw badInput(name, 'must not be blank');
  if (text.length > maxLength) throw badInput(name, `must have at most ${maxLength} characters`);
  if (/[\p{Cc}\p{Surrogate}]/u.test(text)) throw badInput(name, 'must not have control characters');
  return text;
}

/** An e-mail in the form customers are joined by. */
export function readEmail(name: string, value: string): string {
  const email = normalizeEmail(readText(name, value));
  if (email === null || !/^[^\s@]+@[^\s@]+$/.test(email)) throw badInput(name, 'must be an e-mail address');
  return email;
}

/** The error that says which argument is wrong and why. */
export function badInput(name: string, problem: string): RequestError {
  return new RequestError('BAD_USER_INPUT', `Argument "${name}" ${problem}.`);
}
