import type { Random } from '../kernel/random.js';
import type { Shopper, WorldOrder, WorldOrderLine, WorldProduct } from './records.js';

/** What orders are made of. */
export interface OrderSources {
  shoppers: Shopper[];
  products: WorldProduct[];
  /** The shopper followed through all providers; buys at fixed points of the year. */
  regular: Shopper;
  now: Date;
}

/** The number of the first invented order; every later one counts up by one. */
const FIRST_REFERENCE = 20_001;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const SHIPPING: [name: string, minor: number][] = [
  ['Postnord', 4_900],
  ['DHL Servicepoint', 5_900],
  ['Instabox', 3_900],
  ['Budbee', 3_900],
  ['Fri frakt', 0],
];
const PAYMENTS = ['klarna', 'klarna', 'swish', 'stripe', 'paypal', 'invoice'];
const EURO_COUNTRIES = ['DE', 'FI', 'IT'];
const UNTAXED_COUNTRIES = ['GB', 'NO', 'US'];
/** Kronor per euro, near enough for a shop's price list. */
const EURO_RATE = 11;

/** Invents orders spread evenly over the year before `now`, oldest first. */
export function createOrders(count: number, sources: OrderSources, random: Random): WorldOrder[] {
  const sellable = sources.products.filter((product) => product.inShop && product.visible);
  const others = sources.shoppers.filter((shopper) => shopper !== sources.regular);
  const regularAt = new Set([0.2, 0.45, 0.7, 0.9, 0.97, 0.985, 0.995].map((share) => Math.floor(count * share)));
  return Array.from({ length: count }, (_, index) => {
    const age = ((count - index - random.next()) / count) * 365 * DAY_MS;
    const placedAt = wholeSecond(sources.now.getTime() - age);
    // The power favors the front of the list: a few shoppers buy often, many buy once.
    const drawn = others[Math.floor(random.next() ** 1.4 * others.length)] ?? sources.regular;
    const shopper = regularAt.has(index) ? sources.regular : drawn;
    const reference = String(FIRST_REFERENCE + index);
    const lines = inventLines(sellable, random);
    const history = inventHistory(placedAt, { now: sources.now, keep: regularAt.has(index) }, random);
    return { reference, shopper, placedAt, ...history, ...price(lines, shopper, random) };
  });
}

function inventLines(products: WorldProduct[], random: Random): WorldOrderLine[] {
  const chosen = new Set(Array.from({ length: random.pick([1, 1, 1, 2, 2, 3, 4]) }, () => random.pick(products)));
  return [...chosen].map((product) => {
    const variant = product.variants.length > 0 ? random.pick(product.variants) : null;
    return {
      shopId: product.shopId,
      sku: variant?.sku ?? product.sku,
      title: product.title,
      quantity: random.pick([1, 1, 1, 2, 3]),
      unitMinor: variant?.priceMinor ?? product.priceMinor,
      variantId: variant?.id ?? null,
    };
  });
}

type History = Pick<WorldOrder, 'status' | 'paidAt' | 'statusAt'>;

function inventHistory(placedAt: Date, { now, keep }: { now: Date; keep: boolean }, random: Random): History {
  const limit = now.getTime();
  const after = (date: Date, hours: number): Date => wholeSecond(date.getTime() + hours * HOUR_MS);
  const paid = new Date(Math.min(limit, after(placedAt, random.next() * 0.5).getTime()));
  const settled = after(paid, 12 + random.next() * 72);
  const recent = limit - placedAt.getTime() < 10 * DAY_MS;
  const draw = keep ? 0 : random.next();
  const [done, open, waiting] = recent ? [0.6, 0.85, 0.97] : [0.88, 0.92, 0.95];
  if (draw < done && settled.getTime() < limit) return { status: 'done', paidAt: paid, statusAt: settled };
  if (draw < open) return { status: 'paid', paidAt: paid, statusAt: paid };
  if (draw < waiting) return { status: 'unpaid', paidAt: null, statusAt: placedAt };
  const endedAt = new Date(Math.min(limit, settled.getTime()));
  return { status: 'cancelled', paidAt: random.chance(0.3) ? paid : null, statusAt: endedAt };
}

/** What was bought and what it costs. */
export type Purchase = Omit<WorldOrder, 'reference' | 'shopper' | 'placedAt' | keyof History>;

/** Invents what a shopper buys of products that are for sale. */
export function inventPurchase(sellable: WorldProduct[], shopper: Shopper, random: Random): Purchase {
  return price(inventLines(sellable, random), shopper, random);
}

function price(lines: WorldOrderLine[], shopper: Shopper, random: Random): Purchase {
  const inEuro = EURO_COUNTRIES.includes(shopper.countryCode) && random.chance(0.3);
  const convert = (minor: number): number => (inEuro ? Math.round(minor / EURO_RATE) : minor);
  const priced = lines.map((line) => ({ ...line, unitMinor: convert(line.unitMinor) }));
  const itemsMinor = priced.reduce((sum, line) => sum + line.quantity * line.unitMinor, 0);
  const [shippingName, shippingSek] = random.pick(SHIPPING);
  const shippingMinor = convert(shippingSek);
  const discountMinor = random.chance(0.12) ? Math.round(itemsMinor / 10) : null;
  const totalMinor = itemsMinor + shippingMinor - (discountMinor ?? 0);
  const taxfree = UNTAXED_COUNTRIES.includes(shopper.countryCode);
  return {
    currency: inEuro ? 'EUR' : 'SEK',
    lines: priced,
    itemsMinor,
    shippingMinor,
    discountMinor,
    totalMinor,
    // Swedish VAT of 25 % is a fifth of an amount that includes it.
    taxMinor: taxfree ? 0 : Math.round(totalMinor / 5),
    shippingName,
    paymentMethod: random.pick(PAYMENTS),
    transactionId: `TR${random.digits(10)}`,
    taxfree,
  };
}

function wholeSecond(time: number): Date {
  return new Date(Math.floor(time / 1000) * 1000);
}
