import { normalizeReference, normalizeTrackingNumber } from '../../domain/join-keys.js';
import type { Shipment } from '../../domain/shipment.js';
import type { MutationResolvers } from '../../generated/resolvers-types.js';
import { unsentItems } from '../../writes/bulk-results.js';
import { InputCheck } from '../../writes/input-check.js';
import { readShipments } from '../../writes/qapla/shipments.js';
import { nameSome, presentRows, sendRows } from './push-rows.js';

interface Done {
  readonly trackingUrl: string | null;
}

type Stated = ReturnType<typeof readShipments>[number];

export const pushShipments: MutationResolvers['pushShipments'] = async (_, { input }, context, info) => {
  const check = new InputCheck();
  const shipments = readShipments(input.shipments, check);
  if (!check.isGood) return toPayload(unsentItems(shipments.length, 'shipments', check.errors));
  const { qapla } = context.datasources;
  const readBack = async (index: number): Promise<Done | null> => {
    const stated = shipments[index];
    const found = stated ? await qapla.shipments.byTrackingNumber.load(stated.trackingNumber) : null;
    return stated && found && isSame(found, stated) ? { trackingUrl: found.trackingUrl } : null;
  };
  const { rows } = await context.write({
    mutation: 'pushShipments',
    provider: 'QAPLA',
    idempotencyKey: input.idempotencyKey ?? null,
    input: { shipments },
    reference: nameSome(
      'shipment',
      shipments.map(({ trackingNumber }) => trackingNumber),
    ),
    send: () => sendRows<Done>(shipments.length, () => qapla.writes.pushShipments(shipments)),
    // All parcels are there or nothing is known: one that is missing may still be on its way in.
    readBack: async () => {
      qapla.forget();
      const found = await Promise.all(shipments.map((__, index) => readBack(index)));
      const done = found.filter((row) => row !== null).map((row) => ({ state: 'DONE', ...row }) as const);
      return done.length === shipments.length ? { rows: done } : null;
    },
  });
  const results = await presentRows(
    {
      rows,
      list: 'shipments',
      key: 'trackingNumber',
      referenceOf: (index) => `shipment ${shipments[index]?.trackingNumber}`,
      readBack,
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
