import type { Product } from '../../domain/product.js';
import type { NewShopProduct, RowOutcome } from '../../domain/shop-writes.js';
import { UpstreamError } from '../../errors/upstream-error.js';
import { readMoney } from '../_shared/wire-values.js';
import type { QuickbutikParts } from './calls.js';
import { newProductBody } from './product-body.js';
import { type RowAnswer, readRow } from './row-answer.js';
import type { QuickbutikSource } from './source.js';
import { sendShopWrite } from './write-answer.js';
import { isOlderThan, loadAll, onlySettled } from './written.js';

/**
 * POST /products, a list (seed document).
 *
 * @returns one outcome per product, in their order. The answer's rows name neither sku nor place: they are taken by position where
 * their number is that of the products, else nothing is known of any.
 */
export async function createProducts(
  parts: QuickbutikParts,
  source: QuickbutikSource,
  products: readonly NewShopProduct[],
): Promise<RowOutcome<Product>[]> {
  const body = products.map(newProductBody);
  const rows = await sendShopWrite(
    parts,
    { operation: 'createProducts', method: 'POST', path: 'products', body },
    (answer) => readCreated(answer, products.length),
  );
  source.forget();
  const ids = rows.map((row) => (row.state === 'DONE' ? row.fields['product_id'] : null)).map(idOf);
  const found = await loadAll(ids, source.products.byExternalId);
  return products.map((product, index) => {
    const row = rows[index];
    const id = ids[index];
    if (row?.state === 'REFUSED') return row;
    if (!id) return { state: 'UNKNOWN' };
    return { state: 'DONE', entity: found.get(id) ?? sketchOf(product, id, parts), checkoutUrl: null };
  });
}

/**
 * Looks for products that a lost answer may have been about, by sku.
 *
 * @param claimedAtMs when they were first sent
 * @returns null unless every one of them is there once, with the title and the price that were sent, and not as it was long before.
 */
export async function findCreatedProducts(
  source: QuickbutikSource,
  products: readonly NewShopProduct[],
  claimedAtMs: number,
): Promise<RowOutcome<Product>[] | null> {
  const skus = products.map(({ sku }) => sku).filter((sku) => sku !== null);
  if (new Set(skus).size < products.length) return null;
  source.forget();
  const matches = await Promise.all(skus.map((sku) => source.products.bySku.load(sku)));
  const found = matches.map((match, index) => {
    const wanted = products[index];
    const [product, ...others] = match.products;
    if (wanted === undefined || product === undefined || others.length > 0) return null;
    return isSame(product, wanted) && !isOlderThan(product.updatedAt, claimedAtMs) ? product : null;
  });
  return onlySettled(found.map((entity) => entity && { state: 'DONE', entity, checkoutUrl: null }));
}

function readCreated(answer: unknown, count: number): readonly RowAnswer[] {
  const created = typeof answer === 'object' && answer !== null && 'created' in answer ? answer.created : null;
  const rows = Array.isArray(created) ? created : [];
  const read = rows.length === count ? rows.map(readRow) : [];
  if (read.every(({ state }) => state === 'UNKNOWN')) {
    throw new UpstreamError('PROVIDER_CONTRACT', 'QUICKBUTIK', { detail: `created: ${rows.length} rows for ${count}` });
  }
  return read;
}

function idOf(value: unknown): string | null {
  return typeof value === 'number' || (typeof value === 'string' && value.trim() !== '') ? String(value).trim() : null;
}

function isSame(product: Product, { sku, title, price }: NewShopProduct): boolean {
  return (
    product.sku?.trim() === sku &&
    (title === null || product.title?.trim() === title) &&
    (price === null || (product.price !== null && Number(product.price.amount) === Number(price)))
  );
}

/** What is known of a product that was made and cannot be read. */
function sketchOf({ sku, title, price }: NewShopProduct, externalId: string, { reading }: QuickbutikParts): Product {
  return {
    provider: 'QUICKBUTIK',
    externalId,
    sku,
    title,
    price: readMoney(price, reading, 'price'),
    isComplete: false,
    description: null,
    compareAtPrice: null,
    salePrice: null,
    stock: null,
    availability: null,
    rawAvailability: null,
    gtin: null,
    mpn: null,
    weightGrams: null,
    isVisible: null,
    url: null,
    categoryName: null,
    updatedAt: null,
    variants: [],
  };
}
