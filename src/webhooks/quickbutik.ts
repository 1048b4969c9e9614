import { isPayload, textOf } from './payload.js';
import { readingOf, type WebhookReader } from './webhook-reader.js';

/**
 * Quickbutik calls with `event_type` and `order_id` as parameters of a GET: `order.new`, `order.done`, `order.cancelled` (seed document
 * 001); a POST with the same in its address or as a form occurs, and so do `product.…` (public).
 *
 * @remarks The directory holds no products: their events are nothing to do, as are unknown ones.
 */
export const quickbutikWebhooks: WebhookReader = {
  provider: 'QUICKBUTIK',
  read: ({ query, body }) => {
    const parameters = { ...(isPayload(body) ? body : {}), ...Object.fromEntries(query) };
    const event = textOf(parameters, 'event_type');
    if (event === null) return null;
    if (!event.toLowerCase().startsWith('order.')) return readingOf([]);
    const externalId = textOf(parameters, 'order_id');
    return externalId === null ? null : readingOf([{ provider: 'QUICKBUTIK', kind: 'ORDER', externalId }]);
  },
};
