import type { ScheduledOrder } from '../../domain/scheduled-order.js';
import type { MutationResolvers } from '../../generated/resolvers-types.js';
import { checkId } from '../../writes/check-values.js';
import { InputCheck, type UserError } from '../../writes/input-check.js';
import { ChangeRun } from '../../writes/qpilot/apply-changes.js';
import { readChanges } from '../../writes/qpilot/scheduled-order-changes.js';
import { things } from './things.js';

interface Outcome {
  readonly scheduledOrder: ScheduledOrder | null;
  readonly userErrors: UserError[];
}

export const updateScheduledOrder: MutationResolvers['updateScheduledOrder'] = async (
  _,
  { input },
  { datasources, write },
) => {
  const check = new InputCheck();
  const id = checkId(input.id, ['id'], check, { type: 'ScheduledOrder', provider: 'QPILOT' });
  const changes = readChanges(input, check);
  if (id === null || !check.isGood) return { scheduledOrder: null, userErrors: check.errors };
  const { qpilot } = datasources;
  const run = new ChangeRun({
    send: (change) => qpilot.writes.changeScheduledOrder({ id, change }),
    read: (changed) => qpilot.written.changes({ id, changes: changed }),
  });
  return write<Outcome>({
    mutation: 'updateScheduledOrder',
    provider: 'QPILOT',
    idempotencyKey: input.idempotencyKey ?? null,
    input: { id, changes },
    // Read when the outcome stays unknown: by then the run knows how far it came.
    get reference() {
      return `scheduled order ${id}${run.doneBefore === '' ? '' : ` (${run.doneBefore.trim().replace(/\.$/, '')})`}`;
    },
    changes: () => things('QPILOT', 'SUBSCRIPTION', [id]),
    send: () => run.apply(changes),
    readBack: async () => {
      const state = await qpilot.written.changes({ id, changes });
      return state?.shown.length === changes.length ? { scheduledOrder: state.order, userErrors: [] } : null;
    },
  });
};
