import type { SandboxReply, SandboxRequest } from '../kernel/provider-server.js';
import { parcelWire } from './parcel.js';
import { envelope, refusal } from './replies.js';
import type { QaplaState } from './state.js';

/** Answers getTrack: one parcel by its number, or the first of an order's by reference. */
export function getTrack({ query }: SandboxRequest, state: QaplaState): SandboxReply {
  const number = query.get('trackingNumber');
  const reference = query.get('reference');
  const parcel = state.parcels.find((candidate) =>
    number === null ? reference !== null && candidate.reference === reference : candidate.trackingNumber === number,
  );
  if (parcel === undefined) return refusal('getTrack', 'nothing found');
  return envelope('getTrack', { error: false, ...parcelWire(parcel, query.get('lang')) });
}

/** Answers deleteTrack, a GET that deletes; what it says of an unknown number is assumed. */
export function deleteTrack({ query }: SandboxRequest, state: QaplaState): SandboxReply {
  const number = query.get('trackingNumber');
  const kept = state.parcels.filter(({ trackingNumber }) => trackingNumber !== number);
  if (kept.length === state.parcels.length) return refusal('deleteTrack', 'nothing found');
  state.parcels = kept;
  state.applied.count('deleteTrack');
  return envelope('deleteTrack', { error: false, result: 'OK' });
}
