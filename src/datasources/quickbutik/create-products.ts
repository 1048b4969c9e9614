import type { Product } from '../../domain/product.js';
import type { NewShopProduct, RowOutcome } from '../../domain/shop-writes.js';
import { UpstreamError } from '../../errors/upstream-error.js';
import { readMoney } from '../_shared/wire-values.js';
import type { QuickbutikParts } from './calls.js';
import { newProductBody } from './product-body.js';
import { type RowAnswer, readRow } from './row-answer.js';
import type { QuickbutikSource } from './source.js';
import { sendShopWrite } from './write-answer.js';
import { isSince, loadAll, onlySettled } from './written.js';

/**
 * POST /products, a list (seed document).
 *
 * @returns one outcome per product, in their order. The answer's rows name neither sku nor place: they are taken by position where
 * their number is that of the products and the product of each has the sku that was sent, else nothing is known of any other.
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
  const made = ids.map((id) => (id === null ? null : (found.get(id) ?? null)));
  const hasOtherSku = (index: number) => !carriesSku(made[index] ?? null, products[index]?.sku ?? null);
  // One product under the wrong place: then the places say nothing of the other rows either.
  const isMixedUp = products.some((_, index) => hasOtherSku(index));
  return products.map((product, index) => {
    const row = rows[index];
    const id = ids[index];
    const isProven = product.sku !== null && made[index] !== null && !hasOtherSku(index);
    if (isMixedUp && !isProven) return { state: 'UNKNOWN' };
    if (row?.state === 'REFUSED') return row;
    if (!id) return { state: 'UNKNOWN' };
    return { state: 'DONE', entity: made[index] ?? sketchOf(product, id, parts), checkoutUrl: null };
  });
}

/**
 * Looks for products that a lost answer may have been about, by sku.
 *
 * @param claimedAtMs when they were first sent
 * @returns null unless every one of them is there once, with all that was sent as far as the shop shows it, the title and the price at the
 * least, and not as it was before.
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
    const isNew = product.updatedAt === null || isSince(product.updatedAt, claimedAtMs);
    return isNew && isSame(product, wanted) ? product : null;
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

/** Whether a product can be the one of a row: a row without a sku, and a product that could not be read, say nothing against it. */
function carriesSku(product: Product | null, sku: string | null): boolean {
  if (product === null || sku === null) return true;
  return [product, ...product.variants].some((candidate) => candidate.sku?.trim() === sku);
}

/** Whether a product is as it was sent, in every field that was sent and is shown; never by less than sku, title and price. */
function isSame(product: Product, wanted: NewShopProduct): boolean {
  const { sku, title, price } = wanted;
  const sent = [sku, title, numberOf(price), ...otherFieldsOf(wanted, wanted.visible, wanted.compareAtPrice)];
  const amount = product.compareAtPrice?.amount ?? null;
  const shown = [
    product.sku,
    product.title,
    numberOf(product.price?.amount ?? null),
    ...otherFieldsOf(product, product.isVisible, amount),
  ].map((value) => (typeof value === 'string' ? value.trim() : value));
  return sent.every((value, index) => (value === null || shown[index] === null ? index > 2 : shown[index] === value));
}

type OtherField = 'stock' | 'gtin' | 'description' | 'categoryName' | 'weightGrams';

function otherFieldsOf(
  { stock, gtin, description, categoryName, weightGrams }: Pick<NewShopProduct & Product, OtherField>,
  isVisible: boolean | null,
  compareAtPrice: string | null,
) {
  return [stock, gtin, description, categoryName, numberOf(weightGrams), isVisible, numberOf(compareAtPrice)];
}

function numberOf(decimal: string | null): number | null {
  return decimal === null ? null : Number(decimal);
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
