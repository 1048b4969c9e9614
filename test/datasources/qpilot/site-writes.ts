import type { ReceivedRequest } from '../../support/fake-upstream.js';

/** The writes among the requests as they came: method and path below the site, and the body. */
export function writesIn(requests: readonly ReceivedRequest[]): { readonly call: string; readonly body: unknown }[] {
  return requests
    .filter(({ method, path }) => method !== 'GET' && path !== '/AccessTokens/Login')
    .map(({ method, path, body }) => ({
      call: `${method} ${path.replace('/Sites/42', '')}`,
      body: body === '' ? null : JSON.parse(body),
    }));
}

/** Answers after which nobody knows whether a write was done, by name. */
export const unknownAnswers = [
  ['status 500', { status: 500, json: {} }],
  ['status 502 with HTML', { status: 502, text: '<html>bad gateway</html>' }],
  ['HTML with status 200', { text: '<html>sign in</html>' }],
  ['a cut connection', { drop: true }],
  ['a redirect', { status: 302, headers: { location: '/elsewhere' } }],
  ['half a body', { text: '{"id":"29' }],
  ['an answer without the record', { json: { message: 'ok' } }],
] as const;

/** Answers that say that a write was not done, with the code they are given. */
export const undoneAnswers = [
  [429, 'PROVIDER_RATE_LIMITED'],
  [401, 'PROVIDER_AUTH'],
  [403, 'PROVIDER_AUTH'],
  [400, 'PROVIDER_REJECTED'],
  [404, 'PROVIDER_REJECTED'],
  [409, 'PROVIDER_REJECTED'],
] as const;
