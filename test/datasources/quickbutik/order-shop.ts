import type { FakeReply, ReceivedRequest } from '../../support/fake-upstream.js';
import { documentedOrder, paramOf } from './start-shop.js';

export interface ShopOrder {
  readonly id: string;
  /** Seconds since 1970. */
  readonly placedAt: number;
  readonly paidAt: number | null;
  readonly statusAt: number;
  readonly status: '-1' | '0' | '1' | '2';
}

/** What a shop makes of questions that its document does not have, and how many rows it gives at the most. */
export interface ShopManner {
  /** @default true */
  readonly limits?: boolean;
  /** @default as `limits` */
  readonly offsets?: boolean;
  /** @default true */
  readonly details?: boolean;
  /** The status of an answer to parameters that the document does not have. */
  readonly refuses?: number;
  /** The most rows of any answer. */
  readonly cap?: number;
  /** Whether the document's own filters are heeded. @default true */
  readonly filters?: boolean;
}

const words = { UNPAID: '-1', PAID: '1', DONE: '2' };
const extraNames = ['limit', 'offset', 'include_details'];

/** Orders placed at even steps up to now, every tenth unpaid, some cancelled before or after their payment. */
export function makeOrders(count: number, stepSeconds = 3600): ShopOrder[] {
  const now = Math.floor(Date.now() / 1000);
  return Array.from({ length: count }, (_, index) => {
    const placedAt = now - 60 - (count - 1 - index) * stepSeconds;
    const status = index % 10 === 3 ? '-1' : index % 25 === 7 ? '0' : index % 2 === 0 ? '2' : '1';
    const paidAt = status === '-1' || index % 50 === 7 ? null : placedAt + 30;
    return { id: String(1000 + index), placedAt, paidAt, statusAt: paidAt ?? placedAt, status };
  });
}

/** Answers GET /orders from orders that may change between calls, newest first. */
export function answerOrders(orders: readonly ShopOrder[], manner: ShopManner, request: ReceivedRequest): FakeReply {
  const id = paramOf(request, 'order_id');
  if (id !== null) {
    const order = orders.find((candidate) => candidate.id === id);
    return order === undefined ? { status: 404, text: '' } : { json: detail(order) };
  }
  const isExtended = request.query.some(([name]) => extraNames.includes(name));
  if (isExtended && manner.refuses !== undefined) return { status: manner.refuses, text: 'unknown parameter' };
  const found = orders.filter(manner.filters === false ? () => true : filterOf(request)).toReversed();
  return show(found, manner, request);
}

function show(found: readonly ShopOrder[], manner: ShopManner, request: ReceivedRequest): FakeReply {
  const { limits = true, offsets = limits, details = true, cap = Number.POSITIVE_INFINITY } = manner;
  const offset = offsets ? Number(paramOf(request, 'offset') ?? 0) : 0;
  const limit = limits ? Number(paramOf(request, 'limit') ?? 1000) : Number.POSITIVE_INFINITY;
  const rows = found.slice(offset, offset + Math.min(limit, cap));
  if (rows.length === 0) return { status: 404, text: '' };
  const isDetailed = details && paramOf(request, 'include_details') === 'true';
  return { json: rows.map(isDetailed ? detail : head) };
}

export function emailOf(id: string): string {
  return `shopper${Number(id) % 3000}@example.com`;
}

function head({ id, placedAt, status }: ShopOrder) {
  const date = new Date(placedAt * 1000).toISOString().slice(0, 19).replace('T', ' ');
  return { order_id: id, date_created: date, total_amount: '148.95', status };
}

function detail(order: ShopOrder) {
  return {
    ...documentedOrder,
    ...head(order),
    customer: { ...documentedOrder.customer, email: emailOf(order.id) },
  };
}

function filterOf(request: ReceivedRequest): (order: ShopOrder) => boolean {
  const numberOf = (name: string, otherwise: number) => Number(paramOf(request, name) ?? otherwise);
  const [paidFrom, paidTo, changedFrom] = [
    numberOf('from_date_paid', Number.NEGATIVE_INFINITY),
    numberOf('to_date_paid', Number.POSITIVE_INFINITY),
    numberOf('from_status_date', Number.NEGATIVE_INFINITY),
  ];
  const isAboutPayment = paidFrom > Number.NEGATIVE_INFINITY || paidTo < Number.POSITIVE_INFINITY;
  const status = paramOf(request, 'status')?.toUpperCase();
  const wanted = status === undefined ? null : words[status as keyof typeof words];
  return (order) =>
    (!isAboutPayment || (order.paidAt !== null && order.paidAt >= paidFrom && order.paidAt <= paidTo)) &&
    order.statusAt >= changedFrom &&
    (wanted === null || order.status === wanted);
}
