import { within } from '../within.js';

/** Of the time an operation has left, how long the rows of one provider wait for another one. */
const usualShare = 0.35;

/** Waits for work, but no longer than a share of the time left; whether it ended. The work goes on. */
export function waitPatiently(work: Promise<unknown>, remainingMs: number, share = usualShare): Promise<boolean> {
  const isDone = work.then(
    () => true,
    () => true,
  );
  return within(Math.max(1, remainingMs * share), isDone, () => false);
}
