import type { ShopAddress, ShopBuyer } from '../../domain/shop-writes.js';
import { checkCountry } from '../check-country.js';
import { checkEmail } from '../check-values.js';
import type { GivenAddress } from '../given-address.js';
import type { InputCheck } from '../input-check.js';
import type { Maybe } from '../maybe.js';
import { checkShort, type Field } from './values.js';

/** A buyer as a caller gives it. */
export interface GivenBuyer {
  readonly type: 'CONSUMER' | 'BUSINESS';
  readonly email: string;
  readonly phone?: Maybe<string>;
  readonly shippingAddress?: Maybe<GivenAddress>;
  readonly newsletterSubscribe?: Maybe<boolean>;
  readonly createLogin?: Maybe<boolean>;
}

/** The shop has two fields for the street (seed document). */
const maxLines = 2;

/** Reads who buys. What the shop has no field for is refused rather than left out in silence. */
export function readBuyer(given: GivenBuyer, field: Field, check: InputCheck): ShopBuyer {
  const { type, newsletterSubscribe, createLogin } = given;
  const addressField = [...field, 'shippingAddress'];
  const address = given.shippingAddress ? readAddress(given.shippingAddress, addressField, check) : null;
  const company = given.shippingAddress?.company?.trim() ?? '';
  if (type === 'BUSINESS' && company === '')
    check.add([...addressField, 'company'], 'REQUIRED', 'A business needs the name of its company.');
  if (type === 'CONSUMER' && company !== '')
    check.add([...addressField, 'company'], 'UNSUPPORTED', 'The shop has a company for a business only.');
  return {
    type,
    email: checkEmail(given.email, [...field, 'email'], check) ?? '',
    phone: checkShort(given.phone, [...field, 'phone'], check),
    address,
    newsletterSubscribe: newsletterSubscribe ?? null,
    createLogin: createLogin ?? null,
  };
}

function readAddress(given: GivenAddress, field: Field, check: InputCheck): ShopAddress {
  const text = (name: 'company' | 'city' | 'postalCode') => checkShort(given[name], [...field, name], check);
  for (const [name, instead] of [
    ['region', 'the city'],
    ['email', 'the customer’s email'],
    ['phone', 'the customer’s phone'],
  ] as const) {
    const isGiven = (given[name]?.trim() ?? '') !== '';
    check.require(!isGiven, [...field, name], 'UNSUPPORTED', `The shop’s address has no such field; use ${instead}.`);
  }
  return {
    company: text('company'),
    ...readName(given, field, check),
    lines: readLines(given.lines ?? [], [...field, 'lines'], check),
    city: text('city'),
    postalCode: text('postalCode'),
    countryCode: checkCountry(given.countryCode, [...field, 'countryCode'], check),
  };
}

/** First and last name; one name for both is split at its first blank, as the document's own example is. Two that differ are refused. */
function readName(given: GivenAddress, field: Field, check: InputCheck) {
  const firstName = checkShort(given.firstName, [...field, 'firstName'], check);
  const lastName = checkShort(given.lastName, [...field, 'lastName'], check);
  const name = checkShort(given.name, [...field, 'name'], check);
  if (firstName !== null || lastName !== null || name === null) {
    const isSame = name === null || wordsOf(name) === wordsOf(`${firstName ?? ''} ${lastName ?? ''}`);
    check.require(
      isSame,
      [...field, 'name'],
      'UNSUPPORTED',
      'The shop has a first and a last name only; these differ.',
    );
    return { firstName, lastName };
  }
  const [first = name, ...rest] = name.split(/\s+/);
  return { firstName: first, lastName: rest.join(' ') || null };
}

function wordsOf(name: string): string {
  return name.trim().split(/\s+/).join(' ');
}

function readLines(given: readonly string[], field: Field, check: InputCheck): string[] {
  const lines = given.map((line, index) => checkShort(line, [...field, index], check)).filter((line) => line !== null);
  check.require(lines.length <= maxLines, field, 'TOO_MANY', `The shop has ${maxLines} lines for the street.`);
  return lines;
}
