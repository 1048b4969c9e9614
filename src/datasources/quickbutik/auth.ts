import type { Secret } from '../../config/secret.js';

/**
 * The headers that credential a request: HTTP Basic with the API key as user name and as password.
 *
 * @remarks Seed document, section on authentication. The older `apiKey` query parameter is being withdrawn there.
 */
export function authHeaders(apiKey: Secret): Readonly<Record<string, string>> {
  const key = apiKey.reveal();
  return { authorization: `Basic ${Buffer.from(`${key}:${key}`, 'utf8').toString('base64')}` };
}
