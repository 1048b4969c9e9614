import type { QueryResolvers } from '../../generated/resolvers-types.js';
import { badInput, readText } from '../arguments.js';
import { readId } from '../ids.js';

export const shipment: QueryResolvers['shipment'] = async (_, { by }, { datasources }) => {
  const { byTrackingNumber, byReference } = datasources.qapla.shipments;
  if (by.id) return byTrackingNumber.load(readId('by.id', by.id, 'Shipment').externalId);
  if (by.trackingNumber) {
    const trackingNumber = readText('by.trackingNumber', by.trackingNumber);
    if (!/[^\s-]/.test(trackingNumber)) throw badInput('by.trackingNumber', 'must have letters or digits');
    return byTrackingNumber.load(trackingNumber);
  }
  const reference = readText('by.reference', by.reference ?? '');
  return (await byReference.load({ reference, placedAt: null }))[0] ?? null;
};
