import { type Instant, toEpochMs } from '../../domain/instant.js';
import { normalizeEmail, normalizeReference } from '../../domain/join-keys.js';
import type { Order } from '../../domain/order.js';
import type { Reading } from '../../domain/reading.js';
import { createKeyedLoader, createSingleLoader } from '../_shared/loaders.js';
import type { QaplaCalls } from './calls.js';
import { findImports } from './find-imports.js';
import { isBeyondImports, localStart } from './local-time.js';
import { readNewest } from './newest-rows.js';
import { normalizeOrder } from './normalize-order.js';
import type { ImportKey, QaplaSource, Window } from './source.js';
import { readForward, type WindowList, type WindowRead } from './window.js';
import type { WireOrder } from './wire.js';

const maxCalls = 12;

/** The imported orders as upstream lists them. */
export function orderList(calls: QaplaCalls, { timeZone }: Reading): WindowList<WireOrder> {
  return { fetch: calls.getOrders, keyOf, importedAtOf: ({ importedAt }) => importedAt, timeZone };
}

/** The orders a shop sent to Qapla', as one GraphQL operation reads them; equal questions are asked once. */
export function createOrders(calls: QaplaCalls, reading: Reading): QaplaSource['orders'] {
  const list = orderList(calls, reading);
  const windows = createSingleLoader(
    async ({ since, limit }: { since: Instant; limit: number }) => {
      if (isBeyondImports(since)) return { rows: [], isComplete: true, since: null };
      const dateFrom = localStart(since, reading.timeZone);
      return toWindow(await readForward(list, { dateFrom, maxCalls, wantedRows: limit }), reading);
    },
    { cacheKey: ({ since, limit }) => `${since} ${limit}` },
  );
  const newest = createSingleLoader(async (limit: number) => {
    const read = await readNewest(list, { limit, nowMs: Date.now() });
    return cutNewest(toWindow(read, reading), limit);
  });
  return {
    since: (since, limit) => windows.load({ since, limit }),
    newest: (limit) => newest.load(limit),
    byImport: createKeyedLoader(
      async (keys: readonly ImportKey[]) => {
        const rows = await findImports(keys, { list, reading });
        return rows.map((row) => (row === null || row instanceof Error ? row : normalizeOrder(row, reading)));
      },
      { cacheKey: ({ reference, importedAt }) => `${importedAt} ${reference.trim()}` },
    ),
  };
}

/** A shop may send two orders under one reference: only rows alike in all of this are one import seen twice. */
function keyOf({ reference, importedAt, createdAt, customerEmail, amount, source }: WireOrder): string | null {
  const key = normalizeReference(reference);
  return key === null
    ? null
    : JSON.stringify([key, importedAt, createdAt, normalizeEmail(customerEmail), amount, source]);
}

function toWindow(read: WindowRead<WireOrder>, reading: Reading): Window<Order> {
  const rows = read.rows.map((wire) => normalizeOrder(wire, reading)).filter((order) => order !== null);
  const isComplete = read.isComplete && rows.length === read.rows.length;
  return { rows, isComplete, since: read.completeSince };
}

/** At most `limit` orders, newest first. What was cut off by the age of the order says nothing about imports. */
function cutNewest({ rows, isComplete, since }: Window<Order>, limit: number): Window<Order> {
  const sorted = rows.toSorted((a, b) => placedMs(b) - placedMs(a));
  if (sorted.length <= limit) return { rows: sorted, isComplete, since };
  return { rows: sorted.slice(0, limit), isComplete: false, since: null };
}

function placedMs({ placedAt }: Order): number {
  return placedAt === null ? 0 : toEpochMs(placedAt);
}
