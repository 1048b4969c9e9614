import { createHash } from 'node:crypto';
import { normalizeEmail, normalizeReference } from '../domain/join-keys.js';
import { parseMoney } from '../domain/money.js';
import type { Order, OrderStatus } from '../domain/order.js';
import { UpstreamError } from '../errors/upstream-error.js';
import type { PlacedInvoice } from './placed-invoice.js';
import { type RecordsStore, RecordsUnavailableError } from './records-store.js';

/** InfluencerSoft's orders as far as they are known: the invoices issued through this gateway. */
export interface InvoiceOrders {
  readonly all: () => Promise<readonly Order[]>;
  readonly byReference: (reference: string) => Promise<readonly Order[]>;
}

/** For a gateway that keeps none. */
export const noInvoices: InvoiceOrders = { all: async () => [], byReference: async () => [] };

const statuses: Readonly<Record<string, OrderStatus>> = {
  Expected: 'UNPAID',
  Paid: 'PAID',
  Cancel: 'CANCELLED',
  MoneyBack: 'REFUNDED',
};

/** Keeps an invoice. */
export function putInvoice(records: RecordsStore, invoice: PlacedInvoice): Promise<void> {
  return records.put('invoice', `${keyStart(invoice.reference)}${invoice.id}`, invoice);
}

/** Takes a person's data off the kept invoices, which stay as invoices of nobody. Gives their number. */
export async function forgetShopper(records: RecordsStore, email: string): Promise<number> {
  const theirs = (await records.list('invoice')).filter((invoice) => normalizeEmail(invoice.email) === email);
  const nobody = {
    email: '',
    firstName: null,
    lastName: null,
    phone: null,
    shippingAddress: null,
    billingAddress: null,
    note: null,
  };
  for (const invoice of theirs) await putInvoice(records, { ...invoice, ...nobody });
  return theirs.length;
}

/**
 * The kept invoices as orders; read anew at each question. A store that cannot be used is told as the provider's failure, since
 * nothing else shows its orders.
 */
export function invoiceOrders(records: RecordsStore): InvoiceOrders {
  const list = async (start?: string) => {
    try {
      return (await records.list('invoice', start)).map(toOrder);
    } catch (cause) {
      if (!(cause instanceof RecordsUnavailableError)) throw cause;
      throw new UpstreamError('PROVIDER_UNAVAILABLE', 'INFLUENCERSOFT', { cause });
    }
  };
  return { all: () => list(), byReference: (reference) => list(keyStart(reference)) };
}

/** A digest, since a reference may be longer than a key of the store. */
function keyStart(reference: string): string {
  return `${createHash('sha256')
    .update(normalizeReference(reference) ?? '')
    .digest('base64url')} `;
}

/** What was stated, and no more: what the account charged in the end only the provider knows. */
function toOrder(invoice: PlacedInvoice): Order {
  const { id, placedAt, status, shippingAddress, billingAddress, currency, paymentMethod } = invoice;
  return {
    provider: 'INFLUENCERSOFT',
    externalId: id,
    reference: invoice.reference,
    status: statuses[status ?? ''] ?? 'UNKNOWN',
    rawStatus: status,
    placedAt,
    updatedAt: null,
    subtotal: null,
    shippingTotal: null,
    discountTotal: null,
    taxTotal: null,
    total: null,
    payment: paymentMethod === null ? null : { method: paymentMethod, transactionId: null },
    shippingMethodName: null,
    shippingAddress,
    note: invoice.note,
    lines: invoice.lines.map(({ productId, price }) => ({
      sku: null,
      title: null,
      quantity: 1,
      unitPrice: parseMoney(price, currency),
      total: null,
      variant: null,
      productExternalId: productId,
    })),
    shopper: {
      provider: 'INFLUENCERSOFT',
      externalId: null,
      email: invoice.email,
      name: [invoice.firstName, invoice.lastName].filter((part) => part !== null).join(' ') || null,
      firstName: invoice.firstName,
      lastName: invoice.lastName,
      phone: invoice.phone,
      company: null,
      shippingAddress,
      billingAddress,
      seenAt: placedAt,
    },
  };
}
