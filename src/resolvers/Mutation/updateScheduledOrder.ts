import type { GatewayContext } from '../../context/gateway-context.js';
import type { ScheduledOrder } from '../../domain/scheduled-order.js';
import type { MutationResolvers } from '../../generated/resolvers-types.js';
import { checkId } from '../../writes/check-values.js';
import { InputCheck, type UserError } from '../../writes/input-check.js';
import { ChangeRun } from '../../writes/qpilot/apply-changes.js';
import { type Change, readChanges } from '../../writes/qpilot/scheduled-order-changes.js';
import { onlyOwn } from '../own-records.js';
import { things } from './things.js';

interface Outcome {
  readonly scheduledOrder: ScheduledOrder | null;
  readonly userErrors: UserError[];
}

export const updateScheduledOrder: MutationResolvers['updateScheduledOrder'] = async (_, { input }, context) => {
  const check = new InputCheck();
  const id = checkId(input.id, ['id'], check, { type: 'ScheduledOrder', provider: 'QPILOT' });
  const changes = readChanges(input, check);
  if (id === null || !check.isGood) return { scheduledOrder: null, userErrors: check.errors };
  const { qpilot } = context.datasources;
  let onBehalfOf: string | null = null;
  const run = new ChangeRun({
    send: (change) => qpilot.writes.changeScheduledOrder({ onBehalfOf, id, change }),
    read: (changed) => qpilot.written.changes({ id, changes: changed }),
  });
  return context.write<Outcome>({
    mutation: 'updateScheduledOrder',
    provider: 'QPILOT',
    idempotencyKey: input.idempotencyKey ?? null,
    input: { id, changes },
    // Read when the outcome stays unknown: by then the run knows how far it came.
    get reference() {
      return `scheduled order ${id}${run.doneBefore === '' ? '' : ` (${run.doneBefore.trim().replace(/\.$/, '')})`}`;
    },
    // Refused whole, nothing was sent: there is nothing to read anew.
    changes: (outcome) => (outcome?.scheduledOrder === null ? [] : things('QPILOT', 'SUBSCRIPTION', [id])),
    send: async () => {
      if (context.caller.scope === 'MERCHANT') return run.apply(changes);
      const shopper = await findShopper(id, changes, context);
      if ('userErrors' in shopper) return shopper;
      onBehalfOf = shopper.customerExternalId;
      return run.apply(changes);
    },
    readBack: async () => {
      const state = await qpilot.written.changes({ id, changes });
      return state?.shown.length === changes.length ? { scheduledOrder: state.order, userErrors: [] } : null;
    },
  });
};

/** The customer as whom a shopper changes an order of their own; to a shopper, what is not their own does not exist. */
async function findShopper(
  id: string,
  changes: readonly Change[],
  context: GatewayContext,
): Promise<{ readonly customerExternalId: string } | Outcome> {
  const { scheduledOrders, paymentMethods } = context.datasources.qpilot;
  const unknown = (field: string, title: string): Outcome => ({
    scheduledOrder: null,
    userErrors: [{ field: [field], code: 'NOT_FOUND', message: `QPilot has no such ${title}.` }],
  });
  const order = await scheduledOrders.byExternalId.load(id);
  const [own] = order === null ? [] : await onlyOwn([order], context);
  const customerExternalId = own?.customerExternalId ?? null;
  if (customerExternalId === null) return unknown('id', 'scheduled order');
  for (const change of changes) {
    if (change.field !== 'paymentMethodId') continue;
    const card = await paymentMethods.byExternalId.load(String(change.paymentMethodNumber));
    if (card?.customerExternalId !== customerExternalId) return unknown('paymentMethodId', 'payment method');
  }
  return { customerExternalId };
}
