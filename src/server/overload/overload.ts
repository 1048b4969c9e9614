import { LimitError } from '../limits/limit-error.js';
import { LoopPressure } from './loop-pressure.js';

interface OverloadLimits {
  /** Queries and mutations under way, of all callers. */
  readonly maxOperations: number;
  /** Of the event loop, in milliseconds. */
  readonly maxLoopDelayMs: number;
}

/** When a caller who was turned away may come again. */
const retryAfterMs = 1000;
/** While there is nothing but work, with each look this share of what is under way may be, */
const cut = 0.7;
/** but not less than is done in this time, which is about what a page takes that has the process for itself; */
const begunSeconds = 0.03;
/** when there is time again, so many times more with each look in which there was nothing else, */
const largestGrowth = 5;
/** and a little more where there was hardly any time. */
const smallestGrowth = 1.1;
/** As much may wait as is done in this time; */
const waitingSeconds = 1;
/** where that is few, fifty callers with a large page each are no overload: they wait longer, but not longer than this. */
const longestWaitMs = 3000;
/** However slow it is, so many are under way, and so many wait. */
const fewest = { underWay: 2, waiting: 100 };
/** Over how long the rate at which operations end is averaged. */
const rateMs = 200;

type Pressure = Pick<LoopPressure, 'lastingMs' | 'isSaturated' | 'idleShare' | 'stop' | 'onLook'>;

interface Waiting {
  readonly resolve: (mayBegin: boolean) => void;
  readonly since: number;
}

/**
 * What this process can carry: more is turned away before its memory grows and all callers wait too long. While it has time left, all
 * are let in. When it has none, fewer and fewer are under way until they just keep it busy, since each more makes all of them slower and its
 * turns longer, and in a turn it takes one new connection.
 */
export class Overload {
  readonly #limits: OverloadLimits;
  readonly #pressure: Pressure;
  readonly #line: Waiting[] = [];
  /** How many may be under way. */
  #most: number;
  #underWay = 0;
  #ended = 0;
  #endedASecond = 0;

  constructor(limits: OverloadLimits, pressure: Pressure = new LoopPressure()) {
    this.#limits = limits;
    this.#pressure = pressure;
    this.#most = limits.maxOperations;
    pressure.onLook = (elapsedMs) => this.#look(elapsedMs);
  }

  /** Why nothing more is taken; null while it is. */
  refusal(): LimitError | null {
    const { maxOperations, maxLoopDelayMs } = this.#limits;
    const mostWaiting = Math.max(fewest.waiting, this.#endedASecond * waitingSeconds);
    const isFull = this.#underWay >= maxOperations || (this.#mustWait && this.#line.length >= mostWaiting);
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
    this.#underWay += 1;
    return () => {
      this.#underWay -= 1;
      this.#ended += 1;
      this.#letIn();
    };
  }

  stop(): void {
    this.#pressure.stop();
    for (const { resolve } of this.#line.splice(0)) resolve(true);
  }

  get #mustWait(): boolean {
    return this.#line.length > 0 || this.#room <= 0;
  }

  /** How many more may begin now. */
  get #room(): number {
    return this.#most - this.#underWay;
  }

  #letIn(): void {
    const oldest = performance.now() - longestWaitMs;
    // Each counts itself as under way only when it goes on.
    for (let room = this.#room; this.#line.length > 0; ) {
      const [first] = this.#line;
      if (first === undefined || (first.since > oldest && room <= 0)) return;
      this.#line.shift();
      const mayBegin = room > 0;
      if (mayBegin) room -= 1;
      first.resolve(mayBegin);
    }
  }

  #look(elapsedMs: number): void {
    const rate = (this.#ended * 1000) / elapsedMs;
    this.#ended = 0;
    this.#endedASecond += (rate - this.#endedASecond) * Math.min(1, elapsedMs / rateMs);
    const { isSaturated, idleShare } = this.#pressure;
    const least = Math.max(fewest.underWay, this.#endedASecond * begunSeconds);
    const growth = smallestGrowth + (largestGrowth - smallestGrowth) * idleShare;
    this.#most = isSaturated
      ? Math.max(least, Math.min(this.#most, this.#underWay) * cut)
      : Math.min(this.#limits.maxOperations, this.#most * growth);
    this.#letIn();
  }
}

function tooMuch(): LimitError {
  return new LimitError('GATEWAY_OVERLOADED', 'This gateway has more to do than it can; nothing was done.', {
    retryAfterMs,
  });
}
