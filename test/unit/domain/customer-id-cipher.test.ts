import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CustomerIdCipher } from '../../../src/domain/customer-id-cipher.js';

const cipher = new CustomerIdCipher('test-secret-for-ids-0001');
const email = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 });

describe('a sealed e-mail', () => {
  it('opens to the e-mail', () => {
    fc.assert(
      fc.property(email, (text) => {
        expect(cipher.open(cipher.seal(text))).toBe(text);
      }),
    );
  });

  it('is the same in every process with the secret, so that ids last', () => {
    const other = new CustomerIdCipher('test-secret-for-ids-0001');
    expect(other.seal('chris@example.com')).toBe(cipher.seal('chris@example.com'));
  });

  it('is the same again once the person was forgotten', () => {
    const sealed = cipher.seal('chris@example.com');
    cipher.forget('chris@example.com');
    expect(cipher.seal('chris@example.com')).toBe(sealed);
  });

  it('shows nothing of the e-mail', () => {
    const sealed = Buffer.from(cipher.seal('chris@example.com'), 'base64url').toString('latin1');
    expect(sealed).not.toMatch(/chris|example/);
    const start = cipher.seal('chris@example.com').slice(0, 8);
    expect(cipher.seal('chris@example.org').slice(0, 8)).not.toBe(start);
  });

  it('does not open under another secret', () => {
    const other = new CustomerIdCipher('test-secret-for-ids-0002');
    expect(other.open(cipher.seal('chris@example.com'))).toBeNull();
  });

  it('does not open when a single bit was changed', () => {
    const sealed = Buffer.from(cipher.seal('chris@example.com'), 'base64url');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: sealed.length * 8 - 1 }), (bit) => {
        const changed = Buffer.from(sealed);
        changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
        expect(cipher.open(changed.toString('base64url'))).toBeNull();
      }),
    );
  });

  it('is not any text a caller makes up', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(cipher.open(text)).toBeNull();
      }),
    );
  });
});
