import type { ProviderName } from '../domain/provider.js';
import { UpstreamError } from '../errors/upstream-error.js';
import { pause } from './retry.js';
import type { OperationScope } from './upstream-request.js';

export interface CallBudgetOptions {
  readonly provider: ProviderName;
  readonly maxConcurrency: number;
  /** Calls per second in the long run; null for no limit. */
  readonly ratePerSecond: number | null;
  /** Calls that may go at once after a rest. */
  readonly burst: number;
}

/** A wait that no person meant must not switch a provider off. */
const longestHoldMs = 15 * 60 * 1000;

/**
 * What one provider may be asked, shared by all operations of the process: so many calls at once, so many per second.
 *
 * @remarks The rate is a bucket kept as one number: the time at which it would be full again. A place in it is
 * taken when the wait is known to end before the operation does, so nobody queues for a call that could never be sent.
 */
export class CallBudget {
  readonly #options: CallBudgetOptions;
  readonly #intervalMs: number;
  #fullAt = 0;
  #pausedUntil = 0;
  #active = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(options: CallBudgetOptions) {
    this.#options = options;
    this.#intervalMs = options.ratePerSecond === null ? 0 : 1000 / options.ratePerSecond;
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
    await this.#takeSlot(scope);
    try {
      // The operation may have ended in the moment its place came.
      if (scope.signal.aborted) throw new UpstreamError('DEADLINE_EXCEEDED', this.#options.provider);
      await this.#takeTokens(scope, cost);
    } catch (error) {
      this.#freeSlot();
      throw error;
    }
    return () => this.#freeSlot();
  }

  /** Holds all calls back for a while, as a 429 asks; at most a quarter of an hour, then the provider is asked again. */
  holdFor(delayMs: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, Date.now() + Math.min(delayMs, longestHoldMs));
  }

  async #takeSlot({ signal }: OperationScope): Promise<void> {
    const { provider, maxConcurrency } = this.#options;
    if (signal.aborted) throw new UpstreamError('DEADLINE_EXCEEDED', provider);
    if (this.#active < maxConcurrency) {
      this.#active += 1;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const onAbort = () => {
        this.#waiting.splice(this.#waiting.indexOf(grant), 1);
        reject(new UpstreamError('DEADLINE_EXCEEDED', provider));
      };
      // The place passes from the one who leaves to the one who waits, so `active` stays as it is.
      const grant = () => {
        signal.removeEventListener('abort', onAbort);
        resolve();
      };
      this.#waiting.push(grant);
      signal.addEventListener('abort', onAbort, { once: true });
    });
  }

  #freeSlot(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#active -= 1;
  }

  async #takeTokens(scope: OperationScope, cost: number): Promise<void> {
    const startAt = Math.max(Date.now(), this.#pausedUntil);
    const fullAt = Math.max(this.#fullAt, startAt) + cost * this.#intervalMs;
    const readyAt = Math.max(startAt, fullAt - this.#options.burst * this.#intervalMs);
    this.#refuseWhenLate(readyAt, scope);
    this.#fullAt = fullAt;
    await this.#waitUntil(readyAt, scope);
    // A hold may have come meanwhile; the tokens stay taken.
    while (this.#pausedUntil > Date.now()) {
      const heldUntil = this.#pausedUntil;
      this.#refuseWhenLate(heldUntil, scope);
      await this.#waitUntil(heldUntil, scope);
    }
  }

  #refuseWhenLate(readyAt: number, { deadlineAt }: OperationScope): void {
    const waitMs = Math.ceil(readyAt - Date.now());
    if (waitMs > 0 && readyAt >= deadlineAt) {
      throw new UpstreamError('PROVIDER_RATE_LIMITED', this.#options.provider, { retryAfterMs: waitMs });
    }
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
