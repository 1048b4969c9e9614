import type { GatewayContext } from '../../context/gateway-context.js';
import { normalizeReference, normalizeTrackingNumber } from '../../domain/join-keys.js';
import { RequestError } from '../../errors/request-error.js';
import type { SubscriptionResolvers, SubscriptionShipmentChangedArgs } from '../../generated/resolvers-types.js';
import { badInput, isGiven, readText } from '../arguments.js';
import { findShipment } from '../written-shipments.js';
import { type ChangeFilter, followKind, tellChange } from './tell-change.js';

export const shipmentChanged: NonNullable<SubscriptionResolvers['shipmentChanged']> = {
  subscribe: (_: unknown, args: SubscriptionShipmentChangedArgs, context: GatewayContext) =>
    followKind('PARCEL', readFilter(args, context), context),
  resolve: tellChange,
};

function readFilter({ filter }: SubscriptionShipmentChangedArgs, { caller }: GatewayContext): ChangeFilter {
  const { status, trackingNumber } = filter ?? {};
  const number = isGiven(trackingNumber)
    ? normalizeTrackingNumber(readText('filter.trackingNumber', trackingNumber))
    : null;
  if (isGiven(trackingNumber) && number === null) {
    throw badInput('filter.trackingNumber', 'must have letters or digits');
  }
  const reference = isGiven(filter?.reference) ? readText('filter.reference', filter.reference) : null;
  // Whose a parcel is takes calls to find out: a shopper's subscription must not make some for each of the shop's parcels.
  if (caller.scope !== 'MERCHANT' && number === null && reference === null) {
    throw new RequestError(
      'FORBIDDEN',
      'A customer has to name a parcel: "filter.trackingNumber" or "filter.reference".',
    );
  }
  return {
    mayPass: (event) =>
      (number === null || normalizeTrackingNumber(event.externalId) === number) &&
      (reference === null || event.reference === null || normalizeReference(event.reference) === reference),
    passes: async (event, context) => {
      const isReferenceOpen = reference !== null && event.reference === null;
      if (!isGiven(status) && !isReferenceOpen) return true;
      const shipment = event.change === 'DELETED' ? null : await findShipment(event.externalId, context);
      if (shipment === null) return false;
      return (
        (!isGiven(status) || status.includes(shipment.status)) &&
        (!isReferenceOpen || normalizeReference(shipment.reference) === reference)
      );
    },
  };
}
