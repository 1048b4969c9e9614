import { checkCountry } from '../check-country.js';
import { checkOptionalText } from '../check-values.js';
import type { InputCheck } from '../input-check.js';
import type { Maybe } from '../maybe.js';

interface AddressInput {
  readonly name?: Maybe<string>;
  readonly firstName?: Maybe<string>;
  readonly lastName?: Maybe<string>;
  readonly lines?: Maybe<readonly string[]>;
  readonly city?: Maybe<string>;
  readonly region?: Maybe<string>;
  readonly postalCode?: Maybe<string>;
  readonly countryCode?: Maybe<string>;
}

/** QPilot has `Street1` and `Street2`. */
const mostLines = 2;

/** An address as QPilot keeps one; null when none is given. Company, e-mail and phone are fields of its customer. */
export function readAddress(input: Maybe<AddressInput>, field: string, check: InputCheck) {
  if (!input) return null;
  const text = (name: 'firstName' | 'lastName' | 'city' | 'region' | 'postalCode') =>
    checkOptionalText(input[name], [field, name], check, { maxLength: 255 });
  const names = { firstName: text('firstName'), lastName: text('lastName') };
  const hasNames = names.firstName !== null || names.lastName !== null;
  const name = checkOptionalText(input.name, [field, 'name'], check, { maxLength: 255 });
  if (hasNames && name !== null && oneBlank(name) !== joined(names))
    check.add(
      [field, 'name'],
      'UNSUPPORTED',
      'QPilot keeps a first and a last name; another name is given beside them.',
    );
  return {
    ...(hasNames ? names : splitName(name)),
    lines: readLines(input.lines, field, check),
    city: text('city'),
    region: text('region'),
    postalCode: text('postalCode'),
    countryCode: checkCountry(input.countryCode, [field, 'countryCode'], check),
  };
}

function joined({ firstName, lastName }: ReturnType<typeof splitName>): string {
  return oneBlank(`${firstName ?? ''} ${lastName ?? ''}`);
}

function oneBlank(name: string): string {
  return name.trim().replaceAll(/\s+/g, ' ');
}

/** At the last blank: both parts together read as the name again, wherever it was cut. */
function splitName(name: string | null): { firstName: string | null; lastName: string | null } {
  const cut = name?.lastIndexOf(' ') ?? -1;
  if (name === null || cut < 0) return { firstName: name, lastName: null };
  return { firstName: name.slice(0, cut).trimEnd(), lastName: name.slice(cut + 1) };
}

function readLines(lines: Maybe<readonly string[]>, field: string, check: InputCheck): readonly string[] {
  const read = (lines ?? []).map((line, index) =>
    checkOptionalText(line, [field, 'lines', index], check, { maxLength: 255 }),
  );
  const written = read.filter((line) => line !== null);
  check.require(
    written.length <= mostLines,
    [field, 'lines'],
    'TOO_MANY',
    `QPilot has ${mostLines} street lines; ${written.length} are given.`,
  );
  return written;
}
