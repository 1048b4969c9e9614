import { normalizeTrackingNumber } from '../domain/join-keys.js';
import type { RecordsStore, WrittenTracking } from './records-store.js';

// No reference has a line break: inputs with control characters are refused.
const separator = '\n';

/** Keeps a tracking number with its order. The same number written again, in any spelling, replaces what was kept. */
export async function putTracking(records: RecordsStore, tracking: WrittenTracking): Promise<void> {
  const number = keyOf(tracking.trackingNumber);
  await records.put('tracking', `${tracking.reference}${separator}${number}`, tracking);
  await records.put('trackingByNumber', number, tracking);
}

/** The tracking numbers kept with an order, the earliest first. */
export async function trackingOf(records: RecordsStore, reference: string): Promise<readonly WrittenTracking[]> {
  const found = await records.list('tracking', `${reference}${separator}`);
  return found.toSorted((one, other) => (one.at < other.at ? -1 : 1));
}

/** What is kept of a tracking number, in any spelling; null when nothing is. */
export function trackingByNumber(records: RecordsStore, trackingNumber: string): Promise<WrittenTracking | null> {
  return records.get('trackingByNumber', keyOf(trackingNumber));
}

function keyOf(trackingNumber: string): string {
  return normalizeTrackingNumber(trackingNumber) ?? trackingNumber;
}
