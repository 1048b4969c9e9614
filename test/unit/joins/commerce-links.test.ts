import { describe, expect, it } from 'vitest';
import type { CommerceRecord } from '../../../src/domain/commerce.js';
import type { Order, OrderHead } from '../../../src/domain/order.js';
import { orderOfRecord } from '../../../src/joins/commerce-links.js';
import type { KnownRecords } from '../../../src/joins/known-records.js';
import type { OrderLookup } from '../../../src/joins/order-lookup.js';

const total = { amount: '30.10', currency: 'SEK' };
/** As a list has it, which states no currency. */
const head = {
  provider: 'QUICKBUTIK',
  externalId: '5030',
  reference: '5030',
  total: { ...total, currency: null },
} as OrderHead;
const whole = { ...head, total, lines: [], shopper: { email: 'ada@example.com' } } as unknown as Order;

interface Shop {
  readonly isIndexed?: boolean;
  /** What the order is found as. */
  readonly found?: OrderHead;
  readonly details?: Order;
}

/** Joins a record to the shop's order 5030 of Ada, and tells how often its details were asked for. */
async function join(record: object, { isIndexed = false, found = head, details = whole }: Shop = {}) {
  let calls = 0;
  const load = async () => {
    calls += 1;
    return details;
  };
  const orders = { byReference: { load: async () => found }, details: { load } } as Partial<
    Record<keyof OrderLookup, unknown>
  > as OrderLookup;
  const known = {
    buyerOf: async () => (isIndexed ? 'hash of ada@example.com' : null),
    hashOf: async (email: string) => (isIndexed ? `hash of ${email}` : null),
  } as Partial<KnownRecords> as KnownRecords;
  const order = await orderOfRecord({ orderNumber: '#5030', email: null, total, ...record } as CommerceRecord, {
    orders,
    known,
  });
  return { isJoined: order !== null, calls };
}

describe('an aggregated record with the number of a shop order', () => {
  it.each([
    ['of the same buyer', 'Ada@example.com', true],
    ['of somebody else, for all that number and amount are equal', 'otto@example.com', false],
  ])('is told to be %s by the directory, without a call', async (_, email, isJoined) => {
    expect(await join({ email }, { isIndexed: true })).toEqual({ isJoined, calls: 0 });
  });

  it.each([
    ['joined, of the same buyer', 'Ada@example.com', true],
    ['another one, of somebody else', 'otto@example.com', false],
  ])('is %s, by the details of the order where the directory does not know its buyer', async (_, email, isJoined) => {
    expect(await join({ email })).toEqual({ isJoined, calls: 1 });
    const other = { amount: '31.00', currency: null };
    expect(await join({ email, total: other })).toEqual({ isJoined, calls: 1 });
  });

  it('is compared with an order that was found whole without another call', async () => {
    expect(await join({ email: 'ada@example.com' }, { found: whole })).toEqual({ isJoined: true, calls: 0 });
    expect(await join({ email: 'otto@example.com' }, { found: whole })).toEqual({ isJoined: false, calls: 0 });
  });

  it('is another one in another currency, whatever its amount and buyer', async () => {
    const inPounds = { ...total, currency: 'GBP' };
    expect(await join({ email: 'ada@example.com', total: inPounds })).toEqual({ isJoined: false, calls: 1 });
    expect(await join({ total: inPounds }, { found: whole })).toEqual({ isJoined: false, calls: 0 });
  });

  it('is joined by its amount where either names nobody', async () => {
    const details = { ...whole, shopper: null };
    expect(await join({})).toEqual({ isJoined: true, calls: 0 });
    expect(await join({ email: 'otto@example.com' }, { details })).toEqual({ isJoined: true, calls: 1 });
  });

  it('is another one by its amount where either names nobody', async () => {
    const other = { ...total, amount: '31.00' };
    expect(await join({ total: other })).toEqual({ isJoined: false, calls: 0 });
    const details = { ...whole, shopper: null };
    expect(await join({ email: 'otto@example.com', total: other }, { details })).toEqual({ isJoined: false, calls: 1 });
  });
});
