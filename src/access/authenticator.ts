import { createHmac } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Secret } from '../config/secret.js';
import type { AccessSettings } from './access-settings.js';
import { readApiKey } from './api-keys.js';
import { type AnonymousCaller, type Caller, localMerchant } from './caller.js';
import { createTokenReader, type NameCaller, type ReadToken } from './json-web-token.js';
import { Unauthenticated } from './unauthenticated.js';

/** What a caller shows: a token as `Bearer …`, or a key. */
export interface Credentials {
  readonly authorization: string | null;
  readonly apiKey: string | null;
}

/** Tells who asks. */
export class Authenticator {
  readonly #settings: AccessSettings | null;
  readonly #readToken: ReadToken | null;
  readonly #nameCaller: NameCaller;

  /** @param settings null for a gateway without access control: everybody who reaches it is the merchant */
  constructor(settings: AccessSettings | null, idSecret: Secret) {
    this.#settings = settings;
    this.#nameCaller = (facts) =>
      createHmac('sha256', idSecret.reveal())
        .update(JSON.stringify(['caller', ...facts]))
        .digest('base64url')
        .slice(0, 22);
    this.#readToken = settings === null ? null : createTokenReader(settings, this.#nameCaller);
  }

  /** Whether callers have to show who they are. */
  get isRequired(): boolean {
    return this.#settings !== null;
  }

  /**
   * The caller behind credentials.
   *
   * @param address of who shows none: those of one address are one caller
   * @throws Unauthenticated for credentials that do not hold, and for none where nothing is open to everybody.
   */
  async identify({ authorization, apiKey }: Credentials, address: string): Promise<Caller> {
    if (this.#settings === null) return localMerchant;
    if (authorization !== null && apiKey !== null) {
      throw new Unauthenticated('Give a token or an API key, not both.');
    }
    if (apiKey !== null) return readApiKey(apiKey, this.#settings.apiKeyHashes);
    if (authorization === null) return this.#anonymous(address);
    const token = /^bearer +([^\s]+)$/i.exec(authorization)?.[1];
    if (token === undefined) throw new Unauthenticated('The header "authorization" must be "Bearer" and a token.');
    if (this.#readToken === null) throw new Unauthenticated('This gateway takes API keys only.');
    return this.#readToken(token);
  }

  #anonymous(address: string): AnonymousCaller {
    if (this.#settings?.isCatalogPublic !== true) {
      throw new Unauthenticated('Show who you are: a token in the header "authorization", or a key in "x-api-key".');
    }
    return { scope: 'ANONYMOUS', id: `anonymous:${this.#nameCaller(['address', address])}`, expiresAtMs: null };
  }
}

/** Whether a request has several tokens: Node takes the first, and what stands before the gateway may have looked at the last. */
export function hasSeveralTokens({ headersDistinct }: Pick<IncomingMessage, 'headersDistinct'>): boolean {
  return (headersDistinct['authorization']?.length ?? 0) > 1;
}

/** The credentials in headers. */
export function credentialsIn({ authorization, 'x-api-key': key }: IncomingHttpHeaders): Credentials {
  return { authorization: authorization ?? null, apiKey: (Array.isArray(key) ? key.join(', ') : key) ?? null };
}
