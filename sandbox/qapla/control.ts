import { asRecord, textField } from '../kernel/json-fields.js';
import type { SandboxReply, SandboxRequest } from '../kernel/provider-server.js';
import { datedEvent } from './journey.js';
import { slashTime } from './local-time.js';
import type { ComingStep, Parcel } from './parcel.js';
import { parcelWire } from './parcel.js';
import type { QaplaState, RowOrder } from './state.js';
import { isStatusCode, statusLabel } from './statuses.js';
import { tellOfStatus } from './webhooks.js';

const ORDERS: readonly RowOrder[] = ['ascending', 'descending'];

/**
 * What couriers report without the API: `POST /__parcels/{trackingNumber}/advance` takes the next step of the parcel's
 * journey, or with `{"status":"6-1"}` that one; and `POST /__options {"rows":…}`. Null for any other request.
 */
export function answerQaplaControl(request: SandboxRequest, state: QaplaState): SandboxReply | null {
  const [root, number = '', part] = request.segments;
  const shape = `${request.method} ${root} ${request.segments.length}`;
  if (shape === 'POST __parcels 3' && part === 'advance') return advance(number, request, state);
  if (shape === 'POST __options 1') return changeOptions(request, state);
  return null;
}

function advance(number: string, request: SandboxRequest, state: QaplaState): SandboxReply {
  const parcel = state.parcels.find(({ trackingNumber }) => trackingNumber === number);
  if (parcel === undefined) return { status: 404, body: { error: 'Parcel not found' } };
  const asked = request.body.length === 0 ? null : textField(asRecord(request.json()), 'status');
  if (asked !== null && !isStatusCode(asked)) return { status: 400, body: { error: `Unknown status ${asked}` } };
  const step = asked === null ? parcel.ahead.shift() : stepWith(asked, parcel);
  if (step === undefined) return { status: 409, body: { error: 'The journey has ended' } };
  const now = state.now();
  parcel.events.unshift(datedEvent(step, now, parcel.courier));
  parcel.statusDate = slashTime(now);
  tellOfStatus(parcel, state);
  return { status: 200, body: parcelWire(parcel, 'eng') };
}

/** A step out of turn, at the place where the parcel is. */
function stepWith(status: ComingStep['status'], { events }: Parcel): ComingStep {
  return {
    status,
    courierStatus: statusLabel(status, null).toUpperCase(),
    courierPlace: events[0]?.courierPlace ?? '',
  };
}

function changeOptions(request: SandboxRequest, state: QaplaState): SandboxReply {
  const asked = textField(asRecord(request.json()), 'rows');
  const rows = ORDERS.find((word) => word === asked);
  if (rows === undefined) return { status: 400, body: { error: `Expected {"rows":…}, one of ${ORDERS.join(', ')}` } };
  state.rows = rows;
  return { status: 200, body: { rows } };
}
