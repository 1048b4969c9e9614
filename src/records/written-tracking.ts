import { normalizeTrackingNumber } from '../domain/join-keys.js';
import type { RecordsStore, WrittenTracking } from './records-store.js';

/** Keeps the tracking number of an order. The shop holds one for each order: a number written later replaces it. */
export async function putTracking(records: RecordsStore, tracking: WrittenTracking): Promise<void> {
  await records.put('tracking', tracking.reference, tracking);
  await records.put('trackingByNumber', keyOf(tracking.trackingNumber), tracking);
}

/** The tracking number that an order has, the last that was written to it; null when none was. */
export function trackingOf(records: RecordsStore, reference: string): Promise<WrittenTracking | null> {
  return records.get('tracking', reference);
}

/** What is kept of a tracking number, in any spelling; null when nothing is, or when its order has another number since. */
export async function trackingByNumber(records: RecordsStore, trackingNumber: string): Promise<WrittenTracking | null> {
  const number = keyOf(trackingNumber);
  const tracking = await records.get('trackingByNumber', number);
  if (tracking === null) return null;
  const newest = await trackingOf(records, tracking.reference);
  return newest !== null && keyOf(newest.trackingNumber) === number ? tracking : null;
}

function keyOf(trackingNumber: string): string {
  return normalizeTrackingNumber(trackingNumber) ?? trackingNumber;
}
