import { monitorEventLoopDelay, performance } from 'node:perf_hooks';

const resolutionMs = 10;
const sampleMs = 200;
/** From this share of the time on the loop does nothing but work. */
const saturated = 0.98;

/** How busy this process is: looked at five times a second. */
export class LoopDelay {
  /** Called after each look, with how long ago the last one was, in milliseconds. */
  onSample: (elapsedMs: number) => void = () => {};
  readonly #histogram = monitorEventLoopDelay({ resolution: resolutionMs });
  readonly #timer: NodeJS.Timeout;
  #latest = { delayMs: 0, utilization: 0 };
  #previous = this.#latest;
  #used = performance.eventLoopUtilization();
  #sampledAt = performance.now();

  constructor() {
    this.#histogram.enable();
    this.#timer = setInterval(() => this.#sample(), sampleMs);
    this.#timer.unref();
  }

  /** How long work waits for its turn, in milliseconds. What lasted through two samples: one long turn, such as the start's, is no pressure. */
  get lastingMs(): number {
    return Math.min(this.#latest.delayMs, this.#previous.delayMs);
  }

  /** Whether there was always something to do for two looks in a row: whatever else is begun makes all of it slower. */
  get isSaturated(): boolean {
    return Math.min(this.#latest.utilization, this.#previous.utilization) >= saturated;
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#histogram.disable();
  }

  #sample(): void {
    const { count, mean, stddev } = this.#histogram;
    const used = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(used, this.#used);
    const elapsedMs = performance.now() - this.#sampledAt;
    // Of what comes at any time, most comes in the long turns: each turn counts as much as it is long.
    const turnMs = count === 0 ? elapsedMs : (mean ** 2 + stddev ** 2) / mean / 1e6;
    this.#previous = this.#latest;
    this.#latest = { delayMs: Math.max(0, turnMs - resolutionMs), utilization };
    this.#used = used;
    this.#sampledAt += elapsedMs;
    this.#histogram.reset();
    this.onSample(elapsedMs);
  }
}
