import type { Random } from '../kernel/random.js';
import type { World, WorldProduct } from '../world/world.js';
import type { QPilotState } from './state.js';
import { utcText } from './utc-text.js';
import type { WireProduct } from './wire.js';

const DAY_MS = 86_400_000;

/** The product of the getting-started guide, field by field. */
const SHAMPOO: Omit<WireProduct, 'siteId' | 'active' | 'createdUtc' | 'updatedUtc'> = {
  id: '100982',
  title: 'RCo Atlantis Moisturizing Shampoo 8 oz',
  price: 9.75,
  salePrice: 6,
  sku: 'rco-atl-993',
  gtin: '97350053850012',
  mpn: 'QP1234LOT',
  length: '4',
  width: '2',
  height: '5',
  weight: '1',
  weightUnitType: 'Pound',
  lengthUnitType: 'Inch',
  addToScheduledOrder: true,
  processScheduledOrder: true,
  availability: 'InStock',
  stock: 50,
};

/** Fills in the products that can be subscribed to, the documented one first. */
export function seedProducts(state: QPilotState, world: World, random: Random): void {
  const created = utcText(new Date(world.now.getTime() - 800 * DAY_MS));
  const common = { siteId: state.siteId, active: true, createdUtc: created, updatedUtc: created };
  state.products.set(SHAMPOO.id, { ...SHAMPOO, ...common });
  for (const product of world.products) {
    if (!product.inQPilot || state.products.has(product.shopId)) continue;
    const updatedUtc = utcText(product.modifiedAt);
    state.products.set(product.shopId, { ...toProduct(product, random), ...common, updatedUtc });
  }
}

function toProduct(product: WorldProduct, random: Random): typeof SHAMPOO {
  const price = product.priceMinor / 100;
  return {
    id: product.shopId,
    title: product.title,
    price,
    salePrice: random.chance(0.3) ? Math.round(product.priceMinor * 0.9) / 100 : null,
    sku: product.sku,
    gtin: product.gtin,
    mpn: null,
    length: null,
    width: null,
    height: null,
    weight: String(product.weightGrams),
    weightUnitType: 'Gram',
    lengthUnitType: null,
    addToScheduledOrder: true,
    processScheduledOrder: !random.chance(0.1),
    availability: product.stock > 0 ? 'InStock' : random.pick(['OutOfStock', 'Preorder', 'Undefined']),
    stock: random.chance(0.1) ? null : product.stock,
  };
}
