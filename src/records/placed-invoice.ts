import type { Address } from '../domain/customer.js';
import type { Instant } from '../domain/instant.js';

/** An invoice as it was issued at InfluencerSoft, which gives none back (seed 002 has no read). */
export interface PlacedInvoice {
  /** Made here: the provider's answer names none. */
  readonly id: string;
  /** The idempotency key it was issued under, else its id. */
  readonly reference: string;
  readonly placedAt: Instant;
  /** The provider's word that was sent; null when none was. */
  readonly status: string | null;
  readonly email: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly phone: string | null;
  readonly shippingAddress: Address | null;
  readonly billingAddress: Address | null;
  readonly note: string | null;
  readonly paymentMethod: string | null;
  /** The account's, as the operator had set it; null when it was not set. */
  readonly currency: string | null;
  readonly lines: readonly {
    readonly productId: string;
    /** Decimal text; null where the product's own price was charged. */
    readonly price: string | null;
  }[];
}
