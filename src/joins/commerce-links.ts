import type { CommerceRecord } from '../domain/commerce.js';
import { normalizeEmail } from '../domain/join-keys.js';
import type { Order, OrderHead } from '../domain/order.js';
import type { Product } from '../domain/product.js';
import type { Customer } from './customer.js';
import type { KnownRecords } from './known-records.js';
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
export async function orderOfRecord(
  record: CommerceRecord,
  { orders, known }: { readonly orders: OrderLookup; readonly known: KnownRecords },
): Promise<OrderHead | null> {
  const reference = record.orderNumber?.replace(/^#/, '').trim();
  if (!reference) return null;
  const head = await orders.byReference.load(reference);
  if (head === null) return null;
  const isTheSame = await saysItself(head, record, known);
  if (isTheSame !== null) return isTheSame ? head : null;
  const order = await orders.full(head);
  return contradicts(order, record) ? null : order;
}

/**
 * Whether the head alone, with what the directory knows of it, is the record's order; null where the details have to be asked for. Where
 * nobody knows the buyer, number and amount are taken for enough: a call for each record would cost more than the rest of the list.
 */
async function saysItself(head: OrderHead, record: CommerceRecord, known: KnownRecords): Promise<boolean | null> {
  const email = normalizeEmail(record.email);
  const [buyer, recorded] =
    email === null ? [null, null] : await Promise.all([known.buyerOf(head), known.hashOf(email)]);
  if (buyer !== null && recorded !== null) return buyer === recorded;
  const isEqual = Boolean(head.total?.amount) && head.total?.amount === record.total?.amount;
  return isEqual && !differs(head.total?.currency, record.total?.currency) ? true : null;
}

function contradicts({ shopper, total }: Order, record: CommerceRecord): boolean {
  const email = normalizeEmail(shopper?.email);
  const recordEmail = normalizeEmail(record.email);
  if (email !== null && recordEmail !== null) return email !== recordEmail;
  return differs(total?.amount, record.total?.amount) || differs(total?.currency, record.total?.currency);
}

/** Whether both are stated, and not alike. */
function differs(one: string | null | undefined, other: string | null | undefined): boolean {
  return Boolean(one && other && one !== other);
}
