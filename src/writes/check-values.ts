import { decodeGlobalId } from '../domain/global-id.js';
import type { ProviderName } from '../domain/provider.js';
import type { InputCheck } from './input-check.js';

type Field = readonly (string | number)[];

/** A text as it may be sent: trimmed, not blank, of the allowed length, without control characters; null with a problem noted. */
export function checkText(
  value: string,
  field: Field,
  check: InputCheck,
  { maxLength = 500, isMultiline = false }: { maxLength?: number; isMultiline?: boolean } = {},
): string | null {
  const text = value.trim();
  const control = isMultiline ? /[^\P{Cc}\n\r\t]/u : /\p{Cc}/u;
  if (text === '') check.add(field, 'REQUIRED', 'Must not be blank.');
  else if (text.length > maxLength) check.add(field, 'TOO_LONG', `Must have at most ${maxLength} characters.`);
  else if (control.test(text)) check.add(field, 'INVALID', 'Must not have control characters.');
  else return text;
  return null;
}

/** The same for a text that may be left out; a blank one counts as left out. */
export function checkOptionalText(
  value: string | null | undefined,
  field: Field,
  check: InputCheck,
  options: { maxLength?: number; isMultiline?: boolean } = {},
): string | null {
  return value === null || value === undefined || value.trim() === '' ? null : checkText(value, field, check, options);
}

/** An e-mail address as written, trimmed; null with a problem noted. */
export function checkEmail(value: string, field: Field, check: InputCheck): string | null {
  const text = checkText(value, field, check, { maxLength: 254 });
  if (text === null || /^[^\s@,;<>]+@[^\s@,;<>]+$/.test(text)) return text;
  check.add(field, 'INVALID', 'Must be an e-mail address.');
  return null;
}

/** The provider's own id that a global id or an own id names; null with a problem noted. */
export function checkId(
  value: string,
  field: Field,
  check: InputCheck,
  { type, provider }: { readonly type: string; readonly provider: ProviderName },
): string | null {
  const text = checkText(value, field, check);
  if (text === null) return null;
  const id = decodeGlobalId(text);
  if (id === null) return text;
  if (id.type !== type) check.add(field, 'INVALID', `Is the id of a ${id.type}, not of a ${type}.`);
  else if (id.provider !== provider) check.add(field, 'INVALID', 'Is the id of another provider’s record.');
  else return id.externalId;
  return null;
}

/** Whether a decimal text is at least zero. */
export function isNotNegative(decimal: string): boolean {
  return !decimal.startsWith('-') || /^-0*(\.0*)?$/.test(decimal);
}
