import fc from 'fast-check';
import { buildSchema, type GraphQLScalarType, parse, parseValue, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { parseMoney } from '../../../../src/domain/money.js';
import { DateScalar } from '../../../../src/resolvers/scalars/Date.js';
import { DateTime } from '../../../../src/resolvers/scalars/DateTime.js';
import { Decimal } from '../../../../src/resolvers/scalars/Decimal.js';
import { Duration } from '../../../../src/resolvers/scalars/Duration.js';

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

describe('what is said of a wrong value', () => {
  it.each<[string, GraphQLScalarType, string]>([
    ['2026-02-30T00:00:00Z', DateTime, 'DateTime must be a day and a time that exist.'],
    ['2026-02-28T25:00:00+01:00', DateTime, 'DateTime must be a day and a time that exist.'],
    ['2026-02-28', DateTime, 'DateTime must be RFC 3339 with an offset, such as "2020-01-01T00:00:00Z".'],
    ['2026-02-30', DateScalar, 'Date must be a day that exists.'],
    ['30/01/2026', DateScalar, 'Date must be a calendar date, such as "2020-01-31".'],
    ['1.0000000001', Decimal, 'Decimal must have at most 18 digits before the point and 9 after it.'],
    ['-1234567890123456789', Decimal, 'Decimal must have at most 18 digits before the point and 9 after it.'],
    ['1,5', Decimal, 'Decimal must be a string with a plain decimal number, such as "79.80".'],
  ])('fits it: %j', (value, scalar, sentence) => {
    expect(() => scalar.parseValue(value)).toThrow(sentence);
    expect(() => scalar.parseLiteral(parseValue(JSON.stringify(value)))).toThrow(sentence);
  });

  it.each([DateScalar, DateTime, Decimal, Duration])('names its place in the document: %s', (scalar) => {
    const schema = buildSchema(`scalar ${scalar.name} type Query { field(value: ${scalar.name}): Int }`);
    Object.assign(schema.getType(scalar.name) ?? {}, { parseLiteral: scalar.parseLiteral });
    const errors = validate(schema, parse('{ field(value: "wrong") }'));
    expect(errors.map(({ message, locations }) => ({ message, locations }))).toEqual([
      { message: expect.stringMatching(new RegExp(`^${scalar.name} must be`)), locations: [{ line: 1, column: 16 }] },
    ]);
  });
});
