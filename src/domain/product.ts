import type { Instant } from './instant.js';
import type { Money } from './money.js';
import type { ProviderName } from './provider.js';

export type ProductAvailability = 'IN_STOCK' | 'OUT_OF_STOCK' | 'PREORDER' | 'UNDEFINED' | 'UNKNOWN';
export type WeightUnit = 'POUND' | 'OUNCE' | 'KILOGRAM' | 'GRAM';
export type LengthUnit = 'INCH' | 'FOOT' | 'YARD' | 'MILLIMETER' | 'CENTIMETER' | 'METER';

/** A product as its provider states it. */
export interface Product {
  readonly provider: ProviderName;
  readonly externalId: string;
  readonly sku: string | null;
  readonly title: string | null;
  readonly price: Money | null;
  /** False when a list showed the product without its details: load it by id before reading the optional rest. */
  readonly isComplete: boolean;
  /** HTML as the shop wrote it. */
  readonly description: string | null;
  readonly compareAtPrice: Money | null;
  readonly salePrice: Money | null;
  readonly stock: number | null;
  /** Null where the provider does not state it. */
  readonly availability: ProductAvailability | null;
  readonly rawAvailability: string | null;
  readonly gtin: string | null;
  readonly mpn: string | null;
  readonly weightGrams: string | null;
  readonly isVisible: boolean | null;
  readonly url: string | null;
  readonly categoryName: string | null;
  readonly updatedAt: Instant | null;
  readonly variants: readonly ProductVariant[];
}

export interface ProductVariant {
  readonly externalId: string;
  readonly sku: string | null;
  readonly title: string | null;
  readonly price: Money | null;
  readonly stock: number | null;
  readonly gtin: string | null;
}
