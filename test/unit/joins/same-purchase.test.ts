import { describe, expect, it } from 'vitest';
import type { CustomerRecord } from '../../../src/domain/customer.js';
import { parseMoney } from '../../../src/domain/money.js';
import type { Order } from '../../../src/domain/order.js';
import { completeFromImport, haveEqualTotals, isSamePurchase } from '../../../src/joins/same-purchase.js';
import { noDetails } from '../../support/order-details.js';

interface Facts {
  readonly reference?: string;
  readonly email?: string | null;
  readonly total?: string | null;
  readonly placedAt?: string | null;
}

function orderOf(facts: Facts = {}): Order {
  const { reference = '0042', email = null, total = 'SEK 427.00', placedAt = '2020-01-01T00:00:00Z' } = facts;
  return {
    provider: 'QUICKBUTIK',
    externalId: '1',
    reference,
    status: 'PAID',
    rawStatus: null,
    placedAt,
    total: parseMoney(total, null),
    ...noDetails,
    shopper: email === null ? null : ({ email } as CustomerRecord),
  };
}

/** Both ways round, since neither side is special. */
function areSame(one: Facts, other: Facts): boolean {
  const results = [isSamePurchase(orderOf(one), orderOf(other)), isSamePurchase(orderOf(other), orderOf(one))];
  expect(results[0]).toBe(results[1]);
  return results[0] === true;
}

const anna = { email: 'Anna@Example.com ' };
const annaToo = { email: 'anna@example.com' };

describe('two orders are one purchase', () => {
  it('by reference and e-mail, whatever else they state', () => {
    expect(areSame(anna, { ...annaToo, total: '1', placedAt: null })).toBe(true);
    expect(areSame({ ...anna, reference: ' 0042' }, annaToo)).toBe(true);
  });

  it('without an e-mail on one side, by reference, amount, currency and a time within 48 hours', () => {
    expect(areSame(anna, {})).toBe(true);
    expect(areSame({}, {})).toBe(true);
    expect(areSame(anna, { email: ' ', placedAt: '2020-01-03T00:00:00Z' })).toBe(true);
  });
});

describe('two orders are two purchases', () => {
  it.each<[string, Facts, Facts]>([
    ['with other e-mails', anna, { email: 'bert@example.com' }],
    ['with other references', anna, { ...annaToo, reference: '42' }],
    ['without any reference', { ...anna, reference: '' }, { ...annaToo, reference: ' ' }],
    ['with another amount and no e-mail', anna, { total: 'SEK 427.01' }],
    ['with another currency and no e-mail', anna, { total: 'EUR 427.00' }],
    ['with an unknown currency and no e-mail', anna, { total: '427.00' }],
    ['with two unknown currencies and no e-mail', { total: '427.00' }, { total: '427.00' }],
    ['with amounts that cannot be read and no e-mail', { total: 'SEK 1,234' }, { total: 'SEK 1,234' }],
    ['without an amount and an e-mail', anna, { total: null }],
    ['more than 48 hours apart and no e-mail', anna, { placedAt: '2020-01-03T00:00:01Z' }],
    ['without a time and an e-mail', anna, { placedAt: null }],
  ])('%s', (_, one, other) => {
    expect(areSame(one, other)).toBe(false);
  });
});

it('compares totals as amounts, not as texts', () => {
  expect(haveEqualTotals(orderOf({ total: 'SEK 427.00' }), orderOf({ total: '427,0 SEK' }))).toBe(true);
});

it("completes the shop's order without changing what it states", () => {
  const imported = { ...orderOf({ ...annaToo, total: 'EUR 1' }), note: 'imported', updatedAt: '2020-01-02T00:00:00Z' };
  const completed = completeFromImport({ ...orderOf(), note: 'own' }, imported);
  expect(completed).toEqual({ ...orderOf(), note: 'own', updatedAt: imported.updatedAt, shopper: imported.shopper });
  const named = orderOf({ email: 'bert@example.com' });
  expect(completeFromImport(named, imported).shopper).toBe(named.shopper);
});
