import type { QueryResolvers } from '../../generated/resolvers-types.js';
import { readId } from '../ids.js';

export const scheduledOrder: QueryResolvers['scheduledOrder'] = (_, { by }, { datasources }) =>
  datasources.qpilot.scheduledOrders.byExternalId.load(readId('by.id', by.id ?? '', 'ScheduledOrder').externalId);
