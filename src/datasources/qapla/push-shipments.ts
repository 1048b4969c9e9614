import { z } from 'zod';
import type { CalendarDate } from '../../domain/instant.js';
import { integerWire, textWire } from '../_shared/wire-values.js';
import type { QaplaParts } from './calls.js';
import { type NewRow, push, type RowOutcome, rowsBody, wordsOf } from './push-call.js';

/** A parcel to register; null for what was not given. */
export interface NewShipment {
  readonly trackingNumber: string;
  /** A code of getCouriers. */
  readonly courier: string;
  readonly shippedOn: CalendarDate;
  readonly reference: string | null;
  readonly orderedOn: CalendarDate | null;
  readonly name: string | null;
  /** Street lines joined by `, `: upstream has one field. */
  readonly street: string | null;
  readonly city: string | null;
  readonly postalCode: string | null;
  readonly region: string | null;
  readonly countryCode: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly agentEmail: string | null;
  /** Decimal text with a dot and two decimals. */
  readonly amount: string | null;
  readonly payOnDelivery: boolean;
  /** Decimal text with a dot and two decimals. */
  readonly shippingCost: string | null;
  readonly custom1: string | null;
  readonly custom2: string | null;
  readonly custom3: string | null;
  readonly note: string | null;
  readonly requestedDeliveryOn: CalendarDate | null;
  readonly tag: string | null;
  readonly isTrackingNumber: boolean;
  /** Null sends none. */
  readonly rows: readonly NewRow[] | null;
}

/** What became of one parcel. */
export type ShipmentOutcome = RowOutcome<{ readonly trackingUrl: string | null }>;

const rowWireSchema = z.object({
  /** From 1. */
  row: integerWire,
  /** `OK` or `KO` (seed document). */
  result: textWire,
  /** The tracking page; getTrack calls it `trackingUrl`. */
  url: textWire,
  error: z.unknown().optional(),
});

/**
 * POST pushTrack (seed document): registers parcels. Rows are taken or refused one by one.
 *
 * @throws UpstreamError PROVIDER_OUTCOME_UNKNOWN when parcels may have been registered; every other code means that none was.
 */
export function pushShipments(parts: QaplaParts, shipments: readonly NewShipment[]): Promise<ShipmentOutcome[]> {
  // `imported` is not looked at: it counts what the rows say.
  return push(parts, {
    method: 'pushTrack',
    rows: shipments.map(bodyOf),
    list: 'track',
    rowSchema: rowWireSchema,
    read: readRow,
  });
}

/** Names, order and types of the seed document's sample; absent fields are left out, down to its minimum form. */
function bodyOf(shipment: NewShipment): object {
  const { payOnDelivery, isTrackingNumber, rows } = shipment;
  const fields = {
    trackingNumber: shipment.trackingNumber,
    courier: shipment.courier,
    shipDate: shipment.shippedOn,
    reference: shipment.reference,
    orderDate: shipment.orderedOn,
    name: shipment.name,
    street: shipment.street,
    city: shipment.city,
    ZIP: shipment.postalCode,
    state: shipment.region,
    country: shipment.countryCode,
    email: shipment.email,
    telephone: shipment.phone,
    agent: shipment.agentEmail,
    // These two have a decimal comma where the rows below have a dot.
    amount: withComma(shipment.amount),
    // The document knows the value 1 alone, as a text here and as a number below.
    pod: payOnDelivery ? '1' : null,
    shipping: withComma(shipment.shippingCost),
    custom1: shipment.custom1,
    custom2: shipment.custom2,
    custom3: shipment.custom3,
    note: shipment.note,
    deliveryDate: shipment.requestedDeliveryOn,
    tag: shipment.tag,
    isTrackingNumber: isTrackingNumber ? 1 : null,
    rows: rows === null ? null : rowsBody(rows),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

function withComma(amount: string | null): string | null {
  return amount === null ? null : amount.replace('.', ',');
}

function readRow({ result, url, error }: z.output<typeof rowWireSchema>): ShipmentOutcome {
  const word = result?.toUpperCase();
  if (word === 'OK') return { state: 'DONE', trackingUrl: url !== null && /^https?:\/\//i.test(url) ? url : null };
  if (word !== 'KO') return { state: 'UNKNOWN' };
  const isTaken = typeof error === 'string' && /already used/i.test(error);
  return isTaken
    ? { state: 'REFUSED', code: 'TAKEN', message: wordsOf(error, 'This tracking number is used already.') }
    : { state: 'REFUSED', code: 'REJECTED', message: wordsOf(error, 'The provider refused this parcel.') };
}
