import type { OrderChangeResolvers } from '../generated/resolvers-types.js';

export const OrderChange: OrderChangeResolvers = {
  event: ({ change }) => change,
  order: ({ change, provider, externalId }, _, { joins }) =>
    change === 'DELETED' ? null : joins.orders.byExternalId(provider, externalId),
};
