import type { EntityRef } from '../directory-work.js';

/** A thing that is to be read anew, is being read, or was a moment ago. */
export class RereadJob {
  readonly ref: EntityRef;
  /** When somebody last said that it may have changed; milliseconds since 1970, as the following. */
  notedAt: number;
  /** When it was last begun to be read; 0 before the first time. */
  startedAt = 0;
  /** WAITING for its time, READY for its turn, RUNNING, or RESTING: read, and not to be read again at once. */
  state: 'WAITING' | 'READY' | 'RUNNING' | 'RESTING' = 'WAITING';
  isNotedAgain = false;
  /** How often in a row it could not be read. */
  failures = 0;
  readonly #listeners: (() => void)[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(ref: EntityRef, notedAt: number) {
    this.ref = ref;
    this.notedAt = notedAt;
  }

  /** Does something after a while, in place of what was to be done before. */
  after(delayMs: number, then: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(then, delayMs);
    this.#timer.unref();
  }

  cancel(): void {
    clearTimeout(this.#timer);
  }

  /** Resolves once it was read after the last note. */
  whenRead(): Promise<void> {
    return new Promise((resolve) => {
      this.#listeners.push(resolve);
    });
  }

  tellRead(): void {
    for (const listen of this.#listeners.splice(0)) listen();
  }
}
