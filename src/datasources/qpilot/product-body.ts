import type { LengthUnit, ProductAvailability, WeightUnit } from '../../domain/product.js';
import { lengthUnitWords, toAvailabilityWord, weightUnitWords } from './normalize/words.js';

export interface NewProduct {
  /** The shop's product id. */
  readonly externalId: string;
  readonly title: string;
  readonly price: number;
  readonly salePrice: number | null;
  readonly sku: string | null;
  readonly gtin: string | null;
  readonly mpn: string | null;
  /** Decimals, as are the other dimensions: QPilot takes them as texts. */
  readonly length: string | null;
  readonly width: string | null;
  readonly height: string | null;
  readonly weight: string | null;
  readonly weightUnit: WeightUnit | null;
  readonly lengthUnit: LengthUnit | null;
  readonly addToScheduledOrder: boolean | null;
  readonly processScheduledOrder: boolean | null;
  readonly availability: Exclude<ProductAvailability, 'UNKNOWN'> | null;
  readonly stock: number | null;
}

/**
 * The body of a product in the order of the guide's sample: prices and stock as numbers, dimensions as texts, the site's number
 * repeated from the path. Only what is given is sent.
 */
export function productBody(product: NewProduct, siteId: string) {
  return {
    id: product.externalId,
    siteId: /^\d{1,15}$/.test(siteId) ? Number(siteId) : siteId,
    ...productFields(product),
  };
}

/** The fields of a product besides the ids. */
export function productFields(product: NewProduct): Record<string, string | number | boolean> {
  const { title, price, salePrice, sku, gtin, mpn, length, width, height, weight, stock } = product;
  const { weightUnit, lengthUnit, availability, addToScheduledOrder, processScheduledOrder } = product;
  const fields: Record<string, string | number | boolean | null> = {
    title,
    price,
    salePrice,
    sku,
    gtin,
    mpn,
    length,
    width,
    height,
    weight,
    weightUnitType: weightUnit && weightUnitWords[weightUnit],
    lengthUnitType: lengthUnit && lengthUnitWords[lengthUnit],
    addToScheduledOrder,
    processScheduledOrder,
    availability: availability && toAvailabilityWord(availability),
    stock,
  };
  return Object.fromEntries(
    Object.entries(fields).filter((field): field is [string, string | number | boolean] => field[1] !== null),
  );
}
