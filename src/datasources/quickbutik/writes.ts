import type { QuickbutikParts } from './calls.js';
import { createCategory } from './create-category.js';
import { createProducts, findCreatedProducts } from './create-products.js';
import { findCreatedOrders } from './find-written-orders.js';
import type { QuickbutikSource } from './source.js';
import { updateProducts } from './update-products.js';
import { createOrders, setOrderStatus, updateOrders } from './write-orders.js';

/**
 * The writes of one operation. Each forgets what was read before, so that later fields show what it did.
 *
 * @param source the source they belong to, by which they read what they wrote
 */
export function createWrites(parts: QuickbutikParts, source: QuickbutikSource): QuickbutikSource['writes'] {
  return {
    createCategory: async (category) => {
      const made = await createCategory(parts, category);
      source.forget();
      return made;
    },
    createProducts: (products) => createProducts(parts, source, products),
    findCreatedProducts: (products, claimedAtMs) => findCreatedProducts(source, products, claimedAtMs),
    updateProducts: (changes) => updateProducts(parts, source, changes),
    createOrders: (orders) => createOrders(parts, source, orders),
    findCreatedOrders: (orders, claimedAtMs) => findCreatedOrders(source, orders, claimedAtMs),
    updateOrders: (changes) => updateOrders(parts, source, changes),
    setOrderStatus: (changes) => setOrderStatus(parts, source, changes),
  };
}
