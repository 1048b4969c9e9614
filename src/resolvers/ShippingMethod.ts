import type { ShippingMethodResolvers } from '../generated/resolvers-types.js';
import { globalId } from './ids.js';

export const ShippingMethod: ShippingMethodResolvers = {
  id: ({ externalId }) => globalId('ShippingMethod', { provider: 'QUICKBUTIK', externalId }),
  active: ({ isActive }) => isActive,
};
