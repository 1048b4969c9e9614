import type { QueryResolvers } from '../../generated/resolvers-types.js';
import { isGiven, readPageArguments } from '../arguments.js';
import { pageOf, toConnection } from '../connection.js';
import { readCustomerId } from '../ids.js';

export const scheduledOrders: QueryResolvers['scheduledOrders'] = async (_, args, context) => {
  const page = readPageArguments(args);
  const statuses = args.filter?.status ?? null;
  const { joins, datasources } = context;
  const customerId = args.filter?.customerId;
  const key = isGiven(customerId) ? readCustomerId('filter.customerId', customerId, context.customerIds) : null;
  // A shopper inside an order is no customer of QPilot, whatever QPilot calls its own by the same id.
  if (key !== null && (key.kind === 'EMAIL' || key.provider !== 'QPILOT')) {
    const owned = await joins.profiles.scheduledOrders({ key, record: null, matchedBy: 'EMAIL' });
    const rows = owned.filter(({ status }) => statuses === null || statuses.includes(status));
    return toConnection(
      pageOf(rows, page, ({ externalId }) => externalId),
      page,
    );
  }
  return toConnection(
    await datasources.qpilot.scheduledOrders.list({ ...page, statuses, customerExternalId: key?.externalId ?? null }),
    page,
  );
};
