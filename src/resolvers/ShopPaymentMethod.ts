import type { ShopPaymentMethodResolvers } from '../generated/resolvers-types.js';
import { globalId } from './ids.js';

export const ShopPaymentMethod: ShopPaymentMethodResolvers = {
  id: ({ externalId }) => globalId('ShopPaymentMethod', { provider: 'QUICKBUTIK', externalId }),
  customerTypes: ({ customerTypes }) => (customerTypes === null ? null : [...customerTypes]),
};
