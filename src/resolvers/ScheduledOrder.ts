import { fromEpochMs } from '../domain/instant.js';
import type { ScheduledOrderResolvers } from '../generated/resolvers-types.js';
import { readPageArguments } from './arguments.js';
import { pageOf, toConnection } from './connection.js';
import { globalId } from './ids.js';

export const ScheduledOrder: ScheduledOrderResolvers = {
  id: ({ externalId }) => globalId('ScheduledOrder', { provider: 'QPILOT', externalId }),
  items: ({ items }) => [...items],
  customer: (order, _, { joins }) => joins.subscriptions.customer(order),
  paymentMethod: (order, _, { joins }) => joins.subscriptions.paymentMethod(order),
  orders: async (scheduledOrder, args, { joins }) => {
    const page = readPageArguments(args);
    const ids = await joins.subscriptions.orderIds(scheduledOrder);
    const { rows, hasNextPage } = pageOf(ids ?? [], page, (id) => id);
    const orders = await Promise.all(rows.map(({ row }) => joins.subscriptions.order(row)));
    const known = rows.flatMap(({ cursor }, index) => (orders[index] ? [{ row: orders[index], cursor }] : []));
    const coverage = {
      provider: 'QPILOT' as const,
      complete: ids !== null,
      since: null,
      updatedAt: fromEpochMs(Date.now()),
      lagSeconds: 0,
    };
    return { ...toConnection({ rows: known, hasNextPage }, page), coverage: [coverage] };
  },
};
