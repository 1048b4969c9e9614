import type { LedgerEntry } from './write-ledger.js';

/** From when an entry is kept for the time to live: one that runs cannot expire before its lease. */
export function startOf(entry: LedgerEntry): number {
  return entry.state === 'RUNNING' ? entry.owner.leaseEndsAt : entry.claimedAt;
}
