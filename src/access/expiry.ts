import type { Caller } from './caller.js';

/** The longest time a timer takes; what ends later is looked at again then. */
const longestTimerMs = 2 ** 31 - 1;

/** Calls back once what proves the caller has ended. Gives what stops the watch. */
export function atExpiry({ expiresAtMs }: Caller, end: () => void): () => void {
  if (expiresAtMs === null) return () => {};
  let timer: NodeJS.Timeout;
  const watch = () => {
    const leftMs = expiresAtMs - Date.now();
    timer = leftMs <= 0 ? setTimeout(end, 0) : setTimeout(watch, Math.min(leftMs, longestTimerMs));
    timer.unref();
  };
  watch();
  return () => clearTimeout(timer);
}
