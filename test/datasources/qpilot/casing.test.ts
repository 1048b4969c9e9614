import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withCamelKeys, withSmallKeys } from '../../../src/datasources/qpilot/casing.js';

const values = fc.jsonValue();

it('leaves what is named so already as it is', () => {
  const answer = { items: [{ id: 1, customer: { externalId: '0001' } }], totalCount: 1 };
  expect(withCamelKeys(answer)).toBe(answer);
});

it('renames at any depth, and keeps the value of the lower casing', () => {
  expect(withCamelKeys({ Items: [{ Id: 1, id: 2, Customer: { ExternalId: 'a' } }] })).toEqual({
    items: [{ id: 2, customer: { externalId: 'a' } }],
  });
  expect(withSmallKeys([{ Client_Order_Id: 7, rows: [{ StartUtc: null }] }])).toEqual([
    { clientorderid: 7, rows: [{ startutc: null }] },
  ]);
});

it('has no other names than asked for, whatever the answer', () => {
  fc.assert(
    fc.property(values, (value) => {
      expect(JSON.stringify(withSmallKeys(withSmallKeys(value)))).toBe(JSON.stringify(withSmallKeys(value)));
      for (const key of keysOf(withSmallKeys(value))) expect(key).toBe(key.replaceAll('_', '').toLowerCase());
    }),
  );
});

function keysOf(value: unknown): string[] {
  if (value === null || typeof value !== 'object') return [];
  if (Array.isArray(value)) return value.flatMap(keysOf);
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysOf(inner)]);
}
