import type { EntityRef } from '../directory/directory-work.js';
import { entriesOf, fieldOf, isPayload, type Payload, textOf } from './payload.js';
import { isSecret } from './same-secret.js';
import { readingOf, type WebhookReader } from './webhook-reader.js';

/**
 * Qapla' posts JSON when a parcel's status changes, and when an order is handed over: `trackingNumber` and `reference` name them,
 * `apiKey` the channel (public; the API 1.1 document has no webhooks). Several at once, bare or under a name as in its answers, are
 * assumed.
 *
 * @remarks The key stands in the payload. One that is not ours is another channel's: its entries are left out.
 */
export const qaplaWebhooks: WebhookReader = {
  provider: 'QAPLA',
  read: ({ body }, { credentials }) => {
    const entries = entriesOf(body);
    const rows = entries === null ? null : entriesOf(entries.flatMap(unwrap));
    if (rows === null) return null;
    const own = rows.filter((row) => {
      const key = textOf(row, 'apiKey');
      return key === null || (credentials['API_KEY'] !== undefined && isSecret(key, credentials['API_KEY']));
    });
    const refs = own.flatMap(refsOf);
    const foreign = rows.length - own.length;
    return refs.length + foreign === 0 ? null : readingOf(refs, foreign);
  },
};

/** The entries of an object that names no parcel itself, each with the object's key. */
function unwrap(payload: Payload): unknown[] {
  if (refsOf(payload).length > 0) return [payload];
  const apiKey = fieldOf(payload, 'apiKey');
  const inner = Object.values(payload).flatMap((value: unknown): unknown[] => (Array.isArray(value) ? value : [value]));
  return inner.filter(isPayload).map((row) => (apiKey === undefined ? row : { apiKey, ...row }));
}

function refsOf(row: Payload): EntityRef[] {
  const trackingNumber = textOf(row, 'trackingNumber');
  const reference = textOf(row, 'reference');
  // A parcel's own order does not change with it, and an import is dear to read again.
  if (trackingNumber !== null) return [{ provider: 'QAPLA', kind: 'PARCEL', externalId: trackingNumber }];
  return reference === null ? [] : [{ provider: 'QAPLA', kind: 'ORDER', externalId: reference }];
}
