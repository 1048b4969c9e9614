import {
  type ProviderServer,
  type SandboxReply,
  type SandboxRequest,
  startProviderServer,
} from '../kernel/provider-server.js';
import { Webhooks } from '../kernel/webhooks.js';
import type { World } from '../world/world.js';
import { createCategory, readCategories } from './categories.js';
import { answerShopControl } from './control.js';
import { readOrders } from './order-reads.js';
import { createOrders, updateOrders } from './order-writes.js';
import { unknownParameter } from './parameters.js';
import { readProducts } from './product-reads.js';
import { createProducts, updateProducts } from './product-writes.js';
import { failure } from './replies.js';
import { readPaymentMethods, readShippingMethods } from './shop-options.js';
import { createShopState, type ShopExtras, type ShopState } from './state.js';

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

/** How to start Quickbutik. */
export interface QuickbutikOptions {
  host: string;
  port: number;
  now: () => Date;
  /** Parameters beyond the document are ignored if left out; `POST /__options {"extras":"offered"}` changes it later. */
  extras?: ShopExtras;
}

/** Starts the imitation of Quickbutik's API 1 (seed 001), with the environment that points a gateway at it. */
export async function startQuickbutik(
  world: World,
  { host, port, now, extras = 'ignored' }: QuickbutikOptions,
): Promise<ProviderServer & { env: Record<string, string> }> {
  const webhooks = new Webhooks({ userAgent: 'Quickbutik-Webhooks/1.0' });
  const state = createShopState(world, { now, extras, webhooks });
  const respond = (request: SandboxRequest): SandboxReply =>
    state.applied.answer(request) ?? answerShopControl(request, state) ?? answer(request, state);
  const server = await startProviderServer({ name: 'quickbutik', host, port, respond, webhooks });
  return { ...server, env: { QUICKBUTIK_BASE_URL: `${server.url}/v1`, QUICKBUTIK_API_KEY: API_KEY } };
}

function answer(request: SandboxRequest, state: ShopState): SandboxReply {
  if (!isAuthorized(request)) return failure(401, 'Unauthorized');
  const name = `${request.method} ${request.segments.join('/')}`;
  const route = ROUTES[name];
  if (route === undefined) return failure(404, 'Not found');
  const unknown = state.extras === 'refused' ? unknownParameter(name, request.query) : null;
  return unknown === null ? route(request, state) : failure(400, `Unknown parameter ${unknown}`);
}

/** The key stands for both user and password. */
function isAuthorized({ headers }: SandboxRequest): boolean {
  const match = /^Basic +(\S+)$/i.exec(headers.authorization ?? '');
  return Buffer.from(match?.[1] ?? '', 'base64').toString('utf8') === `${API_KEY}:${API_KEY}`;
}
