import type { IndexEntry, IndexKind } from '../datasources/_shared/index-feed.js';
import type { Instant } from '../domain/instant.js';
import type { OrderHead } from '../domain/order.js';
import type { OrderPlace } from '../domain/order-place.js';
import type { ProviderName } from '../domain/provider.js';

/** An order as the directory knows it. */
export interface KnownOrder extends OrderHead {
  /** Whether the whole order was read, so that `emailHash` is its answer and not a gap. */
  readonly isDetailed: boolean;
  /** Keyed hash of the shopper's e-mail; null when the order names none, or is not detailed yet. */
  readonly emailHash: string | null;
  /** The parcel service's time of arrival; null for others. */
  readonly importedAt: Instant | null;
}

/** One record of a customer at a provider that keeps customers. */
export interface KnownCustomer {
  readonly provider: ProviderName;
  readonly externalId: string;
  /** Where the provider's list shows it; null where it can be asked for by id. */
  readonly place: string | null;
}

export interface KnownParcel {
  readonly trackingNumber: string;
  readonly reference: string | null;
}

/** How much of one provider's things of a kind the directory holds. */
export interface FillState {
  readonly provider: ProviderName;
  readonly kind: IndexKind;
  /** Whether everything was read once, so that what is not here does not exist. */
  readonly isComplete: boolean;
  /** When not complete: complete for rows since this instant; null when nothing can be said. */
  readonly since: Instant | null;
  /** When the provider was last read for it; null before the first time. */
  readonly updatedAt: Instant | null;
  /** When everything in reach was last read to the end, details included; null before the first time. */
  readonly filledAt: Instant | null;
}

/** Which orders a page of the directory shows; null leaves a condition out. */
export interface OrderRange {
  readonly providers: readonly ProviderName[];
  /** Keyed hash; see `hashEmail`. */
  readonly emailHash: string | null;
  /** Orders behind this place of the merged order (newest first), at most `limit`. */
  readonly place: OrderPlace | null;
  readonly limit: number;
}

/**
 * The derived index over all providers: which orders, customers, parcels and subscriptions there are, and whose they are. Shared by the
 * processes of a gateway; holds no name, no address and no plain e-mail, and can be thrown away at any time.
 */
export interface Directory {
  /** The keyed hash of an e-mail in its normalized form. */
  hashEmail(email: string): string;
  /** Orders in the order of the merged list: newest first, then provider, then id; those without a time last. */
  orders(range: OrderRange): Promise<readonly KnownOrder[]>;
  /** All orders that carry a reference. */
  ordersByReference(reference: string): Promise<readonly KnownOrder[]>;
  /** The order with an id; several where a provider's ids are the shop's order numbers and two purchases carry one. */
  ordersById(provider: ProviderName, externalId: string): Promise<readonly KnownOrder[]>;
  /** The records of an e-mail, over all providers that keep customers. */
  customers(emailHash: string): Promise<readonly KnownCustomer[]>;
  /** The parcels seen with an order's reference. */
  parcels(reference: string): Promise<readonly KnownParcel[]>;
  fillStates(): Promise<readonly FillState[]>;
  /**
   * Takes entries in. An older picture never replaces the details of an order by a mere head. Tells what is new or different,
   * each change to one caller only, however many processes take in the same.
   */
  put(provider: ProviderName, entries: readonly IndexEntry[]): Promise<readonly DirectoryChange[]>;
  /** Removes a thing that its provider has no more; null when it was not known. */
  remove(provider: ProviderName, kind: IndexKind, externalId: string): Promise<DirectoryChange | null>;
  /** Removes everything about a person and keeps the keyed hash, so that filling does not bring the person back. Gives the number of entries. */
  forget(emailHash: string): Promise<number>;
  /** Whether a person was forgotten: then what is here about the e-mail is not all there is. */
  isForgotten(emailHash: string): Promise<boolean>;
}

/** What taking an entry in has changed. */
export interface DirectoryChange {
  readonly kind: IndexKind;
  readonly change: 'CREATED' | 'UPDATED' | 'DELETED';
  readonly externalId: string;
  readonly reference: string | null;
  readonly emailHash: string | null;
}
