import type { CatalogQuery } from 'commercegraph-client';
import type { CatalogProduct } from '../graph/rows.js';
import type { Format, MoneyText } from '../language/format.js';

type ShippingMethod = NonNullable<CatalogQuery['shippingMethods']>[number];

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What the shop sells, by sku. An order is the shop's: products that only another provider has cannot be in it. */
export function productChoices(products: readonly CatalogProduct[], format: Format): readonly Choice[] {
  const bySku = new Map<string, Choice>();
  for (const { provider, sku, title, price } of products) {
    // Two products with one sku cannot be told apart in an order.
    if (provider === 'QUICKBUTIK' && sku !== null && !bySku.has(sku)) {
      bySku.set(sku, { value: sku, label: priced(title ?? sku, price, format) });
    }
  }
  return [...bySku.values()];
}

/** The ways of shipping that shoppers can choose. */
export function shippingChoices(methods: readonly ShippingMethod[], format: Format): readonly Choice[] {
  return methods
    .filter(({ active }) => active !== false)
    .map(({ id, title, price }) => ({ value: id, label: priced(title ?? id, price, format) }));
}

function priced(title: string, price: MoneyText | null, format: Format): string {
  const amount = price === null ? null : format.money(price);
  return amount === null ? title : `${title} · ${amount}`;
}
