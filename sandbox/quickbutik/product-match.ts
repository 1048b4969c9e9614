import { textField } from '../kernel/json-fields.js';
import type { WorldVariant } from '../world/world.js';
import type { ShopProduct } from './state.js';

/** A product and, where one was named, its variant. */
export interface ProductMatch {
  product: ShopProduct;
  variant: WorldVariant | null;
}

/** Finds what an item of a write names: `product_id` (with `variant_id`), else the `sku` of a product or variant. */
export function findLine(item: Record<string, unknown>, products: ShopProduct[]): ProductMatch | null {
  const productId = textField(item, 'product_id');
  if (productId === null) return findBySku(textField(item, 'sku'), products);
  const product = products.find(({ shopId }) => shopId === productId);
  if (product === undefined) return null;
  const variantId = textField(item, 'variant_id');
  if (variantId === null) return { product, variant: null };
  const variant = product.variants.find(({ id }) => id === variantId);
  return variant === undefined ? null : { product, variant };
}

function findBySku(sku: string | null, products: ShopProduct[]): ProductMatch | null {
  if (sku === null) return null;
  for (const product of products) {
    if (product.sku === sku) return { product, variant: null };
    const variant = product.variants.find((candidate) => candidate.sku === sku);
    if (variant !== undefined) return { product, variant };
  }
  return null;
}
