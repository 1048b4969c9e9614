import { GraphQLJSON } from 'graphql-scalars';
import type { Resolvers } from '../generated/resolvers-types.js';
import { Category } from './Category.js';
import { CommerceData } from './CommerceData.js';
import { CommerceProviderState } from './CommerceProviderState.js';
import { Customer } from './Customer.js';
import {
  CommerceCustomer,
  CommerceLink,
  CommerceLocation,
  CommerceOrder,
  CommerceProduct,
} from './commerce-records.js';
import { addPaymentMethod } from './Mutation/addPaymentMethod.js';
import { configureCommerceProvider } from './Mutation/configureCommerceProvider.js';
import { connectCommerceData } from './Mutation/connectCommerceData.js';
import { createCategory } from './Mutation/createCategory.js';
import { createCustomer } from './Mutation/createCustomer.js';
import { createInvoice } from './Mutation/createInvoice.js';
import { createOrders } from './Mutation/createOrders.js';
import { createProducts } from './Mutation/createProducts.js';
import { createScheduledOrder } from './Mutation/createScheduledOrder.js';
import { createSubscriptionProduct } from './Mutation/createSubscriptionProduct.js';
import { customerAccessToken } from './Mutation/customerAccessToken.js';
import { deleteShipment } from './Mutation/deleteShipment.js';
import { forgetCustomer } from './Mutation/forgetCustomer.js';
import { pushOrders } from './Mutation/pushOrders.js';
import { pushShipments } from './Mutation/pushShipments.js';
import { setOrderStatus } from './Mutation/setOrderStatus.js';
import { syncCommerceData } from './Mutation/syncCommerceData.js';
import { updateOrders } from './Mutation/updateOrders.js';
import { updateProducts } from './Mutation/updateProducts.js';
import { updateScheduledOrder } from './Mutation/updateScheduledOrder.js';
import { Order } from './Order.js';
import { OrderChange } from './OrderChange.js';
import { OrderLine } from './OrderLine.js';
import { PaymentMethod } from './PaymentMethod.js';
import { Product } from './Product.js';
import { ProviderState } from './ProviderState.js';
import { PushOrderResult } from './PushOrderResult.js';
import { PushShipmentResult } from './PushShipmentResult.js';
import { couriers } from './Query/couriers.js';
import { customer } from './Query/customer.js';
import { customers } from './Query/customers.js';
import { node, nodes } from './Query/node.js';
import { order } from './Query/order.js';
import { orders } from './Query/orders.js';
import { product } from './Query/product.js';
import { products } from './Query/products.js';
import { providers } from './Query/providers.js';
import { scheduledOrder } from './Query/scheduledOrder.js';
import { scheduledOrders } from './Query/scheduledOrders.js';
import { shipment } from './Query/shipment.js';
import { shipments } from './Query/shipments.js';
import { categories, shippingMethods, shopPaymentMethods } from './Query/shop.js';
import { ScheduledOrder } from './ScheduledOrder.js';
import { ScheduledOrderChange } from './ScheduledOrderChange.js';
import { ScheduledOrderItem } from './ScheduledOrderItem.js';
import { Shipment } from './Shipment.js';
import { ShipmentChange } from './ShipmentChange.js';
import { ShippingMethod } from './ShippingMethod.js';
import { ShopPaymentMethod } from './ShopPaymentMethod.js';
import { orderChanged } from './Subscription/orderChanged.js';
import { scheduledOrderChanged } from './Subscription/scheduledOrderChanged.js';
import { shipmentChanged } from './Subscription/shipmentChanged.js';
import { DateScalar } from './scalars/Date.js';
import { DateTime } from './scalars/DateTime.js';
import { Decimal } from './scalars/Decimal.js';
import { Duration } from './scalars/Duration.js';

/** The resolver map: a field is found in the file named like its type, a root field in `Query/`. */
export const resolvers = {
  Query: {
    categories,
    commerceData: () => ({}),
    couriers,
    customer,
    customers,
    node,
    nodes,
    order,
    orders,
    product,
    products,
    providers,
    scheduledOrder,
    scheduledOrders,
    shipment,
    shipments,
    shippingMethods,
    shopPaymentMethods,
  },
  Mutation: {
    addPaymentMethod,
    configureCommerceProvider,
    connectCommerceData,
    createCategory,
    createCustomer,
    createOrders,
    createProducts,
    createScheduledOrder,
    createSubscriptionProduct,
    customerAccessToken,
    createInvoice,
    deleteShipment,
    forgetCustomer,
    pushOrders,
    pushShipments,
    setOrderStatus,
    syncCommerceData,
    updateOrders,
    updateProducts,
    updateScheduledOrder,
  },
  Subscription: {
    orderChanged,
    scheduledOrderChanged,
    shipmentChanged,
  },
  Category,
  CommerceCustomer,
  CommerceData,
  CommerceLink,
  CommerceLocation,
  CommerceOrder,
  CommerceProduct,
  CommerceProviderState,
  Customer,
  Order,
  OrderChange,
  OrderLine,
  PaymentMethod,
  Product,
  ProviderState,
  PushOrderResult,
  PushShipmentResult,
  ScheduledOrder,
  ScheduledOrderChange,
  ScheduledOrderItem,
  Shipment,
  ShipmentChange,
  ShippingMethod,
  ShopPaymentMethod,
  DateTime,
  Date: DateScalar,
  Decimal,
  Duration,
  JSON: GraphQLJSON,
} satisfies Resolvers;
