import type { GatewayContext } from '../../context/gateway-context.js';
import { normalizeReference } from '../../domain/join-keys.js';
import type { SubscriptionOrderChangedArgs, SubscriptionResolvers } from '../../generated/resolvers-types.js';
import { badInput, isGiven, readEmail, readText } from '../arguments.js';
import { readCustomerId } from '../ids.js';
import { type ChangeFilter, followKind, tellChange } from './tell-change.js';
import { concerns, isSameCustomer, wantedCustomer } from './wanted-customer.js';

export const orderChanged: NonNullable<SubscriptionResolvers['orderChanged']> = {
  subscribe: async (_: unknown, args: SubscriptionOrderChangedArgs, context: GatewayContext) =>
    followKind('ORDER', await readFilter(args, context), context),
  resolve: tellChange,
};

async function readFilter({ filter }: SubscriptionOrderChangedArgs, context: GatewayContext): Promise<ChangeFilter> {
  const { provider, status, customerEmail, customerId } = filter ?? {};
  if (provider === 'QPILOT' || provider === 'QARD') {
    throw badInput('filter.provider', 'must be a provider that has orders');
  }
  const reference = isGiven(filter?.reference) ? readText('filter.reference', filter.reference) : null;
  const keys = [
    ...(isGiven(customerEmail)
      ? [{ kind: 'EMAIL' as const, email: readEmail('filter.customerEmail', customerEmail) }]
      : []),
    ...(isGiven(customerId) ? [readCustomerId('filter.customerId', customerId, context.customerIds)] : []),
  ];
  const customers = await Promise.all(keys.map((key) => wantedCustomer(key, context)));
  return {
    mayPass: (event) =>
      (!isGiven(provider) || event.provider === provider) &&
      (reference === null || event.reference === null || normalizeReference(event.reference) === reference) &&
      customers.every((customer) => concerns(event, customer) !== false),
    passes: async (event, { joins }) => {
      const open = customers.filter((customer) => concerns(event, customer) === null);
      const isReferenceOpen = reference !== null && event.reference === null;
      if (!isGiven(status) && !isReferenceOpen && open.length === 0) return true;
      const order =
        event.change === 'DELETED' ? null : await joins.orders.byExternalId(event.provider, event.externalId);
      if (order === null) return false;
      return (
        (!isGiven(status) || status.includes(order.status)) &&
        (!isReferenceOpen || normalizeReference(order.reference) === reference) &&
        open.every((customer) => isSameCustomer(joins.profiles.ofOrder(order), customer))
      );
    },
  };
}
