import { compareInstants, type Instant, toEpochMs } from '../domain/instant.js';
import { normalizeReference } from '../domain/join-keys.js';
import type { Money } from '../domain/money.js';
import type { OrderHead } from '../domain/order.js';
import type { KnownOrder } from './directory.js';
import { keys, newestFirst, part } from './directory-keys.js';
import type { Shelf } from './indexed-records.js';

/** An order as it is kept. */
export interface OrderRecord extends KnownOrder {
  /** As the whole order stated it; null while nobody knows. */
  readonly updatedAt: Instant | null;
  /** What the list says where the whole order says something else: seen again it is no news. */
  readonly listed: Listed | null;
}

interface Listed {
  readonly placedAt: Instant | null;
  readonly total: Money | null;
}

/** A picture of an order, as a provider gave it. */
export interface SeenOrder {
  readonly head: OrderHead;
  readonly importedAt: Instant | null;
  /** What only the whole order says; null for a mere head. */
  readonly whole: { readonly emailHash: string | null; readonly updatedAt: Instant | null } | null;
}

/**
 * What tells an order from the others of its provider. The parcel service goes by the shop's order numbers, which two purchases may
 * share: there the time of the purchase tells them apart.
 */
export function orderName({ externalId }: OrderHead, importedAt: Instant | null, placedAt: Instant | null): string {
  return importedAt === null ? part(externalId) : `${part(externalId)}!${newestFirst(placedAt)}`;
}

export const orderShelf: Shelf<OrderRecord> = {
  indexesOf(order) {
    const { provider, emailHash, isDetailed } = order;
    const name = orderName(order, order.importedAt, order.placedAt);
    const time = newestFirst(order.placedAt);
    const reference = normalizeReference(order.reference);
    const indexes = [`${keys.timeline(provider)}${time}/${name}`];
    if (reference !== null) indexes.push(`${keys.ordersWith(reference)}${provider}/${name}`);
    if (emailHash !== null) indexes.push(`${keys.ordersOf(emailHash)}${time}/${provider}/${name}`);
    if (!isDetailed) indexes.push(`${keys.undetailed(provider)}${time}/${name}`);
    return indexes;
  },
};

/** An order without what is kept for comparing it alone. */
export function toKnownOrder(record: OrderRecord): KnownOrder {
  const { updatedAt: _, listed: __, ...known } = record;
  return known;
}

/** What is known of an order once a further picture of it was seen, and whether the picture differs from what was known. */
export function mergeOrder(old: OrderRecord | null, seen: SeenOrder): { record: OrderRecord; isDifferent: boolean } {
  if (old === null) return { record: firstRecord(seen), isDifferent: true };
  // Two imports of one number and time cannot be told apart: the later one counts, whichever comes in last.
  if (isEarlier(seen.importedAt, old.importedAt)) return { record: old, isDifferent: false };
  const { head, whole } = seen;
  const status = mergeStatus(old, head);
  const placed = mergeValue(old, seen, timeValue);
  const total = mergeValue(old, seen, totalValue);
  const isHeadDifferent = status.isDifferent || placed.isDifferent || total.isDifferent;
  const listed: Listed = { placedAt: placed.listed, total: total.listed };
  const record: OrderRecord = {
    ...old,
    reference: normalizeReference(head.reference) === null ? old.reference : head.reference,
    status: status.status,
    rawStatus: status.rawStatus,
    placedAt: placed.value,
    total: total.value,
    isDetailed: old.isDetailed || whole !== null,
    emailHash: whole === null ? old.emailHash : whole.emailHash,
    importedAt: seen.importedAt ?? old.importedAt,
    // The time of the last change is out of date once a head shows a change.
    updatedAt: whole === null && isHeadDifferent ? null : (whole?.updatedAt ?? old.updatedAt),
    listed: listed.placedAt === null && listed.total === null ? null : listed,
  };
  return { record, isDifferent: isHeadDifferent || areDetailsDifferent(old, seen) };
}

function firstRecord({ head, whole, importedAt }: SeenOrder): OrderRecord {
  const { provider, externalId, reference, status, rawStatus, placedAt, total } = head;
  return {
    provider,
    externalId,
    reference,
    status,
    rawStatus,
    placedAt,
    total,
    isDetailed: whole !== null,
    emailHash: whole?.emailHash ?? null,
    importedAt,
    updatedAt: whole?.updatedAt ?? null,
    listed: null,
  };
}

/** A head knows no details, and details seen for the first time are none that changed. */
function areDetailsDifferent(old: OrderRecord, { whole }: SeenOrder): boolean {
  if (whole === null || !old.isDetailed) return false;
  return (
    whole.emailHash !== old.emailHash ||
    (whole.updatedAt !== null && old.updatedAt !== null && !timeValue.isEqual(old.updatedAt, whole.updatedAt))
  );
}

/** The word belongs to the status; a picture that states neither says nothing about them. */
function mergeStatus(old: OrderRecord, { status, rawStatus }: OrderHead) {
  if (status === 'UNKNOWN' && rawStatus === null) {
    return { status: old.status, rawStatus: old.rawStatus, isDifferent: false };
  }
  if (status !== old.status) return { status, rawStatus, isDifferent: true };
  const isDifferent = rawStatus !== null && old.rawStatus !== null && rawStatus !== old.rawStatus;
  return { status, rawStatus: rawStatus ?? old.rawStatus, isDifferent };
}

/** A value that the list and the whole order both state. */
interface StatedTwice<Value> {
  of(stated: { readonly placedAt: Instant | null; readonly total: Money | null }): Value | null;
  isEqual(old: Value, next: Value): boolean;
  /** Which of two equal values says more. */
  fuller(old: Value, next: Value): Value;
  /** A new value with what only the old one says. */
  complete(next: Value, old: Value): Value;
}

const timeValue: StatedTwice<Instant> = {
  of: ({ placedAt }) => placedAt,
  isEqual: (old, next) => toEpochMs(old) === toEpochMs(next),
  fuller: (old) => old,
  complete: (next) => next,
};

const totalValue: StatedTwice<Money> = {
  of: ({ total }) => total,
  isEqual: (old, next) =>
    old.amount === next.amount &&
    (next.amount !== null || old.raw === next.raw) &&
    (next.currency === null || old.currency === null || next.currency === old.currency),
  fuller: (old, next) => (old.currency === null && next.currency !== null ? next : old),
  // A list without a currency does not take back the one that the whole order stated.
  complete: (next, old) => (next.currency === null ? { ...next, currency: old.currency } : next),
};

/** A value that a picture lacks stays; one that the list goes on saying beside the whole order is no change. */
function mergeValue<Value>(old: OrderRecord, seen: SeenOrder, kind: StatedTwice<Value>) {
  const known = kind.of(old);
  const stated = kind.of(seen.head);
  const listed = old.listed === null ? null : kind.of(old.listed);
  if (stated === null) return { value: known, listed, isDifferent: false };
  if (known === null) return { value: stated, listed: null, isDifferent: false };
  const isListSeen = seen.whole === null;
  if (kind.isEqual(known, stated)) {
    return { value: kind.fuller(known, stated), listed: isListSeen ? null : listed, isDifferent: false };
  }
  if (isListSeen && listed !== null && kind.isEqual(listed, stated))
    return { value: known, listed, isDifferent: false };
  return { value: kind.complete(stated, known), listed: isListSeen ? null : known, isDifferent: true };
}

function isEarlier(instant: Instant | null, than: Instant | null): boolean {
  return instant !== null && than !== null && compareInstants(instant, than) < 0;
}
