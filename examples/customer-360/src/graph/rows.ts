import type {
  CatalogQuery,
  CommerceDataQuery,
  Customer360Query,
  OrderQuery,
  OrdersPageQuery,
  ScheduledOrdersQuery,
  TrackShipmentQuery,
} from 'commercegraph-client';

export type {
  FrequencyUnit,
  OrderStatus,
  Provider,
  ScheduledOrderStatus,
  ShipmentStatus,
} from 'commercegraph-client';

// What the operations give, by the names that the page uses. Nothing is declared by hand.
export type Shopper = NonNullable<Customer360Query['customer']>;
type Subscription = NonNullable<Shopper['scheduledOrders']>['nodes'][number];
export type SubscriptionRow = Subscription | NonNullable<ScheduledOrdersQuery['scheduledOrders']>['nodes'][number];
export type Frequency = NonNullable<Subscription['frequency']>;
export type OrderRow = NonNullable<Shopper['orders']>['nodes'][number] | LaterOrderRow;
type LaterOrderRow = NonNullable<OrdersPageQuery['orders']>['edges'][number]['node'];
export type OrderDetail = NonNullable<OrderQuery['order']>;
export type ParcelRow = NonNullable<OrderRow['shipments']>[number];
export type Parcel = NonNullable<TrackShipmentQuery['shipment']>;
export type CatalogProduct = NonNullable<CatalogQuery['products']>['nodes'][number];
export type CommerceData = CommerceDataQuery['commerceData'];
