import type { Datasources } from '../datasources/providers.js';
import type { InvoiceOrders } from '../records/placed-invoices.js';
import { Catalog } from './catalog.js';
import { CustomerLookup } from './customer-lookup.js';
import { CustomerProfile } from './customer-profile.js';
import { OrderFeed } from './order-feed.js';
import { type FeedLimits, OrderHeads } from './order-heads.js';
import { OrderLookup } from './order-lookup.js';
import { ProductLookup } from './product-lookup.js';
import { ShopperSearch } from './shopper-search.js';
import { SubscriptionOrders } from './subscription-orders.js';

/** Where providers meet: every question that takes more than one of them, for one operation. */
export interface Joins {
  readonly catalog: Catalog;
  readonly customers: CustomerLookup;
  readonly profiles: CustomerProfile;
  readonly orders: OrderLookup;
  readonly orderFeed: OrderFeed;
  readonly products: ProductLookup;
  readonly subscriptions: SubscriptionOrders;
}

interface JoinLimits extends FeedLimits {
  /** How long the cheapest provider may keep silent before the others are asked too. */
  readonly patienceMs: number;
}

/** @param invoices the orders of the provider that gives none back */
export function createJoins(
  sources: Datasources,
  { scanLimit, patienceMs, remainingMs }: JoinLimits,
  invoices: InvoiceOrders,
): Joins {
  const orders = new OrderLookup(sources, scanLimit, invoices);
  const orderFeed = new OrderFeed(new OrderHeads(sources, orders, { scanLimit, remainingMs }), orders);
  const shoppers = new ShopperSearch(sources, orderFeed, orders);
  const profiles = new CustomerProfile(sources, shoppers);
  return {
    catalog: new Catalog(sources),
    customers: new CustomerLookup(sources, shoppers, patienceMs),
    profiles,
    orders,
    orderFeed,
    products: new ProductLookup(sources),
    subscriptions: new SubscriptionOrders(sources, orders, profiles),
  };
}
