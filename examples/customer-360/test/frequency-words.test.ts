import { describe, expect, test } from 'vitest';
import type { Frequency } from '../src/graph/rows.js';
import { Format } from '../src/language/format.js';
import { en } from '../src/language/messages/en.js';
import { it } from '../src/language/messages/it.js';
import { sv } from '../src/language/messages/sv.js';
import { frequencyWords } from '../src/subscriptions/frequency-words.js';

const languages = {
  en: { text: en, format: new Format('en') },
  sv: { text: sv, format: new Format('sv') },
  it: { text: it, format: new Format('it') },
};

const every = (unit: Frequency['unit'], value: number | null): Frequency => ({ __typename: 'Frequency', unit, value });

describe('how often a subscription runs', () => {
  test.each([
    ['en', every('DAYS', 30), 'Every 30 days'],
    ['en', every('WEEKS', 1), 'Every week'],
    ['en', every('DAY_OF_THE_WEEK', 2), 'Every Monday'],
    ['en', every('DAY_OF_THE_MONTH', 15), 'On day 15 of each month'],
    ['sv', every('WEEKS', 2), 'Var 2:a vecka'],
    ['sv', every('DAYS', 12), 'Var 12:e dag'],
    ['sv', every('DAYS', 21), 'Var 21:a dag'],
    ['sv', every('MONTHS', 3), 'Var 3:e månad'],
    ['it', every('MONTHS', 3), 'Ogni 3 mesi'],
  ] as const)('is said in %s', (language, frequency, words) => {
    expect(frequencyWords(frequency, languages[language])).toBe(words);
  });

  test('is said not to be known when it is not', () => {
    expect(frequencyWords(null, languages.en)).toBe('Frequency not known');
    expect(frequencyWords(every('UNKNOWN', 3), languages.en)).toBe('Frequency not known');
    expect(frequencyWords(every('DAYS', null), languages.en)).toBe('Frequency not known');
  });
});
