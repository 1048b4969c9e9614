import type { IndexEntry } from '../datasources/_shared/index-feed.js';
import type { EntityRef } from './directory-work.js';

/** A thing as one text, for maps. */
export function entityKey({ provider, kind, externalId }: EntityRef): string {
  return `${provider} ${kind} ${externalId}`;
}

/** The id under which the provider gives the thing of an entry again. */
export function externalIdOf(entry: IndexEntry): string {
  if (entry.kind === 'ORDER') return entry.order.externalId;
  if (entry.kind === 'CUSTOMER') return entry.customer.externalId;
  return entry.kind === 'PARCEL' ? entry.shipment.trackingNumber : entry.subscription.externalId;
}
