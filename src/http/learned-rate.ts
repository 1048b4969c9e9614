/** A provider's 429 says that this was too much: half of what was reached is asked for from then on, and slowly more again. */
export const keptShare = 0.5;
/** Of what was reached when it refused, how much more is asked each second: what was too much is tried again after ten. */
export const recoveredPerSecond = 0.05;
/** Calls a second below which nothing is learned: a refusal so early is for another reason, and waiting is all there is to do. */
export const leastRate = 1;
/** Without a refusal for so long, a provider without a rate of its own has none again. */
export const memoryMs = 10 * 60 * 1000;
/** What was reached is counted over the newest second, in steps of this. */
const stepMs = 100;
const steps = 10;

export interface Lesson {
  /** Milliseconds on the clock of `Date.now()`. */
  readonly at: number;
  /** Calls a second, then. */
  readonly reached: number;
}

/** The calls a second that a provider takes, as far as its refusals have told; it never is more than the rate that is set. */
export class LearnedRate {
  readonly #ratePerSecond: number | null;
  readonly #counts = Array.from({ length: steps }, () => 0);
  #step = 0;
  /** What the newest refusal taught; null for nothing. */
  lesson: Lesson | null = null;

  /** @param ratePerSecond what is set; null for no limit */
  constructor(ratePerSecond: number | null) {
    this.#ratePerSecond = ratePerSecond;
  }

  /** Calls a second; null for no limit. */
  at(now: number): number | null {
    if (this.lesson === null) return this.#ratePerSecond;
    const { at, reached } = this.lesson;
    const grown = Math.max(leastRate, reached * keptShare) + ((now - at) / 1000) * recoveredPerSecond * reached;
    const isOver = this.#ratePerSecond === null ? now - at > memoryMs : grown >= this.#ratePerSecond;
    if (isOver) this.lesson = null;
    return isOver ? this.#ratePerSecond : grown;
  }

  /** Whether a refusal is remembered. */
  get isLowered(): boolean {
    return this.lesson !== null;
  }

  /** Counts a call that starts at a time, no earlier than those before. */
  count(at: number, cost: number): void {
    this.#moveTo(at);
    const slot = this.#step % steps;
    this.#counts[slot] = (this.#counts[slot] ?? 0) + cost;
  }

  /** What was counted over the newest second. */
  countedAt(now: number): number {
    this.#moveTo(now);
    return this.#counts.reduce((sum, count) => sum + count, 0);
  }

  /** Lowers the rate. Gives false where there is nothing to learn. @param parts how many go on as this one does */
  refused(now: number, parts = 1): boolean {
    const counted = this.countedAt(now) * parts;
    const current = this.at(now);
    const reached = current === null ? counted : Math.min(counted, current);
    if (reached <= leastRate) return false;
    this.lesson = { at: now, reached };
    return true;
  }

  #moveTo(at: number): void {
    const step = Math.max(this.#step, Math.floor(at / stepMs));
    const from = Math.max(this.#step + 1, step - steps + 1);
    for (let next = from; next <= step; next += 1) this.#counts[next % steps] = 0;
    this.#step = step;
  }
}
