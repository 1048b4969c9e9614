import { normalizeTrackingNumber } from '../../domain/join-keys.js';
import type { WireTrack } from './wire.js';

/** What makes two rows of a window the same parcel; null for a row without a number. */
export function keyOfTrack({ trackingNumber, courier }: WireTrack): string | null {
  const number = normalizeTrackingNumber(trackingNumber);
  // The same number may exist at two couriers (assumed).
  return number === null ? null : `${courier ?? ''} ${number}`;
}
