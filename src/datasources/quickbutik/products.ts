import DataLoader from 'dataloader';
import { normalizeSku } from '../../domain/join-keys.js';
import type { Product } from '../../domain/product.js';
import type { Reading } from '../../domain/reading.js';
import { UpstreamError } from '../../errors/upstream-error.js';
import { once, settleEach } from '../_shared/loaders.js';
import type { QuickbutikCalls, Row } from './calls.js';
import { normalizeListedProduct } from './normalize-product.js';
import { findProducts } from './products-by-id.js';
import type { QuickbutikSource } from './source.js';
import type { WireProduct } from './wire.js';

type ProductList = Awaited<ReturnType<QuickbutikSource['products']['newest']>>;
type SkuMatch = { readonly products: readonly Product[]; readonly isComplete: boolean };

/** How many products GET /products gives without a filter (seed document); a full list may hide older ones. */
const newestCount = 50;
const maxIdsPerCall = 50;

/** The shop's products, as one GraphQL operation reads them. */
export function createProducts(calls: QuickbutikCalls, reading: Reading): QuickbutikSource['products'] {
  const newest = once(async () => toList(await calls.newestProducts(), reading));
  return {
    newest,
    byExternalId: new DataLoader((ids: readonly string[]) => findProducts(ids, calls, reading), {
      maxBatchSize: maxIdsPerCall,
      cacheKeyFn: (id) => id.trim(),
    }),
    bySku: new DataLoader((skus: readonly string[]) => findBySku(skus, { calls, reading, newest }), {
      cacheKeyFn: (sku) => sku.trim(),
    }),
  };
}

interface SkuParts {
  readonly calls: QuickbutikCalls;
  readonly reading: Reading;
  readonly newest: () => Promise<ProductList>;
}

/** One list call answers several skus at once more often than not; what it lacks is asked one by one. */
async function findBySku(skus: readonly string[], parts: SkuParts): Promise<(SkuMatch | Error)[]> {
  if (skus.length === 1) return settleEach(skus, (sku) => findOneSku(sku, parts));
  const list = await parts.newest();
  return settleEach(skus, async (sku) => {
    const listed = matchSku(sku, list);
    return listed.products.length > 0 ? listed : findOneSku(sku, parts);
  });
}

async function findOneSku(sku: string, { calls, reading, newest }: SkuParts): Promise<SkuMatch> {
  const key = normalizeSku(sku);
  if (key === null) return { products: [], isComplete: true };
  try {
    return matchSku(key, toList(await calls.productsWithSku(key), reading));
  } catch (error) {
    // The parameter is not in the seed document: a shop that refuses it still has its list.
    if (!(error instanceof UpstreamError) || error.code !== 'PROVIDER_REJECTED') throw error;
    return matchSku(key, await newest());
  }
}

/** Rows that carry exactly this sku. A list that was cut proves nothing about a sku it does not hold. */
function matchSku(sku: string, { rows, isComplete }: ProductList): SkuMatch {
  const key = normalizeSku(sku);
  const products = rows.filter((product) =>
    [product, ...product.variants].some((carrier) => key !== null && normalizeSku(carrier.sku) === key),
  );
  return { products, isComplete: products.length > 0 || isComplete };
}

function toList(rows: readonly Row<WireProduct>[], reading: Reading): ProductList {
  const products = new Map<string, Product>();
  for (const row of rows) {
    const product = normalizeListedProduct(row, reading);
    if (product !== null && !products.has(product.externalId)) products.set(product.externalId, product);
  }
  return { rows: [...products.values()], isComplete: rows.length < newestCount };
}
