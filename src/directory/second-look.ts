import type { EntityRef } from './directory-work.js';
import { type FeedTarget, targetKey } from './provider-feeds.js';

/** How long after a repeated message, in milliseconds. */
const delayMs = 1000;

/**
 * Has the changes of a provider read soon after a message that was dropped for being equal to one before: it may have been sent
 * twice, or the thing may have changed twice. However many are dropped, that is one reading.
 */
export class SecondLook {
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #read: (target: FeedTarget) => void;

  constructor(read: (target: FeedTarget) => void) {
    this.#read = read;
  }

  after(refs: readonly EntityRef[]): void {
    for (const { provider, kind } of refs) {
      const key = targetKey({ provider, kind });
      if (this.#timers.has(key)) continue;
      const timer = setTimeout(() => {
        this.#timers.delete(key);
        this.#read({ provider, kind });
      }, delayMs);
      timer.unref();
      this.#timers.set(key, timer);
    }
  }

  stop(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }
}
