import { type Applied, createApplied } from '../kernel/applied.js';
import { createRandom, type Random } from '../kernel/random.js';
import type { Webhooks } from '../kernel/webhooks.js';
import type { Shopper, World, WorldCategory, WorldOrder, WorldProduct } from '../world/world.js';
import { sampleOrders, sampleProduct } from './samples.js';

/** Texts of a product that the shop keeps without looking at them (seed 001, PUT /v1/products). */
export const PRODUCT_TEXTS = [
  'description',
  'stock_location',
  'disable_minusqty',
  'supplier_name',
  'supplier_sku',
  'datafield_1',
  'datafield_2',
  'datafield_3',
  'seo_description',
  'seo_title',
] as const;

/** A product with what only the shop knows of it. */
export interface ShopProduct extends WorldProduct {
  /** Percent. */
  taxRate: number;
  texts: Partial<Record<(typeof PRODUCT_TEXTS)[number], string>>;
}

/** The buyer as the shop keeps it with each order; there is no customer record. */
export interface ShopCustomer {
  email: string;
  phone: string;
  type: 'consumer' | 'business';
  companyName: string;
  fullName: string;
  address: string;
  address2: string;
  city: string;
  zipcode: string;
  countryCode: string;
}

/** An order in the shop; items, total and tax follow from its lines. */
export interface ShopOrder
  extends Pick<
    WorldOrder,
    'placedAt' | 'paidAt' | 'statusAt' | 'status' | 'currency' | 'lines' | 'shippingMinor' | 'discountMinor' | 'taxfree'
  > {
  id: string;
  shippingName: string;
  customer: ShopCustomer;
  paymentMethod: string | null;
  transactionId: string | null;
  /** Written with a status, never read back through the API. */
  tracking: { number: string; company: string } | null;
  /** Whether lists show it. */
  isListed: boolean;
}

/**
 * What the shop does with query parameters that its document does not have: it lets them pass unseen, answers 400, or
 * offers those that the provider's newer documentation describes.
 */
export type ShopExtras = 'ignored' | 'refused' | 'offered';

/** Everything one imitated shop holds. */
export interface ShopState {
  products: ShopProduct[];
  /** By order_id, in the order of their making. */
  orders: Map<string, ShopOrder>;
  categories: WorldCategory[];
  applied: Applied;
  now: () => Date;
  extras: ShopExtras;
  webhooks: Webhooks;
  /** Who may buy next, and the chance that decides. */
  shoppers: Shopper[];
  random: Random;
}

/** Keeps the shop's chance apart from the world's. */
const SEED_OFFSET = 2001;

/** Takes the shop's share of the world; later writes change the shop, not the world. */
export function createShopState(
  world: World,
  { now, extras, webhooks }: Pick<ShopState, 'now' | 'extras' | 'webhooks'>,
): ShopState {
  return {
    products: [sampleProduct, ...world.products.filter((product) => product.inShop)].map(toShopProduct),
    orders: new Map([
      ...sampleOrders(world).map((order) => [order.reference, { ...toShopOrder(order), isListed: false }] as const),
      ...world.orders.map((order) => [order.reference, toShopOrder(order)] as const),
    ]),
    categories: world.categories.map((category) => ({ ...category })),
    applied: createApplied(),
    now,
    extras,
    webhooks,
    shoppers: world.shoppers,
    random: createRandom(world.seed + SEED_OFFSET),
  };
}

/** The next number in a list of numeric ids. */
export function nextId(ids: Iterable<string>): string {
  let highest = 0;
  for (const id of ids) highest = Math.max(highest, Number(id));
  return String(highest + 1);
}

function toShopProduct(product: WorldProduct): ShopProduct {
  const variants = product.variants.map((variant) => ({ ...variant }));
  return { ...product, variants, taxRate: 25, texts: { description: `<p>${product.title}</p>` } };
}

/** An order of the world as the shop keeps it. */
export function toShopOrder({ reference, shopper, ...order }: WorldOrder): ShopOrder {
  return {
    ...order,
    id: reference,
    lines: order.lines.map((line) => ({ ...line })),
    tracking: null,
    isListed: true,
    customer: {
      email: shopper.email,
      phone: shopper.phone,
      type: shopper.company === null ? 'consumer' : 'business',
      companyName: shopper.company ?? '',
      fullName: `${shopper.firstName} ${shopper.lastName}`,
      address: shopper.street,
      address2: shopper.street2 ?? '',
      city: shopper.city,
      zipcode: shopper.postcode,
      countryCode: shopper.countryCode,
    },
  };
}
