import { describe, expect, it } from 'vitest';
import type { CommerceRecord } from '../../../src/domain/commerce.js';
import type { Order, OrderHead } from '../../../src/domain/order.js';
import { orderOfRecord } from '../../../src/joins/commerce-links.js';
import type { KnownRecords } from '../../../src/joins/known-records.js';
import type { OrderLookup } from '../../../src/joins/order-lookup.js';

const total = { amount: '30.10', currency: 'SEK' };
const head = { provider: 'QUICKBUTIK', externalId: '5030', reference: '5030', total } as OrderHead;

/** Joins a record to the shop's order 5030 of Ada, and tells how often its details were asked for. */
async function join(record: Partial<CommerceRecord>, { isIndexed = false } = {}) {
  let details = 0;
  const orders = {
    byReference: { load: async () => head },
    full: async () => {
      details += 1;
      return { ...head, shopper: { email: 'ada@example.com' } } as Order;
    },
  } as Partial<Record<keyof OrderLookup, unknown>> as OrderLookup;
  const known = {
    buyerOf: async () => (isIndexed ? 'hash of ada@example.com' : null),
    hashOf: async (email: string) => (isIndexed ? `hash of ${email}` : null),
  } as Partial<KnownRecords> as KnownRecords;
  const order = await orderOfRecord({ orderNumber: '#5030', ...record } as CommerceRecord, { orders, known });
  return { isJoined: order !== null, details };
}

describe('an aggregated record with the number of a shop order', () => {
  it.each([
    ['of the same buyer', 'Ada@example.com', true],
    ['of somebody else, for all that number and amount are equal', 'otto@example.com', false],
  ])('is told to be %s by the directory, without a call', async (_, email, isJoined) => {
    expect(await join({ email, total } as Partial<CommerceRecord>, { isIndexed: true })).toEqual({
      isJoined,
      details: 0,
    });
  });

  it('is another one in another currency, whatever its amount', async () => {
    const record = { email: null, total: { ...total, currency: 'GBP' } } as Partial<CommerceRecord>;
    expect(await join(record)).toEqual({ isJoined: false, details: 1 });
  });

  it('is compared by the details where amounts differ and nobody knows the buyer', async () => {
    const other = { ...total, amount: '31.00' };
    expect(await join({ email: 'ada@example.com', total: other } as Partial<CommerceRecord>)).toEqual({
      isJoined: true,
      details: 1,
    });
    expect(await join({ email: 'otto@example.com', total: other } as Partial<CommerceRecord>)).toEqual({
      isJoined: false,
      details: 1,
    });
  });
});
