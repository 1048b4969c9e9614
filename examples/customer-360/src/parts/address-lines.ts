import type { Format } from '../language/format.js';

interface AddressText {
  readonly lines: readonly string[];
  readonly city: string | null;
  readonly region: string | null;
  readonly postalCode: string | null;
  readonly countryCode: string | null;
}

/** An address as it is written on a letter, without what is not known. */
export function addressLines(address: AddressText | null, format: Format): readonly string[] {
  if (address === null) return [];
  const { lines, city, region, postalCode, countryCode } = address;
  const town = [postalCode, city, region].filter((part) => part !== null && part !== '').join(' ');
  return [...lines, town, countryCode === null ? '' : format.country(countryCode)].filter((line) => line !== '');
}
