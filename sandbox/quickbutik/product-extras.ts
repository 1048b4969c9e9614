import type { SandboxReply } from '../kernel/provider-server.js';
import { isAsked, wholeNumber } from './parameters.js';
import { findLine } from './product-match.js';
import { productDetail, productRow } from './product-wire.js';
import { failure } from './replies.js';
import type { ShopProduct, ShopState } from './state.js';

/** Rows of one answer when none are asked for, and the most that may be (the provider's newer documentation). */
const USUAL = 100;
const LIMIT = 500;

/**
 * Answers a list of products as the newer documentation has it: one by `sku`, a page by `limit` and `offset`, and a bare
 * list instead of an object when there is a `search`. Products come newest first.
 */
export function readWithExtras(products: ShopProduct[], query: URLSearchParams, state: ShopState): SandboxReply {
  const sku = query.get('sku') ?? '';
  if (sku !== '') {
    const product = findLine({ sku }, products)?.product;
    return product === undefined ? failure(404, 'Product not found') : ok({ product: productDetail(product, state) });
  }
  const wanted = (query.get('search') ?? '').trim().toLowerCase();
  const found = products.filter(({ title, sku }) => `${title}\n${sku}`.toLowerCase().includes(wanted));
  const offset = wholeNumber(query.get('offset')) ?? 0;
  const limit = Math.min(Math.max(wholeNumber(query.get('limit')) ?? USUAL, 1), LIMIT);
  const show = isAsked(query, 'include_details') ? productDetail : productRow;
  const rows = found.slice(offset, offset + limit).map((product) => show(product, state));
  return ok(wanted === '' ? { product: rows } : rows);
}

function ok(body: unknown): SandboxReply {
  return { status: 200, body };
}
