import type { QueryResolvers } from '../../generated/resolvers-types.js';
import { readEmail, readText } from '../arguments.js';
import { readCustomerId } from '../ids.js';

export const customer: QueryResolvers['customer'] = (_, { by }, { joins, customerIds }) => {
  if (by.email) return joins.customers.byEmail(readEmail('by.email', by.email));
  if (by.id) return joins.customers.byKey(readCustomerId('by.id', by.id, customerIds));
  return joins.customers.byExternalId(readText('by.externalId', by.externalId ?? ''));
};
