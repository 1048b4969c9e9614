import { type GraphQLResolveInfo, responsePathAsArray } from 'graphql';
import type { GatewayContext } from '../context/gateway-context.js';
import { normalizeReference, normalizeTrackingNumber } from '../domain/join-keys.js';
import type { OrderHead } from '../domain/order.js';
import type { Shipment } from '../domain/shipment.js';
import { RequestError } from '../errors/request-error.js';
import type { WrittenTracking } from '../records/records-store.js';
import { trackingByNumber } from '../records/written-tracking.js';

/**
 * The parcels of an order: those the parcel service knows by its reference, and the one whose number was last written to the
 * shop through this gateway. Where the parcel service fails, the written one is shown and the failure is told beside them.
 */
export async function shipmentsOf(
  order: OrderHead,
  context: GatewayContext,
  info: GraphQLResolveInfo,
): Promise<Shipment[]> {
  const { provider, reference, placedAt } = order;
  const isSeenByAll = context.caller.scope === 'MERCHANT';
  if (!isSeenByAll && !(await areParcelsOf(order, context))) return [];
  const failures: Error[] = [];
  const note = (error: unknown): null => {
    failures.push(error as Error);
    return null;
  };
  const isWritable = provider === 'QUICKBUTIK';
  const written = isWritable
    ? await readWritten(() => context.joins.writtenTrackings.load(reference), context).catch(note)
    : null;
  const { byReference } = context.datasources.qapla.shipments;
  const byOrder = byReference.load({ reference, placedAt });
  const found = written === null ? await byOrder : ((await byOrder.catch(note)) ?? []);
  const others = (await findOthers(found, reference, context).catch(note)) ?? [];
  const shown = [...found, ...others];
  if (written !== null) {
    const number = normalizeTrackingNumber(written.trackingNumber);
    const isShown = shown.some(({ trackingNumber }) => normalizeTrackingNumber(trackingNumber) === number);
    if (!isShown) shown.push((await loadParcel(written.trackingNumber, context).catch(note)) ?? sketchOf(written));
  }
  // One sentence is enough: a second call failed for the reason of the first.
  if (failures.length > 0) context.failures.add(responsePathAsArray(info.path), failures.slice(0, 1));
  return shown;
}

/**
 * Whether the parcels of an order's reference are that order's. To a shopper none is shown that may belong to somebody else's purchase
 * with the same reference.
 *
 * @throws RequestError AMBIGUOUS, LOOKUP_INCOMPLETE where it cannot be told.
 */
async function areParcelsOf(
  { provider, externalId, reference }: OrderHead,
  { joins }: GatewayContext,
): Promise<boolean> {
  const only = await joins.orders.byReferenceStrict(reference);
  return only?.provider === provider && only.externalId === externalId;
}

/** The parcels seen with a reference beside those that the parcel service shows for it: it gives one of several. */
async function findOthers(
  found: readonly Shipment[],
  reference: string,
  context: GatewayContext,
): Promise<readonly Shipment[]> {
  const known = await context.joins.known.parcels(reference);
  if (known.length === 0) return [];
  const numbers = new Set(found.map(({ trackingNumber }) => normalizeTrackingNumber(trackingNumber)));
  const others = known.filter(({ trackingNumber }) => !numbers.has(normalizeTrackingNumber(trackingNumber)));
  const loaded = await Promise.all(others.map(({ trackingNumber }) => loadParcel(trackingNumber, context)));
  // A number may have been given to another order since.
  return loaded
    .filter((parcel) => parcel !== null)
    .filter((parcel) => parcel.reference === normalizeReference(reference));
}

/** A parcel by its number: the parcel service's, else what was written to the shop through this gateway. */
export async function findShipment(trackingNumber: string, context: GatewayContext): Promise<Shipment | null> {
  const found = await loadParcel(trackingNumber, context);
  if (found !== null) return found;
  const tracking = await readWritten(() => trackingByNumber(context.records, trackingNumber), context);
  return tracking === null ? null : sketchOf(tracking);
}

function loadParcel(trackingNumber: string, { datasources }: GatewayContext): Promise<Shipment | null> {
  return datasources.qapla.shipments.byTrackingNumber.load(trackingNumber);
}

/** What is kept here. @throws RequestError LOOKUP_INCOMPLETE when the store cannot be read */
async function readWritten<Value>(read: () => Promise<Value>, { log }: GatewayContext): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    log.error({ err: error }, 'written tracking numbers cannot be read');
    throw new RequestError(
      'LOOKUP_INCOMPLETE',
      'Tracking numbers that were written through this gateway cannot be read at the moment.',
    );
  }
}

/** A parcel of which only the number is known. */
function sketchOf({ trackingNumber, reference, company }: WrittenTracking): Shipment {
  return {
    trackingNumber,
    reference,
    status: 'UNKNOWN',
    rawStatus: null,
    statusAt: null,
    trackingUrl: null,
    courier: company === null ? null : { code: company, name: company },
    courierTrackingUrl: null,
    events: [],
  };
}
