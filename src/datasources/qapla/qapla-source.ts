import { forgettable } from '../_shared/forgettable.js';
import { createSingleLoader, once } from '../_shared/loaders.js';
import { createCalls, type QaplaCalls, type QaplaParts } from './calls.js';
import { deleteShipment } from './delete-shipment.js';
import { normalizeCourier, normalizeCredits } from './normalize-shipment.js';
import { createOrderFeed } from './order-feed.js';
import { createOrders } from './orders.js';
import { createParcelFeed } from './parcel-feed.js';
import { pushOrders } from './push-orders.js';
import { pushShipments } from './push-shipments.js';
import { createShipments } from './shipments.js';
import type { QaplaSource } from './source.js';

/** What one GraphQL operation reads from Qapla'. Answers are remembered until it ends or is told to forget. */
export function createQaplaSource(parts: QaplaParts): QaplaSource {
  const calls = createCalls(parts);
  return forgettable(() => createParts(parts, calls));
}

function createParts(parts: QaplaParts, calls: QaplaCalls): Omit<QaplaSource, 'forget'> {
  const { reading } = parts;
  const couriers = createSingleLoader(
    async (countries: readonly string[]) => {
      const rows = await calls.getCouriers(countries);
      return rows.map((wire) => normalizeCourier(wire, reading)).filter((courier) => courier !== null);
    },
    { cacheKey: (countries) => countries.join() },
  );
  return {
    isConfigured: parts.config.isConfigured,
    shipments: createShipments(parts, calls),
    orders: createOrders(calls, reading),
    feeds: [createOrderFeed(calls, reading), createParcelFeed(parts, calls)],
    couriers: (countries) => couriers.load(countries),
    credits: once(async () => {
      const wire = await calls.getCredits();
      return wire === null ? null : normalizeCredits(wire, reading);
    }),
    writes: {
      pushShipments: (shipments) => pushShipments(parts, shipments),
      deleteShipment: (trackingNumber) => deleteShipment(parts, trackingNumber),
      pushOrders: (orders) => pushOrders(parts, orders),
    },
  };
}
