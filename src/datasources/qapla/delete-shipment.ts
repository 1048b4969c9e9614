import { UpstreamError } from '../../errors/upstream-error.js';
import { sendWrite } from '../_shared/write-call.js';
import { authQuery } from './auth.js';
import type { QaplaParts } from './calls.js';
import { readEnvelope } from './envelope.js';

/**
 * GET deleteTrack (seed document): deletes a parcel by being asked, so it is sent as a write, once.
 *
 * @returns false when Qapla' knows no such parcel
 * @throws UpstreamError PROVIDER_REJECTED for another refusal, PROVIDER_OUTCOME_UNKNOWN when the parcel may be gone.
 */
export function deleteShipment(parts: QaplaParts, trackingNumber: string): Promise<boolean> {
  return sendWrite(
    parts,
    {
      operation: 'deleteTrack',
      method: 'GET',
      path: ['deleteTrack'],
      trailingSlash: true,
      query: [authQuery(parts.config.credentials.API_KEY), ['trackingNumber', trackingNumber]],
    },
    (answer) => {
      const envelope = readEnvelope(answer, 'deleteTrack');
      if (envelope === null) return false;
      const { result } = envelope;
      if (typeof result === 'string' && result.trim().toUpperCase() === 'OK') return true;
      throw new UpstreamError('PROVIDER_CONTRACT', 'QAPLA', { detail: 'deleteTrack.result: missing' });
    },
  );
}
