import { forgettable } from '../_shared/forgettable.js';
import { createSingleLoader } from '../_shared/loaders.js';
import { createAuthorizedSend, logInCustomer, type QPilotParts } from './auth.js';
import { createCalls } from './calls.js';
import { createCustomers, listCustomers, readCustomer } from './customers.js';
import { createFeeds } from './feeds.js';
import { createPaymentMethods } from './payment-methods.js';
import { createProducts } from './products.js';
import { createScheduledOrders, listsForDirectory, readScheduledOrder } from './scheduled-orders.js';
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
    feeds: createFeeds({
      customers: listCustomers(calls, parts.reading),
      readCustomer: (id) => readCustomer(calls, parts.reading, id),
      scheduledOrders: listsForDirectory(calls, parts.reading),
      readScheduledOrder: (id) => readScheduledOrder(calls, parts.reading, id),
    }),
    customerToken: createSingleLoader((externalId) => logInCustomer(parts, externalId)),
    ...createWrites({ parts, send }, calls),
  }));
}
