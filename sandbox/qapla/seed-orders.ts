import type { Random } from '../kernel/random.js';
import type { Shopper, World, WorldOrder } from '../world/world.js';
import { DOCUMENTED_ORDERS } from './documented-orders.js';
import type { ImportedOrder } from './imported-order.js';
import { isoLocal } from './local-time.js';
import { FOLLOWED_EMAIL, USED_FOR_MS } from './seed-parcels.js';

const SHARE_SINCE = 0.3;
const SHARE_BEFORE = 0.02;
/** Orders sold on marketplaces only, per order of the shop. */
const MARKETPLACE_SHARE = 0.05;
const FIRST_MARKETPLACE_NUMBER = 2041;
const MARKETPLACES = ['amazon', 'ebay', 'etsy'];
const STATUS_WORDS = { unpaid: 'pending', paid: 'processing', done: 'complete', cancelled: 'canceled' } as const;
const NO_SIZE = { weight: '1', parcels: '1', length: '0', width: '0', height: '0' };

/** Invents the orders imported at Qapla', oldest import first, with the document's two at the head. */
export function seedOrders(world: World, random: Random): ImportedOrder[] {
  const orders = [...DOCUMENTED_ORDERS, ...shopImports(world, random), ...marketplaceOrders(world, random)];
  return orders.sort((left, right) => left.importedAt.getTime() - right.importedAt.getTime());
}

/** The followed shopper's order made last among those a few days old is always imported; of the rest a share is. */
function shopImports(world: World, random: Random): ImportedOrder[] {
  const since = world.now.getTime() - USED_FOR_MS;
  const followed = world.orders.findLast(
    ({ shopper, status }) => shopper.email === FOLLOWED_EMAIL && status === 'done',
  );
  const imported = world.orders.filter((order) => {
    const drawn = random.chance(order.placedAt.getTime() >= since ? SHARE_SINCE : SHARE_BEFORE);
    return order === followed || (drawn && order.paidAt !== null && order.placedAt.getUTCFullYear() > 2020);
  });
  return imported.map((order) => shopImport(order, world.now, random));
}

function shopImport(order: WorldOrder, now: Date, random: Random): ImportedOrder {
  const importedAt = new Date(Math.min(now.getTime(), (order.paidAt ?? order.placedAt).getTime() + 600_000));
  return {
    source: 'api',
    importedAt,
    reference: order.reference,
    courier: '',
    status: STATUS_WORDS[order.status],
    createdAt: isoLocal(order.placedAt),
    updatedAt: isoLocal(importedAt),
    ...consignee(order.shopper),
    amount: amountText(order.currency, order.totalMinor, random),
    paymentType: order.paymentMethod,
    isPOD: false,
    notes: '',
    ...NO_SIZE,
    rows: order.lines.map((line) => ({
      sku: line.sku,
      name: line.title,
      qty: line.quantity,
      price: fourDecimals(line.unitMinor),
      total: fourDecimals(line.unitMinor * line.quantity),
    })),
  };
}

/** The first marketplace order belongs to the followed shopper. */
function marketplaceOrders(world: World, random: Random): ImportedOrder[] {
  const followed = world.shoppers.find(({ email }) => email === FOLLOWED_EMAIL);
  const count = Math.max(1, Math.round(world.orders.length * MARKETPLACE_SHARE));
  return Array.from({ length: count }, (_, index) => {
    const shopper = index === 0 && followed !== undefined ? followed : random.pick(world.shoppers);
    const age = Math.ceil(((count - index) / count) * USED_FOR_MS * 0.95);
    const importedAt = new Date(Math.floor((world.now.getTime() - age) / 1000) * 1000);
    const product = random.pick(world.products);
    const quantity = random.int(1, 3);
    const unit = Math.round(product.priceMinor / 11);
    const rows = [
      {
        sku: product.sku,
        name: product.title,
        qty: quantity,
        price: fourDecimals(unit),
        total: fourDecimals(unit * quantity),
      },
    ];
    return {
      source: random.pick(MARKETPLACES),
      importedAt,
      reference: `MP-${FIRST_MARKETPLACE_NUMBER + index}`,
      courier: random.pick(['', 'BRT', 'GLS']),
      status: random.pick(['processing', 'complete', 'shipped']),
      createdAt: isoLocal(new Date(importedAt.getTime() - 1_800_000)),
      updatedAt: isoLocal(importedAt),
      ...consignee(shopper),
      amount: amountText('EUR', unit * quantity, random),
      paymentType: random.pick(['Amazon', 'creditcard', 'paypal']),
      isPOD: random.chance(0.1),
      notes: random.chance(0.2) ? 'Citofonare due volte' : '',
      ...NO_SIZE,
      rows,
    };
  });
}

function consignee(shopper: Shopper) {
  return {
    customerName: `${shopper.firstName} ${shopper.lastName}`,
    customerAddress: shopper.street,
    customerCity: shopper.city,
    customerState: shopper.region,
    customerZip: shopper.postcode,
    customerCountry: shopper.countryCode,
    customerEmail: shopper.email,
    customerTelephone: shopper.phone,
  };
}

/** The document's three ways to write an amount: no decimals behind the dot, a sign, a code. */
function amountText(currency: string, minor: number, random: Random): string {
  if (minor % 100 === 0 && random.chance(0.5)) return `${currency} ${minor / 100}.`;
  const amount = fourDecimals(minor).slice(0, -2);
  return currency === 'EUR' && random.chance(0.5) ? `€ ${amount}` : `${currency} ${amount}`;
}

function fourDecimals(minor: number): string {
  return `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')}00`;
}
