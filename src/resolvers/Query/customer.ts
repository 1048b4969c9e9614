import type { QueryResolvers } from '../../generated/resolvers-types.js';
import { isGiven, readEmail, readText } from '../arguments.js';
import { readCustomerId } from '../ids.js';

export const customer: QueryResolvers['customer'] = (_, { by }, { joins, customerIds }) => {
  if (isGiven(by.email)) return joins.customers.byEmail(readEmail('by.email', by.email));
  if (isGiven(by.id)) return joins.customers.byKey(readCustomerId('by.id', by.id, customerIds));
  return joins.customers.byExternalId(readText('by.externalId', by.externalId ?? ''));
};
