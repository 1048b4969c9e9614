import { z } from 'zod';
import { UpstreamError } from '../../errors/upstream-error.js';
import type { Query } from './calls.js';
import { hasNamelessRow, idOfRow, isLikelyCap, type OrderRow } from './order-rows.js';

/** Asks GET /orders. */
export type AskOrders = (query: Query) => Promise<readonly OrderRow[]>;

/** Where a list that is read by offsets goes on, and what earlier pages have shown of it. */
export const pagePlaceSchema = z.object({
  /** How many rows are asked for. */
  limit: z.int().positive(),
  /** How many the shop gives. */
  size: z.int().positive(),
  offset: z.int().nonnegative(),
  /** The first order of the page before: seeing it again means that the offset is ignored. */
  first: z.string().nullable(),
  /** The last orders of the page before: the next page begins with them, unless rows in between are gone. */
  tail: z.array(z.string()),
  restarts: z.int(),
  hasGap: z.boolean(),
});

export type PagePlace = z.output<typeof pagePlaceSchema>;

/** A page of a list, and whether it is the last. */
export type PageRead = { readonly rows: readonly OrderRow[] } & (
  | { readonly outcome: 'MORE'; readonly place: PagePlace }
  /** Nothing is left to read; with a gap when a row does not say which order it is, or the list would not hold still. */
  | { readonly outcome: 'WHOLE'; readonly hasGap: boolean }
  /** The shop gives no more rows than the cap, from the same place whatever the offset. The limit is null where the shop refuses one. */
  | { readonly outcome: 'CUT'; readonly cap: number; readonly limit: number | null }
);

// The most rows of a call (public); and so many where an answer of the most is too large or too slow.
const largeLimit = 1000;
const smallLimit = 100;
const overlap = 5;
const maxRestarts = 2;

/** What the seed document does not have: how many rows, behind how many, and that they be whole orders (public). */
export function extras(limit: number, offset: number): Query {
  return [
    ['limit', String(limit)],
    ['offset', String(offset)],
    ['include_details', 'true'],
  ];
}

/**
 * The first page of a list of orders.
 *
 * @remarks Whether the shop knows parameters beyond its document shows in the answer: more rows than the limit are the whole list. A
 * shop that refuses them, or finds nothing or fails because of them, is asked as documented.
 * @param askPlainly what to do then
 */
export async function readFirstPage(ask: AskOrders, base: Query, askPlainly = () => ask(base)): Promise<PageRead> {
  const { rows, limit } = (await askExtended(ask, base)) ?? { rows: await askPlainly(), limit: null };
  if (limit === null) return isLikelyCap(rows.length) ? { rows, outcome: 'CUT', cap: rows.length, limit } : whole(rows);
  return mayHaveFollowers(rows.length, limit) ? more(rows, { ...beginning, limit, size: rows.length }) : whole(rows);
}

/** The next page of a list that is read by offsets. */
export async function readNextPage(ask: AskOrders, base: Query, place: PagePlace): Promise<PageRead> {
  const { limit, size, offset, first, tail, hasGap } = place;
  let rows: readonly OrderRow[];
  try {
    rows = await ask([...base, ...extras(limit, offset)]);
  } catch (error) {
    return withoutPage(error, place);
  }
  const ids = new Set(rows.map(idOfRow));
  if (first !== null && ids.has(first)) {
    // Where the first page was no likely cap, it was the whole list that happened to have as many rows.
    return size === limit || isLikelyCap(size) ? { rows, outcome: 'CUT', cap: size, limit } : whole(rows, hasGap);
  }
  // An offset that is understood shows at least the rows that pages have in common.
  if (rows.length === 0 && offset > 0) return { rows, outcome: 'CUT', cap: size, limit };
  if (tail.length > 0 && !tail.some((id) => ids.has(id))) return restart(rows, place);
  return rows.length < size ? whole(rows, hasGap) : more(rows, place);
}

const beginning = { offset: 0, first: null, tail: [], restarts: 0, hasGap: false };

/** Null where nothing comes of asking for more than the seed document has. */
async function askExtended(
  ask: AskOrders,
  base: Query,
): Promise<{ readonly rows: readonly OrderRow[]; readonly limit: number } | null> {
  for (const limit of [largeLimit, smallLimit]) {
    try {
      const rows = await ask([...base, ...extras(limit, 0)]);
      // Perhaps it is the question that finds nothing.
      return rows.length === 0 ? null : { rows, limit };
    } catch (error) {
      if (isOneOf(error, ['PROVIDER_REJECTED'])) return null;
      if (!isOneOf(error, ['PROVIDER_CONTRACT', 'PROVIDER_TIMEOUT', 'PROVIDER_UNAVAILABLE'])) throw error;
    }
  }
  return null;
}

/** Whether others may follow so many rows. A round number may be the shop's own limit: the next offset tells. */
function mayHaveFollowers(count: number, limit: number): boolean {
  return count === limit || isLikelyCap(count) || (count < limit && (count % 10 === 0 || count % 25 === 0));
}

function more(rows: readonly OrderRow[], place: PagePlace): PageRead {
  const ids = rows.map(idOfRow);
  const known = ids.filter((id) => id !== null);
  const next: PagePlace = {
    ...place,
    // Orders that are deleted meanwhile move others to places that were read already.
    offset: place.offset + Math.max(1, rows.length - overlap),
    first: known.at(0) ?? null,
    tail: known.slice(-overlap),
    hasGap: place.hasGap || hasNamelessRow(rows),
  };
  return { rows, outcome: 'MORE', place: next };
}

function whole(rows: readonly OrderRow[], hadGap = false): PageRead {
  return { rows, outcome: 'WHOLE', hasGap: hadGap || hasNamelessRow(rows) };
}

/** The list has moved by more than the pages overlap: it is read again from its beginning, which costs a few calls. */
function restart(rows: readonly OrderRow[], place: PagePlace): PageRead {
  const { restarts, size, hasGap } = place;
  if (restarts < maxRestarts) {
    const { offset, first, tail } = beginning;
    const again = hasGap || hasNamelessRow(rows);
    return { rows, outcome: 'MORE', place: { ...place, offset, first, tail, restarts: restarts + 1, hasGap: again } };
  }
  return rows.length < size ? whole(rows, true) : more(rows, { ...place, hasGap: true });
}

/** What a page that could not be had means: an answer that is too large is asked for in smaller pages. */
function withoutPage(error: unknown, place: PagePlace): PageRead {
  const { limit, size, offset } = place;
  if (isOneOf(error, ['PROVIDER_CONTRACT', 'PROVIDER_TIMEOUT']) && limit > smallLimit && size === limit) {
    return { rows: [], outcome: 'MORE', place: { ...place, limit: smallLimit, size: smallLimit } };
  }
  const isOffsetRefused = offset > 0 && isOneOf(error, ['PROVIDER_REJECTED']);
  if (isOffsetRefused) return { rows: [], outcome: 'CUT', cap: size, limit };
  throw error;
}

function isOneOf(error: unknown, codes: readonly UpstreamError['code'][]): boolean {
  return error instanceof UpstreamError && codes.includes(error.code);
}
