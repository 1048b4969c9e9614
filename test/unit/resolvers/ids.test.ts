import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CustomerIdCipher } from '../../../src/domain/customer-id-cipher.js';
import { encodeGlobalId } from '../../../src/domain/global-id.js';
import { providerNames } from '../../../src/domain/provider.js';
import type { Customer } from '../../../src/joins/customer.js';
import { customerId, globalId, readCustomerId, readId } from '../../../src/resolvers/ids.js';

const cipher = new CustomerIdCipher('test-secret-for-ids-0001');
const customerOf = (key: Customer['key']) => ({ key }) as Customer;
const badInput = (words: string) =>
  expect.objectContaining({ code: 'BAD_USER_INPUT', message: expect.stringContaining(words) });
const externalId = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 200 })
  .filter((text) => text.trim() !== '' && !/\p{Cc}/u.test(text));
const provider = fc.constantFrom(...providerNames);

describe('an id', () => {
  it('names its record again, whatever the external id', () => {
    fc.assert(
      fc.property(provider, externalId, (name, id) => {
        const identity = { provider: name, externalId: id };
        expect(readId('id', globalId('Order', identity), 'Order')).toEqual(identity);
      }),
    );
  });

  it('keeps blanks that belong to the external id', () => {
    const identity = { provider: 'QPILOT', externalId: ' 0001 ' } as const;
    expect(readId('id', globalId('Customer', identity), 'Customer')).toEqual(identity);
  });

  it("of the provider's own is taken as it is, without a provider", () => {
    for (const own of ['0042', '1033815D', 'ord. # 1674', 'cg1:Order:QAPLA:7']) {
      expect(readId('id', ` ${own} `, 'Order')).toEqual({ provider: null, externalId: own });
    }
  });

  it("of the provider's own is no longer than any other text", () => {
    expect(() => readId('id', 'x'.repeat(501), 'Order')).toThrow(badInput('500'));
    const long = globalId('Order', { provider: 'QAPLA', externalId: 'x'.repeat(501) });
    expect(() => readId('id', long, 'Order')).toThrow(badInput('500'));
  });

  it('of another type says which', () => {
    const id = globalId('Shipment', { provider: 'QAPLA', externalId: '7' });
    expect(() => readId('id', id, 'Order')).toThrow(badInput('Shipment'));
  });

  it.each([
    { type: 'Order', provider: 'NOBODY', externalId: '7' },
    { type: 'Order', provider: 'QAPLA', externalId: ' ' },
    { type: 'Order', provider: 'QAPLA', externalId: 'a\nb' },
  ])('that this gateway would not make is refused: %o', (parts) => {
    expect(() => readId('id', encodeGlobalId(parts), 'Order')).toThrow(badInput('"id"'));
  });
});

describe('the id of a customer', () => {
  it('by e-mail names the e-mail again and does not show it', () => {
    const email = fc.emailAddress().map((text) => text.toLowerCase());
    fc.assert(
      fc.property(email, (text) => {
        const id = customerId(customerOf({ kind: 'EMAIL', email: text }), cipher);
        expect(Buffer.from(id, 'base64url').toString()).not.toContain(text);
        expect(readCustomerId('id', id, cipher)).toEqual({ kind: 'EMAIL', email: text });
      }),
    );
  });

  it('by the longest e-mail there is can be read again', () => {
    const email = `${'a'.repeat(64)}@${'b'.repeat(185)}.com`;
    const id = customerId(customerOf({ kind: 'EMAIL', email }), cipher);
    expect(readCustomerId('id', id, cipher)).toEqual({ kind: 'EMAIL', email });
  });

  it('by record names the record again', () => {
    const key = { kind: 'RECORD', provider: 'QPILOT', externalId: '0001' } as const;
    expect(readCustomerId('id', customerId(customerOf(key), cipher), cipher)).toEqual(key);
  });

  it("of the provider's own is QPilot's", () => {
    expect(readCustomerId('id', '0001', cipher)).toEqual({ kind: 'RECORD', provider: 'QPILOT', externalId: '0001' });
  });

  it('sealed by another gateway or made up is refused', () => {
    const other = new CustomerIdCipher('test-secret-for-ids-0002');
    const id = customerId(customerOf({ kind: 'EMAIL', email: 'a@example.com' }), other);
    expect(() => readCustomerId('id', id, cipher)).toThrow(badInput('"id"'));
    const made = encodeGlobalId({ type: 'Customer', provider: 'EMAIL', externalId: 'a@example.com' });
    expect(() => readCustomerId('id', made, cipher)).toThrow(badInput('"id"'));
  });

  it('is no id of another type', () => {
    const sealed = encodeGlobalId({ type: 'Order', provider: 'EMAIL', externalId: cipher.seal('a@example.com') });
    expect(() => readCustomerId('id', sealed, cipher)).toThrow(badInput('Order'));
  });
});
