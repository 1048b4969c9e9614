import { parseDecimal } from '../domain/money.js';

/** The number a decimal text states, for providers that take amounts as JSON numbers; null when a number cannot hold it exactly. */
export function exactNumber(decimal: string): number | null {
  const number = Number(decimal);
  const stated = parseDecimal(decimal);
  return stated !== null && parseDecimal(String(number)) === stated ? number : null;
}
