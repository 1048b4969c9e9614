import { normalizeSku } from '../../domain/join-keys.js';
import type { Product } from '../../domain/product.js';
import { UpstreamError } from '../../errors/upstream-error.js';
import type { QuickbutikSource } from './source.js';

export type ProductList = Awaited<ReturnType<QuickbutikSource['products']['newest']>>;
type SkuMatch = { readonly products: readonly Product[]; readonly isComplete: boolean };

/** Rows that carry exactly this sku. A list that was cut proves nothing about a sku it does not hold. */
export function matchSku(sku: string, { rows, isComplete }: ProductList): SkuMatch {
  const products = rows.filter((product) => carriesSku(product, sku));
  return { products, isComplete: products.length > 0 || isComplete };
}

/**
 * Asks the shop for one sku, as long as it heeds the question: the parameter is public, not in the seed document. A shop that
 * refuses it or answers with products of other skus is not asked again; the first question goes alone, so that it can tell.
 *
 * @returns null for a sku that the shop was not asked for, or refused to be.
 */
export function createSkuSearch(
  fetch: (sku: string) => Promise<ProductList>,
): (sku: string) => Promise<SkuMatch | null> {
  let isHeeded: Promise<boolean> | undefined;
  const ask = async (sku: string): Promise<{ match: SkuMatch | null; isHeeded: boolean }> => {
    try {
      const list = await fetch(sku);
      return { match: matchSku(sku, list), isHeeded: list.rows.every((product) => carriesSku(product, sku)) };
    } catch (error) {
      if (!(error instanceof UpstreamError) || error.code !== 'PROVIDER_REJECTED') throw error;
      return { match: null, isHeeded: false };
    }
  };
  return async (sku) => {
    if (isHeeded !== undefined) return (await isHeeded) ? (await ask(sku)).match : null;
    const first = ask(sku);
    // A question that failed for another reason tells nothing of the parameter.
    isHeeded = first.then((answer) => answer.isHeeded).catch(() => true);
    return (await first).match;
  };
}

function carriesSku(product: Product, sku: string): boolean {
  const key = normalizeSku(sku);
  return [product, ...product.variants].some((carrier) => key !== null && normalizeSku(carrier.sku) === key);
}
