import type { GatewayContext } from '../../context/gateway-context.js';
import { fromEpochMs, type Instant } from '../../domain/instant.js';
import { normalizeReference, normalizeTrackingNumber } from '../../domain/join-keys.js';
import type { Shipment } from '../../domain/shipment.js';
import type { MutationResolvers } from '../../generated/resolvers-types.js';
import { unsentItems } from '../../writes/bulk-results.js';
import { InputCheck } from '../../writes/input-check.js';
import { readShipments } from '../../writes/qapla/shipments.js';
import { nameSome, presentRows, requireItems, sendRows } from './push-rows.js';
import { things } from './things.js';

interface Done {
  readonly trackingUrl: string | null;
}

type Stated = ReturnType<typeof readShipments>[number];

/** How far the provider's clock may be behind. */
const clockLeewayMs = 10 * 60 * 1000;

export const pushShipments: MutationResolvers['pushShipments'] = async (_, { input }, context, info) => {
  requireItems(input.shipments, 'shipments');
  const check = new InputCheck();
  const shipments = readShipments(input.shipments, check);
  if (!check.isGood) return toPayload(unsentItems(shipments.length, 'shipments', check.errors));
  const { qapla } = context.datasources;
  const readBack = async (index: number, askedAtMs: number): Promise<Done | null> => {
    const stated = shipments[index];
    const found = stated ? await findImported(stated, fromEpochMs(askedAtMs - clockLeewayMs), context) : null;
    return found && { trackingUrl: found.trackingUrl };
  };
  const { rows, sentAtMs } = await context.write({
    mutation: 'pushShipments',
    provider: 'QAPLA',
    idempotencyKey: input.idempotencyKey ?? null,
    input: { shipments },
    reference: nameSome(
      'shipment',
      shipments.map(({ trackingNumber }) => trackingNumber),
    ),
    changes: () =>
      things(
        'QAPLA',
        'PARCEL',
        shipments.map(({ trackingNumber }) => trackingNumber),
      ),
    send: () => sendRows<Done>(shipments.length, () => qapla.writes.pushShipments(shipments)),
    // All parcels are there or nothing is known: one that is missing may still be on its way in.
    readBack: async (claimedAtMs) => {
      qapla.forget();
      const found = await Promise.all(shipments.map((__, index) => readBack(index, claimedAtMs)));
      const done = found.filter((row) => row !== null).map((row) => ({ state: 'DONE', ...row }) as const);
      return done.length === shipments.length ? { rows: done, sentAtMs: claimedAtMs } : null;
    },
  });
  const results = await presentRows(
    {
      rows,
      list: 'shipments',
      key: 'trackingNumber',
      referenceOf: (index) => `shipment ${shipments[index]?.trackingNumber}`,
      readBack: (index) => readBack(index, sentAtMs),
    },
    context,
    info,
  );
  return {
    userErrors: [],
    results: results.map(({ index, done, userErrors }) => {
      const stated = shipments[index];
      const shipment = stated && done ? toShipment(stated, done.trackingUrl) : null;
      return { index, trackingUrl: done?.trackingUrl ?? null, shipment, userErrors };
    }),
  };
};

function toPayload({ results, userErrors }: ReturnType<typeof unsentItems>) {
  return { userErrors, results: results.map((result) => ({ ...result, trackingUrl: null, shipment: null })) };
}

/**
 * The parcel that was registered as stated since an instant; null when nothing proves that it was. That it is there proves nothing: it
 * may have been there before. Only a provider whose windows show no rows is taken by its word on the single number.
 */
async function findImported(stated: Stated, since: Instant, { datasources }: GatewayContext): Promise<Shipment | null> {
  const { importedSince, byTrackingNumber } = datasources.qapla.shipments;
  const { rows, isBlank } = await importedSince.load(since);
  if (!isBlank) return rows.find((row) => isSame(row, stated)) ?? null;
  const found = await byTrackingNumber.load(stated.trackingNumber);
  return found !== null && isSame(found, stated) ? found : null;
}

/** Whether a parcel of the provider is the stated one: a number that was used before belongs to another order. */
function isSame(found: Shipment, stated: Stated): boolean {
  return (
    normalizeTrackingNumber(found.trackingNumber) === normalizeTrackingNumber(stated.trackingNumber) &&
    normalizeReference(found.reference) === normalizeReference(stated.reference) &&
    found.courier?.code.toUpperCase() === stated.courier.toUpperCase()
  );
}

/** A parcel as far as it was stated: where it is only the provider knows. */
function toShipment({ trackingNumber, reference, courier }: Stated, trackingUrl: string | null): Shipment {
  return {
    trackingNumber,
    reference,
    status: 'UNKNOWN',
    rawStatus: null,
    statusAt: null,
    trackingUrl,
    courier: { code: courier, name: courier },
    courierTrackingUrl: null,
    events: [],
  };
}
