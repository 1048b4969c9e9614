import { forgettable } from '../_shared/forgettable.js';
import { createSingleLoader } from '../_shared/loaders.js';
import { createAuthorizedSend, logInCustomer, type QPilotParts } from './auth.js';
import { createCalls } from './calls.js';
import { createCustomers } from './customers.js';
import { createPaymentMethods } from './payment-methods.js';
import { createProducts } from './products.js';
import { createScheduledOrders } from './scheduled-orders.js';
import type { QPilotSource } from './source.js';
import { createWrites } from './writes.js';

/** QPilot as one GraphQL operation reads it: one login, and every answer remembered until it ends or is told to forget. */
export function createQPilotSource(parts: QPilotParts): QPilotSource {
  const send = createAuthorizedSend(parts);
  const calls = createCalls(parts, send);
  return forgettable(() => ({
    isConfigured: parts.config.isConfigured,
    customers: createCustomers(parts, calls),
    paymentMethods: createPaymentMethods(parts, calls),
    scheduledOrders: createScheduledOrders(parts, calls),
    products: createProducts(parts, calls),
    customerToken: createSingleLoader((externalId) => logInCustomer(parts, externalId)),
    ...createWrites({ parts, send }, calls),
  }));
}
