import type { Scope } from './printed-schema.js';

/** Who may ask for each root field: written by hand from docs/access.md, so that a relaxed rule of the schema is seen. */
export const expectedRoots: Readonly<Record<string, Scope>> = {
  'Query.categories': 'ANYONE',
  'Query.commerceData': 'MERCHANT',
  'Query.couriers': 'MERCHANT',
  'Query.customer': 'CUSTOMER',
  'Query.customers': 'MERCHANT',
  'Query.node': 'ANYONE',
  'Query.nodes': 'ANYONE',
  'Query.order': 'CUSTOMER',
  'Query.orders': 'MERCHANT',
  'Query.product': 'ANYONE',
  'Query.products': 'ANYONE',
  'Query.providers': 'MERCHANT',
  'Query.scheduledOrder': 'CUSTOMER',
  'Query.scheduledOrders': 'MERCHANT',
  'Query.shipment': 'CUSTOMER',
  'Query.shipments': 'MERCHANT',
  'Query.shippingMethods': 'ANYONE',
  'Query.shopPaymentMethods': 'ANYONE',
  'Mutation.addPaymentMethod': 'MERCHANT',
  'Mutation.configureCommerceProvider': 'MERCHANT',
  'Mutation.connectCommerceData': 'MERCHANT',
  'Mutation.createCategory': 'MERCHANT',
  'Mutation.createCustomer': 'MERCHANT',
  'Mutation.createInvoice': 'MERCHANT',
  'Mutation.createOrders': 'MERCHANT',
  'Mutation.createProducts': 'MERCHANT',
  'Mutation.createScheduledOrder': 'MERCHANT',
  'Mutation.createSubscriptionProduct': 'MERCHANT',
  'Mutation.customerAccessToken': 'MERCHANT',
  'Mutation.deleteShipment': 'MERCHANT',
  'Mutation.forgetCustomer': 'MERCHANT',
  'Mutation.pushOrders': 'MERCHANT',
  'Mutation.pushShipments': 'MERCHANT',
  'Mutation.setOrderStatus': 'MERCHANT',
  'Mutation.syncCommerceData': 'MERCHANT',
  'Mutation.updateOrders': 'MERCHANT',
  'Mutation.updateProducts': 'MERCHANT',
  'Mutation.updateScheduledOrder': 'CUSTOMER',
  'Subscription.orderChanged': 'CUSTOMER',
  'Subscription.scheduledOrderChanged': 'CUSTOMER',
  'Subscription.shipmentChanged': 'CUSTOMER',
};

const catalog = ['Category', 'Product', 'ProductConnection', 'ProductCounterpart', 'ProductEdge', 'ProductVariant'];
const common = ['Coverage', 'Money', 'PageInfo', 'ShippingMethod', 'ShopPaymentMethod', 'UserError'];
const shoppers = [
  'Address',
  'Customer',
  'CustomerIdentity',
  'Frequency',
  'Order',
  'OrderChange',
  'OrderConnection',
  'OrderEdge',
  'OrderLine',
  'OrderPayment',
  'PaymentMethod',
  'ScheduledOrder',
  'ScheduledOrderChange',
  'ScheduledOrderConnection',
  'ScheduledOrderEdge',
  'ScheduledOrderItem',
  'Shipment',
  'ShipmentChange',
  'ShipmentConnection',
  'ShipmentCourier',
  'ShipmentEdge',
  'ShipmentEvent',
  'UpdateScheduledOrderPayload',
];
const exceptions: Readonly<Record<string, Scope>> = { 'Customer.commerceCustomers': 'MERCHANT' };

/** Who may ask for a field by the same hand; whatever is not named here is the merchant's. */
export function expectedScope(typeName: string, fieldName: string): Scope {
  const coordinate = `${typeName}.${fieldName}`;
  const scope = expectedRoots[coordinate] ?? exceptions[coordinate];
  if (scope !== undefined) return scope;
  if ([...catalog, ...common].includes(typeName)) return 'ANYONE';
  return shoppers.includes(typeName) ? 'CUSTOMER' : 'MERCHANT';
}
