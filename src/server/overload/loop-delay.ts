import { monitorEventLoopDelay } from 'node:perf_hooks';

const resolutionMs = 10;
const sampleMs = 500;

/** How long work waits for its turn in this process, in milliseconds: how late timers came in each of the newest half-seconds. */
export class LoopDelay {
  readonly #histogram = monitorEventLoopDelay({ resolution: resolutionMs });
  readonly #timer: NodeJS.Timeout;
  #latestMs = 0;
  #previousMs = 0;

  constructor() {
    this.#histogram.enable();
    this.#timer = setInterval(() => this.#sample(), sampleMs);
    this.#timer.unref();
  }

  /** What lasted through two samples. One long turn, such as the start's, is no pressure. */
  get lastingMs(): number {
    return Math.min(this.#latestMs, this.#previousMs);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#histogram.disable();
  }

  #sample(): void {
    const { count, mean } = this.#histogram;
    this.#previousMs = this.#latestMs;
    // Without a single tick in all that time it was late by all of it.
    this.#latestMs = count === 0 ? sampleMs : Math.max(0, mean / 1e6 - resolutionMs);
    this.#histogram.reset();
  }
}
