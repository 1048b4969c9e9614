import { createHash } from 'node:crypto';
import { canonicalJson } from '../domain/canonical-json.js';
import type { ProviderName } from '../domain/provider.js';
import { RequestError } from '../errors/request-error.js';
import { ledgerKey } from '../ledger/account-ledger.js';

const longestKey = 255;

/** @throws RequestError BAD_USER_INPUT for a key that could be mistaken for another one. */
export function checkKey(key: string): void {
  if (key !== '' && key === key.trim() && key.length <= longestKey && !/\p{Cc}/u.test(key)) return;
  throw new RequestError(
    'BAD_USER_INPUT',
    `Argument "input.idempotencyKey" must have 1 to ${longestKey} characters, without control characters and blanks around it.`,
  );
}

interface KeyedWrite {
  readonly provider: ProviderName;
  readonly mutation: string;
  readonly idempotencyKey: string | null;
}

/** Where a write stands in the ledger: keys of two callers, two mutations and two accounts are two keys. */
export function keyIn({ provider, mutation, idempotencyKey }: KeyedWrite, caller: string): string {
  return ledgerKey(provider, digest([caller, mutation, idempotencyKey]));
}

/** A digest that does not depend on the order in which a caller wrote the fields. */
export function digest(value: object): string {
  return createHash('sha256').update(canonicalJson(value)).digest('base64url');
}
