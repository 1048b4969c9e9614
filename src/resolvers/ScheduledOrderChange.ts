import type { ScheduledOrderChangeResolvers } from '../generated/resolvers-types.js';

export const ScheduledOrderChange: ScheduledOrderChangeResolvers = {
  event: ({ change }) => change,
  scheduledOrder: ({ change, externalId }, _, { datasources }) =>
    change === 'DELETED' ? null : datasources.qpilot.scheduledOrders.byExternalId.load(externalId),
};
