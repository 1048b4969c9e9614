import { addPaymentMethod } from './add-payment-method.js';
import { createAuthorizedSend, logInCustomer } from './auth.js';
import type { QPilotCalls } from './calls.js';
import { changeScheduledOrder, readChangedScheduledOrder } from './change-scheduled-order.js';
import { createCustomer, findCreatedCustomer } from './create-customer.js';
import { createProduct, findCreatedProduct } from './create-product.js';
import { createScheduledOrder, findCreatedScheduledOrder } from './create-scheduled-order.js';
import type { QPilotAccess } from './send-site-write.js';
import type { QPilotSource } from './source.js';

/** The writes of one operation. */
export function createWrites(access: QPilotAccess, calls: QPilotCalls): QPilotSource['writes'] {
  // One login for all changes of a customer.
  const asCustomer = new Map<string, QPilotAccess>();
  const accessOf = (customerId: string | null) => {
    if (customerId === null) return access;
    const known = asCustomer.get(customerId);
    if (known !== undefined) return known;
    const { parts } = access;
    const own = { parts, send: createAuthorizedSend(parts, () => logInCustomer(parts, customerId)) };
    asCustomer.set(customerId, own);
    return own;
  };
  return {
    createCustomer: (customer) => createCustomer(access, calls, customer),
    addPaymentMethod: (method) => addPaymentMethod(access, calls, method),
    createProduct: (product) => createProduct(access, calls, product),
    createScheduledOrder: (order) => createScheduledOrder(access, calls, order),
    changeScheduledOrder: ({ onBehalfOf = null, ...change }) =>
      changeScheduledOrder(accessOf(onBehalfOf), calls, change),
  };
}

/** The reads that tell whether a write happened. */
export function createReadingBack(access: QPilotAccess, calls: QPilotCalls): QPilotSource['written'] {
  return {
    customer: (customer) => findCreatedCustomer(access, customer),
    product: (product) => findCreatedProduct(access, product),
    scheduledOrder: (order) => findCreatedScheduledOrder(access, calls, order),
    changes: (changes) => readChangedScheduledOrder(access, calls, changes),
  };
}
