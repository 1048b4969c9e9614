import type { IndexKind } from '../datasources/_shared/index-feed.js';
import type { ProviderName } from '../domain/provider.js';
import { after, endOf, keys } from './directory-keys.js';
import type { IdPage } from './directory-work.js';
import type { OrderedStore } from './ordered-store.js';

/** The records of a provider, by the kind of thing. */
const recordsOf: Readonly<Record<IndexKind, (provider: ProviderName) => string>> = {
  ORDER: (provider) => keys.order(provider, ''),
  CUSTOMER: (provider) => keys.customerNamed(provider, ''),
  PARCEL: (provider) => keys.parcelNamed(provider, ''),
  SUBSCRIPTION: (provider) => keys.subscription(provider, ''),
};

/** The ids of what is known of a provider, in no order that means anything. */
export async function listKnownIds(
  store: OrderedStore,
  { provider, kind }: { readonly provider: ProviderName; readonly kind: IndexKind },
  cursor: string | null,
  limit: number,
): Promise<IdPage> {
  const from = recordsOf[kind](provider);
  const entries = await store.range({ from: cursor ?? from, to: endOf(from), limit });
  const last = entries.at(-1);
  return {
    ids: entries.map(({ value }) => idOf(value as StoredId)),
    next: last === undefined || entries.length < limit ? null : after(last.key),
  };
}

type StoredId = { readonly externalId: string } | { readonly trackingNumber: string };

function idOf(record: StoredId): string {
  return 'trackingNumber' in record ? record.trackingNumber : record.externalId;
}
