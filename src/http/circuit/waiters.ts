import { ignoreEnd, whenEnded } from '../end-of-work.js';

/** Those who wait to hear what came of a call that was let through to try. */
export class Waiters {
  readonly #waiting = new Set<() => void>();

  get count(): number {
    return this.#waiting.size;
  }

  /** Waits until there is news, so long at the most, and no longer than the work itself. */
  wait(longestMs: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        ignoreEnd(signal, end);
        this.#waiting.delete(end);
        resolve();
      };
      const timer = setTimeout(end, longestMs);
      whenEnded(signal, end);
      this.#waiting.add(end);
    });
  }

  /** There is news: has all of them look again, in the order in which they came. */
  tell(): void {
    for (const end of this.#waiting) end();
  }
}
