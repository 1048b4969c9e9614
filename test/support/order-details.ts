import type { Order, OrderHead } from '../../src/domain/order.js';

/** What only the whole order says, none of it known. */
export const noDetails: Omit<Order, keyof OrderHead> = {
  updatedAt: null,
  subtotal: null,
  shippingTotal: null,
  discountTotal: null,
  taxTotal: null,
  payment: null,
  shippingMethodName: null,
  shippingAddress: null,
  note: null,
  lines: [],
  shopper: null,
};
