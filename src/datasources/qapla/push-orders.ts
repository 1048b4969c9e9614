import { z } from 'zod';
import { formatLocal, type Instant } from '../../domain/instant.js';
import { integerWire, textWire } from '../_shared/wire-values.js';
import type { QaplaParts } from './calls.js';
import { type NewRow, push, type RowOutcome, rowsBody, wordsOf } from './push-call.js';

/** An order to import; null for what was not given. */
export interface NewImport {
  readonly reference: string;
  readonly orderId: string | null;
  readonly courier: string | null;
  /** The shop's own word. */
  readonly status: string;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly name: string;
  /** Street lines joined by `, `: upstream has one field. */
  readonly street: string;
  readonly city: string;
  readonly region: string;
  readonly postalCode: string;
  readonly countryCode: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  /** Currency and decimal text with two decimals: `EUR 99.90`. */
  readonly amount: string | null;
  readonly paymentType: string;
  readonly payOnDelivery: boolean | null;
  readonly note: string | null;
  /** Decimal texts; units are the channel's. */
  readonly weight: string | null;
  readonly length: string | null;
  readonly width: string | null;
  readonly height: string | null;
  readonly parcels: number | null;
  /** Null sends none. */
  readonly rows: readonly NewRow[] | null;
}

/** What became of one order: `ins` for a new one, `upd` for one that was there (seed document). */
export type ImportOutcome = RowOutcome<{ readonly action: string | null }>;

// `ins` and `upd` stand in the seed document, whose list of words is lost; `imp` and `skp` are those of a later version (public).
const doneActions: ReadonlySet<string> = new Set(['ins', 'upd', 'imp']);
const refusedActions: ReadonlyMap<string, string> = new Map([
  ['err', 'The provider refused this order.'],
  ['skp', 'The provider passed this order over.'],
]);

const rowWireSchema = z.object({
  /** From 1. */
  row: integerWire,
  action: textWire,
  error: z.unknown().optional(),
});

/**
 * POST pushOrder (seed document): imports orders, or changes those whose reference is known.
 *
 * @throws UpstreamError PROVIDER_OUTCOME_UNKNOWN when orders may have been imported; every other code means that none was.
 */
export function pushOrders(parts: QaplaParts, orders: readonly NewImport[]): Promise<ImportOutcome[]> {
  const rows = orders.map((order) => bodyOf(order, parts.reading.timeZone));
  // The counters and the echoed id are not looked at: both contradict the rows in the seed document.
  return push(parts, { method: 'pushOrder', rows, list: 'orders', rowSchema: rowWireSchema, read: readRow });
}

/** Names, order and types of the seed document's sample; absent fields are left out. */
function bodyOf(order: NewImport, timeZone: string): object {
  const fields = {
    id: order.reference,
    orderID: order.orderId,
    courier: order.courier,
    status: order.status,
    createdAt: formatLocal(order.createdAt, timeZone),
    updatedAt: formatLocal(order.updatedAt, timeZone),
    customerName: order.name,
    customerAddress: order.street,
    customerCity: order.city,
    customerState: order.region,
    customerZip: order.postalCode,
    customerCountry: order.countryCode,
    customerEmail: order.email,
    customerTelephone: order.phone,
    amount: order.amount,
    paymentType: order.paymentType,
    isPOD: order.payOnDelivery,
    notes: order.note,
    weight: order.weight,
    parcels: order.parcels === null ? null : String(order.parcels),
    length: order.length,
    width: order.width,
    height: order.height,
    rows: order.rows === null ? null : rowsBody(order.rows),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

function readRow({ action, error }: z.output<typeof rowWireSchema>): ImportOutcome {
  const word = action?.toLowerCase() ?? '';
  if (doneActions.has(word)) return { state: 'DONE', action };
  const fallback = refusedActions.get(word);
  return fallback === undefined
    ? { state: 'UNKNOWN' }
    : { state: 'REFUSED', code: 'REJECTED', message: wordsOf(error, fallback) };
}
