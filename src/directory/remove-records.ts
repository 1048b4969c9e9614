import type { IndexKind } from '../datasources/_shared/index-feed.js';
import { normalizeTrackingNumber } from '../domain/join-keys.js';
import type { ProviderName } from '../domain/provider.js';
import type { DirectoryChange } from './directory.js';
import { keys, part } from './directory-keys.js';
import { type Revision, reviseAll, type Shelf } from './indexed-records.js';
import { type OrderRecord, orderShelf } from './order-record.js';
import type { OrderedStore } from './ordered-store.js';
import {
  type CustomerRecord,
  customerShelf,
  type ParcelRecord,
  parcelShelf,
  type SubscriptionRecord,
  subscriptionShelf,
} from './other-records.js';

/** More purchases than share one order number. */
const mostOfOneId = 1000;

/** The orders that a provider has under an id, with the keys they are kept under. */
export async function readOrdersById(
  store: OrderedStore,
  provider: ProviderName,
  externalId: string,
): Promise<{ readonly key: string; readonly order: OrderRecord }[]> {
  const key = keys.order(provider, part(externalId));
  const entries = await store.range({ from: key, to: `${key}"`, limit: mostOfOneId });
  return entries.map((entry) => ({ key: entry.key, order: entry.value as OrderRecord }));
}

/** Removes what a provider has no more; null when it was not known, or when another process removed it first. */
export async function removeRecords(
  store: OrderedStore,
  provider: ProviderName,
  { kind, externalId }: { readonly kind: IndexKind; readonly externalId: string },
): Promise<DirectoryChange | null> {
  const [change = null] = await reviseAll(store, await removalsOf(store, provider, { kind, externalId }));
  return change;
}

async function removalsOf(
  store: OrderedStore,
  provider: ProviderName,
  { kind, externalId }: { readonly kind: IndexKind; readonly externalId: string },
): Promise<readonly Revision[]> {
  const gone = { kind, change: 'DELETED', externalId, reference: null, emailHash: null } as const;
  if (kind === 'ORDER') {
    const orders = await readOrdersById(store, provider, externalId);
    const toGone = ({ reference, emailHash }: OrderRecord) => ({ ...gone, reference, emailHash });
    return orders.map(({ key }) => removal(key, orderShelf, toGone));
  }
  if (kind === 'CUSTOMER') {
    const toGone = ({ emailHash }: CustomerRecord) => ({ ...gone, emailHash });
    return [removal(keys.customer(provider, externalId), customerShelf, toGone)];
  }
  if (kind === 'PARCEL') {
    const key = keys.parcel(provider, normalizeTrackingNumber(externalId) ?? externalId);
    const toGone = ({ trackingNumber, reference }: ParcelRecord) => ({
      ...gone,
      externalId: trackingNumber,
      reference,
    });
    return [removal(key, parcelShelf, toGone)];
  }
  return [await subscriptionRemoval(store, keys.subscription(provider, externalId), gone)];
}

function removal<Kept extends object>(
  key: string,
  shelf: Shelf<Kept>,
  toGone: (old: Kept) => DirectoryChange,
): Revision<Kept> {
  return { key, shelf, asks: [], revise: (old) => ({ record: null, change: old === null ? null : toGone(old) }) };
}

/** A subscription is its customer's, whose record knows the e-mail. */
async function subscriptionRemoval(
  store: OrderedStore,
  key: string,
  gone: DirectoryChange,
): Promise<Revision<SubscriptionRecord>> {
  const [known = null] = (await store.get([key])) as (SubscriptionRecord | null)[];
  const customerKeys =
    known === null || known.customerExternalId === null
      ? []
      : [keys.customer(known.provider, known.customerExternalId)];
  const [customer = null] = (await store.get(customerKeys)) as (CustomerRecord | null)[];
  return removal(key, subscriptionShelf, () => ({ ...gone, emailHash: customer?.emailHash ?? null }));
}
