import type { OrderLine as Line, Order } from '../domain/order.js';
import type { OrderLineResolvers } from '../generated/resolvers-types.js';

/** A line and the order it stands in, which says whose product ids the line has. */
export interface OrderLineParent extends Line {
  readonly order: Order;
}

export const OrderLine: OrderLineResolvers = {
  product: (line, _, { joins }) => joins.products.ofLine(line.order, line),
};
