import { cacheShape } from './generated/cache-shape.js';
import { typePolicies } from './type-policies.js';

export { typePolicies } from './type-policies.js';

/** The types behind the graph's interfaces, for fragments on them. */
export const possibleTypes: Readonly<Record<string, readonly string[]>> = cacheShape.possibleTypes;

/** Options for `new InMemoryCache(...)`. */
export const cacheOptions = {
  possibleTypes: cacheShape.possibleTypes as unknown as Record<string, string[]>,
  typePolicies,
};
