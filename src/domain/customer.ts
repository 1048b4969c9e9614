import type { Instant } from './instant.js';
import type { ProviderName } from './provider.js';

export interface Address {
  readonly name: string | null;
  readonly company: string | null;
  /** Street lines, blank ones left out. */
  readonly lines: readonly string[];
  readonly city: string | null;
  readonly region: string | null;
  readonly postalCode: string | null;
  /** ISO 3166-1 alpha-2; null when upstream's country is unknown to the name tables. */
  readonly countryCode: string | null;
}

/** One provider's record of one person: a QPilot customer, or the shopper inside a shop's order. */
export interface CustomerRecord {
  readonly provider: ProviderName;
  /** The provider's own id; null for the shopper inside an order, who has none. */
  readonly externalId: string | null;
  /** The provider's own number beside the shop's id, by which the customer's rows may name it; absent where none is stated. */
  readonly ownNumber?: string;
  /** As upstream writes it; compare with `normalizeEmail`. */
  readonly email: string | null;
  readonly name: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly phone: string | null;
  readonly company: string | null;
  readonly shippingAddress: Address | null;
  readonly billingAddress: Address | null;
  /** When the order that holds the shopper was placed; null for a record of its own. */
  readonly seenAt: Instant | null;
}
