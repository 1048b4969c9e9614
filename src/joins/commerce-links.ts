import type { CommerceRecord } from '../domain/commerce.js';
import { normalizeEmail } from '../domain/join-keys.js';
import { isFull, type Order, type OrderHead } from '../domain/order.js';
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
 * record in currency or e-mail, or without e-mail in amount, is another one.
 */
export async function orderOfRecord(
  record: CommerceRecord,
  { orders, known }: { readonly orders: OrderLookup; readonly known: KnownRecords },
): Promise<OrderHead | null> {
  const reference = record.orderNumber?.replace(/^#/, '').trim();
  if (!reference) return null;
  const head = await orders.byReference.load(reference);
  if (head === null) return null;
  const isTheSame = isFull(head) ? !contradicts(head, record) : await saysItself(head, record, known);
  if (isTheSame !== null) return isTheSame ? head : null;
  const order = await orders.details.load(head);
  return contradicts(order, record) ? null : order;
}

/**
 * Whether a head alone, with what the directory knows of it, is the record's order; null where the details have to be asked for. They
 * are where the record names a buyer that the directory cannot compare: equal amounts are no proof that it is the same person's.
 */
async function saysItself(head: OrderHead, record: CommerceRecord, known: KnownRecords): Promise<boolean | null> {
  if (differs(head.total?.currency, record.total?.currency)) return false;
  const email = normalizeEmail(record.email);
  if (email === null) {
    const [amount, recorded] = [head.total?.amount, record.total?.amount];
    return amount && recorded ? amount === recorded : null;
  }
  const [buyer, recorded] = await Promise.all([known.buyerOf(head), known.hashOf(email)]);
  return buyer === null || recorded === null ? null : buyer === recorded;
}

function contradicts({ shopper, total }: Order, record: CommerceRecord): boolean {
  if (differs(total?.currency, record.total?.currency)) return true;
  const [email, recorded] = [normalizeEmail(shopper?.email), normalizeEmail(record.email)];
  // Amounts of one purchase may come apart, by a refund or a later change.
  return email !== null && recorded !== null ? email !== recorded : differs(total?.amount, record.total?.amount);
}

/** Whether both are stated, and not alike. */
function differs(one: string | null | undefined, other: string | null | undefined): boolean {
  return Boolean(one && other && one !== other);
}
