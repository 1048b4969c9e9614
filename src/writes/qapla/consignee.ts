import { checkCountry } from '../check-country.js';
import { checkEmail, checkOptionalText } from '../check-values.js';
import type { GivenAddress } from '../given-address.js';
import type { InputCheck } from '../input-check.js';

/** Who gets a parcel, as Qapla' has it; null for what was not given. */
export interface Consignee {
  readonly name: string | null;
  readonly street: string | null;
  readonly city: string | null;
  readonly region: string | null;
  readonly postalCode: string | null;
  readonly countryCode: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

/** Reads an address for Qapla', which has one field for the name and one for the street. */
export function readConsignee(
  address: GivenAddress,
  field: readonly (string | number)[],
  check: InputCheck,
): Consignee {
  const text = (name: 'city' | 'region' | 'postalCode' | 'phone') =>
    checkOptionalText(address[name], [...field, name], check, { maxLength: 255 });
  return {
    name: readName(address, field, check),
    street: readStreet(address, field, check),
    city: text('city'),
    region: text('region'),
    postalCode: text('postalCode'),
    countryCode: checkCountry(address.countryCode, [...field, 'countryCode'], check),
    email: address.email?.trim() ? checkEmail(address.email, [...field, 'email'], check) : null,
    phone: text('phone'),
  };
}

/** The name as one text, else its parts, else the company. */
function readName(address: GivenAddress, field: readonly (string | number)[], check: InputCheck): string | null {
  const text = (name: 'name' | 'firstName' | 'lastName' | 'company') =>
    checkOptionalText(address[name], [...field, name], check, { maxLength: 255 });
  const parts = [text('firstName'), text('lastName')].filter((part) => part !== null);
  const person = text('name') ?? (parts.length > 0 ? parts.join(' ') : null);
  const company = text('company');
  // Left out in silence it would be missing on the label.
  if (person !== null && company !== null)
    check.add(
      [...field, 'company'],
      'UNSUPPORTED',
      'The provider has one name; put the company into `name` or `lines`.',
    );
  return person ?? company;
}

function readStreet({ lines }: GivenAddress, field: readonly (string | number)[], check: InputCheck): string | null {
  const given = (lines ?? [])
    .map((line, index) => checkOptionalText(line, [...field, 'lines', index], check, { maxLength: 255 }))
    .filter((line) => line !== null);
  return given.length === 0 ? null : given.join(', ');
}
