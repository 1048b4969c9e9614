import type { GatewayContext } from '../../context/gateway-context.js';
import type { ScheduledOrder } from '../../domain/scheduled-order.js';
import type { SubscriptionResolvers, SubscriptionScheduledOrderChangedArgs } from '../../generated/resolvers-types.js';
import type { CustomerKey } from '../../joins/customer.js';
import { badInput, isGiven } from '../arguments.js';
import { readCustomerId, readId } from '../ids.js';
import { type ChangeFilter, followKind, tellChange } from './tell-change.js';
import { concerns, isSameCustomer, type WantedCustomer, wantedCustomer } from './wanted-customer.js';

export const scheduledOrderChanged: NonNullable<SubscriptionResolvers['scheduledOrderChanged']> = {
  subscribe: async (_: unknown, args: SubscriptionScheduledOrderChangedArgs, context: GatewayContext) =>
    followKind('SUBSCRIPTION', await readFilter(args, context), context),
  resolve: tellChange,
};

/** Whose scheduled orders are followed: QPilot's own id of the customer is compared as it is, an e-mail over the customer's record. */
type Wanted = { readonly customerExternalId: string } | WantedCustomer;

async function readFilter(
  { filter }: SubscriptionScheduledOrderChangedArgs,
  context: GatewayContext,
): Promise<ChangeFilter> {
  const { status } = filter ?? {};
  const externalId = isGiven(filter?.id) ? readId('filter.id', filter.id, 'ScheduledOrder').externalId : null;
  const wanted = isGiven(filter?.customerId)
    ? await readWanted(readCustomerId('filter.customerId', filter.customerId, context.customerIds), context)
    : null;
  return {
    mayPass: (event) =>
      (externalId === null || event.externalId === externalId) &&
      (wanted === null || 'customerExternalId' in wanted || concerns(event, wanted) !== false),
    passes: async (event, passing) => {
      const isSettled = wanted === null || (!('customerExternalId' in wanted) && concerns(event, wanted) === true);
      if (!isGiven(status) && isSettled) return true;
      const { scheduledOrders } = passing.datasources.qpilot;
      const found = event.change === 'DELETED' ? null : await scheduledOrders.byExternalId.load(event.externalId);
      if (found === null || (isGiven(status) && !status.includes(found.status))) return false;
      return isSettled || isOf(found, wanted, passing);
    },
  };
}

async function readWanted(key: CustomerKey, context: GatewayContext): Promise<Wanted> {
  if (key.kind === 'EMAIL') return wantedCustomer(key, context);
  if (key.provider === 'QPILOT') return { customerExternalId: key.externalId };
  throw badInput('filter.customerId', 'is the id of a shopper without an e-mail, who has no scheduled orders');
}

async function isOf(found: ScheduledOrder, wanted: Wanted, { joins }: GatewayContext): Promise<boolean> {
  if ('customerExternalId' in wanted) return found.customerExternalId === wanted.customerExternalId;
  return isSameCustomer(await joins.subscriptions.customer(found), wanted);
}
