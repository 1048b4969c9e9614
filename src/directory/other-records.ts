import { createHash } from 'node:crypto';
import { normalizeReference, normalizeTrackingNumber } from '../domain/join-keys.js';
import type { ProviderName } from '../domain/provider.js';
import type { Shipment } from '../domain/shipment.js';
import type { KnownCustomer, KnownParcel } from './directory.js';
import { keys, part } from './directory-keys.js';
import type { Shelf } from './indexed-records.js';

/** A customer as it is kept; one without an e-mail belongs to nobody. */
export interface CustomerRecord extends KnownCustomer {
  readonly emailHash: string | null;
}

/** A parcel as it is kept. */
export interface ParcelRecord extends KnownParcel {
  readonly provider: ProviderName;
  readonly shown: ShownOfParcel;
}

const shownFields = ['status', 'rawStatus', 'statusAt', 'event'] as const;

/** What there is to see of a parcel; the event is a digest of the newest. Null for what was never seen. */
type ShownOfParcel = Readonly<Record<(typeof shownFields)[number], string | null>>;

/** A subscription as it is kept: enough to see that it changed. */
export interface SubscriptionRecord {
  readonly provider: ProviderName;
  readonly externalId: string;
  readonly customerExternalId: string | null;
  readonly digest: string;
}

export const customerShelf: Shelf<CustomerRecord> = {
  indexesOf: ({ provider, externalId, emailHash }) =>
    emailHash === null ? [] : [`${keys.customersOf(emailHash)}${provider}/${part(externalId)}`],
};

export const parcelShelf: Shelf<ParcelRecord> = {
  indexesOf({ provider, trackingNumber, reference }) {
    const key = normalizeReference(reference);
    const number = normalizeTrackingNumber(trackingNumber) ?? trackingNumber;
    return key === null ? [] : [`${keys.parcelsWith(key)}${provider}/${part(number)}`];
  },
};

export const subscriptionShelf: Shelf<SubscriptionRecord> = { indexesOf: () => [] };

/** What is known of a parcel once it was seen again: a list may show less of it than a look-up, and what it lacks is no change. */
export function mergeParcel(
  provider: ProviderName,
  old: ParcelRecord | null,
  shipment: Shipment,
): { record: ParcelRecord; isDifferent: boolean } {
  const { trackingNumber, status, rawStatus, statusAt } = shipment;
  const isStated = status !== 'UNKNOWN' || rawStatus !== null;
  const seen: ShownOfParcel = { status: isStated ? status : null, rawStatus, statusAt, event: eventOf(shipment) };
  const reference = shipment.reference ?? old?.reference ?? null;
  if (old === null) return { record: { provider, trackingNumber, reference, shown: seen }, isDifferent: true };
  const { shown } = old;
  const isOther = (field: keyof ShownOfParcel) =>
    seen[field] !== null && shown[field] !== null && seen[field] !== shown[field];
  const stated = Object.entries(seen).filter(([, value]) => value !== null);
  const record = { provider, trackingNumber, reference, shown: { ...shown, ...Object.fromEntries(stated) } };
  return { record, isDifferent: shownFields.some(isOther) };
}

function eventOf({ events: [newest] }: Shipment): string | null {
  if (newest === undefined) return null;
  const { status, rawStatus, description, place, on, at } = newest;
  const text = JSON.stringify([status, rawStatus, description, place, on, at]);
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
