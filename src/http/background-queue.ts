import type { ProviderName } from '../domain/provider.js';
import { UpstreamError } from '../errors/upstream-error.js';
import type { CallRate } from './call-rate.js';
import type { OperationScope } from './upstream-request.js';

/** What the queue has to know of the calls that somebody waits for. */
interface LiveCalls {
  /** Whether one waits for its turn. */
  readonly areWaiting: () => boolean;
  /** Whether there are any, or were a moment ago. */
  readonly areActive: () => boolean;
  /** Places they have left. */
  readonly freePlaces: () => number;
}

interface BackgroundQueueOptions {
  readonly provider: ProviderName;
  /** The most of its calls at once. */
  readonly maxConcurrency: number;
  readonly rate: CallRate;
  readonly live: LiveCalls;
}

interface Waiting {
  readonly cost: number;
  readonly grant: () => void;
}

/**
 * Calls that nobody waits for, of one provider. One starts only when no live call waits, leaves half of the burst to live calls, and
 * keeps to half of the rate while there are any.
 */
export class BackgroundQueue {
  readonly #options: BackgroundQueueOptions;
  readonly #rereads: Waiting[] = [];
  readonly #fills: Waiting[] = [];
  #active = 0;
  #halfRateAt = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: BackgroundQueueOptions) {
    this.#options = options;
  }

  /** Waits for a turn; the place is given back with `leave`. */
  async enter(scope: OperationScope, cost: number): Promise<void> {
    const { signal, deadlineAt } = scope;
    if (signal.aborted || this.#options.rate.heldUntil >= deadlineAt) throw this.#refusal(cost);
    const queue = scope.priority === 'REREAD' ? this.#rereads : this.#fills;
    await new Promise<void>((resolve, reject) => {
      const onAbort = () => {
        queue.splice(queue.indexOf(waiting), 1);
        reject(this.#refusal(cost));
        this.advance();
      };
      const grant = () => {
        signal.removeEventListener('abort', onAbort);
        resolve();
      };
      const waiting = { cost, grant };
      queue.push(waiting);
      signal.addEventListener('abort', onAbort, { once: true });
      this.advance();
    });
  }

  leave(): void {
    this.#active -= 1;
  }

  /** Calls of it under way. */
  get active(): number {
    return this.#active;
  }

  /** Starts what may start; to be called whenever that may have become more. */
  advance(): void {
    clearTimeout(this.#timer);
    for (;;) {
      const queue = this.#rereads.length > 0 ? this.#rereads : this.#fills;
      const next = queue[0];
      if (next === undefined || !this.#hasPlace()) return;
      const waitMs = Math.ceil(this.#readyAt(next.cost) - Date.now());
      if (waitMs > 0) {
        this.#timer = setTimeout(() => this.advance(), waitMs);
        return;
      }
      if (!this.#options.rate.takeSpare(next.cost)) return;
      queue.shift();
      this.#start(next);
    }
  }

  #hasPlace(): boolean {
    const { maxConcurrency, live } = this.#options;
    return !live.areWaiting() && live.freePlaces() > this.#active && this.#active < maxConcurrency;
  }

  #readyAt(cost: number): number {
    const { rate, live } = this.#options;
    return Math.max(rate.spareAt(cost), live.areActive() ? this.#halfRateAt : 0);
  }

  #start({ cost, grant }: Waiting): void {
    this.#halfRateAt = Date.now() + 2 * cost * this.#options.rate.intervalMs;
    this.#active += 1;
    grant();
  }

  #refusal(cost: number): UpstreamError {
    const { provider } = this.#options;
    const waitMs = Math.ceil(this.#readyAt(cost) - Date.now());
    if (waitMs <= 0) return new UpstreamError('DEADLINE_EXCEEDED', provider);
    return new UpstreamError('PROVIDER_RATE_LIMITED', provider, { retryAfterMs: waitMs });
  }
}
