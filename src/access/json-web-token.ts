import { createRemoteJWKSet, customFetch, errors, type JWTPayload, type JWTVerifyOptions, jwtVerify } from 'jose';
import { normalizeEmail } from '../domain/join-keys.js';
import type { AccessSettings } from './access-settings.js';
import type { Caller } from './caller.js';
import { createKeySetFetch } from './fetch-key-set.js';
import { Unauthenticated } from './unauthenticated.js';

/** Gives who a token was issued to. @throws Unauthenticated for a token that is not to be trusted. */
export type ReadToken = (token: string) => Promise<Caller>;

/** Makes an id of the facts of a caller that shows none of them. */
export type NameCaller = (facts: readonly (string | null)[]) => string;

const longestKeyFetchMs = 5000;
/** How long the issuer's keys are kept, and how soon they may be asked for again because of a key that is not among them. */
const keysLiveMs = 600_000;
const keysRestMs = 30_000;

/**
 * Reads tokens with the claims `scope` (`merchant` or `customer`), `customer_id` and `email`. A token has to have an end; an e-mail
 * counts only where `email_verified` is true.
 */
export function createTokenReader(settings: AccessSettings, nameCaller: NameCaller): ReadToken | null {
  const verify = createVerifier(settings);
  if (verify === null) return null;
  return async (token) => {
    const claims = await verify(token).catch((error: unknown) => {
      throw refusalOf(error);
    });
    return callerOf(claims, nameCaller);
  };
}

function createVerifier(settings: AccessSettings): ((token: string) => Promise<JWTPayload>) | null {
  const { jwksUrl, jwtSecret, issuer, audience, algorithms, clockSkewSeconds } = settings;
  const options: JWTVerifyOptions = {
    algorithms: [...algorithms],
    clockTolerance: clockSkewSeconds,
    requiredClaims: ['exp'],
    ...(issuer === null ? {} : { issuer }),
    ...(audience === null ? {} : { audience }),
  };
  if (jwtSecret !== null) {
    const key = new TextEncoder().encode(jwtSecret.reveal());
    return async (token) => (await jwtVerify(token, key, options)).payload;
  }
  if (jwksUrl === null) return null;
  const keys = createRemoteJWKSet(jwksUrl, {
    timeoutDuration: longestKeyFetchMs,
    cacheMaxAge: keysLiveMs,
    cooldownDuration: keysRestMs,
    [customFetch]: createKeySetFetch(),
  });
  return async (token) => (await jwtVerify(token, keys, options)).payload;
}

/** The words for a caller: which part is wrong, never the token. */
function refusalOf(error: unknown): Unauthenticated {
  if (error instanceof errors.JWTExpired) return new Unauthenticated('The token has expired.');
  if (error instanceof errors.JWTClaimValidationFailed) {
    return new Unauthenticated(`The token's claim "${error.claim}" is missing or not the expected one.`);
  }
  if (error instanceof errors.JOSEAlgNotAllowed) return new Unauthenticated("The token's algorithm is not allowed.");
  const isOfToken =
    error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid);
  // A key set that answers with a failure is an error of the issuer as well; the library gives it no class of its own.
  const isIssuerFailing = !isOfToken || error.code === 'ERR_JOSE_GENERIC';
  return isIssuerFailing
    ? new Unauthenticated("The issuer's keys cannot be read at the moment.", true)
    : new Unauthenticated('The token is not valid.');
}

function callerOf(claims: JWTPayload, nameCaller: NameCaller): Caller {
  const expiresAtMs = (claims.exp ?? 0) * 1000;
  const issuer = textOf(claims.iss);
  const subject = textOf(claims.sub);
  const scopes = textOf(claims['scope'])?.split(' ') ?? [];
  if (scopes.includes('merchant') === scopes.includes('customer')) {
    throw new Unauthenticated('The token\'s claim "scope" must name one of merchant and customer.');
  }
  if (scopes.includes('merchant')) {
    return { scope: 'MERCHANT', id: `merchant:${nameCaller([issuer, subject])}`, expiresAtMs };
  }
  const customerId = textOf(claims['customer_id']);
  const email = claims['email_verified'] === true ? emailOf(textOf(claims['email'])) : null;
  const name = customerId === null ? (email === null ? ['sub', subject] : ['email', email]) : ['id', customerId];
  return { scope: 'CUSTOMER', id: `customer:${nameCaller([issuer, ...name])}`, expiresAtMs, customerId, email };
}

/** Null for one that only looks like another: the sign for kelvin becomes a plain k, and is another mailbox's. */
function emailOf(claim: string | null): string | null {
  const email = normalizeEmail(claim);
  const plainIn = (text: string | null) => text?.match(/[!-~]/g)?.length ?? 0;
  return plainIn(email) > plainIn(claim) ? null : email;
}

/** A number is taken for its digits: issuers differ in how they write ids. */
function textOf(claim: unknown): string | null {
  if (typeof claim === 'number' && Number.isSafeInteger(claim)) return String(claim);
  return typeof claim === 'string' && claim.trim() !== '' ? claim.trim() : null;
}
