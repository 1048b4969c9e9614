import type { QueryResolvers } from '../../generated/resolvers-types.js';

export const categories: QueryResolvers['categories'] = async (_, __, { datasources }) => [
  ...(await datasources.quickbutik.categories.all()),
];

export const shippingMethods: QueryResolvers['shippingMethods'] = async (_, __, { datasources }) => [
  ...(await datasources.quickbutik.shippingMethods.all()),
];

export const shopPaymentMethods: QueryResolvers['shopPaymentMethods'] = async (_, __, { datasources }) => [
  ...(await datasources.quickbutik.paymentMethods.all()),
];
