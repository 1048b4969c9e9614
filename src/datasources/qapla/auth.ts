import type { Secret } from '../../config/secret.js';

/**
 * The query pair that credentials a read: the channel's key.
 *
 * @remarks Seed document, every GET. The key is therefore part of the URL: a URL of this provider must never be logged.
 */
export function authQuery(apiKey: Secret): readonly [name: string, value: string] {
  return ['apiKey', apiKey.reveal()];
}
