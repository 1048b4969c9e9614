import { FREQUENCY_TYPES } from './frequency.js';
import type { QPilotState } from './state.js';
import type { WireCycle, WireScheduledOrder } from './wire.js';

/**
 * A scheduled order as it is answered. The public sources show embedded records that "may be null" and enums that
 * come as name or number; here even ids embed and odd ids do not, and every sixth carries the number.
 */
export function presentScheduledOrder(state: QPilotState, order: WireScheduledOrder): Record<string, unknown> {
  const embeds = order.id % 2 === 0;
  const method = order.paymentMethodId === null ? undefined : state.paymentMethods.get(order.paymentMethodId);
  return {
    ...order,
    frequencyType: order.id % 6 === 0 ? numberOf(order.frequencyType) : order.frequencyType,
    frequencyDisplayName: `${order.frequency} ${order.frequencyType}`,
    isActive: order.status === 'Active',
    locked: order.status === 'Locked',
    site: null,
    customer: embeds ? (state.customers.get(order.customerId) ?? null) : null,
    paymentMethod: embeds ? (method ?? null) : null,
    scheduledOrderItems: order.scheduledOrderItems.map((item) => ({
      ...item,
      product: embeds ? (state.products.get(item.productId) ?? null) : null,
    })),
  };
}

/** A processing cycle as it is answered: field names begin with a capital at every fifth order (older generation). */
export function presentCycle(cycle: WireCycle): object {
  if (cycle.scheduledOrderId % 5 !== 0) return cycle;
  return Object.fromEntries(
    Object.entries(cycle).map(([name, value]) => [name.slice(0, 1).toUpperCase() + name.slice(1), value]),
  );
}

function numberOf(frequencyType: string): number {
  return FREQUENCY_TYPES.findIndex((name) => name === frequencyType);
}
