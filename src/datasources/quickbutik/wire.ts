import { z } from 'zod';
import { amountWire, flagWire, idWire, integerWire, listWire, numberWire, textWire } from '../_shared/wire-values.js';

// PHP writes `[]`, `false` or `""` for an empty object: like any value that does not fit they are read as none.

const addressFields = {
  company_name: textWire,
  full_name: textWire,
  /** Write form of the name; `shipping_details` of a read has been seen with it (public). */
  firstname: textWire,
  lastname: textWire,
  address: textWire,
  address2: textWire,
  city: textWire,
  /** With an inner blank in the seed document: text, never a number. */
  zipcode: textWire,
  /** A name such as `Sweden` on reads, a code on writes. */
  country: textWire,
};

const lineWireSchema = z.object({
  product_id: z.nullish(idWire),
  title: textWire,
  price: amountWire,
  qty: numberWire,
  /** Unknown and nullable in the seed document: a text, or an object that holds one. */
  variant: z.unknown().optional(),
  sku: textWire,
});

/** One order of GET /orders (seed document): with four fields in a list, with all of these when asked for by id. */
export const orderWireSchema = z.object({
  order_id: z.nullish(idWire),
  /** Local to the shop; no zone is stated. */
  date_created: textWire,
  /** `-1` unpaid, `1` paid, `2` done (public); `0` cancelled (assumed). */
  status: textWire,
  items_amount: amountWire,
  shipping_amount: amountWire,
  total_amount: amountWire,
  /** Type unknown and nullable in the seed document. */
  discount_amount: amountWire,
  tax_amount: amountWire,
  currency: textWire,
  shipping_name: textWire,
  /** Public, not in the seed document. */
  notes: textWire,
  products: listWire(lineWireSchema),
  customer: z.object({ ...addressFields, email: textWire, phone: textWire }).nullish(),
  /** Public, not in the seed document. */
  shipping_details: z.object(addressFields).nullish(),
  paymethod: z.object({ method: textWire, transaction_id: textWire }).nullish(),
});

const variantWireSchema = z.object({
  id: z.nullish(idWire),
  sku: textWire,
  price: amountWire,
  qty: integerWire,
  gtin: textWire,
  values: listWire(z.object({ val: textWire, ovalue: textWire })),
});

/** One product of GET /products. The seed document shows no body: every field is from public clients. */
export const productWireSchema = z.object({
  id: z.nullish(idWire),
  /** The name the writes use. */
  product_id: z.nullish(idWire),
  sku: textWire,
  title: textWire,
  price: amountWire,
  before_price: amountWire,
  qty: integerWire,
  visible: flagWire,
  /** Grams (seed document, POST /products). */
  weight: textWire,
  /** Free text: the seed document's own sample is no GTIN. */
  gtin: textWire,
  description: textWire,
  headcategory_name: textWire,
  url: textWire,
  date_modified: textWire,
  variants: listWire(variantWireSchema),
});

/** One category of GET /categories (seed document); ids are numbers on reads and strings on writes. */
export const categoryWireSchema = z.object({
  category_id: z.nullish(idWire),
  name: textWire,
  name_path: textWire,
  url: textWire,
  /** Null for a main category. */
  parent_id: z.nullish(idWire),
});

/** One way to ship of GET /shippingmethods (seed document). */
export const shippingMethodWireSchema = z.object({
  id: z.nullish(idWire),
  title: textWire,
  description: textWire,
  active: flagWire,
  /** Type unknown and nullable in the seed document. */
  price: amountWire,
  price_basedon: textWire,
});

/** One way to pay of GET /paymentmethods (seed document). */
export const paymentMethodWireSchema = z.object({
  paysystem_id: z.nullish(idWire),
  /** A bit mask: 1 consumer, 2 business (assumed from the example `3`). */
  customer_type: integerWire,
});

export type WireOrder = z.output<typeof orderWireSchema>;
export type WireProduct = z.output<typeof productWireSchema>;
export type WireCategory = z.output<typeof categoryWireSchema>;
export type WireShippingMethod = z.output<typeof shippingMethodWireSchema>;
export type WirePaymentMethod = z.output<typeof paymentMethodWireSchema>;
