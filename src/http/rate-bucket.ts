import { LearnedRate } from './learned-rate.js';

interface RateBucketOptions {
  /** Calls per second in the long run; null for no limit. */
  readonly ratePerSecond: number | null;
  /** Calls that may go at once after a rest. */
  readonly burst: number;
}

/** When a call may start, and what the bucket is like once it has its place. Milliseconds on the clock of `Date.now()`. */
interface Plan {
  readonly readyAt: number;
  readonly fullAt: number;
}

/** A wait that no person meant must not switch a provider off. */
const longestHoldMs = 15 * 60 * 1000;

/** So many calls per second, as a bucket kept in one number: the time at which it would be full again. */
export class RateBucket {
  readonly #rate: LearnedRate;
  readonly #largestBurst: number;
  #fullAt = 0;
  #heldUntil = 0;

  constructor({ ratePerSecond, burst }: RateBucketOptions) {
    this.#rate = new LearnedRate(ratePerSecond);
    this.#largestBurst = burst;
  }

  /** The time between two calls in the long run, in milliseconds; 0 without a limit. */
  get intervalMs(): number {
    const rate = this.#rate.at(Date.now());
    return rate === null ? 0 : 1000 / rate;
  }

  /** Until when all calls are held back; a time in the past when none are. */
  get heldUntil(): number {
    return this.#heldUntil;
  }

  /** Holds all calls back for a while; at most a quarter of an hour, and never shorter than an earlier hold. */
  holdFor(delayMs: number): void {
    this.#heldUntil = Math.max(this.#heldUntil, Date.now() + Math.min(delayMs, longestHoldMs));
  }

  /** Holds calls back as a 429 asks, and lets fewer through from then on. What was under way when the first came adds nothing. */
  refused(delayMs: number): void {
    const now = Date.now();
    const isNew = now >= this.#heldUntil;
    this.holdFor(delayMs);
    // The burst is used up: what waited must not go all at once when the hold ends.
    if (isNew && this.#rate.refused(now))
      this.#fullAt = Math.max(this.#fullAt, this.#heldUntil + this.#burst * this.intervalMs);
  }

  /** The place of a call behind all that were taken; nothing is taken yet. A call that counts more than the burst waits for the rest. */
  plan(cost: number): Plan {
    const startAt = Math.max(Date.now(), this.#heldUntil);
    const fullAt = Math.max(this.#fullAt, startAt) + cost * this.intervalMs;
    return { readyAt: Math.max(startAt, fullAt - this.#burst * this.intervalMs), fullAt };
  }

  take({ readyAt, fullAt }: Plan, cost: number): void {
    this.#fullAt = fullAt;
    this.#rate.count(readyAt, cost);
  }

  /** The time at which a call leaves half of the burst to others, or finds the bucket full where it counts more than that half. */
  spareAt(cost: number): number {
    const own = Math.max(0, this.#burst / 2 - cost);
    return Math.max(this.#heldUntil, this.#fullAt - own * this.intervalMs);
  }

  /** What was learned goes for bursts as well: a tenth of a second's calls. */
  get #burst(): number {
    const rate = this.#rate.at(Date.now());
    return rate === null || !this.#rate.isLowered
      ? this.#largestBurst
      : Math.max(1, Math.min(this.#largestBurst, rate / 10));
  }
}
