import type { GatewayContext } from '../context/gateway-context.js';
import { fromEpochMs } from '../domain/instant.js';
import type { Order } from '../domain/order.js';
import type { ScheduledOrder as Parent } from '../domain/scheduled-order.js';
import type { ScheduledOrderResolvers } from '../generated/resolvers-types.js';
import { readPageArguments } from './arguments.js';
import { pageOf, toConnection } from './connection.js';
import { globalId } from './ids.js';
import { isOwnOrder, requireProvenEmail } from './own-records.js';

export const ScheduledOrder: ScheduledOrderResolvers = {
  id: ({ externalId }) => globalId('ScheduledOrder', { provider: 'QPILOT', externalId }),
  items: ({ items }) => [...items],
  customer: (order, _, { joins }) => joins.subscriptions.customer(order),
  paymentMethod: (order, _, { joins }) => joins.subscriptions.paymentMethod(order),
  orders: async (scheduledOrder, args, context) => {
    const page = readPageArguments(args);
    requireProvenEmail(context);
    const ids = await context.joins.subscriptions.orderIds(scheduledOrder);
    const { rows, hasNextPage } = pageOf(ids ?? [], page, (id) => id);
    const named = await Promise.all(
      rows.map(async ({ row, cursor }) => ({ cursor, ...(await madeBy(scheduledOrder, row, context)) })),
    );
    const known = named.flatMap(({ cursor, order }) => (order === null ? [] : [{ row: order, cursor }]));
    const coverage = {
      provider: 'QPILOT' as const,
      complete: ids !== null && named.every(({ isForeign }) => !isForeign),
      since: null,
      updatedAt: fromEpochMs(Date.now()),
      lagSeconds: 0,
    };
    return { ...toConnection({ rows: known, hasNextPage }, page), coverage: [coverage] };
  },
};

/** The order that a run names, as the caller may see it; foreign is one that names somebody else than the subscription's customer. */
async function madeBy(
  scheduledOrder: Parent,
  externalId: string,
  context: GatewayContext,
): Promise<{ readonly order: Order | null; readonly isForeign: boolean }> {
  const { subscriptions } = context.joins;
  const order = await subscriptions.order(externalId);
  if (order === null) return { order, isForeign: false };
  const isShown = (await isOwnOrder(order, context)) && (await subscriptions.isOf(order, scheduledOrder));
  return { order: isShown ? order : null, isForeign: !isShown };
}
