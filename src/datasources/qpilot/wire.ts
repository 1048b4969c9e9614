import { z } from 'zod';
import { amountWire, flagWire, idWire, integerWire, listWire, textWire } from '../_shared/wire-values.js';

// The getting-started guide shows requests only. What answers hold follows the provider's public plug-ins, so every
// field that a row can live without may be null or absent.

/** Fields of a street address under a prefix, as QPilot flattens them into customers and orders. */
const addressFields = {
  shippingFirstName: textWire,
  shippingLastName: textWire,
  shippingCompany: textWire,
  shippingStreet1: textWire,
  shippingStreet2: textWire,
  shippingCity: textWire,
  /** Free text: the guide's example is a full name, not a code. */
  shippingState: textWire,
  shippingPostcode: textWire,
  /** ISO 3166-1 alpha-2 in the guide's example. */
  shippingCountry: textWire,
  billingFirstName: textWire,
  billingLastName: textWire,
  billingCompany: textWire,
  billingStreet1: textWire,
  billingStreet2: textWire,
  billingCity: textWire,
  billingState: textWire,
  billingPostcode: textWire,
  billingCountry: textWire,
};

/** A customer (guide, step 2: fields of the request; the answer is public knowledge, not documented). */
export const customerWireSchema = z.object({
  /** The shop's customer id as text; in the older generation QPilot's own number beside `externalId`. */
  id: idWire,
  /** The shop's customer id in the older generation. */
  externalId: textWire,
  /** QPilot's own number in the present generation (public). */
  customerId: textWire,
  email: textWire,
  firstName: textWire,
  lastName: textWire,
  phoneNumber: textWire,
  company: textWire,
  ...addressFields,
});

/** A saved card or account. `gatewayCustomerId` and `gatewayPaymentId` are credentials and are not read. */
export const paymentMethodWireSchema = z.object({
  /** QPilot's own number. */
  id: idWire,
  /** The shop's customer id, or QPilot's own number. */
  customerId: textWire,
  type: textWire,
  isDefault: flagWire,
  lastFourDigits: textWire,
  /** MMYY in public sources. */
  expiration: textWire,
  expirationDate: textWire,
  description: textWire,
});

/** A product (guide, step 4: fields of the request). Dimensions are texts that hold numbers, prices are numbers. */
export const productWireSchema = z.object({
  /** The shop's product id; in the older generation QPilot's own number beside `externalId`. */
  id: z.nullish(idWire),
  externalId: textWire,
  title: textWire,
  description: textWire,
  price: amountWire,
  salePrice: amountWire,
  sku: textWire,
  gtin: textWire,
  mpn: textWire,
  weight: textWire,
  /** Unit of `weight`: Pound, Ounce, Kilogram, Gram. */
  weightUnitType: textWire,
  availability: textWire,
  stock: integerWire,
  updatedUtc: textWire,
});

/** A product of a list or of its own address, where a row without any id breaks the contract. */
export const listedProductWireSchema = productWireSchema.refine(
  ({ externalId, id }) => externalId !== null || (id !== null && id !== undefined),
  { path: ['id'] },
);

/** A row of the summaries; one that does not name `sku` at all is taken for a cut-down row. */
export const productSummaryWireSchema = productWireSchema.extend({
  sku: z.union([z.string(), z.number()]).nullish(),
});

const scheduledOrderItemWireSchema = z.object({
  /** QPilot's own number. */
  id: textWire,
  /** The shop's product id. */
  productId: textWire,
  quantity: integerWire,
  price: amountWire,
  salePrice: amountWire,
  product: productWireSchema.nullish(),
});

/**
 * A subscription. Embedded records may be null and are believed only when their ids are the order's; one without an id
 * is as good as none, since it can be looked up.
 */
export const scheduledOrderWireSchema = z.object({
  /** QPilot's own number. */
  id: idWire,
  /** The shop's customer id (guide, step 5), or QPilot's own number. */
  customerId: textWire,
  paymentMethodId: textWire,
  status: textWire,
  /** Name, or its number from 0 to 4. */
  frequencyType: textWire,
  frequency: integerWire,
  nextOccurrenceUtc: textWire,
  lastOccurrenceUtc: textWire,
  createdUtc: textWire,
  updatedUtc: textWire,
  currencyIso: textWire,
  subtotal: amountWire,
  shippingTotal: amountWire,
  taxTotal: amountWire,
  total: amountWire,
  note: textWire,
  /** What the creator named it by (public); orders made here carry the caller's idempotency key. */
  originalExternalId: textWire,
  scheduledOrderItems: listWire(scheduledOrderItemWireSchema),
  customer: customerWireSchema.nullish(),
  paymentMethod: paymentMethodWireSchema.nullish(),
});

/** One run of a scheduled order, its properties in small letters: their casing varies by generation (public). */
export const cycleWireSchema = z.object({
  id: textWire,
  processingid: textWire,
  processingcycleid: textWire,
  scheduledorderid: textWire,
  status: textWire,
  startdateutc: textWire,
  startutc: textWire,
  startedutc: textWire,
  /** The id of the order that the shop made; absent, null, blank or 0 when it made none. */
  clientorderid: textWire,
});

export type WireCustomer = z.output<typeof customerWireSchema>;
export type WirePaymentMethod = z.output<typeof paymentMethodWireSchema>;
export type WireProduct = z.output<typeof productWireSchema>;
export type WireProductSummary = z.output<typeof productSummaryWireSchema>;
export type WireScheduledOrder = z.output<typeof scheduledOrderWireSchema>;
export type WireScheduledOrderItem = z.output<typeof scheduledOrderItemWireSchema>;
export type WireCycle = z.output<typeof cycleWireSchema>;
