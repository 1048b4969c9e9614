import { randomBytes } from 'node:crypto';
import type { SandboxReply, SandboxRequest } from '../kernel/request.js';
import { invalid, jsonObject, notFound, ok, refused } from './replies.js';
import type { QPilotState } from './state.js';

/** How long a token is accepted, in milliseconds (assumed; the guide asks for a new one with each request). */
export const TOKEN_LIFE_MS = 600_000;

/** What a token reaches: everything, or one customer's own records. */
export type Access = { scope: 'Merchant' } | { scope: 'Customer'; customerId: string };

/** The merchant account that may log in. */
export interface Account {
  email: string;
  password: string;
}

/** The tokens given out by one imitation. */
export interface Tokens {
  loginMerchant(request: SandboxRequest): SandboxReply;
  loginCustomer(request: SandboxRequest, state: QPilotState): SandboxReply;
  /** What the request's bearer token reaches; throws 401 with an empty body when it has none that is good. */
  accessOf(request: SandboxRequest): Access;
}

/** Starts without any token given out. */
export function createTokens(account: Account, now: () => Date): Tokens {
  const issued = new Map<string, { access: Access; until: number }>();

  function issue(access: Access): SandboxReply {
    const time = now().getTime();
    for (const [token, { until }] of issued) if (until <= time) issued.delete(token);
    const token = randomBytes(24).toString('base64url');
    issued.set(token, { access, until: time + TOKEN_LIFE_MS });
    return ok({ tokenBearerAuth: token });
  }

  return {
    loginMerchant(request) {
      const body = jsonObject(request);
      checkAccount(body, account);
      if (body['accessScope'] !== 'Merchant') throw invalid('The AccessScope field must be Merchant.');
      return issue({ scope: 'Merchant' });
    },
    loginCustomer(request, state) {
      const body = jsonObject(request);
      checkAccount(body, account);
      const { customerId } = body as { customerId?: unknown };
      if (typeof customerId !== 'string') throw invalid('The CustomerId field is required.');
      if (!state.customers.has(customerId)) throw notFound('Customer');
      return issue({ scope: 'Customer', customerId });
    },
    accessOf(request) {
      const token = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
      const known = token === undefined ? undefined : issued.get(token);
      if (known === undefined || known.until <= now().getTime()) throw refused(401);
      return known.access;
    },
  };
}

/** Throws 403 unless the token reaches the records of this customer; null stands for records that are nobody's own. */
export function mustReach(access: Access, customerId: string | null): void {
  if (access.scope === 'Customer' && access.customerId !== customerId) throw refused(403);
}

function checkAccount(body: Record<string, unknown>, account: Account): void {
  if (body['email'] !== account.email || body['password'] !== account.password) throw refused(401);
}
