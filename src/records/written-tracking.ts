import { normalizeTrackingNumber } from '../domain/join-keys.js';
import type { RecordsStore, WrittenTracking } from './records-store.js';

/** Keeps the tracking number of an order. The shop holds one for each order: a number written later replaces it. */
export async function putTracking(records: RecordsStore, tracking: WrittenTracking): Promise<void> {
  await records.put('tracking', tracking.reference, tracking);
  await records.put('trackingByNumber', keyOf(tracking.trackingNumber), tracking);
}

/** The tracking number that each order of a list has, the last that was written to it; null where none was. */
export function trackingsOf(
  records: RecordsStore,
  references: readonly string[],
): Promise<readonly (WrittenTracking | null)[]> {
  return records.get('tracking', references);
}

/** What is kept of a tracking number, in any spelling; null when nothing is, or when its order has another number since. */
export async function trackingByNumber(records: RecordsStore, trackingNumber: string): Promise<WrittenTracking | null> {
  const number = keyOf(trackingNumber);
  const [tracking = null] = await records.get('trackingByNumber', [number]);
  if (tracking === null) return null;
  const [newest = null] = await trackingsOf(records, [tracking.reference]);
  return newest !== null && keyOf(newest.trackingNumber) === number ? tracking : null;
}

function keyOf(trackingNumber: string): string {
  return normalizeTrackingNumber(trackingNumber) ?? trackingNumber;
}
