/**
 * The records of the QPilot imitation as they are answered. The getting-started guide shows only what is written;
 * the fields of answers follow the provider's public plug-ins and are assumed where those are silent.
 */

/** A shopper; `id` is the shop's customer id (a string), `customerId` QPilot's own number, which no path accepts. */
export interface WireCustomer {
  id: string;
  customerId: number;
  siteId: number;
  email: string;
  firstName: string | null;
  lastName: string | null;
  phoneNumber: string | null;
  company: string | null;
  shippingFirstName: string | null;
  shippingLastName: string | null;
  shippingStreet1: string | null;
  shippingStreet2: string | null;
  shippingCity: string | null;
  /** Free text: a name or a code. */
  shippingState: string | null;
  shippingPostcode: string | null;
  shippingCountry: string | null;
  /** Kept apart only for customers that were written with it. */
  billingFirstName?: string | null;
  billingLastName?: string | null;
  billingStreet1?: string | null;
  billingStreet2?: string | null;
  billingCity?: string | null;
  billingState?: string | null;
  billingPostcode?: string | null;
  billingCountry?: string | null;
  metadata: Record<string, unknown> | null;
  createdUtc: string;
  updatedUtc: string;
}

/** A card or wallet saved at a payment gateway; the two gateway tokens are as good as credentials. */
export interface WirePaymentMethod {
  id: number;
  siteId: number;
  /** The shop's customer id. */
  customerId: string;
  type: string;
  gatewayCustomerId: string | null;
  gatewayPaymentId: string | null;
  lastFourDigits: string | null;
  /** MMYY. */
  expiration: string | null;
  isDefault: boolean;
  description: string | null;
  createdUtc: string;
}

/** A product that can be subscribed to; prices are numbers, dimensions strings that hold numbers. */
export interface WireProduct {
  id: string;
  siteId: number;
  title: string;
  price: number | null;
  salePrice: number | null;
  sku: string | null;
  gtin: string | null;
  mpn: string | null;
  length: string | null;
  width: string | null;
  height: string | null;
  weight: string | null;
  weightUnitType: string | null;
  lengthUnitType: string | null;
  addToScheduledOrder: boolean;
  processScheduledOrder: boolean;
  availability: string;
  stock: number | null;
  active: boolean;
  createdUtc: string;
  updatedUtc: string;
}

/** One product of a scheduled order. */
export interface WireItem {
  id: number;
  productId: string;
  price: number | null;
  salePrice: number | null;
  originalSalePrice: number | null;
  quantity: number;
  cycles: number;
  minCycles: number | null;
  maxCycles: number | null;
  metadata: Record<string, unknown> | null;
}

/** A subscription, without the records that an answer may embed. */
export interface WireScheduledOrder {
  id: number;
  siteId: number;
  /** The shop's customer id. */
  customerId: string;
  name: string | null;
  status: string;
  /** The name of the frequency type; some answers carry its number instead. */
  frequencyType: string;
  frequency: number;
  /** Instants in UTC; the number of fractional digits differs between records. */
  nextOccurrenceUtc: string | null;
  lastOccurrenceUtc: string | null;
  utcOffset: number;
  paymentMethodId: number | null;
  currencyIso: string | null;
  subtotal: number;
  shippingTotal: number;
  taxTotal: number;
  total: number;
  shippingRateName: string | null;
  shippingFirstName: string | null;
  shippingLastName: string | null;
  shippingStreet1: string | null;
  shippingStreet2: string | null;
  shippingCity: string | null;
  shippingState: string | null;
  shippingPostcode: string | null;
  shippingCountry: string | null;
  phoneNumber: string | null;
  company: string | null;
  note: string | null;
  originalExternalId: string | null;
  origin: string;
  coupons: string[];
  metadata: Record<string, unknown> | null;
  cycles: number;
  processingErrorCode: number | null;
  createdUtc: string;
  updatedUtc: string;
  scheduledOrderItems: WireItem[];
}

/** One attempt to charge a scheduled order and to place its order in the shop. */
export interface WireCycle {
  id: number;
  scheduledOrderId: number;
  startDateUtc: string;
  endDateUtc: string | null;
  status: 'Processing' | 'Failed' | 'Success' | 'Retry' | 'Void';
  retryCount: number;
  total: number;
  chargedTotal: number | null;
  paymentGatewayTransactionId: string | null;
  /** The shop's id of the order that this cycle placed; null when it placed none. */
  clientOrderId: string | null;
  clientOrderCreatedUtc: string | null;
}
