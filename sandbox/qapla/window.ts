import type { SandboxReply, SandboxRequest } from '../kernel/provider-server.js';
import { parseLocal } from '../kernel/zone.js';
import { importedOrderWire } from './imported-order.js';
import { dayStart, isoLocal, QAPLA_ZONE } from './local-time.js';
import { parcelWire } from './parcel.js';
import { envelope, refusal } from './replies.js';
import type { QaplaState, RowOrder } from './state.js';

/** Rows of one answer; there is no second page. */
const LIMIT = 100;

/** Answers getTracks: parcels imported since `dateFrom` or in the last `days`, by time of import. */
export function getTracks(request: SandboxRequest, state: QaplaState): SandboxReply {
  const from = windowStart(request.query, state.now());
  if (from === null) return refusal('getTracks', 'invalid dateFrom or days');
  const tracks = rowsSince(state.parcels, from, state.rows).map((parcel) => parcelWire(parcel, null));
  return envelope('getTracks', { result: 'OK', error: false, dateFrom: dayOf(from), count: tracks.length, tracks });
}

/** Answers getOrders: orders imported since `dateFrom` or in the last `days`, by time of import. */
export function getOrders(request: SandboxRequest, state: QaplaState): SandboxReply {
  const from = windowStart(request.query, state.now());
  if (from === null) return refusal('getOrders', 'invalid dateFrom or days');
  const orders = rowsSince(state.orders, from, state.rows).map(importedOrderWire);
  return envelope('getOrders', { result: 'OK', error: '', dateFrom: dayOf(from), count: orders.length, orders });
}

function rowsSince<Row extends { importedAt: Date }>(rows: Row[], from: Date, order: RowOrder): Row[] {
  const found = rows.filter(({ importedAt }) => importedAt >= from);
  return (order === 'ascending' ? found : found.reverse()).slice(0, LIMIT);
}

/** The answer repeats the day it starts from, without its time (seed 003). */
function dayOf(date: Date): string {
  return isoLocal(date).slice(0, 10);
}

/** `days` counts back from the start of today, 0 being today; without either there is no window. */
function windowStart(query: URLSearchParams, now: Date): Date | null {
  const dateFrom = query.get('dateFrom');
  const days = query.get('days');
  if (dateFrom === null) return days !== null && /^\d{1,5}$/.test(days) ? dayStart(now, Number(days)) : null;
  try {
    return parseLocal(dateFrom, QAPLA_ZONE);
  } catch {
    return null;
  }
}
