import type { ShopProductKey } from '../../domain/shop-writes.js';
import type { InputCheck } from '../input-check.js';
import type { Maybe } from '../maybe.js';
import { checkShopId, checkShort, type Field } from './values.js';

/** A product as a caller names it. */
export interface GivenProductKey {
  readonly sku?: Maybe<string>;
  readonly productId?: Maybe<string>;
  readonly variantId?: Maybe<string>;
}

/** Reads what names a product: its id, with or without a variant's, or a sku, and not both. */
export function readProductKey(given: GivenProductKey, field: Field, check: InputCheck): ShopProductKey {
  const at = (name: keyof GivenProductKey) => [...field, name];
  const sku = checkShort(given.sku, at('sku'), check);
  const productId = given.productId ? checkShopId(given.productId, 'Product', at('productId'), check) : null;
  const variantId = given.variantId ? checkShopId(given.variantId, 'ProductVariant', at('variantId'), check) : null;
  const isById = Boolean(given.productId);
  if (given.variantId && !isById) check.add(at('productId'), 'REQUIRED', 'A variant is named with its product.');
  else if (!given.sku?.trim() && !isById) check.add(at('sku'), 'REQUIRED', 'Name the product by sku or by productId.');
  if (sku !== null && isById) check.add(at('sku'), 'INVALID', 'Name the product by sku or by productId, not by both.');
  if (!isById) return { sku: sku ?? '' };
  // Only a variantId that is given as null says "no variant" to the shop; one left out says nothing.
  return { productId: productId ?? '', variantId: given.variantId === undefined ? undefined : variantId };
}
