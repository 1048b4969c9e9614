import type { CustomerRecord } from './customer.js';
import type { Instant } from './instant.js';
import type { Money } from './money.js';
import type { Product } from './product.js';

export type ScheduledOrderStatus =
  | 'ACTIVE'
  | 'PAUSED'
  | 'FAILED'
  | 'PROCESSING'
  | 'QUEUED'
  | 'LOCKED'
  | 'DELETED'
  | 'UNKNOWN';
export type FrequencyUnit = 'DAYS' | 'WEEKS' | 'MONTHS' | 'DAY_OF_THE_WEEK' | 'DAY_OF_THE_MONTH' | 'UNKNOWN';
export type PaymentMethodType =
  | 'STRIPE'
  | 'AUTHORIZE_NET'
  | 'PAYPAL'
  | 'PAYPAL_V3'
  | 'BRAINTREE'
  | 'CYBERSOURCE'
  | 'CYBERSOURCE_V2'
  | 'NMI'
  | 'PAYA_V1'
  | 'TRUST_COMMERCE'
  | 'GPG'
  | 'SQUARE'
  | 'SAGE'
  | 'CHECKOUT'
  | 'TEST'
  | 'UNKNOWN';

export interface Frequency {
  readonly unit: FrequencyUnit;
  readonly rawUnit: string | null;
  readonly value: number | null;
}

/** A subscription: what is ordered, for whom, how often, paid with which card. */
export interface ScheduledOrder {
  readonly externalId: string;
  readonly status: ScheduledOrderStatus;
  readonly rawStatus: string | null;
  readonly frequency: Frequency | null;
  readonly nextOccurrenceAt: Instant | null;
  readonly lastOccurrenceAt: Instant | null;
  readonly createdAt: Instant | null;
  readonly updatedAt: Instant | null;
  readonly subtotal: Money | null;
  readonly shippingTotal: Money | null;
  readonly taxTotal: Money | null;
  readonly total: Money | null;
  readonly note: string | null;
  readonly customerExternalId: string | null;
  readonly paymentMethodExternalId: string | null;
  readonly items: readonly ScheduledOrderItem[];
  /** Records upstream embedded; null when the id has to be looked up. Their ids were checked against the order's. */
  readonly customer: CustomerRecord | null;
  readonly paymentMethod: PaymentMethod | null;
}

export interface ScheduledOrderItem {
  readonly externalId: string | null;
  readonly productExternalId: string | null;
  readonly quantity: number | null;
  /** What one piece is charged: the sale price where one is set, else the price. */
  readonly unitPrice: Money | null;
  readonly product: Product | null;
}

/** A saved card or account at a payment gateway. The gateway's tokens are credentials and never leave the wire. */
export interface PaymentMethod {
  readonly externalId: string;
  readonly customerExternalId: string | null;
  readonly type: PaymentMethodType;
  readonly rawType: string | null;
  readonly isDefault: boolean | null;
  readonly lastFourDigits: string | null;
  /** As upstream writes it, usually MMYY. */
  readonly expiresOn: string | null;
  readonly description: string | null;
}

/** One run of a scheduled order. */
export interface ProcessingCycle {
  readonly externalId: string | null;
  readonly status: string | null;
  readonly startedAt: Instant | null;
  /** The id of the order the shop made in this run; null when it made none. */
  readonly orderExternalId: string | null;
}
