import { describe, expect, test } from 'vitest';
import { Format } from '../src/language/format.js';

/** Intl writes narrow and non-breaking blanks, and a minus sign of its own. */
const plain = (text: string | null) => text?.replaceAll(/[\u00A0\u202F]/g, ' ').replaceAll('\u2212', '-');

describe('amounts', () => {
  test.each([
    ['en', 'SEK 3,137.50'],
    ['sv', '3 137,50 kr'],
    ['it', '3137,50 SEK'],
  ] as const)('are written as people who read %s write them', (language, written) => {
    expect(plain(new Format(language).money({ amount: '3137.50', currency: 'SEK' }))).toBe(written);
  });

  test('keep every digit, also those that a float would lose', () => {
    const amount = '9007199254740993.07';
    expect(plain(new Format('sv').money({ amount, currency: 'SEK' }))).toBe('9 007 199 254 740 993,07 kr');
  });

  test('keep decimals beyond those of the currency', () => {
    expect(new Format('en').money({ amount: '0.1234', currency: 'EUR' })).toBe('€0.1234');
  });

  test('have the decimals of their currency where they were given without', () => {
    expect(plain(new Format('en').money({ amount: '1500', currency: 'JPY' }))).toBe('JP¥1,500');
  });

  test('without a currency are numbers alone', () => {
    expect(new Format('it').money({ amount: '24.00', currency: null })).toBe('24,00');
  });

  test('that are not known are null, and words are left as they are', () => {
    expect(new Format('en').money({ amount: null, currency: 'EUR' })).toBeNull();
    expect(new Format('en').money({ amount: 'about ten', currency: 'EUR' })).toBe('about ten');
  });
});

describe('days', () => {
  test('of a calendar stay the day they are in every time zone', () => {
    expect(new Format('sv').day('2026-01-01')).toBe('1 jan. 2026');
    expect(new Format('it').day('2026-12-31')).toBe('31 dic 2026');
  });

  test('of the week begin with Sunday', () => {
    const format = new Format('en');
    expect([1, 2, 7].map((day) => format.weekday(day))).toEqual(['Sunday', 'Monday', 'Saturday']);
  });

  test('that cannot be read are shown as they came', () => {
    expect(new Format('en').dayOf('soon')).toBe('soon');
  });
});

test('countries have names in the language, and unknown codes stay codes', () => {
  expect(new Format('sv').country('IT')).toBe('Italien');
  expect(new Format('it').country('SE')).toBe('Svezia');
  expect(new Format('en').country('not a code')).toBe('not a code');
});
