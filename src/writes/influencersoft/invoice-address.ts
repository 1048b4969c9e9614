import { checkCountry } from '../check-country.js';
import { checkOptionalText } from '../check-values.js';
import type { GivenAddress } from '../given-address.js';
import type { InputCheck } from '../input-check.js';
import type { Maybe } from '../maybe.js';

/** Parts of an address the provider has no field for. */
const nowhere = ['name', 'firstName', 'lastName', 'company', 'email'] as const;

/** Reads an address as the provider has it: two lines and no names. Null when nothing was given. */
export function readInvoiceAddress(given: Maybe<GivenAddress>, field: readonly (string | number)[], check: InputCheck) {
  if (!given) return null;
  for (const name of nowhere) {
    if (given[name]?.trim()) check.add([...field, name], 'UNSUPPORTED', 'The provider has no field for it.');
  }
  const text = (value: Maybe<string>, ...name: (string | number)[]) =>
    checkOptionalText(value, [...field, ...name], check, { maxLength: 255 });
  const lines = given.lines ?? [];
  if (lines.length > 2) check.add([...field, 'lines'], 'TOO_MANY', 'The provider has two lines.');
  return {
    line1: text(lines[0], 'lines', 0),
    line2: text(lines[1], 'lines', 1),
    city: text(given.city, 'city'),
    region: text(given.region, 'region'),
    postalCode: text(given.postalCode, 'postalCode'),
    countryCode: checkCountry(given.countryCode, [...field, 'countryCode'], check),
    phone: text(given.phone, 'phone'),
  };
}
