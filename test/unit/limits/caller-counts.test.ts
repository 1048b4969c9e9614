import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CallerRate } from '../../../src/limits/caller-rate.js';
import { CallerSlots } from '../../../src/limits/caller-slots.js';

describe('the places of a caller', () => {
  it('are as many as allowed, for each caller, and come back once', () => {
    const slots = new CallerSlots(2);
    const leave = slots.take('a');
    expect(slots.take('a')).not.toBeNull();
    expect(slots.take('a')).toBeNull();
    expect(slots.take('b')).not.toBeNull();
    leave?.();
    leave?.();
    expect(slots.take('a')).not.toBeNull();
    expect(slots.take('a')).toBeNull();
  });
});

describe('the rate of a caller', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('is used up by points, for each caller, and is whole again after a minute', async () => {
    const rate = new CallerRate({ pointsPerMinute: 10, redis: null });
    expect(await rate.use('a', 6)).toBeNull();
    vi.advanceTimersByTime(20_000);
    expect(await rate.use('a', 5)).toBe(40_000);
    expect(await rate.use('a', 4)).toBeNull();
    expect(await rate.use('a', 1)).toBe(40_000);
    expect(await rate.use('b', 10)).toBeNull();
    vi.advanceTimersByTime(40_001);
    expect(await rate.use('a', 10)).toBeNull();
  });
});
