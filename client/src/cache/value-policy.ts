import type { FieldMergeFunction, StoreObject, StoreValue } from '@apollo/client';

/**
 * Joins what two answers tell of one value, such as a price of which one operation asks for the currency and another one does not.
 * They are taken for the same value where all that both tell is equal; else the newer one stands alone, so that no amount is shown
 * with another one's currency.
 */
export const mergeValue: FieldMergeFunction<StoreValue, StoreValue> = (existing, incoming) => {
  if (!isObject(existing) || !isObject(incoming)) return incoming;
  const both = Object.keys(incoming).filter((name) => name !== '__typename' && name in existing);
  const isSame = both.length > 0 && both.every((name) => isEqual(existing[name], incoming[name]));
  return isSame ? { ...existing, ...incoming } : incoming;
};

function isObject(value: StoreValue): value is StoreObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether two plain JSON values are equal; the order of fields counts, which at worst takes one value for two. */
function isEqual(one: StoreValue, other: StoreValue): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
