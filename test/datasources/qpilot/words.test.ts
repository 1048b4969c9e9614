import { expect, it } from 'vitest';
import { toFrequencyUnit, toStatus, toStatusNames } from '../../../src/datasources/qpilot/normalize/words.js';

it.each([
  ['Days', '0', 'DAYS'],
  ['weeks', '1', 'WEEKS'],
  ['MONTHS', '2', 'MONTHS'],
  ['DayOfTheWeek', '3', 'DAY_OF_THE_WEEK'],
  ['DayOfTheMonth', '4', 'DAY_OF_THE_MONTH'],
  ['Moons', '5', 'UNKNOWN'],
  ['', '-1', 'UNKNOWN'],
])('reads the frequency %s and its number %s as %s', (word, number, unit) => {
  expect([toFrequencyUnit(word), toFrequencyUnit(number)]).toEqual([unit, unit]);
});

it('reads statuses in any casing and every word without a member as unknown', () => {
  const words = ['active', 'PAUSED', 'Failed', 'Processing', 'Queued', 'Locked', 'Deleted'];
  expect(words.map(toStatus)).toEqual(['ACTIVE', 'PAUSED', 'FAILED', 'PROCESSING', 'QUEUED', 'LOCKED', 'DELETED']);
  expect(['Pending', 'Retry', 'Success', 'Snoozed', 'toString', ''].map(toStatus)).toEqual(Array(6).fill('UNKNOWN'));
  expect(toStatus(null)).toBe('UNKNOWN');
});

it('filters upstream by all statuses or by none', () => {
  expect(toStatusNames(['ACTIVE', 'DELETED'])).toEqual(['Active', 'Deleted']);
  expect(toStatusNames(['ACTIVE', 'UNKNOWN'])).toEqual([]);
  expect(toStatusNames([])).toEqual([]);
  expect(toStatusNames(null)).toEqual([]);
});
