import { normalizeCurrency } from '../../../domain/money.js';
import type { Reading } from '../../../domain/reading.js';
import type {
  Frequency,
  ProcessingCycle,
  ScheduledOrder,
  ScheduledOrderItem,
} from '../../../domain/scheduled-order.js';
import { readMoney } from '../../_shared/wire-values.js';
import type {
  WireCustomer,
  WireCycle,
  WirePaymentMethod,
  WireProduct,
  WireScheduledOrder,
  WireScheduledOrderItem,
} from '../wire.js';
import { customerExternalIdOf, isIdOf, normalizeCustomer } from './customer.js';
import { normalizePaymentMethod } from './payment-method.js';
import { normalizeProduct, productExternalIdOf } from './product.js';
import { readUtc } from './read-utc.js';
import { toFrequencyUnit, toStatus } from './words.js';

/** A subscription, its amounts in the order's own currency. */
export function normalizeScheduledOrder(wire: WireScheduledOrder, reading: Reading): ScheduledOrder {
  const currency = normalizeCurrency(wire.currencyIso);
  if (wire.currencyIso !== null && currency === null) reading.warn('currencyIso');
  const money = (field: 'subtotal' | 'shippingTotal' | 'taxTotal' | 'total') =>
    readMoney(wire[field], reading, field, currency);
  const customer = ownCustomer(wire, reading);
  const paymentMethod = ownPaymentMethod(wire, reading);
  return {
    externalId: wire.id,
    status: toStatus(wire.status),
    rawStatus: wire.status,
    frequency: readFrequency(wire),
    nextOccurrenceAt: readUtc(wire.nextOccurrenceUtc, reading, 'nextOccurrenceUtc'),
    lastOccurrenceAt: readUtc(wire.lastOccurrenceUtc, reading, 'lastOccurrenceUtc'),
    createdAt: readUtc(wire.createdUtc, reading, 'createdUtc'),
    updatedAt: readUtc(wire.updatedUtc, reading, 'updatedUtc'),
    subtotal: money('subtotal'),
    shippingTotal: money('shippingTotal'),
    taxTotal: money('taxTotal'),
    total: money('total'),
    note: wire.note,
    customerExternalId: customer === null ? wire.customerId : customerExternalIdOf(customer),
    paymentMethodExternalId: wire.paymentMethodId,
    items: wire.scheduledOrderItems.map((item) => normalizeItem(item, reading, currency)),
    customer: customer === null ? null : normalizeCustomer(customer, reading),
    paymentMethod: paymentMethod === null ? null : normalizePaymentMethod(paymentMethod, reading),
  };
}

/** One run of a scheduled order. */
export function normalizeCycle(wire: WireCycle, reading: Reading): ProcessingCycle {
  const startedAt = wire.startdateutc ?? wire.startutc ?? wire.startedutc;
  return {
    externalId: wire.processingid ?? wire.processingcycleid ?? wire.id,
    status: wire.status,
    startedAt: readUtc(startedAt, reading, 'startDateUtc'),
    orderExternalId: wire.clientorderid === '0' ? null : wire.clientorderid,
  };
}

/**
 * The embedded customer when it is the order's. An order may name its customer by QPilot's own number, and then only the embedded
 * record tells the shop's id.
 */
function ownCustomer({ customerId, customer }: WireScheduledOrder, reading: Reading): WireCustomer | null {
  if (!customer) return null;
  if (isIdOf(customerId, customer)) return customer;
  reading.warn('customer.id');
  return null;
}

function ownPaymentMethod(wire: WireScheduledOrder, reading: Reading): WirePaymentMethod | null {
  const { paymentMethodId, paymentMethod } = wire;
  if (!paymentMethod) return null;
  if (paymentMethodId === paymentMethod.id) return paymentMethod;
  reading.warn('paymentMethod.id');
  return null;
}

function ownProduct({ productId, product }: WireScheduledOrderItem, reading: Reading): WireProduct | null {
  if (!product) return null;
  if (productId !== null && [product.externalId, product.id].includes(productId)) return product;
  reading.warn('product.id');
  return null;
}

function readFrequency({ frequencyType, frequency }: WireScheduledOrder): Frequency | null {
  if (frequencyType === null && frequency === null) return null;
  return { unit: toFrequencyUnit(frequencyType), rawUnit: frequencyType, value: frequency };
}

function normalizeItem(wire: WireScheduledOrderItem, reading: Reading, currency: string | null): ScheduledOrderItem {
  const product = ownProduct(wire, reading);
  return {
    externalId: wire.id,
    productExternalId: product === null ? wire.productId : productExternalIdOf(product),
    quantity: wire.quantity,
    unitPrice:
      readMoney(wire.salePrice, reading, 'salePrice', currency) ?? readMoney(wire.price, reading, 'price', currency),
    product: product === null ? null : normalizeProduct(product, reading),
  };
}
