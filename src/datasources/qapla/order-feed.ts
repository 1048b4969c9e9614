import { fromEpochMs, toEpochMs } from '../../domain/instant.js';
import type { Reading } from '../../domain/reading.js';
import type { IndexEntry, IndexFeed } from '../_shared/index-feed.js';
import { readInstant } from '../_shared/wire-values.js';
import type { QaplaCalls } from './calls.js';
import { isBeyondImports, localStart, plainLocal } from './local-time.js';
import { beginning } from './newest-rows.js';
import { normalizeOrder } from './normalize-order.js';
import { orderList } from './orders.js';
import { rereadImport } from './reread-import.js';
import { walkBack } from './walk-back.js';
import { readWalkPlace } from './walk-place.js';
import { distinct, readForward } from './window.js';
import type { WireOrder } from './wire.js';

const maxCalls = 12;
// An import may be listed a little after its own time.
const overlapMs = 10 * 60 * 1000;

/** What Qapla' offers to the directory of orders: those that shops sent there, by the time they came. */
export function createOrderFeed(calls: QaplaCalls, reading: Reading): IndexFeed {
  const list = orderList(calls, reading);
  const toEntries = (rows: readonly WireOrder[]): IndexEntry[] =>
    distinct(rows, list).flatMap((wire) => {
      const order = normalizeOrder(wire, reading);
      if (order === null) return [];
      return { kind: 'ORDER', order, importedAt: readInstant(wire.importedAt, reading, 'importedAt') };
    });
  return {
    kind: 'ORDER',
    fill: async (cursor) => {
      const at = readWalkPlace(cursor);
      const { rows, next, isComplete, since } = await walkBack(list, at, { begin: beginning, nowMs: Date.now() });
      return { entries: toEntries(rows), next: next && JSON.stringify(next), isComplete, since };
    },
    changedSince: async (since) => {
      if (isBeyondImports(since)) return { entries: [], isComplete: true };
      const start = localStart(fromEpochMs(toEpochMs(since) - overlapMs), list.timeZone);
      const read = await readForward(list, { dateFrom: plainLocal(start, list.timeZone), maxCalls });
      const hasNameless = read.rows.some((row) => list.keyOf(row) === null);
      return { entries: toEntries(read.rows), isComplete: read.isComplete && !hasNameless };
    },
    reread: async (externalId, importedAt = null) => {
      const row = await rereadImport({ reference: externalId, importedAt }, { list, reading });
      return row && (toEntries([row])[0] ?? null);
    },
  };
}
