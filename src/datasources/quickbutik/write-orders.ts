import type { Order, OrderHead, OrderStatus } from '../../domain/order.js';
import type { RowOutcome, ShopOrderChange, ShopOrderContent, ShopStatusChange } from '../../domain/shop-writes.js';
import { UpstreamError } from '../../errors/upstream-error.js';
import type { QuickbutikParts } from './calls.js';
import { orderBody, statusBody } from './order-body.js';
import { type RowAnswer, rowOf } from './row-answer.js';
import type { QuickbutikSource } from './source.js';
import { sendShopWrite } from './write-answer.js';
import { numberWhenDigits } from './write-values.js';
import { loadAll } from './written.js';

/** POST /orders, a list (seed document). Its answers stand under `create_1`, `create_2` and so on, by place (from 2 on assumed). */
export async function createOrders(
  parts: QuickbutikParts,
  source: QuickbutikSource,
  orders: readonly ShopOrderContent[],
): Promise<RowOutcome<OrderHead>[]> {
  const rows = await sendOrders(parts, {
    operation: 'createOrders',
    method: 'POST',
    body: orders.map((order) => orderBody('create', order)),
    keys: orders.map((_, index) => `create_${index + 1}`),
  });
  const references = rows.map((row) => (row.state === 'DONE' ? referenceOf(row.fields['new_order_id']) : null));
  const found = await readOrders(references, source);
  return rows.map((row, index) => {
    const reference = references[index];
    if (row.state === 'REFUSED') return row;
    if (row.state === 'UNKNOWN' || !reference) return { state: 'UNKNOWN' };
    const checkoutUrl = row.fields['checkout_url'];
    return {
      state: 'DONE',
      // New orders are always unpaid (seed document).
      entity: found.get(reference) ?? headOf(reference, 'UNPAID'),
      checkoutUrl: typeof checkoutUrl === 'string' && /^https?:\/\//i.test(checkoutUrl) ? checkoutUrl : null,
    };
  });
}

/** PUT /orders with content (seed document). Of a row the key is believed, not the `order_id` inside: the sample has another there. */
export async function updateOrders(
  parts: QuickbutikParts,
  source: QuickbutikSource,
  changes: readonly ShopOrderChange[],
): Promise<RowOutcome<OrderHead>[]> {
  const rows = await sendOrders(parts, {
    operation: 'updateOrders',
    method: 'PUT',
    body: changes.map(({ reference, ...content }) => orderBody(reference, content)),
    keys: changes.map(({ reference }) => keyOf(reference)),
  });
  const found = await readOrders(doneOf(rows, changes), source);
  return rows.map((row, index) =>
    row.state === 'DONE'
      ? { state: 'DONE', entity: found.get(changes[index]?.reference ?? '') ?? null, checkoutUrl: null }
      : row,
  );
}

/** PUT /orders with a status (seed document). Answered 200 even where a row failed. */
export async function setOrderStatus(
  parts: QuickbutikParts,
  source: QuickbutikSource,
  changes: readonly ShopStatusChange[],
): Promise<RowOutcome<OrderHead>[]> {
  const rows = await sendOrders(parts, {
    operation: 'setOrderStatus',
    method: 'PUT',
    body: changes.map(statusBody),
    keys: changes.map(({ reference }) => keyOf(reference)),
  });
  const found = await readOrders(doneOf(rows, changes), source);
  return changes.map(({ reference, status }, index) => {
    const row = rows[index];
    if (row?.state !== 'DONE') return row ?? { state: 'UNKNOWN' };
    return { state: 'DONE', entity: found.get(reference) ?? headOf(reference, status), checkoutUrl: null };
  });
}

interface OrdersWrite {
  readonly operation: string;
  readonly method: 'POST' | 'PUT';
  readonly body: readonly object[];
  /** Under which each row is answered. */
  readonly keys: readonly string[];
}

async function sendOrders(parts: QuickbutikParts, { operation, method, body, keys }: OrdersWrite) {
  return sendShopWrite(parts, { operation, method, path: 'orders', body }, (answer) => readResults(answer, keys));
}

function readResults(answer: unknown, keys: readonly string[]): RowAnswer[] {
  const results = typeof answer === 'object' && answer !== null && 'results' in answer ? answer.results : null;
  const isMap = typeof results === 'object' && results !== null && !Array.isArray(results);
  const rows = isMap ? keys.map((key) => rowOf(results as Record<string, unknown>, key)) : [];
  if (rows.every(({ state }) => state === 'UNKNOWN')) {
    throw new UpstreamError('PROVIDER_CONTRACT', 'QUICKBUTIK', { detail: 'results: no row for what was sent' });
  }
  return rows;
}

/** A number loses what JSON does not write of it, and comes back as a key in that form. */
function keyOf(reference: string): string {
  return String(numberWhenDigits(reference));
}

function referenceOf(value: unknown): string | null {
  return typeof value === 'number' || (typeof value === 'string' && value.trim() !== '') ? String(value).trim() : null;
}

function doneOf(rows: readonly RowAnswer[], changes: readonly { readonly reference: string }[]): (string | null)[] {
  return changes.map(({ reference }, index) => (rows[index]?.state === 'DONE' ? reference : null));
}

async function readOrders(
  references: readonly (string | null)[],
  source: QuickbutikSource,
): Promise<ReadonlyMap<string, Order>> {
  source.forget();
  return loadAll(references, source.orders.byReference);
}

/** What is known of an order that was written and cannot be read. */
function headOf(reference: string, status: OrderStatus): OrderHead {
  return {
    provider: 'QUICKBUTIK',
    externalId: reference,
    reference,
    status,
    rawStatus: null,
    placedAt: null,
    total: null,
  };
}
