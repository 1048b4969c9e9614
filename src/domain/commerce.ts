import type { Instant } from './instant.js';
import type { Money } from './money.js';

export type CommerceProvider = 'SHOPIFY' | 'UNKNOWN';
export type CommerceDataType = 'LOCATION' | 'CUSTOMER' | 'PRODUCT' | 'ORDER' | 'UNKNOWN';
export type CommerceKind = Exclude<CommerceDataType, 'UNKNOWN'>;

/** One record of the aggregator's snapshot: the few fields that could be read, and the untouched rest. */
export interface CommerceRecord {
  readonly kind: CommerceKind;
  /** The record's own id, else a digest of its content: stable while the record does not change. */
  readonly externalId: string;
  readonly email: string | null;
  readonly name: string | null;
  readonly orderNumber: string | null;
  readonly sku: string | null;
  readonly gtin: string | null;
  readonly total: Money | null;
  readonly createdAt: Instant | null;
  readonly raw: unknown;
}

/** A connection between the merchant's account and a commerce platform. */
export interface CommerceLink {
  readonly externalId: string;
  readonly provider: CommerceProvider;
  readonly rawProvider: string | null;
  readonly status: string | null;
  readonly redirectUrl: string | null;
}

export interface CommerceSync {
  readonly externalId: string | null;
  readonly dataType: CommerceDataType;
  readonly rawDataType: string | null;
  readonly status: string | null;
  readonly requestedAt: Instant | null;
  readonly completedAt: Instant | null;
}

export interface CommerceProviderState {
  readonly name: CommerceProvider;
  readonly rawName: string | null;
  readonly isEnabled: boolean | null;
  readonly isAvailable: boolean | null;
  readonly autoConnect: boolean | null;
}
