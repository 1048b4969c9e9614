// Its entry for Node reads the names of all countries in eighty languages, which stay in memory.
import countries from 'i18n-iso-countries/index.js';
import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' };
import italian from 'i18n-iso-countries/langs/it.json' with { type: 'json' };
import swedish from 'i18n-iso-countries/langs/sv.json' with { type: 'json' };

for (const names of [english, italian, swedish]) countries.registerLocale(names);

// Names people write that the tables lack; the parts of the United Kingdom have no code of their own in ISO 3166-1.
const commonNames: ReadonlyMap<string, string> = new Map(
  Object.entries({
    GB:
      'england, scotland, wales, northern ireland, great britain, britain, u.k., ' +
      'inghilterra, scozia, galles, irlanda del nord, gran bretagna, skottland, nordirland',
    NL: 'holland, olanda, nederland',
    FI: 'suomi',
    IE: "republic of ireland, eire, éire, repubblica d'irlanda",
    US: 'stati uniti, förenta staterna, amerikas förenta stater, u.s.',
    DE: 'deutschland',
    CZ: 'cechia',
    MK: 'macedonia',
    MD: 'moldova',
    VA: 'vaticano',
  }).flatMap(([code, names]) => names.split(', ').map((name) => [name, code] as const)),
);

/** What was looked up before: the tables are searched from end to end, and a shop writes few countries. */
const answers = new Map<string, string | null>();
const mostAnswers = 1000;
const longestName = 100;

/**
 * ISO 3166-1 alpha-2 code of a code or of a country's Swedish, English or Italian name; null when it is none of them.
 *
 * @remarks Quickbutik reads names (`Sweden`, seed document), QPilot and Qapla' read codes.
 */
export function toCountryCode(country: string | null | undefined): string | null {
  if (!country) return null;
  const known = answers.get(country);
  if (known !== undefined) return known;
  const code = findCode(country);
  if (answers.size >= mostAnswers) answers.clear();
  if (country.length <= longestName) answers.set(country, code);
  return code;
}

function findCode(country: string): string | null {
  const text = country.trim().normalize('NFC').replaceAll('’', "'");
  if (!text) return null;
  const code = text.toUpperCase();
  if (code.length === 2 && countries.isValid(code)) return code;
  if (code.length === 3 && countries.isValid(code)) return countries.alpha3ToAlpha2(code) ?? null;
  for (const language of ['sv', 'en', 'it']) {
    const found = countries.getAlpha2Code(text, language) ?? countries.getSimpleAlpha2Code(text, language);
    if (found !== undefined) return found;
  }
  return commonNames.get(text.toLowerCase()) ?? null;
}
