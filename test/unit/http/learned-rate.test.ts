import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RateBucket } from '../../../src/http/rate-bucket.js';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: 1_700_000_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A provider that takes so many calls in each second of the clock, refuses the rest, and says nothing before. */
function hiddenLimit(perSecond: number) {
  let second = 0;
  let taken = 0;
  return (at: number): boolean => {
    const now = Math.floor(at / 1000);
    if (now !== second) taken = 0;
    second = now;
    taken += 1;
    return taken <= perSecond;
  };
}

/** Asks as much as the bucket gives. How many were taken and refused in each minute. */
function askFor(minutes: number, bucket: RateBucket, takes: (at: number) => boolean) {
  const told: { taken: number; refused: number }[] = [];
  const startedAt = Date.now();
  for (let minute = 1; minute <= minutes; minute += 1) {
    const count = { taken: 0, refused: 0 };
    while (Date.now() < startedAt + minute * 60_000) {
      const plan = bucket.plan(1);
      bucket.take(plan, 1);
      vi.setSystemTime(Math.max(Date.now() + 1, plan.readyAt));
      if (takes(Date.now())) count.taken += 1;
      else {
        count.refused += 1;
        bucket.refused(1000);
      }
    }
    told.push(count);
  }
  return told;
}

describe('a rate that is learned', () => {
  it.each([
    [200, 20],
    [50, 20],
    [null, 100],
    [100, 5],
  ])(
    'of %s a second is kept where the provider takes %i: ten a minute are refused at the most, and over half of what it takes is used',
    (set, hidden) => {
      const bucket = new RateBucket({ ratePerSecond: set, burst: set ?? 10 });
      for (const { taken, refused } of askFor(5, bucket, hiddenLimit(hidden))) {
        expect(refused).toBeLessThanOrEqual(10);
        expect(taken).toBeGreaterThan(hidden * 60 * 0.5);
      }
    },
  );

  it('is never more than the one that is set, which comes back when nothing is refused any more', () => {
    const bucket = new RateBucket({ ratePerSecond: 40, burst: 40 });
    askFor(1, bucket, hiddenLimit(10));
    expect(bucket.intervalMs).toBeGreaterThan(25);
    askFor(5, bucket, () => true);
    expect(bucket.intervalMs).toBe(25);
  });

  it('is forgotten after ten minutes where none is set', () => {
    const bucket = new RateBucket({ ratePerSecond: null, burst: 10 });
    askFor(1, bucket, hiddenLimit(10));
    expect(bucket.intervalMs).toBeGreaterThan(0);
    vi.setSystemTime(Date.now() + 10 * 60_000 + 1);
    expect(bucket.intervalMs).toBe(0);
  });

  it('is lowered once by the refusals of calls that were under way together', () => {
    const bucket = new RateBucket({ ratePerSecond: 100, burst: 100 });
    for (let count = 0; count < 40; count += 1) bucket.take(bucket.plan(1), 1);
    for (let count = 0; count < 40; count += 1) bucket.refused(1000);
    expect(bucket.intervalMs).toBe(1000 / 20);
  });

  it('does not fall below one call a second', () => {
    const bucket = new RateBucket({ ratePerSecond: 10, burst: 10 });
    const told = askFor(5, bucket, () => false);
    expect(bucket.intervalMs).toBeLessThanOrEqual(1000);
    expect(told.at(-1)?.refused).toBeLessThanOrEqual(61);
  });

  it('is not learned from a refusal of the first call', () => {
    const bucket = new RateBucket({ ratePerSecond: 10, burst: 10 });
    bucket.take(bucket.plan(1), 1);
    bucket.refused(1000);
    expect(bucket.intervalMs).toBe(100);
  });
});
