import type { CommerceRecord } from '../domain/commerce.js';
import { normalizeEmail } from '../domain/join-keys.js';
import type { Order, OrderHead } from '../domain/order.js';
import type { Product } from '../domain/product.js';
import type { Customer } from './customer.js';
import type { OrderLookup } from './order-lookup.js';
import type { ProductLookup } from './product-lookup.js';

/** The customer of an aggregated record, by e-mail; null for a record without one. */
export function customerOfRecord({ email: text }: CommerceRecord): Customer | null {
  const email = normalizeEmail(text);
  return email === null ? null : { key: { kind: 'EMAIL', email }, record: null, matchedBy: 'EMAIL' };
}

/** The shop's or QPilot's product of an aggregated record, by sku. */
export function productOfRecord({ sku }: CommerceRecord, products: ProductLookup): Promise<Product | null> {
  return products.bySku(sku);
}

/**
 * The shop's order of an aggregated record, by order number. Numbers of two shops may collide: an order that contradicts the
 * record in e-mail, or without e-mail in amount or currency, is another one.
 */
export async function orderOfRecord(record: CommerceRecord, orders: OrderLookup): Promise<OrderHead | null> {
  const reference = record.orderNumber?.replace(/^#/, '').trim();
  if (!reference) return null;
  const head = await orders.byReference.load(reference);
  // Equal in number and amount: the head is enough, and the details need not be asked for.
  if (head === null || hasAmountOf(head, record)) return head;
  const order = await orders.full(head);
  return contradicts(order, record) ? null : order;
}

function hasAmountOf({ total }: OrderHead, record: CommerceRecord): boolean {
  return Boolean(total?.amount) && total?.amount === record.total?.amount;
}

function contradicts({ shopper, total }: Order, record: CommerceRecord): boolean {
  const email = normalizeEmail(shopper?.email);
  const recordEmail = normalizeEmail(record.email);
  if (email !== null && recordEmail !== null) return email !== recordEmail;
  const differs = (one: string | null | undefined, other: string | null | undefined) =>
    Boolean(one && other && one !== other);
  return differs(total?.amount, record.total?.amount) || differs(total?.currency, record.total?.currency);
}
