import { type GraphQLResolveInfo, responsePathAsArray } from 'graphql';
import type { GatewayContext } from '../context/gateway-context.js';
import { normalizeEmail } from '../domain/join-keys.js';
import type { OrderHead } from '../domain/order.js';
import type { Coverage, PageRequest } from '../domain/page.js';
import type { ProviderName } from '../domain/provider.js';
import type { Shipment } from '../domain/shipment.js';
import type { Customer } from '../joins/customer.js';
import { ordersOf } from '../joins/order-condition.js';
import { badInput } from './arguments.js';
import { type Connection, toConnection } from './connection.js';
import { unproven } from './own-records.js';
import { shipmentsOf } from './written-shipments.js';

/** How many orders are looked into side by side: a call each. */
const chunkSize = 10;

type ShipmentConnection = Connection<Shipment> & { readonly coverage: Coverage[] };
type Place = readonly [orderCursor: string | null, trackingNumber: string | null];

interface Paging {
  readonly page: PageRequest;
  readonly waitMs: number;
}

interface Asked {
  readonly context: GatewayContext;
  readonly info: GraphQLResolveInfo;
}

/** The parcels of a customer's orders, newest order first: each order is asked for its parcels until the page is full. */
export async function customerShipments(
  { key, record }: Customer,
  { page, waitMs }: Paging,
  asked: Asked,
): Promise<ShipmentConnection> {
  const { context, info } = asked;
  const { known, orders, orderFeed } = context.joins;
  if (key.kind === 'RECORD') {
    if (normalizeEmail(record?.email) !== null) throw unproven();
    const order = await orders.byExternalId(key.provider, key.externalId);
    const rows = order === null ? [] : await parcelsOf({ row: order, before: null }, asked);
    return { ...toConnection({ rows, hasNextPage: false }, page), coverage: [] };
  }
  await known.waitForOrders(waitMs);
  const [start, seen] = page.after === null ? [null, null] : decode(page.after);
  const failures = new Map<ProviderName, Error>();
  const rows: { row: Shipment; cursor: string }[] = [];
  let coverage: readonly Coverage[] = [];
  let isAnswered = true;
  let before = start;
  for (let isLast = false; !isLast && rows.length <= page.first; ) {
    const feed = await orderFeed.page(ordersOf(key.email), { first: chunkSize, after: before });
    for (const [provider, error] of feed.failures) failures.set(provider, error);
    ({ coverage, isAnswered } = feed);
    const chunk = feed.rows.map(({ row }, index) => ({ row, before: feed.rows[index - 1]?.cursor ?? before }));
    const found = await Promise.all(chunk.map((order) => parcelsOf(order, asked)));
    // The page goes on behind a parcel of its first order.
    const [first = [], ...others] = found;
    const rest = before === start && seen !== null ? behind(first, seen) : first;
    rows.push(...rest, ...others.flat());
    before = feed.rows.at(-1)?.cursor ?? before;
    isLast = !feed.hasNextPage;
  }
  context.failures.addPartial(responsePathAsArray(info.path), { failures: [...failures.values()], isAnswered });
  const shown = { rows: rows.slice(0, page.first), hasNextPage: rows.length > page.first };
  return { ...toConnection(shown, page), coverage: [...coverage] };
}

/** An order's parcels with their cursors: the order is found again behind the one before it. */
async function parcelsOf(
  { row, before }: { readonly row: OrderHead; readonly before: string | null },
  { context, info }: Asked,
): Promise<{ row: Shipment; cursor: string }[]> {
  const parcels = await shipmentsOf(row, context, info);
  return parcels.map((parcel) => ({ row: parcel, cursor: encode([before, parcel.trackingNumber]) }));
}

/** What follows a parcel; nothing where it is gone, since what was before it then cannot be told from what was behind. */
function behind<Row extends { readonly row: Shipment }>(rows: readonly Row[], trackingNumber: string): readonly Row[] {
  const place = rows.findIndex(({ row }) => row.trackingNumber === trackingNumber);
  return place === -1 ? [] : rows.slice(place + 1);
}

function encode(place: Place): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

function decode(cursor: string): Place {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (
      Array.isArray(place) &&
      place.length === 2 &&
      place.every((part) => part === null || typeof part === 'string')
    ) {
      return place as unknown as Place;
    }
  } catch {
    // A text that is no JSON is told like any other text that is no cursor.
  }
  throw badInput('after', 'is no cursor of this list');
}
