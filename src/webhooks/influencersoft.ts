import { isPayload, textOf } from './payload.js';
import { readingOf, type WebhookReader } from './webhook-reader.js';

/**
 * InfluencerSoft posts a form for each product of an order, with the order's fields and a `status` of `new_order`, `cancel_order` or
 * `moneyback` (public; seed document 002 has no notifications).
 *
 * @remarks Nothing comes of it but a line in the log: the provider has no read to confirm it by, and a notification alone is not
 * believed. An invoice placed through the gateway stays as it was recorded.
 */
export const influencersoftWebhooks: WebhookReader = {
  provider: 'INFLUENCERSOFT',
  read: ({ body }) => (isPayload(body) && textOf(body, 'status') !== null ? readingOf([]) : null),
};
