import fc from 'fast-check';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CallBudget } from '../../../src/http/call-budget.js';
import type { RateLimit } from '../../../src/http/call-rate.js';
import { RateBucket } from '../../../src/http/rate-bucket.js';
import { Leases } from '../../../src/http/shared-rate/leases.js';
import type { RateAnswer, RateQuestion } from '../../../src/http/shared-rate/rate-question.js';
import { SharedBucket } from '../../../src/http/shared-rate/shared-bucket.js';
import type { OperationScope } from '../../../src/http/upstream-request.js';

beforeEach(() => {
  vi.useFakeTimers({ now: 1_700_000_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

/** What several processes have in common, as far as one process can tell. */
function sharedBy(limit: RateLimit) {
  const bucket = new RateBucket(limit);
  const questions: RateQuestion[] = [];
  let isReachable = true;
  const answerTo = ({ known, isReturning, ...question }: RateQuestion): RateAnswer => {
    const { demands, extra, spareCost, refusedForMs, counted } = question;
    const now = Date.now();
    const { state } = bucket;
    if (isReturning) bucket.adopt({ ...state, fullAt: Math.max(state.fullAt, known.fullAt) });
    if (refusedForMs !== null) {
      bucket.count(now, counted);
      bucket.refused(refusedForMs);
    }
    const turns = demands.map(({ cost, deadlineAt }) => bucket.reserve(cost, deadlineAt));
    const isSpared = spareCost > 0 && bucket.spareAt(spareCost) <= now && bucket.takeSpare(spareCost);
    let granted = 0;
    while (granted < extra && bucket.takeAtOnce(1)) granted += 1;
    return { state: bucket.state, told: 'a', isFirst: true, extra: granted, isSpared, turns, processes: 2 };
  };
  return {
    bucket,
    questions,
    cut: () => {
      isReachable = false;
    },
    mend: () => {
      isReachable = true;
    },
    shared: {
      isReachable: () => isReachable,
      /** A millisecond there and back. */
      ask: async (question: RateQuestion): Promise<RateAnswer | null> => {
        questions.push(question);
        await new Promise((resolve) => setTimeout(resolve, 1));
        return isReachable ? answerTo(question) : null;
      },
    },
  };
}

function processOf(limit: RateLimit, { shared }: Pick<ReturnType<typeof sharedBy>, 'shared'>) {
  let bucket: SharedBucket | undefined;
  const budget = new CallBudget({
    ...limit,
    provider: 'QAPLA',
    maxConcurrency: 100,
    shareRate: (_, whenMore) => {
      bucket = new SharedBucket({ limit, shared, whenMore });
      return bucket;
    },
  });
  if (bucket === undefined) throw new Error('no bucket');
  const startedAt = Date.now();
  const started: { name: string; at: number }[] = [];
  const scopeOf = (remainingMs: number, priority?: OperationScope['priority']) => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), remainingMs);
    const scope = { requestId: 'r', signal: controller.signal, deadlineAt: Date.now() + remainingMs };
    return { ...scope, log: pino({ level: 'silent' }), ...(priority && { priority }) };
  };
  return {
    budget,
    bucket,
    started,
    /** Makes a call that takes no time; gives the failure where it is not sent. */
    call: async (name = 'live', { remainingMs = 60_000, priority = undefined as OperationScope['priority'] } = {}) => {
      const scope = scopeOf(remainingMs, priority);
      try {
        (budget.acquireAtOnce(scope) ?? (await budget.acquire(scope)))();
        started.push({ name, at: Date.now() - startedAt });
        return null;
      } catch (error) {
        return error;
      }
    },
  };
}

const limit = { ratePerSecond: 100, burst: 10 };
const times = (count: number) => Array.from({ length: count });

describe('a rate that processes share', () => {
  it('is asked for once for all calls of one moment, which start as one process would start them', async () => {
    const common = sharedBy(limit);
    const { call, started } = processOf(limit, common);
    times(14).forEach(() => void call());
    await vi.advanceTimersByTimeAsync(1);
    expect(common.questions.map(({ demands }) => demands.length)).toEqual([14]);
    expect(started).toHaveLength(10);
    await vi.advanceTimersByTimeAsync(40);
    expect(started.map(({ at }) => at).slice(10)).toEqual([11, 21, 31, 41]);
  });

  it('is kept by two processes together, whatever they ask and when', async () => {
    const calls = fc.array(fc.tuple(fc.nat(1), fc.nat(60)), { maxLength: 120, size: 'max' });
    await fc.assert(
      fc.asyncProperty(calls, async (plan) => {
        const common = sharedBy(limit);
        const both = [processOf(limit, common), processOf(limit, common)] as const;
        for (const [which, pauseMs] of plan) {
          void both[which === 0 ? 0 : 1].call();
          await vi.advanceTimersByTimeAsync(pauseMs % 7 === 0 ? pauseMs : 0);
        }
        await vi.advanceTimersByTimeAsync(5000);
        const sent = both.flatMap(({ started }) => started.map(({ at }) => at)).toSorted((a, b) => a - b);
        expect(sent).toHaveLength(plan.length);
        // What was taken ahead may be used for 200 ms more.
        const isTooMany = (from: number, first: number) =>
          sent.some((at, last) => last >= first && last - first + 1 > 10 + 100 * ((at - from + 201) / 1000));
        expect(sent.filter(isTooMany)).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  it('gives a busy process places ahead, so that it asks some twenty times a second and not for each call', async () => {
    const wide = { ratePerSecond: 1000, burst: 1000 };
    const common = sharedBy(wide);
    const { call, started } = processOf(wide, common);
    const runFor = async (count: number) => {
      for (const _ of times(count)) {
        void call();
        await vi.advanceTimersByTimeAsync(2);
      }
      return common.questions.length;
    };
    const before = await runFor(500);
    const after = await runFor(500);
    expect(started).toHaveLength(1000);
    expect(after - before).toBeLessThanOrEqual(25);
    expect(common.questions.slice(before).flatMap(({ demands }) => demands)).toEqual([]);
  });

  it('loses what was taken ahead when no call comes for it', async () => {
    const leases = new Leases();
    leases.add(3, Date.now() + 100);
    leases.add(2, Date.now() + 200);
    expect(leases.take(4, Date.now())).toBe(true);
    expect(leases.take(2, Date.now())).toBe(false);
    expect(leases.left(Date.now() + 199)).toBe(1);
    expect(leases.left(Date.now() + 200)).toBe(0);
  });

  it('refuses a call at once whose turn would come after the deadline, and takes nothing for it', async () => {
    const slow = { ratePerSecond: 1, burst: 1 };
    const common = sharedBy(slow);
    const { call } = processOf(slow, common);
    void call();
    await vi.advanceTimersByTimeAsync(1);
    const refused = call('late', { remainingMs: 500 });
    await vi.advanceTimersByTimeAsync(1);
    expect(await refused).toMatchObject({ code: 'PROVIDER_RATE_LIMITED', retryAfterMs: 999 });
    const next = call('next', { remainingMs: 2000 });
    await vi.advanceTimersByTimeAsync(1000);
    expect(await next).toBeNull();
  });

  it('lets no call go whose operation ended while it was asked for', async () => {
    const common = sharedBy(limit);
    const { call } = processOf(limit, common);
    const ended = call('ended', { remainingMs: 1 });
    await vi.advanceTimersByTimeAsync(2);
    expect(await ended).toMatchObject({ code: 'DEADLINE_EXCEEDED' });
  });

  it('is asked for nothing where there is none, until a refusal taught one', async () => {
    const none = { ratePerSecond: null, burst: 10 };
    const common = sharedBy(none);
    const { call, budget, bucket, started } = processOf(none, common);
    times(50).forEach(() => void call());
    expect(started).toHaveLength(50);
    expect(common.questions).toEqual([]);
    budget.refused(1000);
    // They come before the answer does, and are not to go all at once when the hold ends.
    times(5).forEach(() => void call());
    await vi.advanceTimersByTimeAsync(1);
    expect(common.questions).toMatchObject([{ refusedForMs: 1000, counted: 50 }]);
    expect(bucket.intervalMs).toBeCloseTo(1000 / 25, 0);
    void call();
    await vi.advanceTimersByTimeAsync(0);
    expect(common.questions).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1100);
    expect(started.length - 50).toBeLessThanOrEqual(3);
    await vi.advanceTimersByTimeAsync(500);
    expect(started).toHaveLength(56);
  });

  it('is held at once in the process that was refused, and what it had taken ahead with it', async () => {
    const wide = { ratePerSecond: 1000, burst: 1000 };
    const { call, budget, started } = processOf(wide, sharedBy(wide));
    for (const _ of times(100)) {
      void call();
      await vi.advanceTimersByTimeAsync(2);
    }
    const before = started.length;
    budget.refused(500);
    void call();
    await vi.advanceTimersByTimeAsync(490);
    expect(started).toHaveLength(before);
    await vi.advanceTimersByTimeAsync(100);
    expect(started).toHaveLength(before + 1);
  });
});

describe('work behind the scenes', () => {
  it('leaves half of the burst to live calls, those of other processes among them', async () => {
    const common = sharedBy({ ratePerSecond: 1, burst: 10 });
    const filling = processOf({ ratePerSecond: 1, burst: 10 }, common);
    const other = processOf({ ratePerSecond: 1, burst: 10 }, common);
    times(8).forEach((_, index) => void filling.call(`fill ${index}`, { priority: 'BACKGROUND' }));
    await vi.advanceTimersByTimeAsync(20);
    expect(filling.started).toHaveLength(5);
    times(6).forEach(() => void other.call());
    await vi.advanceTimersByTimeAsync(1);
    expect(other.started).toHaveLength(5);
  });

  it('starts after the live calls of its process that wait', async () => {
    const slow = { ratePerSecond: 10, burst: 1 };
    const { call, started } = processOf(slow, sharedBy(slow));
    void call('live 0');
    void call('fill', { priority: 'BACKGROUND' });
    void call('live 1');
    void call('live 2');
    await vi.advanceTimersByTimeAsync(2000);
    expect(started.map(({ name }) => name)).toEqual(['live 0', 'live 1', 'live 2', 'fill']);
  });
});

describe('a process that cannot reach the others', () => {
  it('goes on with its part of the rate and of what was left of the burst', async () => {
    const common = sharedBy(limit);
    const { call, bucket, started } = processOf(limit, common);
    void call();
    await vi.advanceTimersByTimeAsync(1000);
    common.cut();
    bucket.part(4);
    times(50).forEach(() => void call());
    await vi.advanceTimersByTimeAsync(1000);
    // 100 a second and 10 at once, in four parts.
    expect(started.length - 1).toBeGreaterThanOrEqual(26);
    expect(started.length - 1).toBeLessThanOrEqual(28);
    expect(common.questions).toHaveLength(1);
  });

  it('sends what it was about to ask for, and learns of a refusal by itself', async () => {
    const common = sharedBy(limit);
    const { call, budget, bucket, started } = processOf(limit, common);
    times(6).forEach(() => void call());
    await vi.advanceTimersByTimeAsync(1);
    expect(started).toHaveLength(6);
    void call();
    budget.refused(300);
    common.cut();
    await vi.advanceTimersByTimeAsync(1);
    expect(bucket.intervalMs).toBeGreaterThan(200);
    await vi.advanceTimersByTimeAsync(2000);
    expect(started).toHaveLength(7);
  });

  it('tells the others what it knows when it is back', async () => {
    const common = sharedBy(limit);
    const { call, bucket } = processOf(limit, common);
    common.cut();
    bucket.part(2);
    times(30).forEach(() => void call());
    await vi.advanceTimersByTimeAsync(10);
    common.mend();
    bucket.join();
    await vi.advanceTimersByTimeAsync(5);
    expect(common.questions).toMatchObject([{ isReturning: true }]);
    expect(common.questions[0]?.known.fullAt).toBeGreaterThan(Date.now() + 500);
    void call();
    await vi.advanceTimersByTimeAsync(5);
    expect(common.questions.at(-1)?.isReturning).toBe(false);
  });
});
