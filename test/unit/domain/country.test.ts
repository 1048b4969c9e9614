import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toCountryCode } from '../../../src/domain/country.js';

it.each([
  ['SE', 'SE'],
  ['it', 'IT'],
  ['SWE', 'SE'],
  ['ita', 'IT'],
  ['Sweden', 'SE'],
  [' sverige ', 'SE'],
  ['Italia', 'IT'],
  ['Italien', 'IT'],
  ['UNITED STATES', 'US'],
  ['Österrike', 'AT'],
  ['Germania', 'DE'],
])('reads %s as %s', (country, code) => {
  expect(toCountryCode(country)).toBe(code);
});

it.each([null, undefined, '', ' ', 'XX', 'ZZZ', '752', 'Atlantis', 'constructor', '__proto__', 'toString'])(
  'gives no code for %s',
  (country) => {
    expect(toCountryCode(country)).toBeNull();
  },
);

it('gives two capitals or nothing for any text', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(toCountryCode(text) ?? 'SE').toMatch(/^[A-Z]{2}$/);
    }),
  );
});
