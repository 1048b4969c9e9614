import { createHash } from 'node:crypto';
import type { Webhooks } from '../kernel/webhooks.js';
import { presentScheduledOrder } from './present.js';
import { isObject } from './replies.js';
import type { QPilotState } from './state.js';
import type { Access } from './tokens.js';
import type { WireScheduledOrder } from './wire.js';

/** A scheduled order before and after a change; null before it was made. */
export interface Change {
  previous: WireScheduledOrder | null;
  next: WireScheduledOrder;
  scope: Access['scope'];
}

/** Tells the merchant of a change. */
export type Announce = (change: Change) => void;

/** The newer word of an event and the older one, which put the verb first. */
type Words = readonly [newer: string, older: string];

const CREATED: Words = ['ScheduledOrderCreated', 'CreateScheduledOrder'];
const UPDATED: Words = ['ScheduledOrderUpdated', 'UpdateScheduledOrder'];
const BY_STATUS: Record<string, Words> = {
  Paused: ['ScheduledOrderPaused', 'PauseScheduledOrder'],
  Active: ['ScheduledOrderActivated', 'ActivateScheduledOrder'],
  Deleted: ['ScheduledOrderDeleted', 'DeleteScheduledOrder'],
  Failed: ['ScheduledOrderFailed', 'ScheduledOrderFailed'],
};

/**
 * Webhooks of scheduled orders (the provider's public pages on webhooks). One webhook may name several actions, joined by
 * a comma. Its own `Id` is a text and says nothing of the order, which stands in `NewScheduledOrder` and
 * `PreviousScheduledOrder`. The printed example begins its names with capitals and has the customer's number as
 * `CustomerId`: so do orders with an odd number here; the even ones use the newer words and the names of the API
 * (assumed).
 */
export function createAnnounce(state: QPilotState, webhooks: Webhooks): Announce {
  let count = 0;
  return ({ previous, next, scope }) => {
    count += 1;
    const isNewer = next.id % 2 === 0;
    const action = actionsOf(previous, next)
      .map((words) => words[isNewer ? 0 : 1])
      .join(', ');
    const show = (order: WireScheduledOrder | null): unknown => {
      if (order === null) return null;
      return isNewer ? { ...presentScheduledOrder(state, order), paymentMethod: null } : olderOrder(state, order);
    };
    const payload = {
      id: createHash('md5').update(`${state.siteId} ${count}`).digest('hex').slice(0, 24),
      siteId: state.siteId,
      actionType: action,
      accessScope: scope,
      previousScheduledOrder: show(previous),
      newScheduledOrder: next.status === 'Deleted' ? null : show(next),
    };
    const body = JSON.stringify(isNewer ? payload : capitalized(payload));
    webhooks.send({ event: action, id: String(next.id), method: 'POST', contentType: 'application/json', body });
  };
}

function actionsOf(previous: WireScheduledOrder | null, next: WireScheduledOrder): Words[] {
  if (previous === null) return [CREATED];
  const words = previous.status === next.status ? undefined : BY_STATUS[next.status];
  if (next.status === 'Deleted' && words !== undefined) return [words];
  return words === undefined ? [UPDATED] : [UPDATED, words];
}

function olderOrder(state: QPilotState, order: WireScheduledOrder): unknown {
  const customer = state.customers.get(order.customerId);
  const { customerId: id = null, siteId, email, firstName, lastName } = customer ?? {};
  return {
    ...order,
    customerId: id,
    customer: { id, siteId, externalId: order.customerId, email, firstName, lastName },
  };
}

/** The same value with every name beginning with a capital. */
function capitalized(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(capitalized);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name.slice(0, 1).toUpperCase() + name.slice(1), capitalized(part)]),
  );
}
