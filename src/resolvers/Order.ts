import type { GatewayContext } from '../context/gateway-context.js';
import type { Order as FullOrder, OrderHead } from '../domain/order.js';
import type { OrderResolvers } from '../generated/resolvers-types.js';
import { globalId } from './ids.js';
import { selectsField } from './selection.js';
import { shipmentsOf } from './written-shipments.js';

export const Order: OrderResolvers = {
  id: (order) => globalId('Order', order),
  total: async (order, _, { joins }, info) => {
    const isAnswered = order.total === null || order.total.currency !== null || !selectsField(info, 'currency');
    return isAnswered ? order.total : (await joins.orders.full(order)).total;
  },
  updatedAt: fromFull('updatedAt'),
  subtotal: fromFull('subtotal'),
  shippingTotal: fromFull('shippingTotal'),
  discountTotal: fromFull('discountTotal'),
  taxTotal: fromFull('taxTotal'),
  payment: fromFull('payment'),
  shippingMethodName: fromFull('shippingMethodName'),
  note: fromFull('note'),
  shippingAddress: async (order, _, { joins }) => {
    const { shippingAddress } = await joins.orders.full(order);
    return shippingAddress === null ? null : { ...shippingAddress, lines: [...shippingAddress.lines] };
  },
  lines: async (head, _, { joins }) => {
    const order = await joins.orders.full(head);
    return order.lines.map((line) => ({ ...line, order }));
  },
  customer: async (order, _, { joins }) => joins.profiles.ofOrder(await joins.orders.full(order)),
  scheduledOrder: async (order, _, { joins }) => joins.subscriptions.ofOrder(await joins.orders.full(order)),
  shipments: (order, _, context, info) => shipmentsOf(order, context, info),
};

type FullField =
  | 'updatedAt'
  | 'subtotal'
  | 'shippingTotal'
  | 'discountTotal'
  | 'taxTotal'
  | 'payment'
  | 'shippingMethodName'
  | 'note';

function fromFull<Field extends FullField>(field: Field) {
  return async (order: OrderHead, _: unknown, { joins }: GatewayContext): Promise<FullOrder[Field]> =>
    (await joins.orders.full(order))[field];
}
