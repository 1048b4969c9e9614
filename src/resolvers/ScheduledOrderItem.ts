import type { ScheduledOrderItemResolvers } from '../generated/resolvers-types.js';

export const ScheduledOrderItem: ScheduledOrderItemResolvers = {
  product: ({ product, productExternalId }, _, { datasources }) =>
    product ?? (productExternalId === null ? null : datasources.qpilot.products.byExternalId.load(productExternalId)),
};
