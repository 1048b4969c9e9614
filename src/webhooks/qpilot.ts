import type { EntityRef } from '../directory/directory-work.js';
import { entriesOf, type Payload, payloadOf, textOf } from './payload.js';
import { readingOf, type WebhookReader } from './webhook-reader.js';

/** Where a payload embeds scheduled orders. Of those before and after a change either may be null. */
const orderFields = ['newScheduledOrder', 'previousScheduledOrder', 'scheduledOrder'];
const itemFields = ['scheduledOrderItem', 'newScheduledOrderItem', 'previousScheduledOrderItem'];
const wrappers = ['data', 'payload'];
const eventFields = ['actionType', 'webhookEventType', 'eventType', 'event', 'type'];

/**
 * QPilot posts JSON for `ScheduledOrderUpdated` and its like, for `ScheduledOrderItem…`, and in the older generation for
 * `UpdateScheduledOrder` with `{Id, SiteId, ActionType, PreviousScheduledOrder, NewScheduledOrder}` (public). The guide has no
 * webhooks: names are read in any casing, and bare or under `data` or `payload` (assumed).
 *
 * @remarks `Id` is the notification's own in the printed example. It is taken for an order's only where none is embedded and no item
 * is meant: a wrong one costs a look-up that finds nothing.
 */
export const qpilotWebhooks: WebhookReader = {
  provider: 'QPILOT',
  read: ({ body }, { credentials }) => {
    const entries = entriesOf(body);
    if (entries === null) return null;
    const site = credentials['SITE_ID']?.reveal();
    const own = entries.filter((payload) => siteIdsOf(payload).every((siteId) => siteId === site));
    const events = own.filter(isAboutScheduledOrders);
    const ids = events.map(orderIdsOf);
    if (ids.some((found) => found.length === 0)) return null;
    const refs = ids.flat().map((externalId): EntityRef => ({ provider: 'QPILOT', kind: 'SUBSCRIPTION', externalId }));
    return readingOf(refs, entries.length - own.length);
  },
};

/** The payload itself and what it wraps. */
function levelsOf(payload: Payload): readonly Payload[] {
  return [payload, ...wrappers.map((name) => payloadOf(payload, name)).filter((inner) => inner !== null)];
}

function embedded(payload: Payload, names: readonly string[]): readonly Payload[] {
  const found = levelsOf(payload).flatMap((level) => names.map((name) => payloadOf(level, name)));
  return found.filter((record) => record !== null);
}

function textsOf(payloads: readonly Payload[], names: readonly string[]): string[] {
  return payloads.flatMap((level) => names.map((name) => textOf(level, name))).filter((text) => text !== null);
}

function siteIdsOf(payload: Payload): readonly string[] {
  return textsOf([...levelsOf(payload), ...embedded(payload, orderFields)], ['siteId']);
}

/** Also where the payload names no event. The older generation may name several, with commas. */
function isAboutScheduledOrders(payload: Payload): boolean {
  const events = textsOf(levelsOf(payload), eventFields);
  return events.length === 0 || events.some((event) => /scheduled_?order/i.test(event));
}

function orderIdsOf(payload: Payload): readonly string[] {
  const levels = levelsOf(payload);
  const orders = textsOf(embedded(payload, orderFields), ['id']);
  const named = textsOf([...levels, ...embedded(payload, itemFields)], ['scheduledOrderId']);
  if (orders.length + named.length > 0) return [...orders, ...named];
  const isAboutItem = textsOf(levels, eventFields).some((event) => /item/i.test(event));
  return isAboutItem ? [] : textsOf(levels, ['id']);
}
