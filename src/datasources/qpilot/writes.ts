import { addPaymentMethod } from './add-payment-method.js';
import type { QPilotCalls } from './calls.js';
import { changeScheduledOrder, readChangedScheduledOrder } from './change-scheduled-order.js';
import { createCustomer, findCreatedCustomer } from './create-customer.js';
import { createProduct, findCreatedProduct } from './create-product.js';
import { createScheduledOrder, findCreatedScheduledOrder } from './create-scheduled-order.js';
import type { QPilotAccess } from './send-site-write.js';
import type { QPilotSource } from './source.js';

/** The writes of one operation, and the reads that tell whether one of them happened. */
export function createWrites(access: QPilotAccess, calls: QPilotCalls): Pick<QPilotSource, 'writes' | 'written'> {
  return {
    writes: {
      createCustomer: (customer) => createCustomer(access, calls, customer),
      addPaymentMethod: (method) => addPaymentMethod(access, calls, method),
      createProduct: (product) => createProduct(access, calls, product),
      createScheduledOrder: (order) => createScheduledOrder(access, calls, order),
      changeScheduledOrder: (change) => changeScheduledOrder(access, calls, change),
    },
    written: {
      customer: (customer) => findCreatedCustomer(access, customer),
      product: (product) => findCreatedProduct(access, product),
      scheduledOrder: (order) => findCreatedScheduledOrder(access, calls, order),
      changes: (changes) => readChangedScheduledOrder(access, calls, changes),
    },
  };
}
