import type { QueryResolvers } from '../../generated/resolvers-types.js';
import { isGiven, readText } from '../arguments.js';
import { readId } from '../ids.js';

export const order: QueryResolvers['order'] = (_, { by }, { joins }) => {
  if (!isGiven(by.id)) return joins.orders.byReferenceStrict(readText('by.reference', by.reference ?? ''));
  const { provider, externalId } = readId('by.id', by.id, 'Order');
  return joins.orders.byExternalId(provider ?? 'QUICKBUTIK', externalId);
};
