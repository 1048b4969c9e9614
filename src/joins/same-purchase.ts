import { type Instant, toEpochMs } from '../domain/instant.js';
import { normalizeEmail, normalizeReference } from '../domain/join-keys.js';
import type { Money } from '../domain/money.js';
import type { Order } from '../domain/order.js';

const maxGapMs = 48 * 60 * 60 * 1000;

/** What it takes to tell whether two providers' orders are one purchase. */
export interface Purchase {
  readonly reference: string;
  /** Who bought it: an e-mail in its normalized form, or the hash of one, alike for both; null when the order names nobody. */
  readonly buyer: string | null;
  readonly total: Money | null;
  readonly placedAt: Instant | null;
}

/** Whether two providers' orders are one purchase, by their e-mails. */
export function isSamePurchase(one: Order, other: Order): boolean {
  return isOnePurchase(purchaseOf(one), purchaseOf(other));
}

function purchaseOf({ reference, shopper, total, placedAt }: Order): Purchase {
  return { reference, buyer: normalizeEmail(shopper?.email), total, placedAt };
}

/**
 * Whether two records are one purchase: equal reference and equal buyer; where one names no buyer, equal amount and currency, placed
 * within 48 hours.
 */
export function isOnePurchase(one: Purchase, other: Purchase): boolean {
  const reference = normalizeReference(one.reference);
  if (reference === null || reference !== normalizeReference(other.reference)) return false;
  if (one.buyer !== null && other.buyer !== null) return one.buyer === other.buyer;
  return haveEqualTotals(one, other) && areClose(one, other);
}

/** Whether both state the same amount in the same currency; false where either is unknown. */
export function haveEqualTotals({ total: one }: Pick<Order, 'total'>, { total: other }: Pick<Order, 'total'>): boolean {
  if (!one?.amount || !other?.amount || !one.currency || !other.currency) return false;
  return one.amount === other.amount && one.currency === other.currency;
}

function areClose({ placedAt: one }: Purchase, { placedAt: other }: Purchase): boolean {
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
