import { fromEpochMs, type Instant, toEpochMs } from '../../domain/instant.js';
import type { FillProgress } from '../directory-work.js';

/** How much of a provider's things a reading of everything could reach. */
export interface Reach {
  readonly isComplete: boolean;
  /** When not complete: the instant since which all are here. */
  readonly since: Instant | null;
}

/** What is being done for one kind of one provider. */
export type Phase =
  /** Everything is being read; `next` is where it goes on, null for the first step. */
  | { readonly name: 'STEPS'; readonly next: string | null }
  /** All heads were read for the first time; details are being read. */
  | { readonly name: 'DETAILS'; readonly reach: Reach }
  /** Changes are read from time to time. `isLossy`: the last reading of them could not give all. */
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

/**
 * What may be said of a kind, given what the last reading of everything reached and which order, the newest of them, is known by
 * its head alone.
 */
export function coverageOf(reach: Reach, missing: { readonly placedAt: Instant | null } | null): Reach {
  if (missing === null) return reach.isComplete ? { isComplete: true, since: null } : reach;
  if (!reach.isComplete && reach.since === null) return { isComplete: false, since: null };
  // Orders without a time come last: all that have one are detailed.
  const detailedAfterMs = missing.placedAt === null ? 0 : toEpochMs(missing.placedAt) + 1;
  const reachedMs = reach.since === null ? 0 : toEpochMs(reach.since);
  return { isComplete: false, since: fromEpochMs(Math.max(detailedAfterMs, reachedMs)) };
}

/** A cursor that cannot be read begins anew: reading a thing twice does no harm. */
function parsePhase(cursor: string | null): Phase {
  const begin: Phase = { name: 'STEPS', next: null };
  if (cursor === null) return begin;
  try {
    const phase = JSON.parse(cursor) as Phase | null;
    return phase !== null && typeof phase === 'object' && 'name' in phase ? phase : begin;
  } catch {
    return begin;
  }
}
