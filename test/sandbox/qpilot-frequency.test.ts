import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FREQUENCY_TYPES, nextOccurrence } from '../../sandbox/qpilot/frequency.js';

describe('nextOccurrence', () => {
  it.each([
    ['2026-01-31T08:00:00.000Z', 'Months', 1, '2026-02-28T08:00:00.000Z'],
    ['2026-04-05T08:00:00.000Z', 'DayOfTheMonth', 31, '2026-04-30T08:00:00.000Z'],
    ['2026-04-30T08:00:00.000Z', 'DayOfTheMonth', 31, '2026-05-31T08:00:00.000Z'],
    ['2026-12-24T08:00:00.000Z', 'Months', 3, '2027-03-24T08:00:00.000Z'],
  ] as const)('after %s by %s %i is %s', (from, frequencyType, frequency, expected) => {
    expect(nextOccurrence(new Date(from), { frequencyType, frequency }).toISOString()).toBe(expected);
  });

  it('is later than its start, by whole days for all types, and on the asked day of week or month', () => {
    const start = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
    const type = fc.constantFrom(...FREQUENCY_TYPES);
    fc.assert(
      fc.property(start, type, fc.integer({ min: 1, max: 31 }), (from, frequencyType, n) => {
        const frequency = frequencyType === 'DayOfTheWeek' ? ((n - 1) % 7) + 1 : n;
        const next = nextOccurrence(from, { frequencyType, frequency });
        const days = (next.getTime() - from.getTime()) / 86_400_000;
        expect(days).toBeGreaterThan(0);
        expect(Number.isInteger(days)).toBe(true);
        if (frequencyType === 'DayOfTheWeek') expect(next.getUTCDay()).toBe(frequency - 1);
        if (frequencyType !== 'DayOfTheMonth') return;
        const lastDay = new Date(Date.UTC(next.getUTCFullYear(), next.getUTCMonth() + 1, 0)).getUTCDate();
        expect(next.getUTCDate()).toBe(Math.min(frequency, lastDay));
        expect(days).toBeLessThanOrEqual(31);
      }),
    );
  });
});
