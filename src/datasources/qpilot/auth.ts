import { z } from 'zod';
import { Secret } from '../../config/secret.js';
import { UpstreamError } from '../../errors/upstream-error.js';
import { decoded } from '../../http/shared-reads.js';
import type { UpstreamAnswer, UpstreamRequest } from '../../http/upstream-request.js';
import type { SourceParts } from '../_shared/define-provider.js';
import { parseWire, readJson } from '../_shared/parse-wire.js';
import { withSmallKeys } from './casing.js';
import { assertAccepted } from './envelope.js';

type QPilotCredential = 'SITE_ID' | 'EMAIL' | 'PASSWORD';
type QPilotOption = 'PATH_PREFIX';
/** What the QPilot source is built from. */
export type QPilotParts = SourceParts<QPilotCredential, QPilotOption>;

/** Sends a call with the merchant's token. */
export type AuthorizedSend = (request: UpstreamRequest) => Promise<UpstreamAnswer>;

const provider = 'QPILOT';

/** Property names in small letters: `tokenBearerAuth` and `TokenBearerAuth` occur; `TokenAuth` is the older name. */
const tokenWireSchema = z.object({ tokenbearerauth: z.string().nullish(), tokenauth: z.string().nullish() });

/** Path segments below the base URL, behind the prefix where one is set. */
export function pathOf({ config }: QPilotParts, ...segments: readonly string[]): string[] {
  const prefix = (config.options.PATH_PREFIX ?? '').split('/').filter((segment) => segment !== '');
  return [...prefix, ...segments];
}

/** Path segments below the site, one connected shop. */
export function sitePathOf(parts: QPilotParts, ...segments: readonly string[]): string[] {
  return pathOf(parts, 'Sites', parts.config.credentials.SITE_ID.reveal(), ...segments);
}

/**
 * Sends calls under one login, the merchant's unless told otherwise (guide: a token is made anew for each request; here for each GraphQL operation).
 *
 * @remarks The login is made when the first call needs it and shared by all. One call that is refused causes one more
 * login for the whole operation; what is refused under the second token stays refused. That holds for writes as well: one
 * that is refused for its token was not done.
 */
export function createAuthorizedSend(parts: QPilotParts, logIn = () => logInMerchant(parts)): AuthorizedSend {
  let token: Promise<Secret> | undefined;
  let renewedToken: Promise<Secret> | undefined;
  const send = (request: UpstreamRequest, secret: Secret) =>
    parts.client.send(
      { ...request, headers: { ...request.headers, authorization: `Bearer ${secret.reveal()}` } },
      parts.scope,
    );
  return async (request) => {
    if (renewedToken !== undefined) return send(request, await renewedToken);
    token ??= logIn();
    const first = await token;
    try {
      return await send(request, first);
    } catch (error) {
      if (!(error instanceof UpstreamError) || error.code !== 'PROVIDER_AUTH') throw error;
      renewedToken ??= logIn();
      return send(request, await renewedToken);
    }
  };
}

/**
 * A token for everything the merchant may do (guide, step 1).
 *
 * @throws UpstreamError PROVIDER_AUTH when the login is refused (by any 4xx) or the answer holds no token.
 */
export async function logInMerchant(parts: QPilotParts): Promise<Secret> {
  const { EMAIL, PASSWORD } = parts.config.credentials;
  const body = { email: EMAIL.reveal(), password: PASSWORD.reveal(), accessScope: 'Merchant' };
  const answer = await parts.client.send(
    loginRequest('login', pathOf(parts, 'AccessTokens', 'Login'), body),
    parts.scope,
  );
  // Whatever a login is refused for, it is the gateway's set-up and never the caller's input.
  if (answer.status >= 400)
    throw new UpstreamError('PROVIDER_AUTH', provider, { detail: `login: status ${answer.status}` });
  return decoded(answer, readToken);
}

/**
 * A token for one customer, made to be handed to that customer (guide, step 1). The body carries the merchant's
 * credentials, and the customer's id as text: the guide's example is `"0001"`.
 *
 * @throws UpstreamError PROVIDER_REJECTED for an unknown customer, PROVIDER_AUTH when the credentials are refused.
 */
export async function logInCustomer(parts: QPilotParts, customerId: string): Promise<Secret> {
  const { EMAIL, PASSWORD } = parts.config.credentials;
  const path = sitePathOf(parts, 'AccessTokens', 'CustomerLogin');
  const body = { email: EMAIL.reveal(), password: PASSWORD.reveal(), customerId };
  return decoded(await parts.client.send(loginRequest('customerLogin', path, body), parts.scope), readToken);
}

function loginRequest(operation: string, path: readonly string[], body: object): UpstreamRequest {
  // A login changes nothing upstream: it may be sent again after a network fault.
  const headers = { 'content-type': 'application/json' };
  return { operation, method: 'POST', path, headers, body: JSON.stringify(body), repeatable: true };
}

function readToken(answer: UpstreamAnswer): Secret {
  assertAccepted(answer);
  const wire = parseWire(tokenWireSchema, withSmallKeys(readJson(answer, provider)), provider);
  const token = wire.tokenbearerauth || wire.tokenauth;
  if (!token) throw new UpstreamError('PROVIDER_AUTH', provider, { detail: 'login: no token in the answer' });
  return new Secret(token);
}
