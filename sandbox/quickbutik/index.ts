import {
  type ProviderServer,
  type SandboxReply,
  type SandboxRequest,
  startProviderServer,
} from '../kernel/provider-server.js';
import type { World } from '../world/world.js';
import { createCategory, readCategories } from './categories.js';
import { readOrders } from './order-reads.js';
import { createOrders, updateOrders } from './order-writes.js';
import { readProducts } from './product-reads.js';
import { createProducts, updateProducts } from './product-writes.js';
import { failure } from './replies.js';
import { readPaymentMethods, readShippingMethods } from './shop-options.js';
import { createShopState, type ShopState } from './state.js';

const API_KEY = 'qb_sandbox_key';

type Route = (request: SandboxRequest, state: ShopState) => SandboxReply;

const ROUTES: Record<string, Route> = {
  'GET v1/products': readProducts,
  'POST v1/products': createProducts,
  'PUT v1/products': updateProducts,
  'GET v1/orders': readOrders,
  'POST v1/orders': createOrders,
  'PUT v1/orders': updateOrders,
  'GET v1/shippingmethods': readShippingMethods,
  'GET v1/paymentmethods': readPaymentMethods,
  'GET v1/categories': readCategories,
  'POST v1/categories': createCategory,
};

/** Starts the imitation of Quickbutik's API 1 (seed 001), with the environment that points a gateway at it. */
export async function startQuickbutik(
  world: World,
  options: { host: string; port: number; now: () => Date },
): Promise<ProviderServer & { env: Record<string, string> }> {
  const state = createShopState(world, options.now);
  const { host, port } = options;
  const respond = (request: SandboxRequest): SandboxReply => state.applied.answer(request) ?? answer(request, state);
  const server = await startProviderServer({ name: 'quickbutik', host, port, respond });
  return { ...server, env: { QUICKBUTIK_BASE_URL: `${server.url}/v1`, QUICKBUTIK_API_KEY: API_KEY } };
}

function answer(request: SandboxRequest, state: ShopState): SandboxReply {
  if (!isAuthorized(request)) return failure(401, 'Unauthorized');
  const route = ROUTES[`${request.method} ${request.segments.join('/')}`];
  return route === undefined ? failure(404, 'Not found') : route(request, state);
}

/** The key stands for both user and password. */
function isAuthorized({ headers }: SandboxRequest): boolean {
  const match = /^Basic +(\S+)$/i.exec(headers.authorization ?? '');
  return Buffer.from(match?.[1] ?? '', 'base64').toString('utf8') === `${API_KEY}:${API_KEY}`;
}
