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

it.each([
  ['GB', ['England', 'Scotland', 'Wales', 'Northern Ireland', 'Great Britain', 'UK', 'U.K.', 'United Kingdom']],
  ['GB', ['Inghilterra', 'Scozia', 'Galles', 'Gran Bretagna', 'Regno Unito']],
  ['GB', ['Skottland', 'Nordirland', 'Storbritannien']],
  ['NL', ['Holland', 'The Netherlands', 'Olanda', 'Paesi Bassi', 'Nederländerna', 'HOLLAND']],
  ['FI', ['Suomi', 'Finland', 'Finlandia']],
  ['IE', ['Ireland', 'Republic of Ireland', 'Eire', 'Éire', 'E\u0301ire', 'Irland', 'Irlanda']],
  ['US', ['USA', 'United States of America', 'Stati Uniti', "Stati Uniti d'America", 'Stati Uniti d’America']],
  ['US', ['Amerikas förenta stater']],
  ['DE', ['Germany', 'Tyskland', 'Germania', 'Deutschland']],
  ['CZ', ['Czech Republic', 'Czechia', 'Tjeckien', 'Repubblica Ceca', 'Cechia']],
  ['HR', ['Croatia', 'Kroatien', 'Croazia']],
  ['AX', ['Åland']],
])('reads the names people use for %s in three languages: %j', (code, names) => {
  expect(names.map((name) => [name, toCountryCode(name)])).toEqual(names.map((name) => [name, code]));
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
