import fc from 'fast-check';
import { expect, it } from 'vitest';
import { exactNumber } from '../../../src/writes/exact-number.js';

it.each([
  ['9.75', 9.75],
  ['6', 6],
  ['79.80', 79.8],
  ['0.10', 0.1],
  ['-1.5', -1.5],
  ['9007199254740991', 9007199254740991],
  ['0.000000001', null],
  ['9007199254740993', null],
  ['123456789012345678.123456789', null],
])('reads %s as %s', (decimal, number) => {
  expect(exactNumber(decimal)).toBe(number);
});

it('keeps every amount of up to fifteen digits as it is written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 12 }), fc.integer({ min: 0, max: 999 }), (whole, part) => {
      const decimal = `${whole}.${String(part).padStart(3, '0')}`;
      expect(exactNumber(decimal)?.toFixed(3)).toBe(decimal);
    }),
  );
});
