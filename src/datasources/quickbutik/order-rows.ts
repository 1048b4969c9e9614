import { normalizeReference } from '../../domain/join-keys.js';
import type { Order, OrderHead } from '../../domain/order.js';
import type { Reading } from '../../domain/reading.js';
import type { Row } from './calls.js';
import { normalizeOrder, normalizeOrderHead } from './normalize-order.js';
import type { WireOrder } from './wire.js';

/** A row of GET /orders. */
export type OrderRow = Row<WireOrder>;

// No paging is documented: a list of exactly so many rows may have been cut.
const likelyCaps: ReadonlySet<number> = new Set([50, 100, 500, 1000]);

/** Whether so many rows may be what somebody's limit left of more. */
export function isLikelyCap(count: number): boolean {
  return likelyCaps.has(count);
}

/** The number of an order as its row states it; null for a row that states none. */
export function idOfRow({ wire }: OrderRow): string | null {
  return normalizeReference(wire.order_id);
}

/** Whether some row does not say which order it is, so that the list is not all here. */
export function hasNamelessRow(rows: readonly OrderRow[]): boolean {
  return rows.some((row) => idOfRow(row) === null);
}

/** The orders of a list, each once: whole where the row is, else its head. */
export function readOrderRows(rows: readonly OrderRow[], reading: Reading): (Order | OrderHead)[] {
  const orders = new Map<string, Order | OrderHead>();
  for (const row of rows) {
    const order = isFull(row) ? normalizeOrder(row.wire, reading) : normalizeOrderHead(row.wire, reading);
    if (order !== null && !orders.has(order.reference)) orders.set(order.reference, order);
  }
  return [...orders.values()];
}

/** Whether a list row carries what only the order by id is documented to carry (public: `include_details`). */
export function isFull({ wire, fields }: OrderRow): boolean {
  return Boolean(wire.customer) && 'products' in fields;
}
