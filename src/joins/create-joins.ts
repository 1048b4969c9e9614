import { type Forgettable, forgettable } from '../datasources/_shared/forgettable.js';
import { createKeyedLoader, type Loader } from '../datasources/_shared/loaders.js';
import type { Datasources } from '../datasources/providers.js';
import { invoiceOrders } from '../records/placed-invoices.js';
import type { RecordsStore, WrittenTracking } from '../records/records-store.js';
import { trackingsOf } from '../records/written-tracking.js';
import { Catalog } from './catalog.js';
import { CustomerLookup } from './customer-lookup.js';
import { CustomerProfile } from './customer-profile.js';
import { type DirectoryView, KnownRecords } from './known-records.js';
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
  /** Null for a gateway without a directory. */
  readonly view: DirectoryView | null;
}

/** What the joins of one operation stand on. */
interface Ground {
  readonly sources: Datasources;
  readonly limits: JoinLimits;
  readonly memory: JoinMemory;
}

/** With the joins that only others ask for. */
interface AllJoins extends Joins {
  readonly heads: OrderHeads;
  readonly shoppers: ShopperSearch;
}

/** The joins of one operation; they remember what they found until they are told to forget. */
export const createJoins: (ground: Ground) => Joins & Forgettable = forgettable<Ground, AllJoins>({
  catalog: ({ sources }) => new Catalog(sources),
  customers: ({ sources, limits }, joins) => new CustomerLookup(sources, joins, limits.patienceMs),
  heads: ({ sources, limits }, { orders, known }) => new OrderHeads(sources, { lookup: orders, known }, limits),
  known: ({ memory }) => new KnownRecords(memory.view),
  profiles: ({ sources }, joins) => new CustomerProfile(sources, joins),
  orders: ({ sources, limits: { scanLimit }, memory }, { known }) =>
    new OrderLookup(sources, { known, scanLimit }, invoiceOrders(memory.records)),
  orderFeed: (_, { heads, orders, known }) => new OrderFeed(heads, orders, known),
  products: ({ sources }) => new ProductLookup(sources),
  shoppers: ({ sources }, { orderFeed, orders, known }) =>
    new ShopperSearch(sources, { feed: orderFeed, orders, known }),
  subscriptions: ({ sources }, { orders, profiles }) => new SubscriptionOrders(sources, orders, profiles),
  writtenTrackings: ({ memory: { records } }) => createKeyedLoader((references) => trackingsOf(records, references)),
});
