import type { QueryResolvers } from '../../generated/resolvers-types.js';
import { badInput, readEmail, readPageArguments } from '../arguments.js';
import { orderConnection } from '../order-rows.js';

export const orders: QueryResolvers['orders'] = (_, args, context, info) => {
  const { provider, status, placedFrom, placedTo, customerEmail } = args.filter ?? {};
  if (placedFrom && placedTo && Date.parse(placedFrom) >= Date.parse(placedTo)) {
    throw badInput('filter.placedTo', 'must be later than "placedFrom"');
  }
  const condition = {
    provider: provider ?? null,
    statuses: status ?? null,
    placedFrom: placedFrom ?? null,
    placedTo: placedTo ?? null,
    email: customerEmail ? readEmail('filter.customerEmail', customerEmail) : null,
  };
  return orderConnection(condition, readPageArguments(args), { context, info });
};
