import type { Sandbox } from '../../../sandbox/start-sandbox.js';
import { fillDirectory } from '../../support/fill-directory.js';
import { type Answer, startTestGateway, type TestGateway } from '../../support/gateway.js';
import { accessEnv, apiKey, bearer, customerClaims, noLimits, tokenOf } from './credentials.js';

/** The shopper whose things others must not see, and the one who tries. */
export const ann = { email: 'chris@example.com', id: '29920' } as const;
export const bob = { email: 'elin.ek@example.com', id: '15' } as const;

/** The key of the gateway's ids. */
export const idSecret = 'invented-id-secret-for-access';

interface ShopOptions {
  /** Whether it keeps a directory, filled before it is given. */
  readonly hasDirectory?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  readonly orders?: number;
  readonly over?: Sandbox;
}

/** A gateway that asks callers who they are; the key of its ids is fixed. */
export async function startShop({
  env = {},
  orders = 40,
  over,
  hasDirectory = false,
}: ShopOptions = {}): Promise<TestGateway> {
  const gateway = await startTestGateway({
    env: {
      ...accessEnv,
      ...noLimits,
      ID_SECRET: idSecret,
      ...(hasDirectory && { DIRECTORY: '1', DIRECTORY_INTERVAL: '1h' }),
      ...env,
    },
    // The directory reads what is new by the real clock.
    sandbox: { orders, ...(hasDirectory && { now: new Date() }) },
    ...(over && { over }),
  });
  if (hasDirectory) {
    const headers = await asMerchant();
    await fillDirectory({ ...gateway, query: (document, variables) => gateway.query(document, variables, headers) });
  }
  return gateway;
}

export const asMerchant = async () => bearer(await tokenOf({ scope: 'merchant' }));
export const withKey = { 'x-api-key': apiKey };
export const asAnn = async () => bearer(await tokenOf(customerClaims(ann.email, ann.id)));
export const asBob = async () => bearer(await tokenOf(customerClaims(bob.email, bob.id)));

/** The codes of an answer's errors by the place they are at, list places left out. */
export function codesByPlace({ errors }: Pick<Answer, 'errors'>): Record<string, unknown> {
  return Object.fromEntries(
    (errors ?? []).map(({ path, extensions }) => [
      (path ?? []).filter((part) => typeof part === 'string').join('.'),
      extensions?.['code'],
    ]),
  );
}

/** Requests the sandbox got that change something. Logins and reads in the form of a POST are not among them. */
export function writesAt({ providers }: Sandbox): string[] {
  return Object.values(providers).flatMap(({ name, requests }) =>
    requests
      .filter(({ method, path }) => method !== 'GET' && !path.includes('/AccessTokens/'))
      .map(({ method, path }) => `${name} ${method} ${path}`),
  );
}

/** Everything the sandbox was asked, without what differs from one time to the next. */
export function callsAt({ providers }: Sandbox): string[] {
  return Object.values(providers)
    .flatMap(({ name, requests }) => requests.map(({ method, path, query }) => `${name} ${method} ${path}?${query}`))
    .sort();
}
