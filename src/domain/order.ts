import type { Address, CustomerRecord } from './customer.js';
import type { Instant } from './instant.js';
import type { Money } from './money.js';
import type { ProviderName } from './provider.js';

export type OrderStatus = 'UNPAID' | 'PAID' | 'DONE' | 'CANCELLED' | 'REFUNDED' | 'PROCESSING' | 'UNKNOWN';

/** What a list shows of an order: enough to sort and filter by, too little to join by. */
export interface OrderHead {
  readonly provider: ProviderName;
  /** The provider's own id of the order. */
  readonly externalId: string;
  /** The order number shop, parcel and import share. */
  readonly reference: string;
  readonly status: OrderStatus;
  readonly rawStatus: string | null;
  readonly placedAt: Instant | null;
  /** In a list without a currency field the currency is unknown; the full order states it. */
  readonly total: Money | null;
}

/** The whole order as its provider states it. */
export interface Order extends OrderHead {
  readonly updatedAt: Instant | null;
  readonly subtotal: Money | null;
  readonly shippingTotal: Money | null;
  readonly discountTotal: Money | null;
  readonly taxTotal: Money | null;
  readonly payment: { readonly method: string | null; readonly transactionId: string | null } | null;
  readonly shippingMethodName: string | null;
  readonly shippingAddress: Address | null;
  readonly note: string | null;
  readonly lines: readonly OrderLine[];
  /** The person inside the order; null when the order names none. */
  readonly shopper: CustomerRecord | null;
}

export interface OrderLine {
  readonly sku: string | null;
  readonly title: string | null;
  readonly quantity: number | null;
  readonly unitPrice: Money | null;
  /** As upstream states it; null where it states none. Never computed. */
  readonly total: Money | null;
  readonly variant: string | null;
  /** The order's provider's id of the product; null where a line names its product by sku only. */
  readonly productExternalId: string | null;
}

/** Whether an order is whole: a head alone has no lines. */
export function isFull(head: OrderHead): head is Order {
  return 'lines' in head;
}
