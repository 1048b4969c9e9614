import type { CallRate, RateLimit, Turn } from './call-rate.js';
import { LearnedRate, type Lesson } from './learned-rate.js';

/** When a call may start, and what the bucket is like once it has its place. Milliseconds on the clock of `Date.now()`. */
interface Plan {
  readonly readyAt: number;
  readonly fullAt: number;
}

/** What a bucket is like. Times are milliseconds on the clock of `Date.now()`. */
export interface BucketState {
  /** When all of the burst would be there again. */
  readonly fullAt: number;
  readonly heldUntil: number;
  readonly lesson: Lesson | null;
}

/** A wait that no person meant must not switch a provider off. */
export const longestHoldMs = 15 * 60 * 1000;
/** What was learned goes for bursts as well: so much of a second's calls. */
export const learnedBurst = 0.1;

/** So many calls per second, as a bucket kept in one number: the time at which it would be full again. */
export class RateBucket implements CallRate {
  readonly #rate: LearnedRate;
  readonly #largestBurst: number;
  #fullAt = 0;
  #heldUntil = 0;
  #parts = 1;

  constructor({ ratePerSecond, burst }: RateLimit) {
    this.#rate = new LearnedRate(ratePerSecond);
    this.#largestBurst = burst;
  }

  get intervalMs(): number {
    const rate = this.#rate.at(Date.now());
    return rate === null ? 0 : (1000 * this.#parts) / rate;
  }

  /** Whether there is no limit, neither set nor learned. */
  get isUnlimited(): boolean {
    return this.#rate.at(Date.now()) === null;
  }

  get heldUntil(): number {
    return this.#heldUntil;
  }

  /** Holds all calls back for a while; at most a quarter of an hour, and never shorter than an earlier hold. */
  holdFor(delayMs: number): void {
    this.#heldUntil = Math.max(this.#heldUntil, Date.now() + Math.min(delayMs, longestHoldMs));
  }

  refused(delayMs: number): void {
    const isNew = Date.now() >= this.#heldUntil;
    this.holdFor(delayMs);
    if (isNew) this.learn();
  }

  /** Lets fewer through, from what was counted up to now. */
  learn(): void {
    // The burst is used up: what waited must not go all at once when the hold ends.
    if (this.#rate.refused(Date.now(), this.#parts))
      this.#fullAt = Math.max(this.#fullAt, this.#heldUntil + this.#burst * this.intervalMs);
  }

  takeAtOnce(cost: number): boolean {
    const plan = this.plan(cost);
    if (plan.readyAt > Date.now()) return false;
    this.take(plan, cost);
    return true;
  }

  reserve(cost: number, deadlineAt: number): Turn {
    const plan = this.plan(cost);
    const { readyAt } = plan;
    if (readyAt > Date.now() && readyAt >= deadlineAt) return { readyAt, isTaken: false };
    this.take(plan, cost);
    return { readyAt, isTaken: true };
  }

  takeSpare(cost: number): boolean {
    this.take(this.plan(cost), cost);
    return true;
  }

  /** The place of a call behind all that were taken; nothing is taken yet. A call that counts more than the burst waits for the rest. */
  plan(cost: number): Plan {
    const startAt = Math.max(Date.now(), this.#heldUntil);
    const fullAt = Math.max(this.#fullAt, startAt) + cost * this.intervalMs;
    return { readyAt: Math.max(startAt, fullAt - this.#burst * this.intervalMs), fullAt };
  }

  take({ readyAt, fullAt }: Plan, cost: number): void {
    this.#fullAt = fullAt;
    this.count(readyAt, cost);
  }

  /** Notes a call that starts at a time and takes its place elsewhere. */
  count(at: number, cost: number): void {
    this.#rate.count(at, cost);
  }

  /** Calls that started in the newest second. */
  get counted(): number {
    return this.#rate.countedAt(Date.now());
  }

  spareAt(cost: number): number {
    const own = Math.max(0, this.#burst / 2 - cost);
    return Math.max(this.#heldUntil, this.#fullAt - own * this.intervalMs);
  }

  /** Keeps to one part of so many in rate and burst. A bucket that is as full as the whole is full at the same time. */
  keepToPart(parts: number): void {
    this.#parts = parts;
  }

  get state(): BucketState {
    return { fullAt: this.#fullAt, heldUntil: this.#heldUntil, lesson: this.#rate.lesson };
  }

  /** Takes over what is known elsewhere; a hold of its own is never shortened. */
  adopt({ fullAt, heldUntil, lesson }: BucketState): void {
    this.#fullAt = fullAt;
    this.#heldUntil = Math.max(this.#heldUntil, heldUntil);
    this.#rate.lesson = lesson;
  }

  get #burst(): number {
    const rate = this.#rate.at(Date.now());
    const isLowered = rate !== null && this.#rate.isLowered;
    if (this.#parts === 1 && !isLowered) return this.#largestBurst;
    const whole = isLowered ? Math.min(this.#largestBurst, rate * learnedBurst) : this.#largestBurst;
    return Math.max(1, whole / this.#parts);
  }
}
