import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizeCurrency, parseDecimal, parseMoney } from '../../../src/domain/money.js';

const digits = (minLength: number, maxLength: number) =>
  fc.stringMatching(new RegExp(`^[0-9]{${minLength},${maxLength}}$`));
const sign = fc.constantFrom('', '-', '+', '−');
const fewDecimals = digits(1, 2);

/** The exact decimal by string arithmetic alone, as the reference the parser is held against. */
function canonical(mark: string, whole: string, fraction: string): string {
  const text = `${whole.replace(/^0+(?=\d)/, '')}.${fraction.replace(/0+$/, '').padEnd(2, '0')}`;
  return (mark === '-' || mark === '−') && /[1-9]/.test(text) ? `-${text}` : text;
}

function grouped(whole: string, separator: string): string {
  return whole.replace(/\B(?=(?:\d{3})+$)/g, separator);
}

const dressings: readonly (readonly [dress: (amount: string) => string, currency: string | null])[] = [
  [(amount) => amount, null],
  [(amount) => `  ${amount}\t`, null],
  [(amount) => `EUR ${amount}`, 'EUR'],
  [(amount) => `${amount} sek`, 'SEK'],
  [(amount) => `€ ${amount}`, 'EUR'],
  [(amount) => `€${amount}`, 'EUR'],
  [(amount) => `${amount}\u00a0€`, 'EUR'],
  [(amount) => `£${amount}`, 'GBP'],
  [(amount) => `${amount} kr`, null],
  [(amount) => `${amount}:-`, null],
  [(amount) => `kr ${amount}`, null],
];
const dressing = fc.constantFrom(...dressings);

describe('an amount of any size', () => {
  const spellings: readonly (readonly [name: string, fraction: fc.Arbitrary<string>, Spell])[] = [
    ['with a lone dot', digits(1, 8), (whole, fraction) => `${whole}.${fraction}`],
    ['with a dot and nothing behind it', fc.constant(''), (whole) => `${whole}.`],
    ['without decimals', fc.constant(''), (whole) => whole],
    ['with a comma before one or two digits', fewDecimals, (whole, fraction) => `${whole},${fraction}`],
    ['grouped by commas', digits(1, 8), (whole, fraction) => `${grouped(whole, ',')}.${fraction}`],
    ['grouped by dots', digits(1, 2), (whole, fraction) => `${grouped(whole, '.')},${fraction}`],
    ['grouped by blanks', fewDecimals, (whole, fraction) => `${grouped(whole, ' ')},${fraction}`],
    ['grouped by narrow blanks', fewDecimals, (whole, fraction) => `${grouped(whole, '\u202f')}.${fraction}`],
    ['grouped by apostrophes', digits(1, 4), (whole, fraction) => `${grouped(whole, "'")}.${fraction}`],
  ];
  type Spell = (whole: string, fraction: string) => string;

  it.each(spellings)('is exact %s, with and without a currency', (_, fractions, spell) => {
    fc.assert(
      fc.property(sign, digits(1, 30), fractions, dressing, (mark, whole, fraction, [dress, currency]) => {
        const text = dress(mark + spell(whole, fraction));
        expect(parseMoney(text, null)).toEqual({ amount: canonical(mark, whole, fraction), currency, raw: text });
      }),
    );
  });

  it('never gains or loses a digit, whatever the text', () => {
    const text = fc.string({ unit: fc.constantFrom(..."0123456789.,' -+kr€EURSEK$:\u00a0e") });
    const significant = (value: string) => value.replaceAll(/\D/g, '').replace(/^0+|0+$/g, '');
    fc.assert(
      fc.property(text, (raw) => {
        const money = parseMoney(raw, null);
        if (money === null) {
          expect(raw.trim()).toBe('');
          return;
        }
        expect(money.raw).toBe(raw);
        if (money.amount === null) return;
        expect(money.amount).toMatch(/^-?(?:0|[1-9]\d*)\.(?:\d\d|\d{2,}[1-9])$/);
        expect(significant(money.amount)).toBe(significant(raw));
      }),
      { numRuns: 2000 },
    );
  });

  it('has the digits a number shows', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (cents) => {
        const [whole = '', fraction = ''] = (Math.abs(cents) / 100).toFixed(2).split('.');
        expect(parseMoney(cents / 100, null)?.amount).toBe(canonical(cents < 0 ? '-' : '', whole, fraction));
      }),
    );
  });
});

describe('the spellings of the seed documents', () => {
  it.each([
    ['150,00', '150.00', null],
    ['EUR 99.90', '99.90', 'EUR'],
    ['EUR 29.', '29.00', 'EUR'],
    ['€ 5.50', '5.50', 'EUR'],
    ['7.7300', '7.73', null],
    [9.75, '9.75', null],
    ['398.00', '398.00', null],
    [0, '0.00', null],
  ])('%s is %s', (value, amount, currency) => {
    expect(parseMoney(value, null)).toEqual({ amount, currency, raw: String(value) });
  });
});

describe('a text with both marks', () => {
  it.each([
    ['1.234,', '1234.00'],
    ['1,234.', '1234.00'],
    ['1,234.5', '1234.50'],
    ['1.234,50', '1234.50'],
    ['1.234.567', '1234567.00'],
    ['1,234,567', '1234567.00'],
  ])('reads the last one as the decimal mark: %s', (text, amount) => {
    expect(parseDecimal(text)).toBe(amount);
  });
});

describe('a text that may mean two things or nothing', () => {
  it.each(['1,234', '-1,234', 'EUR 1,234', '1,2345', '12,34,56', '1.2.3', '1 23', '1.5,', '1,5.', '+-5', '--5', '5-'])(
    'has no amount and keeps the text: %s',
    (raw) => {
      expect(parseMoney(raw, null)).toMatchObject({ amount: null, raw });
    },
  );

  it.each(['free', 'EUR', '1e5', '0x10', '١٢', 'XYZ 5', 'EUR 5 SEK', 'EUR.5', 'N/A', '.', ',', '-', '5%', 'NaN'])(
    'has no amount where a mark is unknown: %s',
    (raw) => {
      expect(parseMoney(raw, null)).toMatchObject({ amount: null, raw });
    },
  );

  it.each([null, undefined, '', '  ', '\u00a0', true, {}, []])('is no amount at all: %s', (value) => {
    expect(parseMoney(value, 'SEK')).toBeNull();
  });

  it('is given up quickly when it is very long', () => {
    const startedAt = performance.now();
    for (const part of ["'", '1 ', '1,', 'a', ' ']) {
      expect(parseMoney(`${part.repeat(200_000)}.x1`, null)).toMatchObject({ amount: null });
    }
    expect(performance.now() - startedAt).toBeLessThan(1000);
  });
});

describe('a currency', () => {
  it('is the stated one, and the configured one only where none is stated', () => {
    expect(parseMoney('EUR 5', 'SEK')?.currency).toBe('EUR');
    expect(parseMoney('5', 'SEK')?.currency).toBe('SEK');
    expect(parseMoney('5', null)?.currency).toBeNull();
  });

  it.each(['5 kr', 'kr 5', 'kr5', 'kr.5', '5 kr.', '5:-'])(
    'of a mark shared by several is the configured one: %s',
    (text) => {
      expect(parseMoney(text, 'SEK')).toEqual({ amount: '5.00', currency: 'SEK', raw: text });
    },
  );

  it('of a mark the configured one does not use stays unknown', () => {
    expect(parseMoney('$5', 'SEK')).toEqual({ amount: '5.00', currency: null, raw: '$5' });
    expect(parseMoney('5 kr', 'EUR')).toEqual({ amount: '5.00', currency: null, raw: '5 kr' });
    expect(parseMoney('$5', 'USD')?.currency).toBe('USD');
  });

  it('is an ISO code in any case, and nothing else', () => {
    expect([' sek ', 'XXY', '', 752, null].map(normalizeCurrency)).toEqual(['SEK', null, null, null, null]);
  });
});
