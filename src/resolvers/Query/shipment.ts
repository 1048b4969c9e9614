import type { QueryResolvers } from '../../generated/resolvers-types.js';
import { badInput, isGiven, readText } from '../arguments.js';
import { readId } from '../ids.js';

export const shipment: QueryResolvers['shipment'] = async (_, { by }, { datasources }) => {
  const { byTrackingNumber, byReference } = datasources.qapla.shipments;
  if (isGiven(by.id)) return byTrackingNumber.load(readId('by.id', by.id, 'Shipment').externalId);
  if (isGiven(by.trackingNumber)) {
    const trackingNumber = readText('by.trackingNumber', by.trackingNumber);
    if (!/[^\s-]/.test(trackingNumber)) throw badInput('by.trackingNumber', 'must have letters or digits');
    return byTrackingNumber.load(trackingNumber);
  }
  const reference = readText('by.reference', by.reference ?? '');
  return (await byReference.load({ reference, placedAt: null }))[0] ?? null;
};
