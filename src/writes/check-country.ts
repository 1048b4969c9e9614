import { toCountryCode } from '../domain/country.js';
import type { InputCheck } from './input-check.js';
import type { Maybe } from './maybe.js';

/** A given ISO 3166-1 alpha-2 code in capitals; null when it was left out or blank, or with a problem noted. */
export function checkCountry(
  value: Maybe<string>,
  field: readonly (string | number)[],
  check: InputCheck,
): string | null {
  const text = value?.trim() ?? '';
  if (text === '') return null;
  const code = text.length === 2 ? toCountryCode(text) : null;
  if (code === null) check.add(field, 'INVALID', 'Must be a two-letter country code, such as "IT".');
  return code;
}
