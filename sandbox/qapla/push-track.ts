import { asRecord, asRecords, textField } from '../kernel/json-fields.js';
import type { SandboxReply, SandboxRequest } from '../kernel/provider-server.js';
import { COURIERS } from './couriers.js';
import { plannedJourney } from './journey.js';
import { newParcel, trackingPage } from './parcel.js';
import { envelope, refusal } from './replies.js';
import type { QaplaState } from './state.js';
import { tellOfShipment } from './webhooks.js';

/** Answers pushTrack: every row is imported or refused by itself; rows count from 1. */
export function pushTrack(request: SandboxRequest, state: QaplaState): SandboxReply {
  const items = asRecords(asRecord(request.json())?.['pushTrack']);
  if (items === null) return refusal('pushTrack', 'missing data');
  const track = items.map((item, index) => {
    const error = importOne(item, state);
    if (error !== null) return { result: 'KO', row: index + 1, error };
    return { result: 'OK', row: index + 1, url: trackingPage(textField(item, 'trackingNumber') ?? '') };
  });
  return envelope('pushTrack', { track, imported: track.filter(({ result }) => result === 'OK').length });
}

/** Imports one parcel and gives null, or says why not; only the text for a used number is documented. */
function importOne(item: Record<string, unknown>, state: QaplaState): string | null {
  const trackingNumber = textField(item, 'trackingNumber');
  const courier = textField(item, 'courier');
  const shipDate = textField(item, 'shipDate');
  if (trackingNumber === null) return 'trackingNumber is missing';
  if (courier === null || COURIERS.every(({ code }) => code !== courier)) return `courier ${courier ?? ''} not found`;
  if (shipDate === null || !/^\d{4}-\d{2}-\d{2}$/.test(shipDate)) return 'shipDate is not valid';
  if (state.parcels.some((parcel) => parcel.trackingNumber === trackingNumber)) {
    return `tracking number ${trackingNumber} already used`;
  }
  const reference = textField(item, 'reference') ?? '';
  const ahead = plannedJourney(textField(item, 'city') ?? '');
  state.parcels.push(newParcel({ trackingNumber, courier, reference, importedAt: state.now(), ahead }));
  state.credits -= 1;
  state.applied.count('pushTrack');
  tellOfShipment(item, state);
  return null;
}
