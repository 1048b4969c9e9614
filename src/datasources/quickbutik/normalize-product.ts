import { normalizeReference } from '../../domain/join-keys.js';
import type { Product, ProductVariant } from '../../domain/product.js';
import type { Reading } from '../../domain/reading.js';
import { readInstant, readMoney } from '../_shared/wire-values.js';
import type { Row } from './calls.js';
import type { WireProduct } from './wire.js';

/** A product as asked for by id: all that Quickbutik has of it. Null for a row that states no id. */
export function normalizeFullProduct({ wire }: Row<WireProduct>, reading: Reading): Product | null {
  return normalizeProduct(wire, reading, true);
}

/**
 * A product as a list shows it. The list is documented as simplified without saying how, so a row counts as complete only when
 * it carries the stock and a text that only details have.
 */
export function normalizeListedProduct({ wire, fields }: Row<WireProduct>, reading: Reading): Product | null {
  const isComplete = 'qty' in fields && ('gtin' in fields || 'description' in fields);
  return normalizeProduct(wire, reading, isComplete);
}

function normalizeProduct(wire: WireProduct, reading: Reading, isComplete: boolean): Product | null {
  const externalId = normalizeReference(wire.id) ?? normalizeReference(wire.product_id);
  if (externalId === null) {
    reading.warn('product_id');
    return null;
  }
  return {
    provider: 'QUICKBUTIK',
    externalId,
    sku: wire.sku,
    title: wire.title,
    price: readMoney(wire.price, reading, 'price'),
    isComplete,
    description: wire.description,
    compareAtPrice: readMoney(wire.before_price, reading, 'before_price'),
    salePrice: null,
    stock: wire.qty,
    availability: null,
    rawAvailability: null,
    gtin: wire.gtin,
    mpn: null,
    weightGrams: readWeight(wire.weight, reading),
    isVisible: wire.visible,
    url: wire.url,
    categoryName: wire.headcategory_name,
    updatedAt: readInstant(wire.date_modified, reading, 'date_modified'),
    variants: wire.variants.flatMap((variant) => normalizeVariant(variant, reading)),
  };
}

function readWeight(weight: string | null, reading: Reading): string | null {
  if (weight === null || /^\d+(\.\d+)?$/.test(weight)) return weight;
  reading.warn('weight');
  return null;
}

function normalizeVariant(wire: WireProduct['variants'][number], reading: Reading): ProductVariant[] {
  const externalId = normalizeReference(wire.id);
  if (externalId === null) {
    reading.warn('variants.id');
    return [];
  }
  const title = wire.values.map(({ val, ovalue }) => val ?? ovalue).filter((text) => text !== null);
  return [
    {
      externalId,
      sku: wire.sku,
      title: title.join(' / ') || null,
      price: readMoney(wire.price, reading, 'variants.price'),
      stock: wire.qty,
      gtin: wire.gtin,
    },
  ];
}
