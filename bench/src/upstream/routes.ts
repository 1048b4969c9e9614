import * as bodies from './bodies.js';
import { momentOf } from './local-time.js';
import { pageAt, type Shop } from './shop.js';

const dayMs = 86_400_000;

/** One answered call: under which name it is counted, and the body. */
export interface Routed {
  readonly call: string;
  readonly body: string;
}

/** The answer to a path with its query, below the first part that names the shop; null for a path no provider documents. */
export function answerTo(shop: Shop, path: string): Routed | null {
  if (path.startsWith('/qb/orders')) return shopOrders(shop, path);
  // The document ends these paths in a slash; one of the peers cannot send it.
  if (/^\/qa\/getTrack\/?\?/.test(path)) {
    const body = bodies.trackBody(shop, numberOf(path, 'reference'));
    return { call: 'qapla getTrack', body };
  }
  if (path.startsWith('/qa/getTracks/')) {
    const since = momentOf(textOf(path, 'dateFrom'), bodies.parcelZone);
    return { call: 'qapla getTracks', body: bodies.trackList(shop, pageAt(shop, since + dayMs)) };
  }
  if (path.startsWith('/qa/getOrders/')) return { call: 'qapla getOrders', body: bodies.noImports };
  if (path.startsWith('/qp/AccessTokens/Login')) return { call: 'qpilot login', body: bodies.token };
  if (path.startsWith('/qp/Sites/77/Customers?')) return customers(shop, path);
  return null;
}

function shopOrders(shop: Shop, path: string): Routed {
  const order = numberOf(path, 'order_id');
  if (order !== 0) return { call: 'quickbutik order', body: bodies.orderBody(shop, order) };
  const isDetailed = shop.isSmall && path.includes('include_details=true');
  // Callers ask from a day before the first order they want, as clocks differ.
  const page = pageAt(shop, numberOf(path, 'from_date_paid') * 1000 + dayMs);
  return {
    call: isDetailed ? 'quickbutik orders with details' : 'quickbutik orders',
    body: bodies.orderList(shop, page, isDetailed),
  };
}

function customers(shop: Shop, path: string): Routed {
  const customer = Number(/[?&]search=shopper\.(\d+)/.exec(path)?.[1] ?? 0);
  if (customer === 0) return { call: 'qpilot customers', body: bodies.customerList(shop) };
  return { call: 'qpilot customers search', body: bodies.foundCustomer(customer) };
}

/** The number a parameter starts with; 0 without it. */
function numberOf(path: string, name: string): number {
  const at = path.indexOf(`${name}=`);
  return at === -1 ? 0 : Number.parseInt(path.slice(at + name.length + 1, at + name.length + 17), 10) || 0;
}

function textOf(path: string, name: string): string {
  return new URL(path, 'http://upstream.test').searchParams.get(name) ?? '';
}
