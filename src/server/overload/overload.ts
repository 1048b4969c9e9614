import { LimitError } from '../limits/limit-error.js';
import type { LoopPressure } from './loop-pressure.js';
import { Places, type Pressure } from './places.js';

interface OverloadLimits {
  /** Queries and mutations under way, of all callers. */
  readonly maxOperations: number;
  /** Of the event loop, in milliseconds. */
  readonly maxLoopDelayMs: number;
}

/** When a caller who was turned away may come again. */
const retryAfterMs = 1000;
/** As much may wait as is done in this time; */
const waitingSeconds = 0.5;
/** where that is few, fifty callers with a large page each are no overload: they wait longer, but not longer than this. */
const longestWaitMs = 3000;
/** However slow it is, so many may wait, */
const fewestWaiting = 100;
/** and so many are under way, or as many as are done in this time: equal ones among them are found, and executed once. */
const leastUnderWay = { fewest: 20, leastSeconds: 0.06 };

type LoopState = Pressure & Pick<LoopPressure, 'lastingMs'>;

interface Waiting {
  readonly resolve: (mayBegin: boolean) => void;
  readonly since: number;
}

/**
 * What this process can carry: more is turned away before its memory grows and all callers wait too long. While it has time left, all
 * are let in. When it has none, fewer and fewer are under way: each more makes its turns longer, and in a turn it takes one new connection.
 */
export class Overload {
  readonly #limits: OverloadLimits;
  readonly #pressure: LoopState;
  readonly #line: Waiting[] = [];
  readonly #places: Places;

  constructor(limits: OverloadLimits, pressure: LoopState) {
    this.#limits = limits;
    this.#pressure = pressure;
    this.#places = new Places({ most: limits.maxOperations, ...leastUnderWay }, pressure, () => this.#letIn());
  }

  /** Why nothing more is taken; null while it is. */
  refusal(): LimitError | null {
    const { maxOperations, maxLoopDelayMs } = this.#limits;
    const mostWaiting = Math.max(fewestWaiting, this.#places.perSecond * waitingSeconds);
    const isFull = this.#places.taken >= maxOperations || (this.#mustWait && this.#line.length >= mostWaiting);
    return isFull || this.#pressure.lastingMs > maxLoopDelayMs ? tooMuch() : null;
  }

  /** Null when an operation may begin at once; else resolves to why it may not, or to null when it may. */
  turn(): Promise<LimitError | null> | null {
    if (!this.#mustWait) return null;
    return new Promise((resolve) => {
      this.#line.push({
        resolve: (mayBegin) => resolve(mayBegin ? null : tooMuch()),
        since: performance.now(),
      });
    });
  }

  /** Counts an operation. Gives what is to be called once at its end. */
  begin(): () => void {
    this.#places.take();
    return () => this.#places.giveBack();
  }

  stop(): void {
    for (const { resolve } of this.#line.splice(0)) resolve(true);
  }

  get #mustWait(): boolean {
    return this.#line.length > 0 || this.#places.free <= 0;
  }

  #letIn(): void {
    const oldest = performance.now() - longestWaitMs;
    // Each counts itself as under way only when it goes on.
    for (let room = this.#places.free; this.#line.length > 0; ) {
      const [first] = this.#line;
      if (first === undefined || (first.since > oldest && room <= 0)) return;
      this.#line.shift();
      const mayBegin = room > 0;
      if (mayBegin) room -= 1;
      first.resolve(mayBegin);
    }
  }
}

function tooMuch(): LimitError {
  return new LimitError('GATEWAY_OVERLOADED', 'This gateway has more to do than it can; nothing was done.', {
    retryAfterMs,
  });
}
