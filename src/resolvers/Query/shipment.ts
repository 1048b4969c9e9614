import type { QueryResolvers } from '../../generated/resolvers-types.js';
import { badInput, isGiven, readText } from '../arguments.js';
import { readId } from '../ids.js';
import { findShipment } from '../written-shipments.js';

export const shipment: QueryResolvers['shipment'] = async (_, { by }, context) => {
  if (isGiven(by.id)) return findShipment(readId('by.id', by.id, 'Shipment').externalId, context);
  if (isGiven(by.trackingNumber)) {
    const trackingNumber = readText('by.trackingNumber', by.trackingNumber);
    if (!/[^\s-]/.test(trackingNumber)) throw badInput('by.trackingNumber', 'must have letters or digits');
    return findShipment(trackingNumber, context);
  }
  const reference = readText('by.reference', by.reference ?? '');
  return (await context.datasources.qapla.shipments.byReference.load({ reference, placedAt: null }))[0] ?? null;
};
