import type { IndexKind } from '../../datasources/_shared/index-feed.js';

/** When the directory asks its providers, in milliseconds. */
export interface FillTiming {
  /** Between two readings of what has changed; kinds that change less often take several of them. */
  readonly intervalMs: number;
  /** Between two readings of everything where a provider cannot be asked for changes, or cannot give them all. */
  readonly refreshMs: number;
  /** Between two readings of everything for the others, as a safety net. */
  readonly safetyNetMs: number;
  /** How far a reading of changes goes back behind the one before: clocks differ, and lists lag. */
  readonly overlapMs: number;
  /** How long the right to fill outlasts a process that was killed. */
  readonly leaseMs: number;
  /** The deadline of one call, retries and waiting for a turn included. */
  readonly callTimeoutMs: number;
}

/** Between two readings of changes, in intervals: orders are watched, a list of customers is long and changes little. */
const intervalsOf: Readonly<Record<IndexKind, number>> = { ORDER: 1, PARCEL: 2, SUBSCRIPTION: 2, CUSTOMER: 10 };

/** The times that follow from the two settings. */
export function fillTiming(intervalMs = 30_000, refreshMs = 60 * 60 * 1000): FillTiming {
  return {
    intervalMs,
    refreshMs,
    safetyNetMs: 24 * refreshMs,
    overlapMs: 5 * 60 * 1000,
    leaseMs: 10_000,
    callTimeoutMs: 60_000,
  };
}

/** How often the changes of a kind are read. */
export function changesIntervalMs({ intervalMs }: FillTiming, kind: IndexKind): number {
  return intervalMs * intervalsOf[kind];
}
