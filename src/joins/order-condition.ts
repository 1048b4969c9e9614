import { compareInstants, type Instant } from '../domain/instant.js';
import type { OrderHead, OrderStatus } from '../domain/order.js';
import type { ProviderName } from '../domain/provider.js';

/** Which orders a list shows; null leaves a condition out. */
export interface OrderCondition {
  readonly provider: ProviderName | null;
  readonly statuses: readonly OrderStatus[] | null;
  readonly placedFrom: Instant | null;
  readonly placedTo: Instant | null;
  /** Normalized. */
  readonly email: string | null;
}

/** All orders of an e-mail in its normalized form. */
export function ordersOf(email: string): OrderCondition {
  return { provider: null, statuses: null, placedFrom: null, placedTo: null, email };
}

/** Whether an order fulfils all conditions that its head can answer: the e-mail is not among them. */
export function matchesHead(head: OrderHead, { statuses, placedFrom, placedTo }: OrderCondition): boolean {
  if (statuses !== null && !statuses.includes(head.status)) return false;
  if (placedFrom === null && placedTo === null) return true;
  if (head.placedAt === null) return false;
  const isLate = placedFrom === null || compareInstants(head.placedAt, placedFrom) >= 0;
  return isLate && (placedTo === null || compareInstants(head.placedAt, placedTo) < 0);
}

/** Whether an order was placed before all that the condition leaves, so that none behind it in the merged list can match. */
export function beginsBefore({ placedAt }: OrderHead, { placedFrom }: OrderCondition): boolean {
  return placedFrom !== null && (placedAt === null || compareInstants(placedAt, placedFrom) < 0);
}
