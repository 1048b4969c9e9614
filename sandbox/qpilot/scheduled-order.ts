import { type QPilotState, takeId } from './state.js';
import type { WireCustomer, WireItem, WireProduct, WireScheduledOrder } from './wire.js';

type Chosen =
  | 'id'
  | 'status'
  | 'frequencyType'
  | 'frequency'
  | 'paymentMethodId'
  | 'nextOccurrenceUtc'
  | 'createdUtc'
  | 'origin';
type Optional = 'currencyIso' | 'note' | 'originalExternalId' | 'metadata' | 'name' | 'processingErrorCode';

/** What distinguishes one scheduled order; the rest follows from its customer and its items. */
export type ScheduledOrderParts = Pick<WireScheduledOrder, Chosen> &
  Partial<Pick<WireScheduledOrder, Optional>> & {
    items: { product: WireProduct; quantity: number }[];
    /** What shipping costs, in the order's currency. */
    shippingTotal?: number;
  };

/** Completes a scheduled order: it ships to its customer's address, and its totals are those of its items. */
export function buildScheduledOrder(
  state: QPilotState,
  customer: WireCustomer,
  { items, shippingTotal = 0, ...parts }: ScheduledOrderParts,
): WireScheduledOrder {
  const subtotal = items.reduce((sum, { product, quantity }) => sum + quantity * chargedPrice(product), 0);
  return {
    name: null,
    currencyIso: null,
    note: null,
    originalExternalId: null,
    metadata: null,
    processingErrorCode: null,
    ...parts,
    siteId: state.siteId,
    customerId: customer.id,
    lastOccurrenceUtc: null,
    utcOffset: 0,
    subtotal: cents(subtotal),
    shippingTotal,
    taxTotal: 0,
    total: cents(subtotal + shippingTotal),
    shippingRateName: shippingTotal > 0 ? 'Standard' : null,
    shippingFirstName: customer.shippingFirstName,
    shippingLastName: customer.shippingLastName,
    shippingStreet1: customer.shippingStreet1,
    shippingStreet2: customer.shippingStreet2,
    shippingCity: customer.shippingCity,
    shippingState: customer.shippingState,
    shippingPostcode: customer.shippingPostcode,
    shippingCountry: customer.shippingCountry,
    phoneNumber: customer.phoneNumber,
    company: customer.company,
    coupons: [],
    cycles: 0,
    updatedUtc: parts.createdUtc,
    scheduledOrderItems: items.map((item) => buildItem(state, item)),
  };
}

function buildItem(state: QPilotState, { product, quantity }: { product: WireProduct; quantity: number }): WireItem {
  return {
    id: takeId(state, 'item'),
    productId: product.id,
    price: product.price,
    salePrice: product.salePrice,
    originalSalePrice: product.salePrice,
    quantity,
    cycles: 0,
    minCycles: null,
    maxCycles: null,
    metadata: null,
  };
}

function chargedPrice({ price, salePrice }: WireProduct): number {
  return salePrice ?? price ?? 0;
}

function cents(amount: number): number {
  return Math.round(amount * 100) / 100;
}
