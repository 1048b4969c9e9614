import type { QueryResolvers } from '../../generated/resolvers-types.js';
import { badInput, isGiven, readEmail, readPageArguments } from '../arguments.js';
import { orderConnection } from '../order-rows.js';

export const orders: QueryResolvers['orders'] = (_, args, context, info) => {
  const { provider, status, placedFrom, placedTo, customerEmail } = args.filter ?? {};
  if (placedFrom && placedTo && Date.parse(placedFrom) >= Date.parse(placedTo)) {
    throw badInput('filter.placedTo', 'must be later than "placedFrom"');
  }
  if (provider === 'QPILOT' || provider === 'QARD') {
    throw badInput('filter.provider', 'must be a provider that has orders');
  }
  const condition = {
    provider: provider ?? null,
    statuses: status ?? null,
    placedFrom: placedFrom ?? null,
    placedTo: placedTo ?? null,
    email: isGiven(customerEmail) ? readEmail('filter.customerEmail', customerEmail) : null,
  };
  return orderConnection({ condition, page: readPageArguments(args), waitMs: args.wait ?? 0 }, { context, info });
};
