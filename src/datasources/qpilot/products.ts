import { normalizeSku } from '../../domain/join-keys.js';
import type { Product } from '../../domain/product.js';
import { RequestError } from '../../errors/request-error.js';
import { createKeyedLoader, settleEach } from '../_shared/loaders.js';
import { createPlannedLoader, rememberPages } from '../_shared/planned-lookup.js';
import { type PagedList, readPage, readRows } from '../_shared/upstream-pages.js';
import type { QPilotParts } from './auth.js';
import { maxPageSize, type QPilotCalls } from './calls.js';
import { normalizeProduct, normalizeProductSummary } from './normalize/product.js';
import type { QPilotSource } from './source.js';

/** How many rows of a search are read: the search is no filter, so its hits are compared again (public). */
const searchLimit = 3 * maxPageSize;

/** Products by the shop's id, many in one call, by sku, and in lists. */
export function createProducts(parts: QPilotParts, calls: QPilotCalls): QPilotSource['products'] {
  const { config, reading } = parts;
  const listOf = (search: string | null): PagedList<Product> => ({
    maxPageSize,
    fetchPage: async (page, pageSize) => {
      const { rows, ...totals } = await calls.listProducts({ page, pageSize, search });
      const products = rows.map((row) => normalizeProduct(row, reading)).filter((row) => row !== null);
      return { given: rows.length, ...totals, rows: products };
    },
    keyOf: ({ externalId }) => externalId,
  });
  const fetchMany = createProductFetch(parts, calls);
  return {
    byExternalId: createKeyedLoader<string, Product | null>(fetchMany, { maxBatchSize: 100 }),
    bySku: createPlannedLoader<Product>(
      {
        list: rememberPages(listOf(null)),
        keyOf: ({ sku }) => normalizeSku(sku),
        searchOne: (sku) => searchBySku(listOf(sku), sku),
      },
      normalizeSku,
    ),
    list: (query) => readPage(listOf(null), query, { scanLimit: config.scanLimit }),
  };
}

/**
 * Products of many ids: the summaries first, one call for all; singly where a summary says too little. An account that
 * does not offer summaries, or gives rows of other products, is not asked for them again in this operation.
 */
function createProductFetch({ reading }: QPilotParts, calls: QPilotCalls) {
  let offersSummaries = true;
  const getOne = async (id: string): Promise<Product | null> => {
    const wire = await calls.getProduct(id);
    const product = wire === null ? null : normalizeProduct(wire, reading);
    return product?.externalId === id ? product : null;
  };
  const summarize = async (ids: readonly string[]): Promise<ReadonlyMap<string, Product> | null> => {
    const rows = await calls.getProductSummaries(ids);
    const products = (rows ?? []).map((row) => normalizeProductSummary(row, reading)).filter((row) => row !== null);
    const asked = products.filter(({ externalId }) => ids.includes(externalId));
    if (asked.length > 0) return new Map(asked.toReversed().map((product) => [product.externalId, product]));
    // No rows at all may be the truth about these ids; rows of others are a summary that means other ids.
    if (rows === null || rows.length > 0) offersSummaries = false;
    return null;
  };
  return async (keys: readonly string[]): Promise<(Product | null | Error)[]> => {
    const ids = keys.filter((key) => key !== '');
    const summaries = offersSummaries && ids.length > 0 ? await summarize(ids) : null;
    return settleEach(keys, async (id) => {
      const summary = summaries?.get(id) ?? null;
      if (id === '' || summary?.isComplete || (summaries !== null && summary === null)) return summary;
      return (await getOne(id)) ?? summary;
    });
  };
}

async function searchBySku(list: PagedList<Product>, sku: string): Promise<readonly Product[]> {
  const { rows, isComplete } = await readRows(list, searchLimit);
  const own = rows.filter((product) => normalizeSku(product.sku) === sku);
  if (own.length > 0 || isComplete) return own;
  throw new RequestError('LOOKUP_INCOMPLETE', 'QPilot found too many products for this sku to read them all.');
}
