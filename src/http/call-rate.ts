export interface RateLimit {
  /** Calls per second in the long run; null for no limit. */
  readonly ratePerSecond: number | null;
  /** Calls that may go at once after a rest. */
  readonly burst: number;
}

/** When a call may start, in milliseconds on the clock of `Date.now()`. */
export interface Turn {
  readonly readyAt: number;
  /** Whether its place is taken; if not, it would have come after the deadline. */
  readonly isTaken: boolean;
}

/** What gives the calls to one provider their places in its rate. */
export interface CallRate {
  /** The time between two calls in the long run, in milliseconds; 0 without a limit. */
  readonly intervalMs: number;
  /** Until when all calls are held back; a time in the past when none are. */
  readonly heldUntil: number;
  /** Takes the place of a call, where it may start now. */
  takeAtOnce(cost: number): boolean;
  /** Takes the place of a call behind all that were taken, where it may start before a deadline. */
  reserve(cost: number, deadlineAt: number): Turn | Promise<Turn>;
  /** The time at which a call leaves half of the burst to others, or finds the bucket full where it counts more than that half. */
  spareAt(cost: number): number;
  /** Takes the place of such a call, once its time has come. False where it first has to be asked for: who made the rate is told then. */
  takeSpare(cost: number): boolean;
  /** Holds calls back as a 429 asks, and lets fewer through from then on. What was under way when the first came adds nothing. */
  refused(delayMs: number): void;
}
