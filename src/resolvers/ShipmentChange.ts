import type { ShipmentChangeResolvers } from '../generated/resolvers-types.js';
import { findShipment } from './written-shipments.js';

export const ShipmentChange: ShipmentChangeResolvers = {
  event: ({ change }) => change,
  trackingNumber: ({ externalId }) => externalId,
  shipment: ({ change, externalId }, _, context) => (change === 'DELETED' ? null : findShipment(externalId, context)),
};
