import type { IndexEntry, ListedCustomer } from '../../../src/datasources/_shared/index-feed.js';
import type { CustomerRecord } from '../../../src/domain/customer.js';
import type { Money } from '../../../src/domain/money.js';
import type { Order, OrderHead } from '../../../src/domain/order.js';
import type { ScheduledOrder } from '../../../src/domain/scheduled-order.js';
import type { Shipment } from '../../../src/domain/shipment.js';
import { noDetails } from '../../support/order-details.js';

export const money = (amount: string, currency: string | null = 'SEK'): Money => ({ amount, currency, raw: amount });

export function head(externalId: string, more: Partial<OrderHead> = {}): OrderHead {
  return {
    provider: 'QUICKBUTIK',
    externalId,
    reference: externalId,
    status: 'PAID',
    rawStatus: '1',
    placedAt: '2026-05-01T10:00:00Z',
    total: money('100.00'),
    ...more,
  };
}

/** The whole order of a shopper; null for one that names nobody. */
export function whole(externalId: string, email: string | null, more: Partial<Order> = {}): Order {
  return {
    ...head(externalId),
    ...noDetails,
    shopper: email === null ? null : shopper(email),
    ...more,
  };
}

export function listOrder(order: OrderHead | Order): IndexEntry {
  return { kind: 'ORDER', order, importedAt: null };
}

/** An order as the parcel service lists it. */
export function listImport(order: Order, importedAt = '2026-05-01T10:05:00Z'): IndexEntry {
  return { kind: 'ORDER', order: { ...order, provider: 'QAPLA' }, importedAt };
}

export function listCustomer(externalId: string, email: string | null, place: string | null = null): IndexEntry {
  const customer: ListedCustomer = { provider: 'QPILOT', externalId, email, place };
  return { kind: 'CUSTOMER', customer };
}

export function listParcel(trackingNumber: string, more: Partial<Shipment> = {}): IndexEntry {
  const shipment: Shipment = {
    trackingNumber,
    reference: '1001',
    status: 'IN_TRANSIT',
    rawStatus: 'IN TRANSITO',
    statusAt: '2026-05-02T10:00:00Z',
    trackingUrl: null,
    courier: null,
    courierTrackingUrl: null,
    events: [],
    ...more,
  };
  return { kind: 'PARCEL', shipment };
}

export function listSubscription(externalId: string, more: Partial<ScheduledOrder> = {}): IndexEntry {
  const subscription: ScheduledOrder = {
    externalId,
    status: 'ACTIVE',
    rawStatus: 'Active',
    frequency: { unit: 'MONTHS', rawUnit: 'Months', value: 1 },
    nextOccurrenceAt: '2026-06-01T00:00:00Z',
    lastOccurrenceAt: null,
    createdAt: null,
    updatedAt: null,
    subtotal: null,
    shippingTotal: null,
    taxTotal: null,
    total: money('10.00', null),
    note: null,
    customerExternalId: '7',
    paymentMethodExternalId: '3',
    items: [],
    customer: null,
    paymentMethod: null,
    ...more,
  };
  return { kind: 'SUBSCRIPTION', subscription };
}

export function shopper(email: string): CustomerRecord {
  return {
    provider: 'QUICKBUTIK',
    externalId: null,
    email,
    name: 'Astrid Invented',
    firstName: 'Astrid',
    lastName: 'Invented',
    phone: '+46 70 000 00 00',
    company: null,
    shippingAddress: null,
    billingAddress: null,
    seenAt: null,
  };
}
