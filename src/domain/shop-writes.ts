/** What became of one row of a write of many. `UNKNOWN` when the provider's answer does not say. */
export type RowOutcome<Entity> =
  | { readonly state: 'DONE'; readonly entity: Entity | null; readonly checkoutUrl: string | null }
  /** `words` are the provider's own, cleaned; null when it gave none that can be shown. */
  | { readonly state: 'REFUSED'; readonly words: string | null }
  | { readonly state: 'UNKNOWN' };

/** A new product of the shop. Null leaves a field out. Amounts are exact decimals, tax in percent, weight in grams. */
export interface NewShopProduct {
  readonly sku: string | null;
  readonly title: string | null;
  readonly description: string | null;
  readonly price: string | null;
  readonly compareAtPrice: string | null;
  readonly purchasePrice: string | null;
  readonly taxRatePercent: string | null;
  readonly weightGrams: string | null;
  readonly stock: number | null;
  readonly gtin: string | null;
  readonly categoryName: string | null;
  readonly visible: boolean | null;
  readonly disableNegativeStock: boolean | null;
}

/** How the shop's writes name a product: by its own id and perhaps a variant's, or by sku. */
export type ShopProductKey =
  | { readonly sku: string }
  | {
      readonly productId: string;
      /** Null says "no variant", undefined says nothing. */
      readonly variantId: string | null | undefined;
    };

/** Changes of a product or variant. Null leaves a field as it is, an empty text clears it. */
export interface ShopProductChange
  extends Omit<NewShopProduct, 'sku' | 'weightGrams' | 'categoryName'>,
    Readonly<Record<ShopProductText, string | null>> {
  readonly key: ShopProductKey;
}

export type ShopProductText =
  | 'stockLocation'
  | 'supplierName'
  | 'supplierSku'
  | 'dataField1'
  | 'dataField2'
  | 'dataField3'
  | 'seoTitle'
  | 'seoDescription';

/** Where an order goes. Null leaves a field out. */
export interface ShopAddress {
  readonly company: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  /** At most two. */
  readonly lines: readonly string[];
  readonly city: string | null;
  readonly postalCode: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly countryCode: string | null;
}

/** Who buys. */
export interface ShopBuyer {
  readonly type: 'CONSUMER' | 'BUSINESS';
  readonly email: string;
  readonly phone: string | null;
  readonly address: ShopAddress | null;
  readonly newsletterSubscribe: boolean | null;
  readonly createLogin: boolean | null;
}

/** One line of an order; the shop has no quantity, so a line stands for each piece. */
export interface ShopOrderLine {
  readonly product: ShopProductKey;
  /** From 1 to 100. */
  readonly quantity: number;
}

/** What can be said of an order in a write. Null leaves a part out. */
export interface ShopOrderContent {
  readonly buyer: ShopBuyer | null;
  /** Null: the shopper pays in the shop's checkout. */
  readonly payment: { readonly method: string | null; readonly transactionId: string | null } | null;
  readonly shipping: { readonly id: string | null; readonly name: string | null; readonly price: string | null } | null;
  /** All lines; replaces those there are. */
  readonly products: readonly ShopOrderLine[] | null;
  readonly addProducts: readonly ShopOrderLine[] | null;
  readonly removeProducts: readonly ShopOrderLine[] | null;
  readonly addDiscount: string | null;
  readonly removeDiscount: boolean;
}

/** Changes of one order. */
export interface ShopOrderChange extends ShopOrderContent {
  readonly reference: string;
}

/** A step of one order. */
export interface ShopStatusChange {
  readonly reference: string;
  readonly status: 'PAID' | 'DONE' | 'CANCELLED';
  readonly shipping: { readonly trackingNumber: string | null; readonly company: string | null } | null;
  readonly sendEmail: boolean | null;
  readonly sendWebhook: boolean | null;
  readonly language: 'en' | 'sv' | 'da' | null;
}
