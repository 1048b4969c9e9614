import type { SandboxReply, SandboxRequest } from '../kernel/provider-server.js';
import { readWithExtras } from './product-extras.js';
import { productDetail, productRow } from './product-wire.js';
import { failure } from './replies.js';
import type { ShopProduct, ShopState } from './state.js';

/** How many products the list shows; there is no paging (seed 001, GET /v1/products). */
const NEWEST = 50;

/** Answers GET /v1/products: the newest products in short, or those of `product_id` in full. */
export function readProducts({ query }: SandboxRequest, state: ShopState): SandboxReply {
  const asked = query.get('product_id');
  if (asked === null || asked === '') {
    if (state.extras === 'offered') return readWithExtras(newestFirst(state), query, state);
    const newest = newestFirst(state).slice(0, NEWEST);
    return { status: 200, body: { product: newest.map((product) => productRow(product, state)) } };
  }
  const ids = new Set(asked.split(',').map((id) => id.trim()));
  const found = state.products.filter((product) => ids.has(product.shopId));
  const [first] = found;
  if (first === undefined) return failure(404, 'Product not found');
  if (!asked.includes(',')) return { status: 200, body: { product: productDetail(first, state) } };
  return { status: 200, body: { product: found.map((product) => productDetail(product, state)) } };
}

function newestFirst({ products }: ShopState): ShopProduct[] {
  const age = (product: ShopProduct): number => product.modifiedAt.getTime();
  // Of two products changed in the same instant the one made later comes first.
  return products.toReversed().sort((left, right) => age(right) - age(left));
}
