import type { UpstreamError } from '../errors/upstream-error.js';

/** How often one read is sent at the most. */
export const maxTries = 3;

const baseDelayMs = 100;
const retriedCodes = new Set(['PROVIDER_UNAVAILABLE', 'PROVIDER_RATE_LIMITED']);

/**
 * How long to wait before the next try, or null when there is none.
 *
 * @param tries how many tries were made, at least 1
 * @param remainingMs what is left of the operation's time
 * @param random a number from 0 to 1, the jitter
 */
export function retryDelayMs(error: UpstreamError, tries: number, remainingMs: number, random: number): number | null {
  // A time-out is not repeated: it has used its share of the operation's time already.
  if (tries >= maxTries || !retriedCodes.has(error.code)) return null;
  const jittered = Math.ceil(baseDelayMs * 2 ** (tries - 1) * (0.5 + random / 2));
  const delayMs = Math.max(error.retryAfterMs ?? 0, jittered);
  return delayMs < remainingMs ? delayMs : null;
}

/** Waits, unless the operation ends first: then it throws what the signal gives as its reason. */
export async function pause(delayMs: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  await new Promise<void>((resolve, reject) => {
    const onAbort = () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', onAbort);
      resolve();
    }, delayMs);
    signal.addEventListener('abort', onAbort, { once: true });
  });
}

/** As `pause`; gives whether it came to its end. */
export async function hasPaused(delayMs: number, signal: AbortSignal): Promise<boolean> {
  try {
    await pause(delayMs, signal);
    return true;
  } catch {
    return false;
  }
}
