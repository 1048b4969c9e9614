import type { RateLimit, Turn } from '../call-rate.js';
import type { BucketState } from '../rate-bucket.js';

/** What a process asks of a shared bucket, all at once. Times are milliseconds on the clock of `Date.now()`. */
export interface RateQuestion {
  readonly limit: RateLimit;
  /** What the process knows of the bucket, for a Redis that has forgotten it. */
  readonly known: BucketState;
  /** Whether it may know more than Redis, having gone on alone. */
  readonly isReturning: boolean;
  /** How long a 429 asked to wait, in milliseconds; null where there was none. */
  readonly refusedForMs: number | null;
  /** Calls that this process started in the newest second. */
  readonly counted: number;
  /** The refusal elsewhere that these add to; empty for none. */
  readonly addsTo: string;
  /** Places that may be used at once, as many as there are of so many. */
  readonly extra: number;
  /** A call that nobody waits for; 0 for none. */
  readonly spareCost: number;
  readonly demands: readonly { readonly cost: number; readonly deadlineAt: number }[];
}

export interface RateAnswer {
  readonly state: BucketState;
  /** The newest refusal, and whether it is the one that was told of just now. */
  readonly told: string;
  readonly isFirst: boolean;
  readonly extra: number;
  readonly isSpared: boolean;
  /** How many processes there are. */
  readonly processes: number;
  /** One for each demand, in their order. */
  readonly turns: readonly Turn[];
}

/** A question as `rateScript` takes it. */
export function questionValues(question: RateQuestion, { channel, from }: { channel: string; from: string }) {
  const { limit, known, isReturning, refusedForMs, counted, addsTo, extra, spareCost, demands } = question;
  const now = Date.now();
  return [
    limit.ratePerSecond ?? 0,
    limit.burst,
    channel,
    from,
    isReturning ? 1 : 0,
    known.fullAt - now,
    known.heldUntil - now,
    known.lesson === null ? -1 : now - known.lesson.at,
    known.lesson?.reached ?? 0,
    refusedForMs ?? -1,
    counted,
    addsTo,
    extra,
    spareCost,
    ...demands.flatMap(({ cost, deadlineAt }) => [cost, deadlineAt - now]),
  ];
}

/** What `rateScript` says. */
export function readAnswer(reply: unknown): RateAnswer {
  const now = Date.now();
  const [fullIn, heldIn, age, reached, told, isFirst, extra, isSpared, processes, ...rest] = reply as readonly string[];
  return {
    state: {
      fullAt: now + Number(fullIn),
      heldUntil: now + Number(heldIn),
      lesson: Number(age) < 0 ? null : { at: now - Number(age), reached: Number(reached) },
    },
    told: told ?? '',
    isFirst: isFirst === '1',
    extra: Number(extra),
    isSpared: isSpared === '1',
    processes: Number(processes),
    turns: Array.from({ length: rest.length / 2 }, (_, index) => ({
      isTaken: rest[2 * index] === '1',
      readyAt: now + Number(rest[2 * index + 1]),
    })),
  };
}
