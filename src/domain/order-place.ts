import { compareInstants, type Instant } from './instant.js';
import type { OrderHead } from './order.js';

/** A place in the merged list: behind an order, whether or not that order still exists. The time is blank where the order has none. */
export type OrderPlace = readonly [placedAt: string, provider: string, externalId: string];

export function placeOf({
  placedAt,
  provider,
  externalId,
}: Pick<OrderHead, 'placedAt' | 'provider' | 'externalId'>): OrderPlace {
  return [placedAt ?? '', provider, externalId];
}

/** Newest first; orders of one instant by provider and id; orders without a time last. */
export function compareHeads(one: OrderHead, other: OrderHead): number {
  return comparePlaces(placeOf(one), placeOf(other));
}

/** Whether an order comes behind a place. */
export function isBehind(head: OrderHead, place: OrderPlace): boolean {
  return comparePlaces(placeOf(head), place) > 0;
}

/** Newest first; what has no time last. */
export function compareTimes(one: Instant | null, other: Instant | null): number {
  return compareInstants(other ?? withoutTime, one ?? withoutTime);
}

const withoutTime = '1970-01-01T00:00:00Z';

function comparePlaces(one: OrderPlace, other: OrderPlace): number {
  const age = compareTimes(one[0] || null, other[0] || null);
  if (age !== 0) return age;
  if (one[1] !== other[1]) return one[1] < other[1] ? -1 : 1;
  return one[2] === other[2] ? 0 : one[2] < other[2] ? -1 : 1;
}
