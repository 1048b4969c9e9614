import { fromEpochMs, type Instant, toEpochMs } from '../../domain/instant.js';
import type { FillProgress } from '../directory-work.js';

/** How much of a provider's things a reading of everything could reach. */
export interface Reach {
  readonly isComplete: boolean;
  /** When not complete: the instant since which all are here. */
  readonly since: Instant | null;
}

/** What is being done for one kind of one provider. `isLossy`: a reading of changes could not give all of them. */
export type Phase =
  /** Everything is being read; `next` is where it goes on, null for the first step. */
  | { readonly name: 'STEPS'; readonly next: string | null; readonly isLossy: boolean }
  /** All heads were read for the first time; details are being read. */
  | { readonly name: 'DETAILS'; readonly reach: Reach; readonly isLossy: boolean }
  /** Changes are read from time to time. */
  | { readonly name: 'CHANGES'; readonly reach: Reach; readonly isLossy: boolean };

/** The progress of a fill as the engine works with it: the cursor opened. */
export interface FillRecord extends Omit<FillProgress, 'cursor'> {
  readonly phase: Phase;
}

export function readRecord({ cursor, ...progress }: FillProgress): FillRecord {
  return { ...progress, phase: parsePhase(cursor) };
}

export function writeRecord({ phase, ...progress }: FillRecord): FillProgress {
  return { ...progress, cursor: JSON.stringify(phase) };
}

/** What the last reading of everything reached; nothing is known while it goes on. */
export function reachOf(phase: Phase): Reach {
  return phase.name === 'STEPS' ? { isComplete: false, since: null } : phase.reach;
}

/**
 * How much may be said to be known.
 *
 * @param missing the newest order that is known by its head alone; null when there is none
 */
export function coverageNow(record: FillRecord, missing: { readonly placedAt: Instant | null } | null): Reach {
  const { phase, filledAt, isComplete, since } = record;
  // While everything is read once more, what was known before is still known.
  if (phase.name === 'STEPS') return { isComplete, since };
  if (phase.isLossy) return { isComplete: false, since: null };
  const coverage = coverageOf(phase.reach, missing);
  // The first reading ends with the changes since it began.
  return filledAt === null ? { isComplete: false, since: coverage.isComplete ? since : coverage.since } : coverage;
}

function coverageOf(reach: Reach, missing: { readonly placedAt: Instant | null } | null): Reach {
  if (missing === null) return reach.isComplete ? { isComplete: true, since: null } : reach;
  if (!reach.isComplete && reach.since === null) return { isComplete: false, since: null };
  // Orders without a time come last: all that have one are detailed.
  const detailedAfterMs = missing.placedAt === null ? 0 : toEpochMs(missing.placedAt) + 1;
  const reachedMs = reach.since === null ? 0 : toEpochMs(reach.since);
  return { isComplete: false, since: fromEpochMs(Math.max(detailedAfterMs, reachedMs)) };
}

/** A cursor that cannot be read begins anew: reading a thing twice does no harm. */
function parsePhase(cursor: string | null): Phase {
  const begin: Phase = { name: 'STEPS', next: null, isLossy: false };
  if (cursor === null) return begin;
  try {
    const phase = JSON.parse(cursor) as Phase | null;
    return phase !== null && typeof phase === 'object' && 'isLossy' in phase ? phase : begin;
  } catch {
    return begin;
  }
}
