import type { PaymentMethodResolvers } from '../generated/resolvers-types.js';
import { globalId } from './ids.js';

export const PaymentMethod: PaymentMethodResolvers = {
  id: ({ externalId }) => globalId('PaymentMethod', { provider: 'QPILOT', externalId }),
};
