import type { GatewayContext } from '../../context/gateway-context.js';
import type { ScheduledOrder } from '../../domain/scheduled-order.js';
import type { MutationResolvers } from '../../generated/resolvers-types.js';
import type { CustomerKey } from '../../joins/customer.js';
import { InputCheck, type UserError } from '../../writes/input-check.js';
import { readNewScheduledOrder } from '../../writes/qpilot/scheduled-order.js';
import { rejectionOf } from '../../writes/rejection.js';
import { checkCustomer, customerReference, findQPilotId } from './qpilot-customer.js';
import { things } from './things.js';

interface Outcome {
  readonly scheduledOrder: ScheduledOrder | null;
  readonly userErrors: UserError[];
}

export const createScheduledOrder: MutationResolvers['createScheduledOrder'] = async (_, { input }, context) => {
  const check = new InputCheck();
  const customer = checkCustomer(input.customerId, check, context);
  const order = readNewScheduledOrder(input, check);
  if (customer === null || !check.isGood) return { scheduledOrder: null, userErrors: check.errors };
  const { reference } = order;
  return context.write<Outcome>({
    mutation: 'createScheduledOrder',
    provider: 'QPILOT',
    idempotencyKey: input.idempotencyKey ?? null,
    input: { customer, order },
    reference: `a new scheduled order of ${customerReference(customer)}${reference ? ` with originalExternalId ${reference}` : ''}`,
    changes: (outcome) => things('QPILOT', 'SUBSCRIPTION', [outcome?.scheduledOrder?.externalId]),
    send: () => send(customer, order, context),
    readBack: () => readBack(customer, order, context),
  });
};

type NewScheduledOrder = ReturnType<typeof readNewScheduledOrder>;

async function send(customer: CustomerKey, order: NewScheduledOrder, context: GatewayContext): Promise<Outcome> {
  const found = await findQPilotId(customer, context);
  if ('userErrors' in found) return { scheduledOrder: null, userErrors: found.userErrors };
  const { writes } = context.datasources.qpilot;
  try {
    const created = await writes.createScheduledOrder({ ...order, customerExternalId: found.externalId });
    return { scheduledOrder: created, userErrors: [] };
  } catch (error) {
    return { scheduledOrder: null, userErrors: rejectionOf(error) };
  }
}

async function readBack(
  customer: CustomerKey,
  order: NewScheduledOrder,
  context: GatewayContext,
): Promise<Outcome | null> {
  const found = await findQPilotId(customer, context);
  if ('userErrors' in found) return null;
  const { written } = context.datasources.qpilot;
  const scheduledOrder = await written.scheduledOrder({ ...order, customerExternalId: found.externalId });
  return scheduledOrder === null ? null : { scheduledOrder, userErrors: [] };
}
