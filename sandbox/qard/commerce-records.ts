import { createRandom, type Random } from '../kernel/random.js';
import type { Shopper, World, WorldOrder, WorldProduct } from '../world/world.js';
import { utcText } from './state.js';
import type { DataType } from './wire.js';

/** A record as the connected shop's platform has it; no document names its fields. */
export interface CommerceRecord {
  record: Record<string, unknown>;
  /** When the record came to be: a run fetches only what was there. */
  createdAt: Date;
}

/** Keeps this provider's sequence apart from those that other parts draw from the same seed. */
const SEED_OFFSET = 4_000;
const DAY_MS = 86_400_000;
/** Followed through all five providers. */
const CHRIS = 'chris@example.com';

/** What the merchant's Shopify shop holds: half of the world's shoppers, the products, and some of their orders. */
export function commerceRecords(world: World): Record<DataType, CommerceRecord[]> {
  const random = createRandom(world.seed + SEED_OFFSET);
  const shoppers = world.shoppers.filter(({ email }) => email === CHRIS || random.chance(0.5));
  const ids = new Map(shoppers.map((shopper, index) => [shopper.id, 6_700_001 + index]));
  const bought = world.orders.filter(({ shopper }) => ids.has(shopper.id));
  const sold = bought.filter(({ shopper }) => shopper.email === CHRIS || random.chance(0.4));
  const counts = new Map<string, number>();
  for (const { shopper } of sold) counts.set(shopper.id, (counts.get(shopper.id) ?? 0) + 1);
  const opened = new Date(world.now.getTime() - 800 * DAY_MS);
  return {
    COMMERCE_LOCATION: LOCATIONS.map((record) => ({ record, createdAt: opened })),
    COMMERCE_CUSTOMER: shoppers.map((shopper) => {
      const createdAt = new Date(world.now.getTime() - random.int(400, 700) * DAY_MS);
      const facts = { id: ids.get(shopper.id) ?? 0, orders: counts.get(shopper.id) ?? 0, createdAt };
      return { record: toCustomer(shopper, facts, random), createdAt };
    }),
    COMMERCE_PRODUCT: world.products.map((product, index) => ({
      record: toProduct(product, 8_100_001 + index),
      createdAt: opened,
    })),
    COMMERCE_ORDER: sold.map((order, index) => ({ record: toOrder(order, index, random), createdAt: order.placedAt })),
  };
}

const LOCATIONS = [
  { id: 'loc-1', name: 'Lager Helsingborg', city: 'Helsingborg', country_code: 'SE', active: true },
  { id: 'loc-2', name: 'Negozio Milano', city: 'Milano', country_code: 'IT', active: true, pickup: { hours: '9-18' } },
];

function toCustomer(
  shopper: Shopper,
  { id, orders, createdAt }: { id: number; orders: number; createdAt: Date },
  random: Random,
): Record<string, unknown> {
  return {
    id,
    email: shopper.email,
    first_name: shopper.firstName,
    last_name: shopper.lastName,
    phone: shopper.phone,
    orders_count: orders,
    created_at: utcText(createdAt),
    ...(random.chance(0.3)
      ? { marketing_consent: { state: 'subscribed', opt_in_level: 'single' }, tags: ['vip'] }
      : {}),
  };
}

function toProduct(product: WorldProduct, id: number): Record<string, unknown> {
  const own = { sku: product.sku, barcode: product.gtin, price: decimal(product.priceMinor) };
  const variants = product.variants.map(({ sku, gtin, priceMinor }) => ({
    sku,
    barcode: gtin,
    price: decimal(priceMinor),
  }));
  return {
    id,
    title: product.title,
    variants: variants.length === 0 ? [own] : variants,
    ...(product.beforePriceMinor === null ? {} : { compare_at_price: decimal(product.beforePriceMinor) }),
  };
}

/** Every other order carries the shop's reference as its number; the rest have only the platform's own name. */
function toOrder(order: WorldOrder, index: number, random: Random): Record<string, unknown> {
  const hasReference = index % 2 === 0;
  return {
    id: 9_300_001 + index,
    name: `#${hasReference ? order.reference : 1001 + index}`,
    ...(hasReference ? { order_number: order.reference } : {}),
    email: order.shopper.email,
    total_price: decimal(order.totalMinor),
    currency: order.currency,
    created_at: utcText(order.placedAt),
    line_items: order.lines.map(({ sku, title, quantity, unitMinor }) => ({
      sku,
      title,
      quantity,
      price: decimal(unitMinor),
    })),
    ...(random.chance(0.2) ? { source_name: 'web', note_attributes: [{ name: 'gift', value: 'yes' }] } : {}),
  };
}

function decimal(minor: number): string {
  return (minor / 100).toFixed(2);
}
