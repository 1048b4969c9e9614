import { useUpdateScheduledOrderMutation } from 'commercegraph-client/react';
import type { SpanUnit } from '../language/format.js';
import { readOutcome } from '../writes/outcome.js';
import { useKeyedWrite } from '../writes/use-keyed-write.js';

/** What is to change about a subscription. */
export interface SubscriptionChange {
  readonly status?: 'ACTIVE' | 'PAUSED';
  readonly frequency?: { readonly unit: SpanUnit; readonly value: number };
}

/** Changes a subscription once for each wish. The answer brings the subscription as it is then, and the page shows it. */
export function useChangeSubscription(id: string, onDone: () => void) {
  const [update] = useUpdateScheduledOrderMutation({ errorPolicy: 'all' });
  return useKeyedWrite<SubscriptionChange, string>({
    name: `subscription.${id}`,
    onDone,
    send: async (idempotencyKey, change) => {
      const answer = await update({ variables: { input: { idempotencyKey, id, ...change } } });
      return readOutcome(answer, ({ updateScheduledOrder: payload }) =>
        payload === null ? null : { value: payload.scheduledOrder?.id ?? null, userErrors: payload.userErrors },
      );
    },
  });
}
