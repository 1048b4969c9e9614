import type { GatewayContext } from '../context/gateway-context.js';
import { type Order as FullOrder, isFull, type OrderHead } from '../domain/order.js';
import type { OrderResolvers } from '../generated/resolvers-types.js';
import { globalId } from './ids.js';
import { selectsField } from './selection.js';
import { shipmentsOf } from './written-shipments.js';

export const Order: OrderResolvers = {
  id: (order) => globalId('Order', order),
  total: (order, _, context, info) => {
    const isAnswered = order.total === null || order.total.currency !== null || !selectsField(info, 'currency');
    return isAnswered ? order.total : withFull(order, context, ({ total }) => total);
  },
  updatedAt: fromFull('updatedAt'),
  subtotal: fromFull('subtotal'),
  shippingTotal: fromFull('shippingTotal'),
  discountTotal: fromFull('discountTotal'),
  taxTotal: fromFull('taxTotal'),
  payment: fromFull('payment'),
  shippingMethodName: fromFull('shippingMethodName'),
  note: fromFull('note'),
  shippingAddress: (head, _, context) =>
    withFull(head, context, ({ shippingAddress }) =>
      shippingAddress === null ? null : { ...shippingAddress, lines: [...shippingAddress.lines] },
    ),
  lines: (head, _, context) => withFull(head, context, (order) => order.lines.map((line) => ({ ...line, order }))),
  customer: (head, _, context) => withFull(head, context, (order) => context.joins.profiles.ofOrder(order)),
  scheduledOrder: (head, _, context) => withFull(head, context, (order) => context.joins.subscriptions.ofOrder(order)),
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
  return (head: OrderHead, _: unknown, context: GatewayContext) => withFull(head, context, (order) => order[field]);
}

/** At once where the order is whole, as a page's rows mostly are: a page has hundreds of such fields. */
function withFull<Value>(
  head: OrderHead,
  { joins }: GatewayContext,
  read: (order: FullOrder) => Value | Promise<Value>,
): Value | Promise<Value> {
  return isFull(head) ? read(head) : joins.orders.full(head).then(read);
}
