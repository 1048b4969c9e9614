/** A person who buys from the shop. */
export interface Shopper {
  /** The shop's customer id; also the external id at QPilot. */
  id: string;
  email: string;
  firstName: string;
  lastName: string;
  phone: string;
  company: string | null;
  street: string;
  street2: string | null;
  city: string;
  region: string;
  postcode: string;
  countryCode: 'SE' | 'IT' | 'NO' | 'DK' | 'FI' | 'DE' | 'GB' | 'US';
  inQPilot: boolean;
}

/** One size or color of a product. */
export interface WorldVariant {
  id: string;
  sku: string;
  /** 1/100 SEK. */
  priceMinor: number;
  stock: number;
  gtin: string | null;
  value: string;
}

/** A product that the merchant sells in the shop, by subscription or both. */
export interface WorldProduct {
  /** Quickbutik's product_id and the external id at QPilot. */
  shopId: string;
  sku: string;
  title: string;
  /** 1/100 SEK. */
  priceMinor: number;
  beforePriceMinor: number | null;
  purchaseMinor: number;
  stock: number;
  gtin: string | null;
  weightGrams: number;
  categoryId: string;
  visible: boolean;
  variants: WorldVariant[];
  inQPilot: boolean;
  inShop: boolean;
  modifiedAt: Date;
}

/** A shelf of the shop. */
export interface WorldCategory {
  id: string;
  name: string;
  parentId: string | null;
  slug: string;
}

/** One line of an order. */
export interface WorldOrderLine {
  shopId: string;
  sku: string;
  title: string;
  quantity: number;
  /** 1/100 of the order's currency. */
  unitMinor: number;
  variantId: string | null;
}

/** One purchase in the shop; amounts are 1/100 of its currency and include VAT. */
export interface WorldOrder {
  /** Quickbutik's order_id. */
  reference: string;
  shopper: Shopper;
  placedAt: Date;
  paidAt: Date | null;
  /** When the order took its present status. */
  statusAt: Date;
  status: 'unpaid' | 'paid' | 'done' | 'cancelled';
  currency: string;
  lines: WorldOrderLine[];
  itemsMinor: number;
  shippingMinor: number;
  discountMinor: number | null;
  totalMinor: number;
  taxMinor: number;
  shippingName: string;
  paymentMethod: string;
  transactionId: string;
  taxfree: boolean;
}

/** One merchant's year, shared by the five imitations so that their records meet. */
export interface World {
  seed: number;
  /** The moment at which the generated data end. */
  now: Date;
  shoppers: Shopper[];
  products: WorldProduct[];
  categories: WorldCategory[];
  /** Oldest first. */
  orders: WorldOrder[];
}
