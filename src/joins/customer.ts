import type { CustomerRecord } from '../domain/customer.js';
import { normalizeEmail } from '../domain/join-keys.js';
import type { ProviderName } from '../domain/provider.js';

export type MatchedBy = 'EMAIL' | 'EXTERNAL_ID' | 'SKU' | 'REFERENCE' | 'ORDER_NUMBER';

/** Who a customer is: everybody with one e-mail, or a single record that has none. */
export type CustomerKey =
  | { readonly kind: 'EMAIL'; readonly email: string }
  | { readonly kind: 'RECORD'; readonly provider: ProviderName; readonly externalId: string };

/** A shopper as the graph passes it on: the key, and the record it was reached by. */
export interface Customer {
  readonly key: CustomerKey;
  readonly record: CustomerRecord | null;
  /** How QPilot's record was found, for `identities`. */
  readonly matchedBy: MatchedBy;
}

export interface CustomerIdentity {
  readonly provider: ProviderName;
  readonly externalId: string | null;
  readonly matchedBy: MatchedBy;
}

/**
 * The customer a record belongs to.
 *
 * @param fallbackId names a record without e-mail that has no id of its own: for a shopper, the id of the order.
 */
export function customerOf(
  record: CustomerRecord,
  fallbackId: string | null = null,
  matchedBy: MatchedBy = 'EMAIL',
): Customer | null {
  const email = normalizeEmail(record.email);
  if (email !== null) return { key: { kind: 'EMAIL', email }, record, matchedBy };
  const externalId = record.externalId ?? fallbackId;
  if (externalId === null) return null;
  return { key: { kind: 'RECORD', provider: record.provider, externalId }, record, matchedBy: 'EXTERNAL_ID' };
}
