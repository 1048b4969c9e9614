import { createHash, timingSafeEqual } from 'node:crypto';
import type { Secret } from '../config/secret.js';
import type { MerchantCaller } from './caller.js';
import { Unauthenticated } from './unauthenticated.js';

const shownDigits = 12;

/** The caller of a key of the back office. Every hash is compared, each in constant time. @throws Unauthenticated for an unknown one. */
export function readApiKey(key: string, hashes: readonly Secret[]): MerchantCaller {
  const given = createHash('sha256').update(key).digest();
  const known = hashes
    .map((hash) => hash.reveal())
    .filter((hash) => timingSafeEqual(given, Buffer.from(hash, 'hex')))[0];
  if (known === undefined) throw new Unauthenticated('The API key is not known.');
  return { scope: 'MERCHANT', id: `key:${known.slice(0, shownDigits)}`, expiresAtMs: null };
}
