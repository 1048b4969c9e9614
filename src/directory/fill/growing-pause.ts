import { UpstreamError } from '../../errors/upstream-error.js';
import { pause } from '../../http/retry.js';

const shortestMs = 1000;
const longestMs = 5 * 60 * 1000;

/**
 * How long to rest after failures in a row, in milliseconds: from a second to five minutes, twice as long each time, and no shorter
 * than the provider asks.
 *
 * @param failures how many there were, at least 1
 * @param random a number from 0 to 1, so that what failed together is not tried together
 */
export function growingPauseMs(failures: number, error: unknown, random = Math.random()): number {
  const grown = Math.min(longestMs, shortestMs * 2 ** (failures - 1));
  const asked = error instanceof UpstreamError ? (error.retryAfterMs ?? 0) : 0;
  return Math.max(asked, Math.ceil(grown * (0.5 + random / 2)));
}

/** Waits; gives back early when the signal ends it. */
export async function restFor(delayMs: number, signal: AbortSignal): Promise<void> {
  // The end of the work is seen by who asks the signal next.
  await pause(delayMs, signal).catch(() => undefined);
}
