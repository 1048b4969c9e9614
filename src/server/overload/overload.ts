import { LimitError } from '../limits/limit-error.js';
import { LoopDelay } from './loop-delay.js';

interface OverloadLimits {
  /** Queries and mutations under way, of all callers. */
  readonly maxOperations: number;
  /** Of the event loop, in milliseconds. */
  readonly maxLoopDelayMs: number;
}

/** When a caller who was turned away may come again. */
const retryAfterMs = 1000;

/** What this process can carry: more is turned away at once, before its memory grows and all callers wait too long. */
export class Overload {
  readonly #limits: OverloadLimits;
  readonly #delay: Pick<LoopDelay, 'lastingMs' | 'stop'>;
  #underWay = 0;

  constructor(limits: OverloadLimits, delay: Pick<LoopDelay, 'lastingMs' | 'stop'> = new LoopDelay()) {
    this.#limits = limits;
    this.#delay = delay;
  }

  /** Why nothing more is taken; null while it is. */
  refusal(): LimitError | null {
    const { maxOperations, maxLoopDelayMs } = this.#limits;
    if (this.#underWay >= maxOperations || this.#delay.lastingMs > maxLoopDelayMs) {
      return new LimitError('GATEWAY_OVERLOADED', 'This gateway has more to do than it can; nothing was done.', {
        retryAfterMs,
      });
    }
    return null;
  }

  /** Counts an operation. Gives what is to be called once at its end. */
  begin(): () => void {
    this.#underWay += 1;
    return () => {
      this.#underWay -= 1;
    };
  }

  stop(): void {
    this.#delay.stop();
  }
}
