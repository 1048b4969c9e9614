import { monitorEventLoopDelay, performance } from 'node:perf_hooks';

/** How often it is looked whether the loop had time left, */
const lookMs = 20;
/** and after how many looks how late it was, which only a longer while tells. */
const looksPerSample = 10;
/** Between two looks at the loop's delay by the engine itself. */
const resolutionMs = 10;
/** From this share of the time on the loop does nothing but work, */
const saturated = 0.98;
/** and is saturated after so many looks in a row: a single page is no pressure. */
const saturatedLooks = 3;

/** How busy this process is. */
export class LoopPressure {
  readonly #told: ((elapsedMs: number) => void)[] = [];
  readonly #histogram = monitorEventLoopDelay({ resolution: resolutionMs });
  readonly #timer: NodeJS.Timeout;
  #delayMs = { latest: 0, previous: 0 };
  #utilization = 0;
  #saturatedFor = 0;
  #looks = 0;
  #used = performance.eventLoopUtilization();
  #lookedAt = performance.now();

  constructor() {
    this.#histogram.enable();
    this.#timer = setInterval(() => this.#look(), lookMs);
    this.#timer.unref();
  }

  /** How long work waits for its turn, in milliseconds. What lasted through two samples: one long turn, such as the start's, is no pressure. */
  get lastingMs(): number {
    return Math.min(this.#delayMs.latest, this.#delayMs.previous);
  }

  /** Whether there has always been something to do for a while: whatever else is begun makes all of it slower. */
  get isSaturated(): boolean {
    return this.#saturatedFor >= saturatedLooks;
  }

  /** The share of the time in which there was nothing to do, at the latest look; from 0 to 1. */
  get idleShare(): number {
    return 1 - this.#utilization;
  }

  /** Has a function called after each look, with how long ago the last one was, in milliseconds. */
  whenLooked(tell: (elapsedMs: number) => void): void {
    this.#told.push(tell);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#histogram.disable();
  }

  #look(): void {
    const elapsedMs = performance.now() - this.#lookedAt;
    this.#lookedAt += elapsedMs;
    const used = performance.eventLoopUtilization();
    this.#utilization = performance.eventLoopUtilization(used, this.#used).utilization;
    this.#used = used;
    this.#saturatedFor = this.#utilization >= saturated ? this.#saturatedFor + 1 : 0;
    this.#looks += 1;
    if (this.#looks % looksPerSample === 0) this.#sampleDelay();
    for (const tell of this.#told) tell(elapsedMs);
  }

  #sampleDelay(): void {
    const { count, mean, stddev } = this.#histogram;
    // Of what comes at any time, most comes in the long turns: each turn counts as much as it is long.
    const turnMs = count === 0 ? lookMs * looksPerSample : (mean ** 2 + stddev ** 2) / mean / 1e6;
    this.#delayMs = { latest: Math.max(0, turnMs - resolutionMs), previous: this.#delayMs.latest };
    this.#histogram.reset();
  }
}
