import { parseDecimal } from '../../../domain/money.js';
import type { Product } from '../../../domain/product.js';
import type { Reading } from '../../../domain/reading.js';
import { readMoney } from '../../_shared/wire-values.js';
import type { WireProduct, WireProductSummary } from '../wire.js';
import { readUtc } from './read-utc.js';
import { toAvailability } from './words.js';

/** The shop's product id; null for a row that states none. */
export function productExternalIdOf({ externalId, id }: Pick<WireProduct, 'externalId' | 'id'>): string | null {
  return externalId ?? id ?? null;
}

/** A QPilot product; null when it states no id. Prices are in the currency of the settings: QPilot states none here. */
export function normalizeProduct(wire: WireProduct, reading: Reading): Product | null {
  const externalId = productExternalIdOf(wire);
  if (externalId === null) return null;
  return {
    provider: 'QPILOT',
    externalId,
    sku: wire.sku,
    title: wire.title,
    price: readMoney(wire.price, reading, 'price'),
    isComplete: true,
    description: wire.description,
    compareAtPrice: null,
    salePrice: readMoney(wire.salePrice, reading, 'salePrice'),
    stock: wire.stock,
    availability: toAvailability(wire.availability),
    rawAvailability: wire.availability,
    gtin: wire.gtin,
    mpn: wire.mpn,
    weightGrams: readGrams(wire, reading),
    isVisible: null,
    url: null,
    categoryName: null,
    updatedAt: readUtc(wire.updatedUtc, reading, 'updatedUtc'),
    variants: [],
  };
}

/**
 * A product out of the summaries. Their fields are not documented: a row without title and price, or one that does
 * not name its sku at all, is not complete.
 */
export function normalizeProductSummary(wire: WireProductSummary, reading: Reading): Product | null {
  const sku = wire.sku === null || wire.sku === undefined ? null : String(wire.sku).trim() || null;
  const product = normalizeProduct({ ...wire, sku }, reading);
  if (product === null) return null;
  const isComplete = wire.sku !== undefined && (product.title !== null || product.price !== null);
  return { ...product, isComplete };
}

/** The weight where upstream states it in grams; another unit is left alone, since nothing is computed here. */
function readGrams({ weight, weightUnitType }: WireProduct, reading: Reading): string | null {
  if (weight === null || weightUnitType?.toLowerCase() !== 'gram') return null;
  if (parseDecimal(weight) !== null) return weight;
  reading.warn('weight');
  return null;
}
