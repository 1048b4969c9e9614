import type { QueryResolvers } from '../../generated/resolvers-types.js';
import { isGiven, readText } from '../arguments.js';
import { readId } from '../ids.js';

export const product: QueryResolvers['product'] = (_, { by }, { joins }) => {
  if (!isGiven(by.id)) return joins.products.bySku(readText('by.sku', by.sku ?? ''), { isStrict: true });
  const { provider, externalId } = readId('by.id', by.id, 'Product');
  return provider === null
    ? joins.products.byAnyExternalId(externalId)
    : joins.products.byExternalId(provider, externalId);
};
