import { parseDecimal } from '../domain/money.js';
import { isNotNegative } from './check-values.js';
import type { InputCheck } from './input-check.js';
import type { Maybe } from './maybe.js';

/**
 * A given amount with at least two decimals, `20.10`; null when it was left out, or with a problem noted.
 *
 * @param maxDecimals more digits than these are refused: nothing is rounded
 */
export function checkAmount(
  value: Maybe<string>,
  field: readonly (string | number)[],
  check: InputCheck,
  maxDecimals = 2,
): string | null {
  if (value === null || value === undefined) return null;
  const decimal = parseDecimal(value);
  if (decimal === null) check.add(field, 'INVALID', 'Must be a decimal number, such as "79.80".');
  else if (!isNotNegative(decimal)) check.add(field, 'INVALID', 'Must not be negative.');
  else if ((decimal.split('.')[1] ?? '').length > maxDecimals)
    check.add(field, 'INVALID', `Must have at most ${maxDecimals} decimals.`);
  else return decimal;
  return null;
}
