import type { CustomerRecord } from '../../domain/customer.js';
import type { ScheduledOrder } from '../../domain/scheduled-order.js';
import { fillFromPages } from '../_shared/fill-from-pages.js';
import type { IndexEntry, IndexFeed } from '../_shared/index-feed.js';
import type { PagedList } from '../_shared/upstream-pages.js';
import { type OrderLists, readChangedOrders } from './changed-orders.js';

interface FeedParts {
  readonly customers: PagedList<CustomerRecord>;
  /** Anew each time: a loader would give what it remembers. */
  readonly readCustomer: (id: string) => Promise<CustomerRecord | null>;
  readonly scheduledOrders: OrderLists;
  readonly readScheduledOrder: (id: string) => Promise<ScheduledOrder | null>;
}

/** What QPilot offers to the directory: its customers and scheduled orders, by pages. */
export function createFeeds(parts: FeedParts): readonly IndexFeed[] {
  return [customerFeed(parts), subscriptionFeed(parts)];
}

/** No filter by time is documented for customers: the list is read again from time to time. */
function customerFeed({ customers, readCustomer }: FeedParts): IndexFeed {
  return {
    kind: 'CUSTOMER',
    fill: (cursor) => fillFromPages(customers, toCustomerEntry, cursor),
    changedSince: null,
    reread: async (externalId) => {
      const customer = await readCustomer(externalId);
      return customer && toCustomerEntry(customer);
    },
  };
}

/** Deleting is soft at QPilot: a deleted order stays, with that status, for as long as it can be read. */
function subscriptionFeed({ scheduledOrders, readScheduledOrder }: FeedParts): IndexFeed {
  return {
    kind: 'SUBSCRIPTION',
    fill: (cursor) => fillFromPages(scheduledOrders.all, toSubscriptionEntry, cursor),
    changedSince: async (since) => {
      const { orders, isComplete } = await readChangedOrders(scheduledOrders, since);
      return { entries: orders.map(toSubscriptionEntry), isComplete };
    },
    reread: async (externalId) => {
      const subscription = await readScheduledOrder(externalId);
      return subscription && toSubscriptionEntry(subscription);
    },
  };
}

function toCustomerEntry({ externalId, email }: CustomerRecord): IndexEntry | null {
  return externalId ? { kind: 'CUSTOMER', customer: { provider: 'QPILOT', externalId, email, place: null } } : null;
}

function toSubscriptionEntry(subscription: ScheduledOrder): IndexEntry {
  return { kind: 'SUBSCRIPTION', subscription };
}
