import type { Instant } from '../../domain/instant.js';
import { normalizeReference, normalizeTrackingNumber } from '../../domain/join-keys.js';
import type { Shipment } from '../../domain/shipment.js';
import { createKeyedLoader, createSingleLoader } from '../_shared/loaders.js';
import type { QaplaCalls, QaplaParts, TrackKey } from './calls.js';
import { readImportedSince } from './imported-since.js';
import { isBeyondImports, localStart } from './local-time.js';
import { normalizeShipment } from './normalize-shipment.js';
import { findByReference, type ParcelWindow } from './shipments-by-reference.js';
import type { QaplaSource, ReferenceKey, Window } from './source.js';
import { keyOfTrack } from './track-key.js';
import { readForward, type WindowList, windowCap } from './window.js';
import type { WireTrack } from './wire.js';

const maxCalls = 12;

/** The parcels, as one GraphQL operation reads them. */
export function createShipments(parts: QaplaParts, calls: QaplaCalls): QaplaSource['shipments'] {
  const findOne = (key: TrackKey) => findShipment(key, { parts, calls });
  const windows = createSingleLoader((since: Instant) => readSince(since, { parts, calls }));
  return {
    byTrackingNumber: createSingleLoader((trackingNumber: string) => findByNumber(trackingNumber, { parts, calls }), {
      // Not the normalized number: which spelling upstream finds is undocumented.
      cacheKey: (trackingNumber) => trackingNumber.trim(),
    }),
    byReference: createKeyedLoader(
      (keys: readonly ReferenceKey[]) =>
        findByReference(keys, {
          findOne: (reference) => findOne(['reference', reference]),
          findSince: (since) => readParcels(since, { parts, calls }),
          abilities: parts.abilities,
        }),
      { cacheKey: ({ reference }) => normalizeReference(reference) ?? '' },
    ),
    since: (since) => windows.load(since),
    importedSince: createSingleLoader((since: Instant) => readImportedSince(since, { parts, calls })),
  };
}

/** A parcel by its number, asked anew: as the number was given, then without blanks and hyphens, as people copy numbers in groups. */
export async function findByNumber(trackingNumber: string, parts: ShipmentParts): Promise<Shipment | null> {
  const given = trackingNumber.trim();
  const bare = normalizeTrackingNumber(given) ?? given;
  const found = await findShipment(['trackingNumber', given], parts);
  return found === null && bare !== given ? findShipment(['trackingNumber', bare], parts) : found;
}

interface ShipmentParts {
  readonly parts: QaplaParts;
  readonly calls: QaplaCalls;
}

/** The parcel of a key, if the answer names that very key: an answer proves nothing by being one. */
async function findShipment(key: TrackKey, { parts, calls }: ShipmentParts): Promise<Shipment | null> {
  const [name, value] = key;
  // Without a value the call would not say what is asked for.
  if (normalizeReference(value) === null) return null;
  const wire = await calls.getTrack(key);
  const shipment = wire === null ? null : normalizeShipment(wire, parts.reading);
  if (shipment === null) return null;
  const isAsked =
    name === 'reference'
      ? shipment.reference === normalizeReference(value)
      : normalizeTrackingNumber(shipment.trackingNumber) === normalizeTrackingNumber(value);
  if (isAsked) return shipment;
  parts.scope.log.warn({ provider: 'QAPLA', operation: 'getTrack', field: name }, 'answer names another parcel');
  return null;
}

/** One window. Only one that names orders can tell that an order is not in it; the seed document's sample counts parcels and shows none. */
async function readParcels(since: Instant, { parts, calls }: ShipmentParts): Promise<ParcelWindow> {
  if (isBeyondImports(since)) return { rows: [], isWhole: false };
  const read = await calls.getTracks({ dateFrom: localStart(since, parts.reading.timeZone) });
  const rows = toShipments(read, parts);
  const namesOrders = rows.some(({ reference }) => reference !== null);
  return { rows, isWhole: namesOrders && read.length < windowCap && rows.length === read.length };
}

async function readSince(since: Instant, { parts, calls }: ShipmentParts): Promise<Window<Shipment>> {
  if (isBeyondImports(since)) return { rows: [], isComplete: true, since: null };
  const dateFrom = localStart(since, parts.reading.timeZone);
  const read = await readForward(trackList(parts, calls), { dateFrom, maxCalls });
  const rows = toShipments(read.rows, parts);
  return { rows, isComplete: read.isComplete && rows.length === read.rows.length, since: read.completeSince };
}

/** The parcels as upstream lists them. */
export function trackList({ reading }: QaplaParts, calls: QaplaCalls): WindowList<WireTrack> {
  return {
    fetch: calls.getTracks,
    keyOf: keyOfTrack,
    importedAtOf: ({ importedAt }) => importedAt,
    timeZone: reading.timeZone,
  };
}

export function toShipments(rows: readonly WireTrack[], { reading }: QaplaParts): Shipment[] {
  return rows.map((wire) => normalizeShipment(wire, reading)).filter((shipment) => shipment !== null);
}
