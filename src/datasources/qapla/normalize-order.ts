import { toCountryCode } from '../../domain/country.js';
import type { Address } from '../../domain/customer.js';
import { normalizeReference } from '../../domain/join-keys.js';
import type { Order, OrderLine, OrderStatus } from '../../domain/order.js';
import type { Reading } from '../../domain/reading.js';
import { readInstant, readMoney } from '../_shared/wire-values.js';
import type { WireOrder } from './wire.js';

// The word is the shop's own and free text; only `processing` is in the seed document, the rest is assumed.
const statuses: ReadonlyMap<string, OrderStatus> = new Map([
  ['processing', 'PROCESSING'],
  ['in lavorazione', 'PROCESSING'],
  ['pending', 'UNPAID'],
  ['pending payment', 'UNPAID'],
  ['unpaid', 'UNPAID'],
  ['paid', 'PAID'],
  ['pagato', 'PAID'],
  ['complete', 'DONE'],
  ['completed', 'DONE'],
  ['done', 'DONE'],
  ['shipped', 'DONE'],
  ['evaso', 'DONE'],
  ['spedito', 'DONE'],
  ['canceled', 'CANCELLED'],
  ['cancelled', 'CANCELLED'],
  ['annullato', 'CANCELLED'],
  ['refunded', 'REFUNDED'],
]);

/** An imported order; null for a row without a reference. Amounts and row totals are upstream's own, none is computed. */
export function normalizeOrder(wire: WireOrder, reading: Reading): Order | null {
  const reference = normalizeReference(wire.reference);
  if (reference === null) {
    reading.warn('reference');
    return null;
  }
  const placedAt = readInstant(wire.createdAt, reading, 'createdAt');
  const shippingAddress = normalizeAddress(wire, reading);
  return {
    provider: 'QAPLA',
    externalId: reference,
    reference,
    status: readStatus(wire.status, reading),
    rawStatus: wire.status,
    placedAt,
    updatedAt: readInstant(wire.updatedAt, reading, 'updatedAt'),
    total: readMoney(wire.amount, reading, 'amount'),
    subtotal: null,
    shippingTotal: null,
    discountTotal: null,
    taxTotal: null,
    payment: wire.paymentType === null ? null : { method: wire.paymentType, transactionId: null },
    shippingMethodName: null,
    shippingAddress,
    note: wire.notes,
    lines: wire.rows.map((row) => normalizeLine(row, reading)),
    shopper: normalizeShopper(wire, { placedAt, shippingAddress }),
  };
}

function readStatus(word: string | null, reading: Reading): OrderStatus {
  if (word === null) return 'UNKNOWN';
  const status = statuses.get(word.toLowerCase().replaceAll(/[\s_-]+/g, ' '));
  if (status === undefined) reading.warn('status');
  return status ?? 'UNKNOWN';
}

function normalizeLine(row: WireOrder['rows'][number], reading: Reading): OrderLine {
  return {
    sku: row.sku,
    title: row.name,
    quantity: row.qty,
    // The order's amount names its currency, its rows do not: they need not share it.
    unitPrice: readMoney(row.price, reading, 'rows.price'),
    total: readMoney(row.total, reading, 'rows.total'),
    variant: null,
    productExternalId: null,
  };
}

function normalizeAddress(wire: WireOrder, reading: Reading): Address | null {
  const { customerAddress, customerCity, customerState, customerZip, customerCountry } = wire;
  const parts = [customerAddress, customerCity, customerState, customerZip, customerCountry];
  // A name alone is a person, not a place to ship to.
  if (parts.every((part) => part === null)) return null;
  const countryCode = toCountryCode(customerCountry);
  if (customerCountry !== null && countryCode === null) reading.warn('customerCountry');
  return {
    name: wire.customerName,
    company: null,
    lines: customerAddress === null ? [] : [customerAddress],
    city: customerCity,
    region: customerState,
    postalCode: customerZip,
    countryCode,
  };
}

function normalizeShopper(
  { customerName, customerEmail, customerTelephone }: WireOrder,
  { placedAt, shippingAddress }: Pick<Order, 'placedAt' | 'shippingAddress'>,
): Order['shopper'] {
  const parts = [customerName, customerEmail, customerTelephone, shippingAddress];
  if (parts.every((part) => part === null)) return null;
  return {
    provider: 'QAPLA',
    externalId: null,
    email: customerEmail,
    name: customerName,
    firstName: null,
    lastName: null,
    phone: customerTelephone,
    company: null,
    shippingAddress,
    billingAddress: null,
    seenAt: placedAt,
  };
}
