import { setTimeout as sleep } from 'node:timers/promises';
import type { LedgerOwner } from '../ledger/write-ledger.js';

const pollMs = 25;

/** Waits a moment for another process or request to settle a write. */
export async function waitForChange(): Promise<void> {
  await sleep(pollMs);
}

/** Waits a time out, or until told that it does not matter any more: then it throws. */
export async function waitAtMost(durationMs: number, signal: AbortSignal): Promise<void> {
  await sleep(durationMs, undefined, { signal });
}

/** Whether the process that claimed a write can still be at it. */
export function isOwnerAlive(
  owner: LedgerOwner,
  own: { readonly startId: string; readonly running: ReadonlySet<string> },
): boolean {
  if (owner.leaseEndsAt <= Date.now()) return false;
  if (owner.startId === own.startId) return own.running.has(owner.attemptId);
  // A process of an earlier start that has our id is gone: the id was given to us.
  return owner.processId !== process.pid && exists(owner.processId);
}

function exists(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
