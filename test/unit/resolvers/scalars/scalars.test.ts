import fc from 'fast-check';
import { type GraphQLScalarType, parseValue } from 'graphql';
import { describe, expect, it } from 'vitest';
import { parseMoney } from '../../../../src/domain/money.js';
import { DateScalar } from '../../../../src/resolvers/scalars/Date.js';
import { DateTime } from '../../../../src/resolvers/scalars/DateTime.js';
import { Decimal } from '../../../../src/resolvers/scalars/Decimal.js';

/** A value as a variable and as a literal of a document: both must be taken alike. */
function readBoth(scalar: GraphQLScalarType<string, string>, value: string | number | boolean): string[] {
  return [scalar.parseValue(value), scalar.parseLiteral(parseValue(JSON.stringify(value)))];
}

describe('a decimal', () => {
  it.each(['0', '79.80', '-5', '0.000000001', '999999999999999999.99', '007'])('is taken as written: %s', (text) => {
    expect(readBoth(Decimal, text)).toEqual([text, text]);
  });

  it.each([79.8, 5, true, '', '1e3', '1,5', '.5', '5.', '+5', ' 5', '5 ', 'NaN', '0x1', '--5', '١'])(
    'is refused where it may have been rounded or is none: %j',
    (value) => {
      expect(() => Decimal.parseValue(value)).toThrow(/Decimal must be/);
      expect(() => Decimal.parseLiteral(parseValue(JSON.stringify(value)))).toThrow(/Decimal must be/);
    },
  );

  it('answers every amount that can be read, however long', () => {
    const digits = fc.stringMatching(/^\d{1,25}\.\d{1,25}$/);
    fc.assert(
      fc.property(digits, (text) => {
        const amount = parseMoney(text, null)?.amount;
        expect(Decimal.serialize(amount)).toBe(amount);
      }),
    );
    expect(Decimal.serialize('427.00000000000006')).toBe('427.00000000000006');
  });

  it('is never answered from a number', () => {
    expect(() => Decimal.serialize(427)).toThrow();
  });
});

describe('a time', () => {
  it('is read with any offset and answered in UTC', () => {
    expect(readBoth(DateTime, '2020-01-01T12:00:00+01:00')).toEqual(['2020-01-01T11:00:00Z', '2020-01-01T11:00:00Z']);
    expect(DateTime.serialize('2020-01-01T11:00:00Z')).toBe('2020-01-01T11:00:00Z');
  });

  it.each(['2020-01-01', '2020-01-01T12:00:00', '2020-02-30T00:00:00Z', 'now', '', 1577836800, true])(
    'is refused without an offset or where it is none: %j',
    (value) => {
      expect(() => DateTime.parseValue(value)).toThrow(/DateTime must be/);
      expect(() => DateTime.parseLiteral(parseValue(JSON.stringify(value)))).toThrow(/DateTime must be/);
    },
  );
});

describe('a date', () => {
  it('is a calendar date and stays one', () => {
    expect(readBoth(DateScalar, '2020-02-29')).toEqual(['2020-02-29', '2020-02-29']);
    expect(DateScalar.serialize('2020-02-29')).toBe('2020-02-29');
  });

  it.each(['2019-02-29', '31/01/2020', '31-01-2020', '2020-1-1', '2020-01-01T00:00:00Z', '0000-00-00', '', 20200101])(
    'is refused where it is none: %j',
    (value) => {
      expect(() => DateScalar.parseValue(value)).toThrow(/Date must be/);
      expect(() => DateScalar.parseLiteral(parseValue(JSON.stringify(value)))).toThrow(/Date must be/);
    },
  );
});
