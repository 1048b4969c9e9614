import { useCreateOrdersMutation } from 'commercegraph-client/react';
import { readOutcome } from '../writes/outcome.js';
import { useKeyedWrite } from '../writes/use-keyed-write.js';
import type { toOrder } from './order-draft.js';

/** What there is to say of an order that was placed. */
export interface PlacedOrder {
  /** Null when it was placed and could not be read yet. */
  readonly reference: string | null;
  readonly checkoutUrl: string | null;
}

interface PlaceOrderOptions {
  readonly email: string;
  readonly onPlaced: () => void;
}

/** Places an order once for each time it is wanted. */
export function usePlaceOrder({ email, onPlaced }: PlaceOrderOptions) {
  const [createOrders] = useCreateOrdersMutation({ errorPolicy: 'all' });
  return useKeyedWrite<ReturnType<typeof toOrder>, PlacedOrder>({
    name: `order.${email}`,
    onDone: onPlaced,
    send: async (idempotencyKey, order) => {
      // The shop shows an order's payment id again: by it the gateway finds the order when the shop's answer is lost.
      const payment = { method: 'Customer 360', transactionId: idempotencyKey };
      const answer = await createOrders({ variables: { input: { idempotencyKey, orders: [{ ...order, payment }] } } });
      return readOutcome(answer, ({ createOrders: payload }) => {
        const result = payload?.results[0];
        if (result === undefined) return null;
        const { order, checkoutUrl, userErrors } = result;
        // A result that names nothing is no proof of an order.
        const isMade = order !== null || checkoutUrl !== null;
        return { value: isMade ? { reference: order?.reference ?? null, checkoutUrl } : null, userErrors };
      });
    },
  });
}
