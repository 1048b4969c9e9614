import { localText } from '../kernel/zone.js';
import { orderDetail, orderRow, totalMinor } from './order-wire.js';
import { isAsked, wholeNumber } from './parameters.js';
import { SHOP_ZONE } from './replies.js';
import type { ShopOrder } from './state.js';

/** Most rows of one answer, and how many there are when none are asked for (the provider's newer documentation). */
const LIMIT = 1000;

const RANKS: Record<string, (order: ShopOrder) => number> = {
  date: ({ placedAt }) => placedAt.getTime(),
  price: totalMinor,
  order_id: ({ id }) => Number(id),
};

/** The orders in whose number, e-mail or name the text of `search` occurs (what it looks into is assumed). */
export function searchOrders(orders: ShopOrder[], query: URLSearchParams): ShopOrder[] {
  const wanted = (query.get('search') ?? '').trim().toLowerCase();
  if (wanted === '') return orders;
  return orders.filter(({ id, customer }) =>
    [id, customer.email, customer.fullName].some((text) => text.toLowerCase().includes(wanted)),
  );
}

/** Orders as `order_by`, `sort_order`, `offset`, `limit` and `include_details` ask for them; given newest first. */
export function showOrders(orders: ShopOrder[], query: URLSearchParams): unknown[] {
  const offset = wholeNumber(query.get('offset')) ?? 0;
  const limit = Math.min(Math.max(wholeNumber(query.get('limit')) ?? LIMIT, 1), LIMIT);
  const rows = sorted(orders, query).slice(offset, offset + limit);
  return rows.map(isAsked(query, 'include_details') ? fullOrder : orderRow);
}

/** An order with what the newer documentation adds. */
export function fullOrder(order: ShopOrder): Record<string, unknown> {
  return { ...orderDetail(order), date_paid: order.paidAt === null ? null : localText(order.paidAt, SHOP_ZONE) };
}

function sorted(orders: ShopOrder[], query: URLSearchParams): ShopOrder[] {
  const rank = RANKS[query.get('order_by') ?? ''];
  const ranked = rank === undefined ? orders : orders.toSorted((left, right) => rank(right) - rank(left));
  return query.get('sort_order')?.toLowerCase() === 'asc' ? ranked.toReversed() : ranked;
}
