import { z } from 'zod';
import { type Instant, toUnixSeconds } from '../../domain/instant.js';

import type { FillStep, IndexEntry, IndexFeed } from '../_shared/index-feed.js';
import type { Query, QuickbutikCalls, QuickbutikParts } from './calls.js';
import { beginFilters, filterPlaceSchema, readFiltered } from './order-filters.js';
import { type AskOrders, type PageRead, pagePlaceSchema, readFirstPage, readNextPage } from './order-pages.js';
import { hasNamelessRow, isLikelyCap, type OrderRow, readOrderRows } from './order-rows.js';
import { rereadOrder } from './orders.js';
import { noteWholeRows } from './whole-orders.js';

type Changes = { readonly rows: readonly OrderRow[]; readonly isComplete: boolean };

const cursorSchema = z.union([z.object({ page: pagePlaceSchema }), z.object({ filters: filterPlaceSchema })]);

// Fewer are read one by one in as many calls as asking for them all with their details would take.
const worthDetailing = 3;
const mostPages = 20;

/** What Quickbutik offers to the directory: its orders, whole where the shop shows them so in a list, else their heads. */
export function createOrderFeed(
  { reading, abilities }: Pick<QuickbutikParts, 'reading' | 'abilities'>,
  calls: QuickbutikCalls,
): IndexFeed {
  const ask: AskOrders = async (query) => {
    const rows = await calls.orderRows(query);
    if (query.some(([name]) => name === 'include_details')) noteWholeRows(rows, abilities);
    return rows;
  };
  const toEntries = (rows: readonly OrderRow[]) => readOrderRows(rows, reading).map(toEntry);
  return {
    kind: 'ORDER',
    fill: (cursor) => fill(ask, toEntries, cursor),
    changedSince: async (since) => {
      const { rows, isComplete } = await readChanged(ask, since);
      return { entries: toEntries(rows), isComplete };
    },
    reread: async (externalId) => {
      const order = await rereadOrder(externalId, calls, reading);
      return order && toEntry(order);
    },
  };
}

async function fill(
  ask: AskOrders,
  toEntries: (rows: readonly OrderRow[]) => readonly IndexEntry[],
  cursor: string | null,
): Promise<FillStep> {
  const at = readCursor(cursor);
  if (at !== null && 'filters' in at) {
    const { rows, place, isComplete, since } = await readFiltered(ask, at.filters, Math.floor(Date.now() / 1000));
    return { entries: toEntries(rows), next: place && JSON.stringify({ filters: place }), isComplete, since };
  }
  const read = at === null ? await readFirstPage(ask, []) : await readNextPage(ask, [], at.page);
  const entries = toEntries(read.rows);
  if (read.outcome === 'WHOLE') return { entries, next: null, isComplete: !read.hasGap, since: null };
  const next = read.outcome === 'MORE' ? { page: read.place } : { filters: beginFilters(read.cap, read.limit) };
  return { entries, next: JSON.stringify(next), isComplete: false, since: null };
}

/** Whose status has changed: asked as documented, since mostly there is nothing, and with details where that saves calls. */
async function readChanged(ask: AskOrders, since: Instant): Promise<Changes> {
  const base: Query = [['from_status_date', String(Math.max(0, toUnixSeconds(since)))]];
  const rows = await ask(base);
  if (rows.length < worthDetailing) return { rows, isComplete: !hasNamelessRow(rows) };
  const detailed = await readPages(ask, base, rows);
  // A change in between is in one answer and not in the other.
  const all = [...detailed.rows, ...rows];
  return { rows: all, isComplete: (detailed.isComplete || !isLikelyCap(rows.length)) && !hasNamelessRow(all) };
}

async function readPages(ask: AskOrders, base: Query, plain: readonly OrderRow[]): Promise<Changes> {
  const rows: OrderRow[] = [];
  let read: PageRead = await readFirstPage(ask, base, () => Promise.resolve(plain));
  for (let pages = 1; ; pages += 1) {
    rows.push(...read.rows);
    if (read.outcome !== 'MORE') return { rows, isComplete: read.outcome === 'WHOLE' && !read.hasGap };
    if (pages >= mostPages) return { rows, isComplete: false };
    read = await readNextPage(ask, base, read.place);
  }
}

function toEntry(order: ReturnType<typeof readOrderRows>[number]): IndexEntry {
  return { kind: 'ORDER', order, importedAt: null };
}

/** Null for the beginning; a cursor of another version begins anew. */
function readCursor(cursor: string | null): z.output<typeof cursorSchema> | null {
  if (cursor === null) return null;
  try {
    return cursorSchema.safeParse(JSON.parse(cursor)).data ?? null;
  } catch {
    return null;
  }
}
