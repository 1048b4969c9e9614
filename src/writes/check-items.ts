import type { InputCheck } from './input-check.js';

/** The most items of one write, whatever the provider: a call stays small enough to be understood when it fails. */
export const maxItems = 100;

/** Whether a list has items, and not too many for one call. */
export function checkItemCount(count: number, field: readonly (string | number)[], check: InputCheck): void {
  if (count === 0) check.add(field, 'REQUIRED', 'Must have at least one item.');
  if (count > maxItems) check.add(field, 'TOO_MANY', `Must have at most ${maxItems} items.`);
}

/** Notes every item whose key an earlier item has; null is no key. */
export function checkRepeated(
  keys: readonly (string | null)[],
  [list, name]: readonly [list: string, name: string],
  check: InputCheck,
): void {
  const seen = new Set<string>();
  for (const [index, key] of keys.entries()) {
    if (key === null) continue;
    if (seen.has(key)) check.add([list, index, name], 'TAKEN', 'Stands in this input already.');
    seen.add(key);
  }
}
