import { createKeyedLoader, type Loader } from '../datasources/_shared/loaders.js';
import type { Datasources } from '../datasources/providers.js';
import { invoiceOrders } from '../records/placed-invoices.js';
import type { RecordsStore, WrittenTracking } from '../records/records-store.js';
import { trackingsOf } from '../records/written-tracking.js';
import { Catalog } from './catalog.js';
import { CustomerLookup } from './customer-lookup.js';
import { CustomerProfile } from './customer-profile.js';
import type { KnownRecords } from './known-records.js';
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
  readonly known: KnownRecords;
  readonly profiles: CustomerProfile;
  readonly orders: OrderLookup;
  readonly orderFeed: OrderFeed;
  readonly products: ProductLookup;
  readonly subscriptions: SubscriptionOrders;
  /** The tracking number last written to the shop's order of a reference. Fails with RecordsUnavailableError. */
  readonly writtenTrackings: Loader<string, WrittenTracking | null>;
}

interface JoinLimits extends FeedLimits {
  /** How long the cheapest provider may keep silent before the others are asked too. */
  readonly patienceMs: number;
}

/** What joins know beside the providers' live answers. */
interface JoinMemory {
  /** What was written through this gateway and no provider gives back. */
  readonly records: RecordsStore;
  readonly known: KnownRecords;
}

export function createJoins(
  sources: Datasources,
  { scanLimit, patienceMs, remainingMs }: JoinLimits,
  { records, known }: JoinMemory,
): Joins {
  const orders = new OrderLookup(sources, { known, scanLimit }, invoiceOrders(records));
  const heads = new OrderHeads(sources, { lookup: orders, known }, { scanLimit, remainingMs });
  const feed = new OrderFeed(heads, orders, known);
  const shoppers = new ShopperSearch(sources, { feed, orders, known });
  const profiles = new CustomerProfile(sources, { shoppers, known });
  return {
    catalog: new Catalog(sources),
    customers: new CustomerLookup(sources, { shoppers, known }, patienceMs),
    known,
    profiles,
    orders,
    orderFeed: feed,
    products: new ProductLookup(sources),
    subscriptions: new SubscriptionOrders(sources, orders, profiles),
    writtenTrackings: createKeyedLoader((references) => trackingsOf(records, references)),
  };
}
