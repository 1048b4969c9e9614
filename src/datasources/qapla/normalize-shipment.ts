import { hasTimeOfDay, type Instant } from '../../domain/instant.js';
import { normalizeReference } from '../../domain/join-keys.js';
import type { Reading } from '../../domain/reading.js';
import type { Courier, Credits, Shipment, ShipmentEvent, ShipmentStatus } from '../../domain/shipment.js';
import { readDate, readInstant } from '../_shared/wire-values.js';
import { readShipmentStatus } from './shipment-status.js';
import type { WireCourier, WireCredits, WireTrack } from './wire.js';

/** A parcel; null for a row without a tracking number. */
export function normalizeShipment(wire: WireTrack, reading: Reading): Shipment | null {
  const trackingNumber = normalizeReference(wire.trackingNumber);
  if (trackingNumber === null) {
    reading.warn('trackingNumber');
    return null;
  }
  return {
    trackingNumber,
    reference: normalizeReference(wire.reference),
    status: readStatus(wire, reading),
    rawStatus: wire.status,
    statusAt: readStatusTime(wire, reading),
    trackingUrl: readLink(wire.trackingUrl, reading, 'trackingUrl'),
    courier: wire.courier === null ? null : { code: wire.courier, name: wire.courierInfo ?? wire.courier },
    courierTrackingUrl: readLink(wire.courierTrackingUrl, reading, 'courierTrackingUrl'),
    events: normalizeEvents(wire.tracking, reading),
  };
}

/** A courier; null for a row without a code. */
export function normalizeCourier(wire: WireCourier, reading: Reading): Courier | null {
  if (wire.code === null) {
    reading.warn('code');
    return null;
  }
  return { code: wire.code, name: wire.name ?? wire.code, country: wire.country };
}

/** The credits left; null when the number cannot be read. */
export function normalizeCredits(wire: WireCredits, reading: Reading): Credits | null {
  if (wire.credits === null) {
    reading.warn('credits');
    return null;
  }
  return { remaining: wire.credits, at: readInstant(wire.date, reading, 'date') };
}

/** When the parcel took its status. Midnight is the placeholder of a day, unless the history shows that times are given. */
function readStatusTime({ statusDate, tracking }: WireTrack, reading: Reading): Instant | null {
  const at = readInstant(statusDate, reading, 'statusDate');
  return hasTimes([{ statusDate }, ...tracking]) ? at : null;
}

/** Whether any row states a time of day: while all of them are midnight they are placeholders. */
function hasTimes(rows: readonly Pick<WireTrack, 'statusDate'>[]): boolean {
  return rows.some(({ statusDate }) => statusDate !== null && hasTimeOfDay(statusDate));
}

function normalizeEvents(history: WireTrack['tracking'], reading: Reading): readonly ShipmentEvent[] {
  const isTimed = hasTimes(history);
  return history.map((event) => ({
    status: readStatus(event, reading),
    rawStatus: event.status,
    description: event.courierStatus,
    place: event.courierPlace,
    on:
      readDate(event.statusDate, reading, 'tracking.statusDate') ??
      readDate(event.courierDate, reading, 'tracking.courierDate'),
    at: isTimed ? readInstant(event.statusDate, reading, 'tracking.statusDate') : null,
  }));
}

function readStatus(wire: { icon: string | null; status: string | null }, reading: Reading): ShipmentStatus {
  const status = readShipmentStatus(wire.icon, wire.status);
  if (status === null && (wire.icon !== null || wire.status !== null)) reading.warn('status');
  return status ?? 'UNKNOWN';
}

/** A link a browser may follow; another scheme is no page. */
function readLink(text: string | null, reading: Reading, field: string): string | null {
  if (text === null) return null;
  if (/^https?:\/\//i.test(text) && URL.canParse(text)) return text;
  reading.warn(field);
  return null;
}
