import { toEpochMs } from '../domain/instant.js';
import { normalizeEmail, normalizeReference } from '../domain/join-keys.js';
import type { Order } from '../domain/order.js';

const maxGapMs = 48 * 60 * 60 * 1000;

/**
 * Whether two providers' orders are one purchase: equal reference and equal e-mail; where one has no e-mail, equal amount
 * and currency, placed within 48 hours.
 */
export function isSamePurchase(one: Order, other: Order): boolean {
  const reference = normalizeReference(one.reference);
  if (reference === null || reference !== normalizeReference(other.reference)) return false;
  const oneEmail = normalizeEmail(one.shopper?.email);
  const otherEmail = normalizeEmail(other.shopper?.email);
  if (oneEmail !== null && otherEmail !== null) return oneEmail === otherEmail;
  return haveEqualTotals(one, other) && areClose(one, other);
}

/** Whether both state the same amount in the same currency; false where either is unknown. */
export function haveEqualTotals({ total: one }: Pick<Order, 'total'>, { total: other }: Pick<Order, 'total'>): boolean {
  if (!one?.amount || !other?.amount || !one.currency || !other.currency) return false;
  return one.amount === other.amount && one.currency === other.currency;
}

function areClose({ placedAt: one }: Order, { placedAt: other }: Order): boolean {
  return one !== null && other !== null && Math.abs(toEpochMs(one) - toEpochMs(other)) <= maxGapMs;
}

/** The shop's order with what it lacks taken from its import. Amounts stay the shop's alone. */
export function completeFromImport(order: Order, imported: Order): Order {
  const { shopper } = order;
  return {
    ...order,
    updatedAt: order.updatedAt ?? imported.updatedAt,
    payment: order.payment ?? imported.payment,
    shippingAddress: order.shippingAddress ?? imported.shippingAddress,
    note: order.note ?? imported.note,
    shopper: shopper?.email ? shopper : (imported.shopper ?? shopper),
  };
}
