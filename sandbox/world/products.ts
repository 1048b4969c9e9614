import type { Random } from '../kernel/random.js';
import type { WorldCategory, WorldProduct, WorldVariant } from './records.js';

const T_SHIRTS: WorldCategory = { id: '2', name: 'T-shirts', parentId: '1', slug: 't-shirts' };

/** The shop's shelves; two of them stand below another. */
export const CATEGORIES: WorldCategory[] = [
  { id: '1', name: 'Kläder', parentId: null, slug: 'klader' },
  T_SHIRTS,
  { id: '3', name: 'Hårvård', parentId: null, slug: 'harvard' },
  { id: '4', name: 'Schampo', parentId: '3', slug: 'schampo' },
  { id: '5', name: 'Kaffe & te', parentId: null, slug: 'kaffe-te' },
  { id: '6', name: 'Hem', parentId: null, slug: 'hem' },
];

const NOUNS: Record<string, string[]> = {
  '1': ['Mössa', 'Halsduk', 'Strumpor'],
  '2': ['T-shirt', 'Linne'],
  '3': ['Balsam', 'Hårolja'],
  '4': ['Schampo', 'Torrschampo'],
  '5': ['Kaffe', 'Te', 'Espresso'],
  '6': ['Ljus', 'Filt', 'Mugg'],
};
const ADJECTIVES = ['Blå', 'Grön', 'Klassisk', 'Len', 'Mörk', 'Nordisk', 'Röd', 'Varm', 'Vit', 'Åre'];
const SIZES = ['S', 'M', 'L', 'XL'];
const DAY_MS = 86_400_000;
/** Place in the assortment of the first product with sizes, right behind the documented ones. */
const FIRST_SIZED = 2;

/** A product of a document: QPilot's shampoo (getting-started guide) and the T-shirt of Quickbutik's order 115. */
const DOCUMENTED: Omit<WorldProduct, 'modifiedAt'>[] = [
  {
    shopId: '100982',
    sku: 'rco-atl-993',
    title: 'RCo Atlantis Moisturizing Shampoo 8 oz',
    priceMinor: 975,
    beforePriceMinor: null,
    purchaseMinor: 310,
    stock: 50,
    gtin: '97350053850012',
    weightGrams: 454,
    categoryId: '4',
    visible: true,
    variants: [],
    inQPilot: true,
    inShop: true,
  },
  {
    shopId: '34',
    sku: '34',
    title: 'T-shirt',
    priceMinor: 19_900,
    beforePriceMinor: 24_900,
    purchaseMinor: 6_900,
    stock: 120,
    gtin: null,
    weightGrams: 400,
    categoryId: '2',
    visible: true,
    variants: [],
    inQPilot: false,
    inShop: true,
  },
];

/** Invents the assortment; the documented products come first and were changed last. */
export function createProducts(count: number, now: Date, random: Random): WorldProduct[] {
  const products: WorldProduct[] = DOCUMENTED.map((product, index) => ({
    ...product,
    modifiedAt: new Date(now.getTime() - (index + 1) * DAY_MS),
  }));
  for (let number = products.length; number < count; number += 1) products.push(invent(number, now, random));
  return products;
}

function invent(number: number, now: Date, random: Random): WorldProduct {
  // Even the smallest shop has one product with sizes that is also sold by subscription.
  const sized = number === FIRST_SIZED;
  const category = sized ? T_SHIRTS : random.pick(CATEGORIES);
  const noun = random.pick(NOUNS[category.id] ?? ['Sak']);
  const priceMinor = random.int(29, 999) * 100 - (random.chance(0.2) ? 50 : 0);
  const shopId = String(1000 + number);
  const sku = `${noun.slice(0, 3).toUpperCase()}-${shopId}`;
  const home = sized ? 0.5 : random.next();
  return {
    shopId,
    sku,
    title: `${random.pick(ADJECTIVES)} ${noun.toLowerCase()} ${number}`,
    priceMinor,
    beforePriceMinor: random.chance(0.2) ? Math.round(priceMinor * 1.25) : null,
    purchaseMinor: Math.round(priceMinor * 0.4),
    stock: random.chance(0.1) ? 0 : random.int(1, 400),
    gtin: random.chance(0.7) ? gtin13(random) : null,
    weightGrams: random.int(40, 2500),
    categoryId: category.id,
    visible: sized || !random.chance(0.05),
    variants: category === T_SHIRTS ? variantsOf({ shopId, sku, priceMinor }, random) : [],
    inQPilot: home < 0.55,
    inShop: home > 0.05,
    modifiedAt: new Date(now.getTime() - random.int(3 * 24 * 60, 360 * 24 * 60) * 60_000),
  };
}

function variantsOf(product: Pick<WorldProduct, 'shopId' | 'sku' | 'priceMinor'>, random: Random): WorldVariant[] {
  return SIZES.map((value, index) => ({
    id: `${product.shopId}${index + 1}`,
    sku: `${product.sku}-${value}`,
    priceMinor: product.priceMinor + (value === 'XL' ? 2_000 : 0),
    stock: random.int(0, 60),
    gtin: random.chance(0.5) ? gtin13(random) : null,
    value,
  }));
}

/** A thirteen-digit article number of Sweden's range with its true check digit. */
function gtin13(random: Random): string {
  const body = `73${random.digits(10)}`;
  const sum = body.split('').reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}
