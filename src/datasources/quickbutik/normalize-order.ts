import { toCountryCode } from '../../domain/country.js';
import type { Address, CustomerRecord } from '../../domain/customer.js';
import { normalizeReference } from '../../domain/join-keys.js';
import { normalizeCurrency } from '../../domain/money.js';
import type { Order, OrderHead, OrderLine, OrderStatus } from '../../domain/order.js';
import type { Reading } from '../../domain/reading.js';
import { readInstant, readMoney } from '../_shared/wire-values.js';
import type { WireOrder } from './wire.js';

type WireAddress = NonNullable<WireOrder['shipping_details']>;

// Numbers are what reads answer, words what filters and writes take (seed document); `0` as cancelled is assumed.
const statuses: ReadonlyMap<string, OrderStatus> = new Map([
  ['-1', 'UNPAID'],
  ['0', 'CANCELLED'],
  ['1', 'PAID'],
  ['2', 'DONE'],
  ['unpaid', 'UNPAID'],
  ['cancelled', 'CANCELLED'],
  ['canceled', 'CANCELLED'],
  ['paid', 'PAID'],
  ['done', 'DONE'],
]);

/** What a list row shows of an order; null for a row that states no id. */
export function normalizeOrderHead(wire: WireOrder, reading: Reading): OrderHead | null {
  return readHead(wire, inOrderCurrency(wire, reading));
}

function readHead(wire: WireOrder, priced: Reading): OrderHead | null {
  const reference = normalizeReference(wire.order_id);
  if (reference === null) {
    priced.warn('order_id');
    return null;
  }
  return {
    provider: 'QUICKBUTIK',
    externalId: reference,
    reference,
    status: readStatus(wire.status, priced),
    rawStatus: wire.status,
    placedAt: readInstant(wire.date_created, priced, 'date_created'),
    total: readMoney(wire.total_amount, priced, 'total_amount'),
  };
}

/** The whole order; null for one that states no id. Amounts are upstream's own, none is computed. */
export function normalizeOrder(wire: WireOrder, reading: Reading): Order | null {
  const priced = inOrderCurrency(wire, reading);
  const head = readHead(wire, priced);
  if (head === null) return null;
  const { provider, externalId, reference, status, rawStatus, placedAt, total } = head;
  const { customer, paymethod } = wire;
  const billingAddress = normalizeAddress(customer, reading);
  const shippingAddress = normalizeAddress(wire.shipping_details, reading) ?? billingAddress;
  // Named one by one: a spread among twenty names takes longer than all that is read here.
  return {
    provider,
    externalId,
    reference,
    status,
    rawStatus,
    placedAt,
    total,
    updatedAt: null,
    subtotal: readMoney(wire.items_amount, priced, 'items_amount'),
    shippingTotal: readMoney(wire.shipping_amount, priced, 'shipping_amount'),
    discountTotal: readMoney(wire.discount_amount, priced, 'discount_amount'),
    taxTotal: readMoney(wire.tax_amount, priced, 'tax_amount'),
    payment: paymethod ? { method: paymethod.method, transactionId: paymethod.transaction_id } : null,
    shippingMethodName: wire.shipping_name,
    shippingAddress,
    note: wire.notes,
    lines: wire.products.map((line) => normalizeLine(line, priced)),
    shopper: normalizeShopper(wire, { seenAt: placedAt, shippingAddress, billingAddress }),
  };
}

/** What a status of a read or of a filter means; `UNKNOWN` for any other word. */
export function toOrderStatus(word: string | null): OrderStatus {
  return statuses.get(word?.toLowerCase() ?? '') ?? 'UNKNOWN';
}

function readStatus(word: string | null, reading: Reading): OrderStatus {
  const status = toOrderStatus(word);
  if (status === 'UNKNOWN' && word !== null) reading.warn('status');
  return status;
}

/** The order's own currency; a text that is no currency must not be replaced by the setting's. */
function inOrderCurrency({ currency }: WireOrder, reading: Reading): Reading {
  if (currency === null) return reading;
  const code = normalizeCurrency(currency);
  if (code === null) reading.warn('currency');
  return { ...reading, currency: code };
}

function normalizeLine(line: WireOrder['products'][number], priced: Reading): OrderLine {
  return {
    sku: line.sku,
    title: line.title,
    quantity: line.qty,
    unitPrice: readMoney(line.price, priced, 'products.price'),
    total: null,
    variant: readVariant(line.variant),
    productExternalId: normalizeReference(line.product_id),
  };
}

/** The text of a variant: itself, or what an object of unknown shape holds under the names seen for it. */
function readVariant(variant: unknown): string | null {
  if (typeof variant === 'string' || typeof variant === 'number') return String(variant).trim() || null;
  if (typeof variant !== 'object' || variant === null) return null;
  const texts = Object.entries(variant).filter(([name]) => ['title', 'name', 'val', 'value'].includes(name));
  return texts.map(([, text]) => (typeof text === 'string' ? text.trim() : '')).find((text) => text !== '') ?? null;
}

function normalizeShopper(
  { customer }: WireOrder,
  about: Pick<CustomerRecord, 'seenAt' | 'shippingAddress' | 'billingAddress'>,
): CustomerRecord | null {
  if (!customer || Object.values(customer).every((value) => value === null)) return null;
  return {
    provider: 'QUICKBUTIK',
    externalId: null,
    email: customer.email,
    name: nameOf(customer),
    firstName: customer.firstname,
    lastName: customer.lastname,
    phone: customer.phone,
    company: customer.company_name,
    shippingAddress: about.shippingAddress,
    billingAddress: about.billingAddress,
    seenAt: about.seenAt,
  };
}

function normalizeAddress(wire: WireAddress | null | undefined, reading: Reading): Address | null {
  if (!wire) return null;
  const countryCode = toCountryCode(wire.country);
  if (wire.country !== null && countryCode === null) reading.warn('country');
  const lines = [wire.address, wire.address2].filter((line) => line !== null);
  // A name alone is a person, not a place to ship to.
  if (lines.length === 0 && wire.city === null && wire.zipcode === null && wire.country === null) return null;
  return {
    name: nameOf(wire),
    company: wire.company_name,
    lines,
    city: wire.city,
    region: null,
    postalCode: wire.zipcode,
    countryCode,
  };
}

function nameOf({ full_name, firstname, lastname }: WireAddress): string | null {
  return full_name ?? ([firstname, lastname].filter((part) => part !== null).join(' ') || null);
}
