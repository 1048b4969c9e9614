import { createRandom } from '../kernel/random.js';
import { documentedOrders } from './documented-orders.js';
import { createOrders } from './orders.js';
import { CATEGORIES, createProducts } from './products.js';
import type { World } from './records.js';
import { CHRIS, createShoppers, SVEN } from './shoppers.js';

export type {
  Shopper,
  World,
  WorldCategory,
  WorldOrder,
  WorldOrderLine,
  WorldProduct,
  WorldVariant,
} from './records.js';

/** How many products there are per invented order: 60 for a year of 1,000 orders. */
const PRODUCTS_PER_ORDER = 0.06;

/** Invents one merchant's year: the same seed, size and moment give the same world. */
export function createWorld({ seed, orders, now }: { seed: number; orders: number; now: Date }): World {
  const random = createRandom(seed);
  const shoppers = createShoppers(Math.max(5, Math.round(orders / 5)), random);
  const products = createProducts(Math.max(12, Math.round(orders * PRODUCTS_PER_ORDER)), now, random);
  const regular = shoppers.find((shopper) => shopper.id === CHRIS.id) ?? CHRIS;
  const sven = shoppers.find((shopper) => shopper.id === SVEN.id) ?? SVEN;
  const documented = documentedOrders(sven);
  const invented = createOrders(Math.max(0, orders - documented.length), { shoppers, products, regular, now }, random);
  return {
    seed,
    now,
    shoppers,
    products,
    categories: CATEGORIES.map((category) => ({ ...category })),
    orders: [...documented, ...invented],
  };
}
