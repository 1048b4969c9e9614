import type { FrequencyUnit } from '../../domain/scheduled-order.js';
import type { InputCheck } from '../input-check.js';

interface FrequencyInput {
  readonly unit: FrequencyUnit;
  readonly value: number;
}

/** The largest value by unit (public); 1 is the smallest. */
const highest = { DAYS: 365, WEEKS: 365, MONTHS: 365, DAY_OF_THE_WEEK: 7, DAY_OF_THE_MONTH: 31 } as const;

/** How often a subscription is to run. */
export function readFrequency({ unit, value }: FrequencyInput, check: InputCheck) {
  if (unit === 'UNKNOWN') {
    check.add(['frequency', 'unit'], 'INVALID', 'Must be a known unit.');
    return { unit: 'DAYS' as const, value };
  }
  const largest = highest[unit];
  const isInRange = Number.isInteger(value) && value >= 1 && value <= largest;
  check.require(isInRange, ['frequency', 'value'], 'INVALID', `Must be from 1 to ${largest} for ${unit}.`);
  return { unit, value };
}
