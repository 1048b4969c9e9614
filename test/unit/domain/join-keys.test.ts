import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  normalizeEmail,
  normalizeReference,
  normalizeSku,
  normalizeTrackingNumber,
} from '../../../src/domain/join-keys.js';

describe('an e-mail key', () => {
  it('is trimmed, small and composed, with dots and tags kept', () => {
    expect(normalizeEmail('  Chris.B+shop@Example.COM ')).toBe('chris.b+shop@example.com');
    expect(normalizeEmail('JOSE\u0301@example.org')).toBe(normalizeEmail('jos\u00e9@example.org'));
  });

  it('of a key is the key itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const key = normalizeEmail(text);
        expect(normalizeEmail(key)).toBe(key);
      }),
    );
  });
});

describe('an order reference key', () => {
  it.each(['0042', '1033815D', 'ord. # 1674', '1e3', '#1001'])('stays as written: %s', (reference) => {
    expect(normalizeReference(` ${reference}\n`)).toBe(reference);
  });

  it('keeps references apart that are equal as numbers', () => {
    expect(normalizeReference('0042')).not.toBe(normalizeReference('42'));
  });
});

it('gives a tracking number in capitals without blanks and hyphens', () => {
  expect(normalizeTrackingNumber(' 1z-999 aa1\t0123 ')).toBe('1Z999AA10123');
});

it('compares a sku exactly but for blanks around it', () => {
  expect(normalizeSku(' Ab-1 ')).toBe('Ab-1');
  expect(normalizeSku('ab-1')).not.toBe(normalizeSku('AB-1'));
});

it.each([normalizeEmail, normalizeReference, normalizeSku, normalizeTrackingNumber])(
  'has no key for a blank or absent text: %o',
  (normalize) => {
    expect(['', ' \t', null, undefined].map(normalize)).toEqual([null, null, null, null]);
  },
);
