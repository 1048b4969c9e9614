import { normalizeReference, normalizeSku } from '../../domain/join-keys.js';
import type { Product } from '../../domain/product.js';
import type { Reading } from '../../domain/reading.js';
import { createKeyedLoader, once, settleEach } from '../_shared/loaders.js';
import type { QuickbutikCalls, Row } from './calls.js';
import { normalizeListedProduct } from './normalize-product.js';
import { findProducts } from './products-by-id.js';
import { createSkuSearch, matchSku, type ProductList } from './sku-search.js';
import type { QuickbutikSource } from './source.js';
import type { WireProduct } from './wire.js';

/** How many products GET /products gives without a filter (seed document); a full list may hide older ones. */
const newestCount = 50;
const maxIdsPerCall = 50;

/** The shop's products, as one GraphQL operation reads them. */
export function createProducts(calls: QuickbutikCalls, reading: Reading): QuickbutikSource['products'] {
  let isListed = false;
  const newest = once(async () => {
    isListed = true;
    return toList(await calls.newestProducts(), reading);
  });
  const search = createSkuSearch(async (sku) => toList(await calls.productsWithSku(sku), reading));
  return {
    newest,
    byExternalId: createKeyedLoader((ids: readonly string[]) => findProducts(ids, calls, reading), {
      maxBatchSize: maxIdsPerCall,
      cacheKey: (id) => id.trim(),
    }),
    bySku: createKeyedLoader(
      async (skus: readonly string[]) => {
        // One list call answers several skus at once more often than not.
        const list = isListed || skus.length > 1 ? await newest() : null;
        return settleEach(skus, (sku) => findSku(sku, list, { newest, search }));
      },
      { cacheKey: (sku) => sku.trim() },
    ),
  };
}

interface SkuLookup {
  readonly newest: () => Promise<ProductList>;
  readonly search: ReturnType<typeof createSkuSearch>;
}

/** A sku from the list where that has been read; what the list lacks, and may have been cut off, is asked for by itself. */
async function findSku(sku: string, list: ProductList | null, { newest, search }: SkuLookup) {
  const key = normalizeSku(sku);
  if (key === null) return { products: [], isComplete: true };
  const listed = list === null ? null : matchSku(key, list);
  if (listed?.isComplete) return listed;
  return (await search(key)) ?? matchSku(key, await newest());
}

function toList(rows: readonly Row<WireProduct>[], reading: Reading): ProductList {
  const products = new Map<string, Product>();
  for (const row of rows) {
    const product = normalizeListedProduct(row, reading);
    if (product !== null && !products.has(product.externalId)) products.set(product.externalId, product);
  }
  const hasLostRows = rows.some(
    ({ wire }) => normalizeReference(wire.id) === null && normalizeReference(wire.product_id) === null,
  );
  return { rows: [...products.values()], isComplete: rows.length < newestCount && !hasLostRows };
}
