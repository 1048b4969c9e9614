import type { ShopOrder, ShopState } from './state.js';

/**
 * Gives an order another status, dates the change and tells the merchant of it. The document's events: `order.new` for
 * an order that is new and paid, so with its first payment; `order.done` when it was sent; `order.cancelled`. Nothing
 * happens when the order has the status already.
 */
export function moveStatus(
  order: ShopOrder,
  status: ShopOrder['status'],
  { state, isSilent = false }: { state: ShopState; isSilent?: boolean },
): void {
  if (order.status === status) return;
  const isFirstPayment = status === 'paid' && order.paidAt === null;
  order.status = status;
  order.statusAt = state.now();
  if (isFirstPayment) order.paidAt = order.statusAt;
  if (isSilent) return;
  if (isFirstPayment) announce('order.new', order, state);
  else if (status === 'done' || status === 'cancelled') announce(`order.${status}`, order, state);
}

/** Tells the merchant of an event: a GET with its type and the number of the order (seed 001, Webhooks). */
export function announce(event: string, { id }: ShopOrder, { webhooks }: ShopState): void {
  webhooks.send({ event, id, method: 'GET', query: { event_type: event, order_id: id } });
}
