import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SignJWT } from 'jose';

/** A secret shared with an invented issuer. */
export const jwtSecret = 'invented-jwt-secret-0123456789abcdef';
export const apiKey = 'invented-api-key-of-the-back-office';
export const issuer = 'https://login.example.com/';
export const audience = 'commercegraph-test';

export type Claims = Readonly<Record<string, unknown>>;

/** The settings of a gateway that trusts the shared secret, issuer and audience, and one API key. */
export const accessEnv = {
  AUTH_JWT_SECRET: jwtSecret,
  AUTH_ISSUER: issuer,
  AUTH_AUDIENCE: audience,
  API_KEYS: createHash('sha256').update(apiKey).digest('hex'),
} as const;

/** Far above what any test asks for: what is refused here is refused for access. */
export const noLimits = {
  MAX_TOKENS: '1000000',
  MAX_DEPTH: '100',
  MAX_FIELDS: '100000',
  MAX_ALIASES: '100000',
  MAX_ROOT_FIELDS: '1000',
  MAX_COST: '100000000',
  RATE_COST_PER_MINUTE: '0',
} as const;

/** The end of a token that holds for an hour. */
export function inSeconds(seconds: number): number {
  return Math.floor(Date.now() / 1000) + seconds;
}

/** A token as the invented issuer makes it; claims given as undefined are left out. */
export function tokenOf(claims: Claims, { alg = 'HS256', secret = jwtSecret } = {}): Promise<string> {
  const all = { iss: issuer, aud: audience, sub: 'subject-1', exp: inSeconds(3600), ...claims };
  return new SignJWT(JSON.parse(JSON.stringify(all)) as Record<string, unknown>)
    .setProtectedHeader({ alg })
    .sign(new TextEncoder().encode(secret));
}

export function customerClaims(email: string | null, customerId: string | null): Claims {
  return {
    scope: 'customer',
    ...(email !== null && { email, email_verified: true }),
    ...(customerId !== null && { customer_id: customerId }),
  };
}

/** The headers that show a token. */
export function bearer(token: string): Record<string, string> {
  return { authorization: `Bearer ${token}` };
}

export interface SigningKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

export function newKey(kid: string, type: 'rsa' | 'ec' = 'ec'): SigningKey {
  const { privateKey, publicKey } =
    type === 'ec'
      ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
      : generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { kid, privateKey, publicKey };
}

export function signedBy(
  { kid, privateKey }: Pick<SigningKey, 'kid' | 'privateKey'>,
  claims: Claims,
  alg = 'ES256',
): Promise<string> {
  const all = { iss: issuer, aud: audience, sub: 'subject-1', exp: inSeconds(3600), ...claims };
  return new SignJWT(JSON.parse(JSON.stringify(all)) as Record<string, unknown>)
    .setProtectedHeader({ alg, kid })
    .sign(privateKey);
}

export function keySet(keys: readonly SigningKey[]): object {
  return {
    keys: keys.map(({ kid, publicKey }) => ({ ...publicKey.export({ format: 'jwk' }), kid, use: 'sig' })),
  };
}

/** An issuer on this machine: answers its key set, as told; counts how often it was asked. */
export async function startIssuer(first: readonly SigningKey[]) {
  let count = 0;
  let answer: RequestListener = (_, response) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify(keySet(first)));
  };
  const server = createServer((request, response) => {
    count += 1;
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/jwks.json`,
    asked: () => count,
    answerWith: (next: RequestListener) => {
      answer = next;
    },
    publish: (keys: readonly SigningKey[]) => {
      answer = (_, response) => response.end(JSON.stringify(keySet(keys)));
    },
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Credentials that must not hold, by what is wrong with them. */
export async function badCredentials(): Promise<Readonly<Record<string, Record<string, string>>>> {
  const merchant = { scope: 'merchant' };
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const body = encode({ ...merchant, iss: issuer, aud: audience, exp: inSeconds(3600) });
  const rsa = newKey('rsa', 'rsa');
  const good = await tokenOf(merchant);
  return {
    'expired token': bearer(await tokenOf({ ...merchant, exp: inSeconds(-60) })),
    'no signature': bearer(`${encode({ alg: 'none' })}.${body}.`),
    'algorithm none with a signature': bearer(`${encode({ alg: 'none' })}.${body}.${good.split('.')[2]}`),
    'HS512 where HS256 is taken': bearer(await tokenOf(merchant, { alg: 'HS512', secret: jwtSecret.repeat(2) })),
    'RS256 where a secret is shared': bearer(await signedBy(rsa, merchant, 'RS256')),
    'another secret': bearer(await tokenOf(merchant, { secret: 'another-invented-secret-0123456789' })),
    'wrong issuer': bearer(await tokenOf({ ...merchant, iss: 'https://login.example.org/' })),
    'no issuer': bearer(await tokenOf({ ...merchant, iss: undefined })),
    'wrong audience': bearer(await tokenOf({ ...merchant, aud: 'another-program' })),
    'not yet valid': bearer(await tokenOf({ ...merchant, nbf: inSeconds(600) })),
    'no end': bearer(await tokenOf({ ...merchant, exp: undefined })),
    'no scope': bearer(await tokenOf({})),
    'both scopes': bearer(await tokenOf({ scope: 'merchant customer' })),
    'changed claims': bearer(`${good.split('.')[0]}.${body}.${good.split('.')[2]}`),
    garbage: bearer('garbage'),
    'another scheme': { authorization: `Basic ${Buffer.from('merchant:merchant').toString('base64')}` },
    'unknown API key': { 'x-api-key': 'another-invented-key' },
    'the hash of an API key': { 'x-api-key': accessEnv.API_KEYS },
    'token and API key': { ...bearer(good), 'x-api-key': apiKey },
  };
}
