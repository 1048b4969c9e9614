import type { ProviderName } from '../../src/domain/provider.js';

/** How often a call is made for the objects that a field is asked of. */
export type Manner =
  /** Once for the field. */
  | 'ONCE'
  /** One call for many of them. */
  | 'BATCH'
  /** One call for each that differs from the others. */
  | 'EACH';

/** A call that a field may make. */
export interface FieldCall {
  readonly provider: ProviderName;
  /** Method and address, with the parameter that says what is asked about. */
  readonly call: string;
  readonly manner: Manner;
}

const of =
  (provider: ProviderName) =>
  (call: string, manner: Manner = 'ONCE'): FieldCall => ({ provider, call, manner });
const shop = of('QUICKBUTIK');
const qpilot = of('QPILOT');
const qapla = of('QAPLA');
const qard = of('QARD');

const shopOrder = shop('GET orders?order_id', 'EACH');
const shopOrders = shop('GET orders');
const imports = qapla('GET getOrders');
const parcels = qapla('GET getTracks');
const parcel = qapla('GET getTrack?reference', 'EACH');
const parcelByNumber = qapla('GET getTrack?trackingNumber', 'EACH');
const shopProducts = shop('GET products');
const shopProductsById = shop('GET products?product_id', 'BATCH');
const shopProductBySku = shop('GET products?sku', 'EACH');
const products = qpilot('GET Products', 'BATCH');
const product = qpilot('GET Products/{}', 'EACH');
const productSearch = qpilot('GET Products?search', 'EACH');
const productSummaries = qpilot('POST Products/Summaries', 'BATCH');
const customers = qpilot('GET Customers', 'BATCH');
const customer = qpilot('GET Customers/{}', 'EACH');
const customerSearch = qpilot('GET Customers?search', 'EACH');
const cards = qpilot('GET Customers/{}/PaymentMethods', 'EACH');
const subscription = qpilot('GET ScheduledOrders/{}', 'EACH');
const subscriptionsOf = qpilot('GET Customers/{}/ScheduledOrders', 'EACH');
const cycles = qpilot('GET ScheduledOrders/{}/ProcessingCycles', 'EACH');
const commerceCustomers = qard('GET commerce-customers');

const orderList = [shopOrders, shopOrder, imports];
const anyCustomer = [customers, customer, customerSearch, commerceCustomers, ...orderList];
const anyProduct = [
  shopProducts,
  shopProductsById,
  shopProductBySku,
  productSummaries,
  product,
  productSearch,
  products,
];
const anyOrder = [shopOrder, shopOrders, imports];
const anyShipment = [parcelByNumber, parcel, parcels];
const anything = [...anyCustomer, ...anyProduct, ...anyShipment, cards, subscription, subscriptionsOf];
const written = (...calls: FieldCall[]): readonly FieldCall[] => calls;

/**
 * Which calls each field may make that costs calls by the schema's `@cost`. What they are asked by depends on the records; the sandbox's
 * answers to every operation are held against this list.
 */
export const fieldCalls: Readonly<Record<string, readonly FieldCall[]>> = {
  'Query.order': anyOrder,
  'Query.orders': orderList,
  'Order.customer': anyCustomer,
  'Order.scheduledOrder': [customers, customerSearch, customer, subscriptionsOf, cycles],
  'Order.shipments': anyShipment,
  'OrderLine.product': [shopProductsById, product],
  'Query.shipment': anyShipment,
  'Query.shipments': [parcels],
  'Query.couriers': [qapla('GET getCouriers')],
  'Shipment.order': anyOrder,
  'Query.customer': anyCustomer,
  'Query.customers': [customers, customerSearch, customer],
  'Customer.identities': anyCustomer,
  'Customer.paymentMethods': [customers, cards],
  'Customer.commerceCustomers': [commerceCustomers],
  'Customer.scheduledOrders': [subscriptionsOf],
  'Customer.orders': orderList,
  'Customer.shipments': [...orderList, ...anyShipment],
  'Query.scheduledOrder': [subscription],
  'Query.scheduledOrders': [qpilot('GET ScheduledOrders'), subscriptionsOf],
  'ScheduledOrder.customer': anyCustomer,
  'ScheduledOrder.paymentMethod': [cards, qpilot('GET PaymentMethods/{}', 'EACH')],
  'ScheduledOrder.orders': [cycles, shopOrder],
  'ScheduledOrderItem.product': [productSummaries, product],
  'Query.product': anyProduct,
  'Query.products': [shopProducts, shopProductsById, products],
  'Product.counterparts': anyProduct,
  'Query.categories': [shop('GET categories')],
  'Query.shippingMethods': [shop('GET shippingmethods')],
  'Query.shopPaymentMethods': [shop('GET paymentmethods')],
  'CommerceData.links': [qard('GET data-connections')],
  'CommerceData.latestSyncs': [qard('GET sync/latest')],
  'CommerceData.provider': [qard('GET providers/{}')],
  'CommerceData.locations': [qard('GET commerce-locations')],
  'CommerceData.customers': [commerceCustomers],
  'CommerceData.products': [qard('GET commerce-products')],
  'CommerceData.orders': [qard('GET commerce-orders')],
  'CommerceCustomer.customer': anyCustomer,
  'CommerceProduct.product': anyProduct,
  'CommerceOrder.order': anyOrder,
  'ProviderState.credits': [qapla('GET getCredits')],
  'Query.node': anything,
  'Query.nodes': anything,
  'OrderChange.order': anyOrder,
  'ShipmentChange.shipment': anyShipment,
  'ScheduledOrderChange.scheduledOrder': [subscription],
  'Subscription.orderChanged': anyOrder,
  'Subscription.shipmentChanged': anyShipment,
  'Subscription.scheduledOrderChanged': [subscription, customer],
  'Mutation.setOrderStatus': written(shop('PUT orders', 'BATCH'), shopOrder),
  'Mutation.createOrders': written(shop('POST orders', 'BATCH'), shopOrder),
  'Mutation.updateOrders': written(shop('PUT orders', 'BATCH'), shopOrder),
  'Mutation.createProducts': written(shop('POST products', 'BATCH'), shopProductsById),
  'Mutation.updateProducts': written(shop('PUT products', 'BATCH'), shopProductsById),
  'Mutation.createCategory': written(shop('POST categories'), shop('GET categories')),
  'Mutation.pushOrders': written(qapla('POST pushOrder', 'BATCH'), imports),
  'Mutation.pushShipments': written(qapla('POST pushTrack', 'BATCH'), parcelByNumber),
  'Mutation.deleteShipment': written(qapla('GET deleteTrack?trackingNumber')),
  'Mutation.createInvoice': written(of('INFLUENCERSOFT')('POST api/createorder')),
  'Mutation.createCustomer': written(qpilot('POST Customers'), customerSearch),
  'Mutation.addPaymentMethod': written(qpilot('POST PaymentMethods'), customerSearch, cards),
  'Mutation.customerAccessToken': written(qpilot('POST AccessTokens/CustomerLogin'), customerSearch),
  'Mutation.createSubscriptionProduct': written(qpilot('POST Products'), productSearch, product),
  'Mutation.createScheduledOrder': written(qpilot('POST ScheduledOrders'), customerSearch, cards, productSummaries),
  'Mutation.updateScheduledOrder': written(qpilot('PUT ScheduledOrders/{}', 'EACH'), subscription, cards),
  'Mutation.configureCommerceProvider': written(
    qard('PUT providers/{}'),
    qard('PUT providers/{}/credentials'),
    qard('PUT providers/{}/settings'),
    qard('GET providers/{}'),
  ),
  'Mutation.connectCommerceData': written(qard('POST data-connections'), qard('GET data-connections')),
  'Mutation.syncCommerceData': written(qard('POST sync'), qard('GET sync/latest')),
  'CreateOrderResult.order': [shopOrder],
  'OrderChangeResult.order': [shopOrder],
  'ShopProductResult.product': [shopProductsById],
  'PushOrderResult.order': anyOrder,
  'PushShipmentResult.shipment': [parcelByNumber],
};
