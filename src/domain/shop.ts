import type { Money } from './money.js';

export interface Category {
  readonly externalId: string;
  readonly name: string;
  /** Names from the top, as the shop prints them: `Herr > Skor > Sulor`. */
  readonly path: string | null;
  readonly url: string | null;
  readonly parentExternalId: string | null;
}

export interface ShippingMethod {
  readonly externalId: string;
  readonly title: string | null;
  readonly description: string | null;
  readonly isActive: boolean | null;
  readonly price: Money | null;
  readonly priceBasis: string | null;
}

export type CustomerType = 'CONSUMER' | 'BUSINESS';

/** A way to pay that the shop offers; not a shopper's saved card. */
export interface ShopPaymentMethod {
  readonly externalId: string;
  /** Null when upstream's mask is unknown. */
  readonly customerTypes: readonly CustomerType[] | null;
}
