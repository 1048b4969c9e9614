import type { CalendarDate, Instant } from './instant.js';

export type ShipmentStatus =
  | 'QUEUED'
  | 'PENDING'
  | 'AWAITING_PICKUP'
  | 'DEPARTED'
  | 'PROCESSING'
  | 'IN_TRANSIT'
  | 'OUT_FOR_DELIVERY'
  | 'DELIVERY_FAILED'
  | 'AT_PICKUP_POINT'
  | 'DELAYED'
  | 'EXCEPTION'
  | 'RETURNED'
  | 'DELIVERED'
  | 'UNKNOWN';

/** A parcel and where it is. */
export interface Shipment {
  readonly trackingNumber: string;
  readonly reference: string | null;
  readonly status: ShipmentStatus;
  readonly rawStatus: string | null;
  readonly statusAt: Instant | null;
  readonly trackingUrl: string | null;
  readonly courier: { readonly code: string; readonly name: string } | null;
  readonly courierTrackingUrl: string | null;
  /** In upstream's order, newest first: times inside a day are placeholders and must not be sorted by. */
  readonly events: readonly ShipmentEvent[];
}

export interface ShipmentEvent {
  readonly status: ShipmentStatus;
  readonly rawStatus: string | null;
  readonly description: string | null;
  readonly place: string | null;
  readonly on: CalendarDate | null;
  /** Null when every time of the history is midnight: then they are placeholders. */
  readonly at: Instant | null;
}

export interface Courier {
  readonly code: string;
  readonly name: string;
  /** Two-letter region of the provider, also `global` and `eu`. */
  readonly country: string | null;
}

/** What is left of the parcel provider's prepaid credits. */
export interface Credits {
  readonly remaining: number;
  readonly at: Instant | null;
}
