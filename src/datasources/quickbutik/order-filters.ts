import { z } from 'zod';
import { fromEpochMs, type Instant } from '../../domain/instant.js';
import type { Query } from './calls.js';
import { toOrderStatus } from './normalize-order.js';
import { type AskOrders, extras } from './order-pages.js';
import { hasNamelessRow, isLikelyCap, type OrderRow } from './order-rows.js';

const windowSchema = z.tuple([z.int(), z.int()]);

/** What is left to ask of a list that comes cut. Times are UNIX seconds. */
export const filterPlaceSchema = z.object({
  stage: z.enum(['STATUSES', 'CHANGES', 'PROBES', 'PAYMENTS']),
  cap: z.int().positive(),
  /** Null where the shop refuses a limit. */
  limit: z.int().positive().nullable(),
  /** Whether the orders of a status are all here. */
  isUnpaidWhole: z.boolean(),
  isPaidWhole: z.boolean(),
  /** How far back the next question after changes goes. */
  days: z.int(),
  /** The time since which all orders are here. */
  since: z.int().nullable(),
  /** Payments between two times that are still to be asked for, the newest last. */
  payments: z.array(windowSchema),
});

export type FilterPlace = z.output<typeof filterPlaceSchema>;

/** What one step has found. */
export interface FilterRead {
  readonly rows: readonly OrderRow[];
  /** Null behind the last step. */
  readonly place: FilterPlace | null;
  readonly isComplete: boolean;
  readonly since: Instant | null;
}

const daySeconds = 24 * 60 * 60;
// Older than any order.
const earliest = Date.UTC(2000, 0, 1) / 1000;
// Fourfold steps reach forty years back in eight calls.
const mostDays = 4 ** 7;

/** The first step of reading a cut list through its filters. */
export function beginFilters(cap: number, limit: number | null): FilterPlace {
  return {
    stage: 'STATUSES',
    cap,
    limit,
    isUnpaidWhole: false,
    isPaidWhole: false,
    days: 1,
    since: null,
    payments: [],
  };
}

/**
 * A step of reading orders that the list itself does not show, by the filters of the seed document: each status, what has changed
 * lately, and payments in windows of time that are halved until their answer is not cut.
 *
 * @remarks No filter shows orders that were cancelled without a payment: such a list is complete only as far back as an answer
 * about changes is not cut. An order that was never paid nor changed is among the unpaid ones.
 * @param nowSeconds UNIX seconds
 */
export async function readFiltered(ask: AskOrders, place: FilterPlace, nowSeconds: number): Promise<FilterRead> {
  const { limit, cap } = place;
  const list: CutList = {
    ask: (query) => ask([...query, ...(limit === null ? [] : extras(limit, 0))]),
    isCut: (rows) => rows.length === cap || isLikelyCap(rows.length),
  };
  const stages = { STATUSES: readStatuses, CHANGES: readChanges, PROBES: probePayments, PAYMENTS: readPayments };
  return stages[place.stage](list, place, nowSeconds);
}

interface CutList {
  readonly ask: AskOrders;
  readonly isCut: (rows: readonly OrderRow[]) => boolean;
}

async function readStatuses({ ask, isCut }: CutList, place: FilterPlace): Promise<FilterRead> {
  const isWhole: boolean[] = [];
  const found: OrderRow[] = [];
  for (const status of ['UNPAID', 'PAID', 'DONE'] as const) {
    const rows = await ask([['status', status.toLowerCase()]]);
    const isHeeded = rows.every(({ wire }) => toOrderStatus(wire.status) === status);
    isWhole.push(isHeeded && !isCut(rows) && !hasNamelessRow(rows));
    found.push(...rows);
  }
  const [isUnpaidWhole = false, ...paid] = isWhole;
  return goOn(found, { ...place, stage: 'CHANGES', isUnpaidWhole, isPaidWhole: paid.every(Boolean) });
}

async function readChanges({ ask, isCut }: CutList, place: FilterPlace, nowSeconds: number): Promise<FilterRead> {
  const { days, isUnpaidWhole, isPaidWhole } = place;
  const from = Math.max(0, nowSeconds - days * daySeconds);
  const rows = await ask([['from_status_date', String(from)]]);
  // Without all unpaid orders this would rest on a new order counting as a changed one, which nobody documents.
  const isSettled = !isCut(rows) && !hasNamelessRow(rows) && isUnpaidWhole;
  if (isSettled && days >= mostDays) return { rows, place: null, isComplete: true, since: null };
  if (isSettled) return goOn(rows, { ...place, since: from, days: days * 4 });
  return isPaidWhole ? end(rows, place) : goOn(rows, { ...place, stage: 'PROBES' });
}

/** A shop that shows payments of tomorrow, or of 1970, does not heed the times: windows would never end. */
async function probePayments({ ask }: CutList, place: FilterPlace, nowSeconds: number): Promise<FilterRead> {
  const tomorrow = nowSeconds + daySeconds;
  const ahead = await ask(paidBetween([tomorrow, tomorrow + daySeconds]));
  const behind = await ask(paidBetween([1, 2]));
  const rows = [...ahead, ...behind];
  if (rows.length > 0) return end(rows, place);
  return goOn(rows, { ...place, stage: 'PAYMENTS', payments: [[earliest, tomorrow]] });
}

async function readPayments({ ask, isCut }: CutList, place: FilterPlace): Promise<FilterRead> {
  const window = place.payments.at(-1);
  if (window === undefined) return end([], place);
  const [from, to] = window;
  const rows = await ask(paidBetween(window));
  const payments = place.payments.slice(0, -1);
  const middle = Math.floor((from + to) / 2);
  // Both halves hold the second between them: whether the end of a window belongs to it is not documented.
  if (isCut(rows) && middle > from) payments.push([from, middle], [middle, to]);
  return payments.length === 0 ? end(rows, place) : goOn(rows, { ...place, payments });
}

function paidBetween([from, to]: z.output<typeof windowSchema>): Query {
  return [
    ['from_date_paid', String(from)],
    ['to_date_paid', String(to)],
  ];
}

function goOn(rows: readonly OrderRow[], place: FilterPlace): FilterRead {
  return { rows, place, isComplete: false, since: null };
}

function end(rows: readonly OrderRow[], { since }: FilterPlace): FilterRead {
  return { rows, place: null, isComplete: false, since: since === null ? null : fromEpochMs(since * 1000) };
}
