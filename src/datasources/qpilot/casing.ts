/**
 * A decoded answer with the first letter of every property in lower case, so that the older generation
 * (`TokenBearerAuth`, `Items`, `ExternalId`) reads like the present one. A property that stands in both casings keeps
 * the value of the lower one.
 */
export function withCamelKeys(value: unknown): unknown {
  return withKeys(value, (key) => key.slice(0, 1).toLowerCase() + key.slice(1));
}

/** A decoded answer with every property in small letters without underscores: `ClientOrderId` and `client_order_id` are one. */
export function withSmallKeys(value: unknown): unknown {
  return withKeys(value, (key) => key.replaceAll('_', '').toLowerCase());
}

function withKeys(value: unknown, rename: (key: string) => string): unknown {
  if (Array.isArray(value)) return value.map((entry) => withKeys(entry, rename));
  if (value === null || typeof value !== 'object') return value;
  const renamed = new Map<string, unknown>();
  for (const [key, inner] of Object.entries(value)) {
    const name = rename(key);
    if (name === key || !renamed.has(name)) renamed.set(name, withKeys(inner, rename));
  }
  return Object.fromEntries(renamed);
}
