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

interface Ground {
  readonly parts: QaplaParts;
  readonly calls: QaplaCalls;
}

/** What one GraphQL operation reads from Qapla'. Answers are remembered until it ends or is told to forget. */
export function createQaplaSource(parts: QaplaParts): QaplaSource {
  return sourceOn({ parts, calls: createCalls(parts) });
}

const sourceOn = forgettable<Ground, Omit<QaplaSource, 'forget'>>({
  isConfigured: ({ parts }) => parts.config.isConfigured,
  shipments: ({ parts, calls }) => createShipments(parts, calls),
  orders: ({ parts, calls }) => createOrders(calls, parts.reading),
  feeds: ({ parts, calls }) => [createOrderFeed(calls, parts.reading), createParcelFeed(parts, calls)],
  couriers: (ground) => {
    const couriers = createCouriers(ground);
    return (countries) => couriers.load(countries);
  },
  credits: ({ parts, calls }) =>
    once(async () => {
      const wire = await calls.getCredits();
      return wire === null ? null : normalizeCredits(wire, parts.reading);
    }),
  writes: ({ parts }) => ({
    pushShipments: (shipments) => pushShipments(parts, shipments),
    deleteShipment: (trackingNumber) => deleteShipment(parts, trackingNumber),
    pushOrders: (orders) => pushOrders(parts, orders),
  }),
});

function createCouriers({ parts: { reading }, calls }: Ground) {
  return createSingleLoader(
    async (countries: readonly string[]) => {
      const rows = await calls.getCouriers(countries);
      return rows.map((wire) => normalizeCourier(wire, reading)).filter((courier) => courier !== null);
    },
    { cacheKey: (countries) => countries.join() },
  );
}
