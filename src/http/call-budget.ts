import type { ProviderName } from '../domain/provider.js';
import { UpstreamError } from '../errors/upstream-error.js';
import { BackgroundQueue } from './background-queue.js';
import type { CallRate, RateLimit } from './call-rate.js';
import { ignoreEnd, whenEnded } from './end-of-work.js';
import { RateBucket } from './rate-bucket.js';
import { pause } from './retry.js';
import type { OperationScope } from './upstream-request.js';

export interface CallBudgetOptions extends RateLimit {
  readonly provider: ProviderName;
  readonly maxConcurrency: number;
  /** Makes a rate that is shared with other processes; `whenMore` is to be called when a spare place may have come. @default its own */
  readonly shareRate?: (limit: RateLimit, whenMore: () => void) => CallRate;
}

/** How long a live call is felt by those behind the scenes, in milliseconds; two intervals of the rate where that is longer. */
const shortestMemoryMs = 1000;

/**
 * What one provider may be asked, shared by all operations of the process: so many calls at once, so many per second. The rate may be
 * shared by several processes.
 *
 * @remarks A place in the rate is taken when the wait is known to end before the operation does, so nobody queues for a call
 * that could never be sent. Calls with a `priority` in their scope wait behind all others and use half of everything at the most.
 */
export class CallBudget {
  readonly #options: CallBudgetOptions;
  readonly #rate: CallRate;
  readonly #background: BackgroundQueue;
  /** Places that live calls have. */
  #active = 0;
  /** Live calls that wait or are under way. */
  #live = 0;
  /** Of those, the ones that wait. */
  #unstarted = 0;
  #lastLiveAt = Number.NEGATIVE_INFINITY;
  readonly #waiting: (() => void)[] = [];
  readonly #release = () => {
    this.#freePlace();
    this.#endLive();
  };

  constructor(options: CallBudgetOptions) {
    this.#options = options;
    this.#rate = options.shareRate?.(options, () => this.#background.advance()) ?? new RateBucket(options);
    this.#background = new BackgroundQueue({
      provider: options.provider,
      maxConcurrency: Math.max(1, Math.floor(options.maxConcurrency / 2)),
      rate: this.#rate,
      live: {
        areWaiting: () => this.#unstarted > 0,
        areActive: () => this.#live > 0 || Date.now() < this.#lastLiveAt + this.#memoryMs(),
        freePlaces: () => options.maxConcurrency - this.#active,
      },
    });
  }

  /**
   * A place where one is free now, as most are.
   *
   * @returns what `acquire` gives; null where that has to wait, or to refuse.
   */
  acquireAtOnce({ signal, priority }: OperationScope, cost = 1): (() => void) | null {
    const { maxConcurrency } = this.#options;
    if (priority !== undefined || signal.aborted || this.#active + this.#background.active >= maxConcurrency)
      return null;
    if (!this.#rate.takeAtOnce(cost)) return null;
    this.#active += 1;
    this.#live += 1;
    return this.#release;
  }

  /**
   * Waits for a place.
   *
   * @param cost how many calls this one counts as in the rate; one that counts more than the burst waits for the rest
   * @returns a function that gives the place back; call it once.
   * @throws UpstreamError PROVIDER_RATE_LIMITED when the rate gives no call before the deadline, DEADLINE_EXCEEDED
   * when all places stay taken until then.
   */
  async acquire(scope: OperationScope, cost = 1): Promise<() => void> {
    if (scope.priority !== undefined) return this.#acquireBehind(scope, cost);
    this.#live += 1;
    this.#unstarted += 1;
    try {
      await this.#acquirePlace(scope, cost);
    } catch (error) {
      this.#unstarted -= 1;
      this.#endLive();
      throw error;
    }
    this.#unstarted -= 1;
    this.#background.advance();
    return this.#release;
  }

  /**
   * Holds all calls back as a 429 asks, at most a quarter of an hour, and lets fewer through from then on until the provider takes more
   * again.
   */
  refused(delayMs: number): void {
    this.#rate.refused(delayMs);
  }

  async #acquireBehind(scope: OperationScope, cost: number): Promise<() => void> {
    await this.#background.enter(scope, cost);
    const release = () => {
      this.#background.leave();
      this.#offerPlace();
      this.#background.advance();
    };
    if (!scope.signal.aborted) return release;
    // The work may have ended in the moment its place came.
    release();
    throw new UpstreamError('DEADLINE_EXCEEDED', this.#options.provider);
  }

  async #acquirePlace(scope: OperationScope, cost: number): Promise<void> {
    await this.#takePlace(scope);
    try {
      // The operation may have ended in the moment its place came.
      if (scope.signal.aborted) throw new UpstreamError('DEADLINE_EXCEEDED', this.#options.provider);
      await this.#takeTokens(scope, cost);
    } catch (error) {
      this.#freePlace();
      throw error;
    }
  }

  async #takePlace({ signal }: OperationScope): Promise<void> {
    const { provider, maxConcurrency } = this.#options;
    if (signal.aborted) throw new UpstreamError('DEADLINE_EXCEEDED', provider);
    if (this.#active + this.#background.active < maxConcurrency) {
      this.#active += 1;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const onAbort = () => {
        this.#waiting.splice(this.#waiting.indexOf(grant), 1);
        reject(new UpstreamError('DEADLINE_EXCEEDED', provider));
      };
      const grant = () => {
        ignoreEnd(signal, onAbort);
        resolve();
      };
      this.#waiting.push(grant);
      whenEnded(signal, onAbort);
    });
  }

  #freePlace(): void {
    this.#active -= 1;
    this.#offerPlace();
  }

  #offerPlace(): void {
    const next = this.#waiting.shift();
    if (next === undefined) return;
    // Taken here for the one who waits: nobody else may come between.
    this.#active += 1;
    next();
  }

  #endLive(): void {
    this.#live -= 1;
    this.#lastLiveAt = Date.now();
    this.#background.advance();
  }

  #memoryMs(): number {
    return Math.max(shortestMemoryMs, 2 * this.#rate.intervalMs);
  }

  async #takeTokens(scope: OperationScope, cost: number): Promise<void> {
    const turn = this.#rate.reserve(cost, scope.deadlineAt);
    const { readyAt, isTaken } = turn instanceof Promise ? await turn : turn;
    if (!isTaken) throw this.#lateness(readyAt);
    // The operation may have ended while it was asked for.
    if (scope.signal.aborted) throw new UpstreamError('DEADLINE_EXCEEDED', this.#options.provider);
    await this.#waitUntil(readyAt, scope);
    // A hold may have come meanwhile; the tokens stay taken.
    for (let { heldUntil } = this.#rate; heldUntil > Date.now(); { heldUntil } = this.#rate) {
      this.#refuseWhenLate(heldUntil, scope);
      await this.#waitUntil(heldUntil, scope);
    }
  }

  #refuseWhenLate(readyAt: number, { deadlineAt }: OperationScope): void {
    if (readyAt > Date.now() && readyAt >= deadlineAt) throw this.#lateness(readyAt);
  }

  #lateness(readyAt: number): UpstreamError {
    const retryAfterMs = Math.max(1, Math.ceil(readyAt - Date.now()));
    return new UpstreamError('PROVIDER_RATE_LIMITED', this.#options.provider, { retryAfterMs });
  }

  async #waitUntil(readyAt: number, { signal }: OperationScope): Promise<void> {
    const waitMs = Math.ceil(readyAt - Date.now());
    if (waitMs <= 0) return;
    try {
      await pause(waitMs, signal);
    } catch (cause) {
      throw new UpstreamError('PROVIDER_RATE_LIMITED', this.#options.provider, { cause });
    }
  }
}
