import { setTimeout as sleep } from 'node:timers/promises';

const pollMs = 25;

/** Waits a moment for another process or request to settle a write. */
export async function waitForChange(): Promise<void> {
  await sleep(pollMs);
}

/** Waits a time out, or until told that it does not matter any more: then it throws. */
export async function waitAtMost(durationMs: number, signal: AbortSignal): Promise<void> {
  await sleep(durationMs, undefined, { signal });
}
