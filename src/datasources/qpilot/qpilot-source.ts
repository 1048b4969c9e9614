import { forgettable } from '../_shared/forgettable.js';
import { createSingleLoader } from '../_shared/loaders.js';
import { createAuthorizedSend, logInCustomer, type QPilotParts } from './auth.js';
import { createCalls, type QPilotCalls } from './calls.js';
import { createCustomers, listCustomers, readCustomer } from './customers.js';
import { createFeeds } from './feeds.js';
import { createPaymentMethods } from './payment-methods.js';
import { createProducts } from './products.js';
import { createScheduledOrders, listsForDirectory, readScheduledOrder } from './scheduled-orders.js';
import type { QPilotAccess } from './send-site-write.js';
import type { QPilotSource } from './source.js';
import { createReadingBack, createWrites } from './writes.js';

interface Ground {
  readonly access: QPilotAccess;
  readonly calls: QPilotCalls;
}

/** QPilot as one GraphQL operation reads it: one login, and every answer remembered until it ends or is told to forget. */
export function createQPilotSource(parts: QPilotParts): QPilotSource {
  const send = createAuthorizedSend(parts);
  return sourceOn({ access: { parts, send }, calls: createCalls(parts, send) });
}

const sourceOn = forgettable<Ground, Omit<QPilotSource, 'forget'>>({
  isConfigured: ({ access: { parts } }) => parts.config.isConfigured,
  customers: ({ access: { parts }, calls }) => createCustomers(parts, calls),
  paymentMethods: ({ access: { parts }, calls }, source) =>
    createPaymentMethods(parts, calls, (id) => source.customers.byExternalId.load(id)),
  scheduledOrders: ({ access: { parts }, calls }, source) =>
    createScheduledOrders(parts, calls, (id) => source.customers.byExternalId.load(id)),
  products: ({ access: { parts }, calls }) => createProducts(parts, calls),
  feeds: ({
    access: {
      parts: { reading },
    },
    calls,
  }) =>
    createFeeds({
      customers: listCustomers(calls, reading),
      readCustomer: (id) => readCustomer(calls, reading, id),
      scheduledOrders: listsForDirectory(calls, reading),
      readScheduledOrder: (id) => readScheduledOrder(calls, reading, id),
    }),
  customerToken: ({ access: { parts } }) => createSingleLoader((externalId) => logInCustomer(parts, externalId)),
  writes: ({ access, calls }) => createWrites(access, calls),
  written: ({ access, calls }) => createReadingBack(access, calls),
});
