import type { GraphQLResolveInfo } from 'graphql';
import { responsePathAsArray } from 'graphql';
import type { GatewayContext } from '../context/gateway-context.js';
import type { OrderHead } from '../domain/order.js';
import type { Coverage, Page, PageRequest } from '../domain/page.js';
import type { OrderCondition } from '../joins/order-condition.js';
import { isFull } from '../joins/order-lookup.js';
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

/** Loads in one go what the selected fields need of each row; a row that fails stays a head, and its fields tell why. */
export async function loadRows(
  page: Page<OrderHead>,
  { context, info }: { context: GatewayContext; info: GraphQLResolveInfo },
): Promise<Page<OrderHead>> {
  const fields = [...selectedRowFields(info)].filter(
    (field) => !headFields.has(field) && !field.startsWith('shipments.'),
  );
  const needsFull = (head: OrderHead) =>
    !isFull(head) && fields.some((field) => field !== 'total.currency' || !head.total?.currency);
  const outcomes = await Promise.allSettled(
    page.rows.map(({ row }) => (needsFull(row) ? context.joins.orders.full(row) : Promise.resolve(row))),
  );
  const rows = page.rows.map(({ row, cursor }, index) => {
    const outcome = outcomes[index];
    return { row: outcome?.status === 'fulfilled' ? outcome.value : row, cursor };
  });
  // The newest order of a shopper on this page gives the shopper's name, whichever row is asked first.
  for (const { row } of rows) if (isFull(row)) context.joins.profiles.ofOrder(row);
  return { ...page, rows };
}
