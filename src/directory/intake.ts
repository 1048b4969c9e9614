import { createHash } from 'node:crypto';
import type { IndexEntry, IndexKind } from '../datasources/_shared/index-feed.js';
import { normalizeTrackingNumber } from '../domain/join-keys.js';
import { isFull } from '../domain/order.js';
import type { ProviderName } from '../domain/provider.js';
import type { ScheduledOrder } from '../domain/scheduled-order.js';
import type { DirectoryChange } from './directory.js';
import { keys } from './directory-keys.js';
import type { EmailHash } from './email-hash.js';
import type { Revised, Revision } from './indexed-records.js';
import { mergeOrder, type OrderRecord, orderName, orderShelf, type SeenOrder } from './order-record.js';
import {
  type CustomerRecord,
  customerShelf,
  mergeParcel,
  type ParcelRecord,
  parcelShelf,
  type SubscriptionRecord,
  subscriptionShelf,
} from './other-records.js';

type EntryOf<Kind extends IndexKind> = Extract<IndexEntry, { kind: Kind }>;

/** What an entry makes of what is kept. A person who was forgotten is left out of it. */
export function intakeOf(provider: ProviderName, entry: IndexEntry, emails: EmailHash): Revision {
  if (entry.kind === 'ORDER') return orderIntake(provider, entry, emails);
  if (entry.kind === 'CUSTOMER') return customerIntake(provider, entry, emails);
  if (entry.kind === 'PARCEL') return parcelIntake(provider, entry);
  return subscriptionIntake(provider, entry, emails);
}

function orderIntake(
  provider: ProviderName,
  { order, importedAt }: EntryOf<'ORDER'>,
  emails: EmailHash,
): Revision<OrderRecord> {
  const head = { ...order, provider };
  const hash = isFull(order) ? emails.of(order.shopper?.email) : null;
  return {
    key: keys.order(provider, orderName(head, importedAt, head.placedAt)),
    shelf: orderShelf,
    asks: marksOf(hash),
    revise(old, asked) {
      const emailHash = unlessForgotten(hash, asked);
      const whole = isFull(order) ? { emailHash, updatedAt: order.updatedAt } : null;
      const seen: SeenOrder = { head, importedAt, whole };
      const { record, isDifferent } = mergeOrder(old, seen);
      const told = { kind: 'ORDER', externalId: order.externalId, reference: record.reference } as const;
      return revised({ old, record, isDifferent }, { ...told, emailHash: record.emailHash });
    },
  };
}

function customerIntake(
  provider: ProviderName,
  { customer }: EntryOf<'CUSTOMER'>,
  emails: EmailHash,
): Revision<CustomerRecord> {
  const { externalId, place } = customer;
  const hash = emails.of(customer.email);
  return {
    key: keys.customer(provider, externalId),
    shelf: customerShelf,
    asks: marksOf(hash),
    revise(old, asked) {
      // Nothing of the record is kept: what was there of another e-mail goes as well.
      if (hash !== null && asked(keys.forgotten(hash)) !== null) return { record: null, change: null };
      const record: CustomerRecord = { provider, externalId, place, emailHash: hash };
      // The place is where the list shows it: others coming and going move it.
      const isDifferent = old?.emailHash !== hash;
      const told = { kind: 'CUSTOMER', externalId, reference: null, emailHash: hash } as const;
      return revised({ old, record, isDifferent }, told);
    },
  };
}

function parcelIntake(provider: ProviderName, { shipment }: EntryOf<'PARCEL'>): Revision<ParcelRecord> {
  const { trackingNumber } = shipment;
  return {
    key: keys.parcel(provider, normalizeTrackingNumber(trackingNumber) ?? trackingNumber),
    shelf: parcelShelf,
    asks: [],
    revise(old) {
      const { record, isDifferent } = mergeParcel(provider, old, shipment);
      const told = { kind: 'PARCEL', externalId: trackingNumber, reference: record.reference } as const;
      return revised({ old, record, isDifferent }, { ...told, emailHash: null });
    },
  };
}

function subscriptionIntake(
  provider: ProviderName,
  { subscription }: EntryOf<'SUBSCRIPTION'>,
  emails: EmailHash,
): Revision<SubscriptionRecord> {
  const { externalId, customerExternalId } = subscription;
  const hash = emails.of(subscription.customer?.email);
  const customerKeys = customerExternalId === null ? [] : [keys.customer(provider, customerExternalId)];
  const record: SubscriptionRecord = { provider, externalId, customerExternalId, digest: digestOf(subscription) };
  return {
    key: keys.subscription(provider, externalId),
    shelf: subscriptionShelf,
    asks: [...marksOf(hash), ...customerKeys],
    revise(old, asked) {
      const [customer = null] = customerKeys.map((key) => asked(key) as CustomerRecord | null);
      const emailHash = hash === null ? (customer?.emailHash ?? null) : unlessForgotten(hash, asked);
      const isDifferent = old?.digest !== record.digest;
      const told = { kind: 'SUBSCRIPTION', externalId, reference: null, emailHash } as const;
      return revised({ old, record, isDifferent }, told);
    },
  };
}

function revised<Kept extends object>(
  { old, record, isDifferent }: { old: Kept | null; record: Kept; isDifferent: boolean },
  told: Omit<DirectoryChange, 'change'>,
): Revised<Kept> {
  return { record, change: isDifferent ? { ...told, change: old === null ? 'CREATED' : 'UPDATED' } : null };
}

/** What must be asked before a hash is kept: it must not come back while the person is being forgotten. */
function marksOf(hash: string | null): string[] {
  return hash === null ? [] : [keys.forgotten(hash)];
}

function unlessForgotten(hash: string | null, asked: Parameters<Revision['revise']>[1]): string | null {
  return hash === null || asked(keys.forgotten(hash)) !== null ? null : hash;
}

/** What a subscriber has of it: when, how often, what, for how much, paid how. */
function digestOf(subscription: ScheduledOrder): string {
  const { status, rawStatus, nextOccurrenceAt, frequency, total, paymentMethodExternalId, items } = subscription;
  const bought = items.map(({ externalId, productExternalId, quantity, unitPrice }) => [
    externalId,
    productExternalId,
    quantity,
    unitPrice?.amount ?? unitPrice?.raw,
  ]);
  const often = [frequency?.rawUnit, frequency?.unit, frequency?.value];
  const paid = [total?.amount ?? total?.raw, total?.currency, paymentMethodExternalId];
  const text = JSON.stringify([status, rawStatus, nextOccurrenceAt, often, bought, paid]);
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
