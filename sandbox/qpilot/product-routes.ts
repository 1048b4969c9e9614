import type { SandboxReply } from '../kernel/request.js';
import { createProduct } from './create-product.js';
import { found, orderedBy, pageOf } from './paging.js';
import { invalid, jsonObject, notFound, ok } from './replies.js';
import type { SiteCall } from './routes.js';
import { mustReach } from './tokens.js';

/** `/Products`: found by the shop's product id; merchants only. */
export function answerProducts(call: SiteCall): SandboxReply | null {
  mustReach(call.access, null);
  const [id = ''] = call.rest;
  if (call.shape === 'GET 0') return listProducts(call);
  if (call.shape === 'POST 0') return createProduct(call);
  if (call.shape === 'POST 1' && id === 'Summaries') return summarize(call);
  if (call.shape !== 'GET 1') return null;
  const product = call.state.products.get(id);
  if (product === undefined) throw notFound('Product');
  return ok(product);
}

function listProducts({ request, state }: SiteCall): SandboxReply {
  const search = request.query.get('search');
  const products = [...state.products.values()].filter(({ id, title, sku }) => found(search, [id, title, sku]));
  return ok(pageOf(orderedBy(products, request.query), request.query, (product) => product));
}

/** Unknown ids are left out and the order is the catalog's, so that a client has to match by id (assumed). */
function summarize({ request, state }: SiteCall): SandboxReply {
  const { externalIds } = jsonObject(request) as { externalIds?: unknown };
  if (!Array.isArray(externalIds) || !externalIds.every((id) => typeof id === 'string')) {
    throw invalid('The ExternalIds field must be a list of strings.');
  }
  const wanted = new Set<string>(externalIds);
  return ok([...state.products.values()].filter((product) => wanted.has(product.id)));
}
