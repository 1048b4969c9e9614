import type { ShipmentResolvers } from '../generated/resolvers-types.js';
import { globalId } from './ids.js';

export const Shipment: ShipmentResolvers = {
  id: ({ trackingNumber }) => globalId('Shipment', { provider: 'QAPLA', externalId: trackingNumber }),
  externalId: ({ trackingNumber }) => trackingNumber,
  events: ({ events }) => [...events],
  lastEvent: ({ events }) => events[0] ?? null,
  order: ({ reference }, _, { joins }) => (reference === null ? null : joins.orders.byReference.load(reference)),
};
