import type { CustomerRecord } from '../../domain/customer.js';
import { createSingleLoader } from '../_shared/loaders.js';
import type { QPilotParts } from './auth.js';
import type { QPilotCalls } from './calls.js';
import { normalizePaymentMethod } from './normalize/payment-method.js';
import { ownRows } from './own-rows.js';
import type { QPilotSource } from './source.js';

/** Saved cards and accounts by QPilot's number and by customer. */
export function createPaymentMethods(
  { reading }: QPilotParts,
  calls: QPilotCalls,
  readCustomer: (customerId: string) => Promise<CustomerRecord | null>,
): QPilotSource['paymentMethods'] {
  return {
    byExternalId: createSingleLoader(async (id) => {
      const wire = id === '' ? null : await calls.getPaymentMethod(id);
      return wire?.id === id ? normalizePaymentMethod(wire, reading) : null;
    }),
    byCustomer: createSingleLoader(async (customerId) => {
      const rows = customerId === '' ? [] : await calls.listPaymentMethodsOf(customerId);
      const cards = rows.map((row) => normalizePaymentMethod(row, reading));
      return ownRows(customerId, cards, readCustomer);
    }),
  };
}
