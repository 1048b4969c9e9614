import { fromEpochMs, type Instant, toEpochMs } from '../../domain/instant.js';
import type { Shipment } from '../../domain/shipment.js';
import type { IndexEntry, IndexFeed } from '../_shared/index-feed.js';
import type { QaplaCalls, QaplaParts } from './calls.js';
import { isBeyondImports, localStart, plainLocal } from './local-time.js';
import { beginning } from './newest-rows.js';
import { findByNumber, toShipments, trackList } from './shipments.js';
import { walkBack } from './walk-back.js';
import { readWalkPlace, type WalkPlace } from './walk-place.js';
import type { WalkStep } from './walk-windows.js';
import { distinct, type WindowList } from './window.js';
import type { WireTrack } from './wire.js';

type Changes = { readonly rows: readonly WireTrack[]; readonly isComplete: boolean };

const maxCalls = 12;
const dayMs = 24 * 60 * 60 * 1000;
// Most parcels have arrived after so many days; the older ones are told by webhooks and the next fill.
const livelyMs = 7 * dayMs;

/** What Qapla' offers to the directory of parcels: those of the sales channel, by the time they were registered. */
export function createParcelFeed(parts: QaplaParts, calls: QaplaCalls): IndexFeed {
  const list = trackList(parts, calls);
  const toEntries = (rows: readonly WireTrack[]) => toShipments(distinct(rows, list), parts).map(toEntry);
  return {
    kind: 'PARCEL',
    fill: async (cursor) => {
      const at = readWalkPlace(cursor);
      const { rows, next, isComplete, since } = await walkBack(list, at, { begin: beginning, nowMs: Date.now() });
      return { entries: toEntries(rows), next: next && JSON.stringify(next), isComplete, since };
    },
    changedSince: async (since) => {
      const { rows, isComplete } = await readChanged(list, since);
      return { entries: toEntries(rows), isComplete };
    },
    reread: async (trackingNumber) => {
      const shipment = await findByNumber(trackingNumber, { parts, calls });
      return shipment && toEntry(shipment);
    },
  };
}

/**
 * The parcels whose status may have changed. Upstream can only be asked for those registered lately: all of the last days where one call
 * gives them, else those since a day before the instant.
 */
async function readChanged(list: WindowList<WireTrack>, since: Instant): Promise<Changes> {
  if (isBeyondImports(since)) return { rows: [], isComplete: true };
  const nowMs = Date.now();
  const lateMs = toEpochMs(since) - dayMs;
  const livelyStartMs = nowMs - livelyMs;
  if (lateMs <= livelyStartMs) return readFrom(lateMs, { list, nowMs, most: maxCalls });
  const lively = await readFrom(livelyStartMs, { list, nowMs, most: 1 });
  if (lively.isComplete) return lively;
  const late = await readFrom(lateMs, { list, nowMs, most: maxCalls });
  return { rows: [...late.rows, ...lively.rows], isComplete: late.isComplete };
}

interface ReadLimits {
  readonly list: WindowList<WireTrack>;
  readonly nowMs: number;
  /** The most steps, of which few make two calls. */
  readonly most: number;
}

async function readFrom(beginMs: number, { list, nowMs, most }: ReadLimits): Promise<Changes> {
  const begin = plainLocal(localStart(fromEpochMs(beginMs), list.timeZone), list.timeZone);
  const rows: WireTrack[] = [];
  let place: WalkPlace | null = null;
  for (let steps = 0; steps < most; steps += 1) {
    const step: WalkStep<WireTrack> = await walkBack(list, place, { begin, nowMs });
    rows.push(...step.rows);
    // Where upstream gives the newest rows, those since the instant itself are enough.
    const reachesBack = step.since !== null && toEpochMs(step.since) <= beginMs + dayMs;
    if (step.next === null) return { rows, isComplete: step.isComplete || reachesBack };
    place = step.next;
  }
  return { rows, isComplete: false };
}

function toEntry(shipment: Shipment): IndexEntry {
  return { kind: 'PARCEL', shipment };
}
