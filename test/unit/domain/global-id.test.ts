import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeGlobalId, encodeGlobalId } from '../../../src/domain/global-id.js';
import { providerNames } from '../../../src/domain/provider.js';

const ownId = fc.string({ unit: 'grapheme', minLength: 1 });
const parts = fc.record({
  type: fc.stringMatching(/^[A-Z][A-Za-z]{0,20}$/),
  provider: fc.constantFrom(...providerNames),
  externalId: ownId,
});

describe('a global id', () => {
  it('gives back what it was made of, whatever the external id', () => {
    fc.assert(
      fc.property(parts, (given) => {
        expect(decodeGlobalId(encodeGlobalId(given))).toEqual(given);
      }),
    );
  });

  it.each(['0042', '1033815D', 'ord. # 1674', 'a:b:c', '../x?y=1', 'line\r\nbreak', ' padded ', 'åäö 😀'])(
    'carries the external id %j unchanged',
    (externalId) => {
      const id = encodeGlobalId({ type: 'Order', provider: 'QAPLA', externalId });
      expect(id).toMatch(/^[\w-]+$/);
      expect(decodeGlobalId(id)?.externalId).toBe(externalId);
    },
  );

  it('is the base64url of its parts, as the public interface states', () => {
    expect(
      Buffer.from(encodeGlobalId({ type: 'Order', provider: 'QAPLA', externalId: '7' }), 'base64url').toString(),
    ).toBe('cg1:Order:QAPLA:7');
  });

  it('is read with padding as well', () => {
    const id = encodeGlobalId({ type: 'Order', provider: 'QAPLA', externalId: '77' });
    expect(decodeGlobalId(`${id}==`)?.externalId).toBe('77');
  });

  it('differs for different parts', () => {
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        const isEqual = encodeGlobalId(one) === encodeGlobalId(other);
        expect(isEqual).toBe(JSON.stringify(one) === JSON.stringify(other));
      }),
    );
  });
});

describe("a provider's own id", () => {
  const base64 = (text: string) => Buffer.from(text).toString('base64url');

  it('never decodes', () => {
    fc.assert(
      fc.property(ownId, (id) => {
        expect(decodeGlobalId(id)).toBeNull();
      }),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^[\w-]+$/), (id) => {
        expect(decodeGlobalId(id)).toBeNull();
      }),
    );
  });

  it.each([
    '',
    '42',
    'cg1:Order:QAPLA:7',
    base64('cg2:Order:QAPLA:7'),
    base64('cg1:Order:QAPLA:'),
    base64('cg1:Order::7'),
    base64('cg1::QAPLA:7'),
    base64('x cg1:Order:QAPLA:7'),
    `${base64('cg1:Order:QAPLA:7')}!`,
    ` ${base64('cg1:Order:QAPLA:7')}`,
  ])('is not taken for a global one: %j', (id) => {
    expect(decodeGlobalId(id)).toBeNull();
  });
});
