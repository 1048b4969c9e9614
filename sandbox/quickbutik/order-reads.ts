import { type SandboxReply, type SandboxRequest, ThrownReply } from '../kernel/request.js';
import { fullOrder, searchOrders, showOrders } from './order-extras.js';
import { orderDetail, orderRow, statusNumber } from './order-wire.js';
import { failure } from './replies.js';
import type { ShopOrder, ShopState } from './state.js';

/** Answers GET /v1/orders: one order by `order_id`, else the orders that pass all filters, newest first. */
export function readOrders({ query }: SandboxRequest, { orders, extras }: ShopState): SandboxReply {
  const id = query.get('order_id');
  if (id !== null && id !== '') return readOne(orders.get(id), extras === 'offered' ? fullOrder : orderDetail);
  const passes = orderFilter(query);
  const found = [...orders.values()].filter((order) => order.isListed && passes(order)).reverse();
  const body = extras === 'offered' ? showOrders(searchOrders(found, query), query) : found.map(orderRow);
  return { status: 200, body };
}

/** The document promises an object; clients in the wild also meet a list of one: even order numbers answer so here. */
function readOne(order: ShopOrder | undefined, show: (order: ShopOrder) => unknown): SandboxReply {
  if (order === undefined) return failure(404, 'Order not found');
  const detail = show(order);
  return { status: 200, body: Number(order.id) % 2 === 0 ? [detail] : detail };
}

function orderFilter(query: URLSearchParams): (order: ShopOrder) => boolean {
  const paidFrom = instantOf(query, 'from_date_paid');
  const paidTo = instantOf(query, 'to_date_paid');
  const statusFrom = instantOf(query, 'from_status_date');
  const status = query.get('status') ?? '';
  const wanted = new Set(status.split(',').map((word) => word.trim().toLowerCase()));
  return (order) => {
    const paid = order.paidAt?.getTime() ?? null;
    if (paidFrom !== null && (paid === null || paid < paidFrom)) return false;
    if (paidTo !== null && (paid === null || paid > paidTo)) return false;
    if (statusFrom !== null && order.statusAt.getTime() < statusFrom) return false;
    return status === '' || wanted.has(order.status) || wanted.has(statusNumber(order.status));
  };
}

/** UNIX seconds as milliseconds. Anything else is refused here, so that a client's wrong date does not pass unseen. */
function instantOf(query: URLSearchParams, name: string): number | null {
  const text = query.get(name);
  if (text === null || text === '') return null;
  if (!/^\d{1,12}$/.test(text)) throw new ThrownReply(400, { code: 400, error: `${name} must be a UNIX timestamp` });
  return Number(text) * 1000;
}
