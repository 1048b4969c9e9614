import type { GraphQLResolveInfo } from 'graphql';
import { responsePathAsArray } from 'graphql';
import type { GatewayContext } from '../context/gateway-context.js';
import type { Order as FullOrder, OrderHead } from '../domain/order.js';
import type { Coverage, Page, PageRequest } from '../domain/page.js';
import type { OrderCondition } from '../joins/order-condition.js';
import { isFull } from '../joins/order-lookup.js';
import { waitPatiently } from '../joins/patience.js';
import { type Connection, toConnection } from './connection.js';
import { selectedRowFields } from './selection.js';

/** Fields that the head of an order in a list answers by itself; every other one takes the whole order. */
const headFields = new Set([
  '__typename',
  'id',
  'externalId',
  'provider',
  'reference',
  'status',
  'rawStatus',
  'placedAt',
  'total',
  'total.amount',
  'total.raw',
  'shipments',
]);

type OrderConnection = Connection<OrderHead> & { readonly coverage: Coverage[] };

/** A page of the merged list as a connection, its rows loaded as far as the operation asks for. */
export async function orderConnection(
  condition: OrderCondition,
  page: PageRequest,
  { context, info }: { context: GatewayContext; info: GraphQLResolveInfo },
): Promise<OrderConnection> {
  const feed = await context.joins.orderFeed.page(condition, page);
  context.failures.addPartial(responsePathAsArray(info.path), feed);
  const loaded = await loadRows(feed, { context, info });
  return { ...toConnection(loaded, page), coverage: [...feed.coverage] };
}

/**
 * Loads in one go what the selected fields need of each row. A row that fails, or whose details keep the others waiting, stays a head:
 * its fields load what they need themselves, or tell why they cannot.
 */
export async function loadRows(
  page: Page<OrderHead>,
  { context, info }: { context: GatewayContext; info: GraphQLResolveInfo },
): Promise<Page<OrderHead>> {
  const selected = [...selectedRowFields(info)];
  const fields = selected.filter((field) => !headFields.has(field) && !field.startsWith('shipments.'));
  const needsFull = (head: OrderHead) =>
    !isFull(head) && fields.some((field) => field !== 'total.currency' || !head.total?.currency);
  // Parcels are found by what the heads say: they need not wait for the details.
  if (selected.includes('shipments')) for (const { row } of page.rows) startParcels(row, context);
  const full = new Map<OrderHead, FullOrder>();
  const details = page.rows.map(async ({ row }) => {
    if (needsFull(row)) full.set(row, await context.joins.orders.full(row));
  });
  await waitPatiently(Promise.allSettled(details), context.remainingMs());
  const rows = page.rows.map(({ row, cursor }) => ({ row: full.get(row) ?? row, cursor }));
  // The newest order of a shopper on this page gives the shopper's name, whichever row is asked first.
  for (const { row } of rows) if (isFull(row)) context.joins.profiles.ofOrder(row);
  return { ...page, rows };
}

/** Asks for a row's parcels ahead of its field, which meets the same look-up and tells its failure. */
function startParcels({ reference, placedAt }: OrderHead, { datasources: { qapla } }: GatewayContext): void {
  if (qapla.isConfigured) qapla.shipments.byReference.load({ reference, placedAt }).catch(() => {});
}
