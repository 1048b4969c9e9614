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
  /** The time between two calls in the long run, in milliseconds; 0 without a limit. */
  readonly intervalMs: number;
  readonly #burst: number;
  #fullAt = 0;
  #heldUntil = 0;

  constructor({ ratePerSecond, burst }: RateBucketOptions) {
    this.intervalMs = ratePerSecond === null ? 0 : 1000 / ratePerSecond;
    this.#burst = burst;
  }

  /** Until when all calls are held back; a time in the past when none are. */
  get heldUntil(): number {
    return this.#heldUntil;
  }

  /** Holds all calls back for a while; at most a quarter of an hour, and never shorter than an earlier hold. */
  holdFor(delayMs: number): void {
    this.#heldUntil = Math.max(this.#heldUntil, Date.now() + Math.min(delayMs, longestHoldMs));
  }

  /** The place of a call behind all that were taken; nothing is taken yet. A call that counts more than the burst waits for the rest. */
  plan(cost: number): Plan {
    const startAt = Math.max(Date.now(), this.#heldUntil);
    const fullAt = Math.max(this.#fullAt, startAt) + cost * this.intervalMs;
    return { readyAt: Math.max(startAt, fullAt - this.#burst * this.intervalMs), fullAt };
  }

  take({ fullAt }: Plan): void {
    this.#fullAt = fullAt;
  }

  /** The time at which a call leaves half of the burst to others, or finds the bucket full where it counts more than that half. */
  spareAt(cost: number): number {
    const own = Math.max(0, this.#burst / 2 - cost);
    return Math.max(this.#heldUntil, this.#fullAt - own * this.intervalMs);
  }
}
