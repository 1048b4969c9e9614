import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  flagWire,
  idWire,
  integerWire,
  listWire,
  numberWire,
  readDate,
  readInstant,
  readMoney,
  textWire,
} from '../../../../src/datasources/_shared/wire-values.js';

function readingOf(currency: string | null = null) {
  const warnings: string[] = [];
  return {
    reading: { timeZone: 'Europe/Rome', currency, warn: (field: string) => void warnings.push(field) },
    warnings,
  };
}

it.each([
  ['0042', '0042'],
  [42, '42'],
  ['ord. # 1674', 'ord. # 1674'],
])('takes the id %j as the text %j', (value, id) => {
  expect(idWire.parse(value)).toBe(id);
});

it.each([
  [' a ', 'a'],
  ['  ', null],
  ['', null],
  [null, null],
  [undefined, null],
  [0, '0'],
  [false, null],
  [true, null],
])('takes the text %j as %j', (value, text) => {
  expect(textWire.parse(value)).toBe(text);
});

it.each([
  [true, true],
  [false, false],
  [1, true],
  [0, false],
  ['1', true],
  ['0', false],
  ['true', true],
  ['False', false],
  ['Yes', true],
  [' no ', false],
  ['maybe', null],
  [2, null],
  ['', null],
  [null, null],
  [undefined, null],
])('takes %j as yes, no or neither: %j', (value, flag) => {
  expect(flagWire.parse(value)).toBe(flag);
});

it.each([
  [6, 6, 6],
  ['6', 6, 6],
  ['6.0000', 6, 6],
  [' -6 ', -6, -6],
  ['6.5', null, 6.5],
  ['18446744073709551616', null, 2 ** 64],
  ['', null, null],
  [' ', null, null],
  ['0x10', null, null],
  ['0b1', null, null],
  ['Infinity', null, null],
  ['6,5', null, null],
  ['six', null, null],
  [null, null, null],
  [undefined, null, null],
])('takes %j as the whole number %j and the number %j', (value, whole, number) => {
  expect([integerWire.parse(value), numberWire.parse(value)]).toEqual([whole, number]);
});

describe('a list', () => {
  const list = listWire(z.string());

  it.each([
    [
      ['a', 'b'],
      ['a', 'b'],
    ],
    [{ 0: 'a', 1: 'b' }, ['a', 'b']],
    [{ 10: 'b', 2: 'a' }, ['a', 'b']],
    [{}, []],
    [[], []],
    [null, []],
    [undefined, []],
  ])('is read as PHP writes it: %j', (value, rows) => {
    expect(list.parse(value)).toEqual(rows);
  });

  it('is refused where it is an object with names, so that an error is not taken for rows', () => {
    expect(list.safeParse({ error: 'x' }).success).toBe(false);
  });
});

describe('a value that cannot be read', () => {
  it('is counted by its field, and an absent one is not', () => {
    const { reading, warnings } = readingOf();
    expect(readMoney('1,234', reading, 'total')).toMatchObject({ amount: null, raw: '1,234' });
    expect(readInstant('soon', reading, 'placedAt')).toBeNull();
    expect(readDate('soon', reading, 'on')).toBeNull();
    expect(warnings).toEqual(['total', 'placedAt', 'on']);
    for (const absent of [null, undefined, '']) {
      expect([
        readMoney(absent, reading, 'total'),
        readInstant(absent, reading, 'placedAt'),
        readDate(absent, reading, 'on'),
      ]).toEqual([null, null, null]);
    }
    expect(readInstant('0000-00-00 00:00:00', reading, 'placedAt')).toBeNull();
    expect(readDate('0000-00-00', reading, 'on')).toBeNull();
    expect(warnings).toHaveLength(3);
  });

  it('does not keep the others from being read in the zone and currency of the provider', () => {
    const { reading, warnings } = readingOf('EUR');
    expect(readMoney('5,50', reading, 'total')).toEqual({ amount: '5.50', currency: 'EUR', raw: '5,50' });
    expect(readMoney('5,50', reading, 'total', 'SEK')?.currency).toBe('SEK');
    expect(readInstant('2020-07-01 12:00:00', reading, 'placedAt')).toBe('2020-07-01T10:00:00Z');
    expect(readDate('01/07/2020 00:00:00', reading, 'on')).toBe('2020-07-01');
    expect(warnings).toEqual([]);
  });
});
