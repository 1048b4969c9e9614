import type { Shipment } from '../domain/shipment.js';
import type { PushShipmentResultResolvers } from '../generated/resolvers-types.js';
import type { UserError } from '../writes/input-check.js';
import { selectsField } from './selection.js';

/** What became of one parcel, and the parcel as far as it was stated. */
export interface PushShipmentResultParent {
  readonly index: number;
  readonly trackingUrl: string | null;
  readonly shipment: Shipment | null;
  readonly userErrors: UserError[];
}

/** Fields that only the provider can answer. */
const providerFields = ['status', 'rawStatus', 'statusAt', 'courier', 'courierTrackingUrl', 'events', 'lastEvent'];

export const PushShipmentResult: PushShipmentResultResolvers = {
  shipment: async ({ shipment }, _, { datasources }, info) => {
    // What was stated answers the usual question without a call for each parcel.
    if (shipment === null || !providerFields.some((name) => selectsField(info, name))) return shipment;
    return (await datasources.qapla.shipments.byTrackingNumber.load(shipment.trackingNumber)) ?? shipment;
  },
};
