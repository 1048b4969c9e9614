import type { Instant } from '../../domain/instant.js';
import type { Order, OrderHead } from '../../domain/order.js';
import type { ProviderName } from '../../domain/provider.js';
import type { ScheduledOrder } from '../../domain/scheduled-order.js';
import type { Shipment } from '../../domain/shipment.js';

/** A customer as a list shows one: what it takes to find the record again. */
export interface ListedCustomer {
  readonly provider: ProviderName;
  readonly externalId: string;
  /** As upstream writes it. */
  readonly email: string | null;
  /** Where the provider's list shows the record, for a provider that has no look-up by id; null where it has one. */
  readonly place: string | null;
}

/** One thing of a provider, as the directory takes it in. */
export type IndexEntry =
  /** A head says whose order it is only once the whole order was read; `importedAt` is the parcel service's own time of arrival. */
  | { readonly kind: 'ORDER'; readonly order: OrderHead | Order; readonly importedAt: Instant | null }
  | { readonly kind: 'CUSTOMER'; readonly customer: ListedCustomer }
  | { readonly kind: 'PARCEL'; readonly shipment: Shipment }
  | { readonly kind: 'SUBSCRIPTION'; readonly subscription: ScheduledOrder };

export type IndexKind = IndexEntry['kind'];

/** One step of a fill. */
export interface FillStep {
  readonly entries: readonly IndexEntry[];
  /** Where the next step goes on, as a text that can be kept through a restart; null when nothing is left to read. */
  readonly next: string | null;
  /** With `next` null: whether all rows of the provider were in reach. */
  readonly isComplete: boolean;
  /** When not complete: the instant since which the rows are all here; null when nothing can be said. */
  readonly since: Instant | null;
}

/**
 * What a provider offers to the directory for one kind of thing. Made for each pass, over a source whose calls go behind those of
 * live queries. Every method throws UpstreamError when the provider fails.
 */
export interface IndexFeed {
  readonly kind: IndexKind;
  /** One step of reading everything, newest first where the provider can be asked so; null for the first step. */
  readonly fill: (cursor: string | null) => Promise<FillStep>;
  /**
   * What may have changed since an instant: a superset does no harm. `isComplete` is false when more may have changed than could be
   * read. Null for a provider that cannot be asked so: then the fill is run again from time to time.
   */
  readonly changedSince: ((since: Instant) => Promise<{ entries: readonly IndexEntry[]; isComplete: boolean }>) | null;
  /**
   * The thing as it is now, by the provider's id (a parcel by its tracking number); null when the provider has it no more.
   *
   * @param importedAt of an order that is known: the parcel service has no other way to ask for an order that came long ago
   */
  readonly reread: (externalId: string, importedAt?: Instant | null) => Promise<IndexEntry | null>;
}
