import { setTimeout as sleep } from 'node:timers/promises';

/** Of the time an operation has left, how long the rows of one provider wait for another one. */
const usualShare = 0.35;

/** Waits for work, but no longer than a share of the time left; whether it ended. The work goes on. */
export async function waitPatiently(work: Promise<unknown>, remainingMs: number, share = usualShare): Promise<boolean> {
  const timer = new AbortController();
  const isOver = sleep(Math.max(1, remainingMs * share), false, { signal: timer.signal }).catch(() => false);
  const isDone = work.then(
    () => true,
    () => true,
  );
  const hasEnded = await Promise.race([isDone, isOver]);
  timer.abort();
  return hasEnded;
}
