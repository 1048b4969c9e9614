/**
 * A decoded answer with the first letter of every property in lower case, so that the older generation
 * (`TokenBearerAuth`, `Items`, `ExternalId`) reads like the present one. A property that stands in both casings keeps
 * the value of the lower one.
 */
export function withCamelKeys(value: unknown): unknown {
  return withKeys(value, (key) => {
    const first = key.charCodeAt(0);
    return first >= 0x61 && first <= 0x7a ? key : key.slice(0, 1).toLowerCase() + key.slice(1);
  });
}

/** A decoded answer with every property in small letters without underscores: `ClientOrderId` and `client_order_id` are one. */
export function withSmallKeys(value: unknown): unknown {
  return withKeys(value, (key) => key.replaceAll('_', '').toLowerCase());
}

/** The value itself where nothing has to be renamed, as in all answers of the present generation. */
function withKeys(value: unknown, rename: (key: string) => string): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (isNamedSo(value, rename)) return value;
  if (Array.isArray(value)) return value.map((entry) => withKeys(entry, rename));
  const renamed = new Map<string, unknown>();
  for (const [key, inner] of Object.entries(value)) {
    const name = rename(key);
    if (name === key || !renamed.has(name)) renamed.set(name, withKeys(inner, rename));
  }
  return Object.fromEntries(renamed);
}

function isNamedSo(value: unknown, rename: (key: string) => string): boolean {
  if (value === null || typeof value !== 'object') return true;
  if (Array.isArray(value)) return value.every((entry) => isNamedSo(entry, rename));
  // The keys alone: an answer of the present generation is gone through in vain.
  for (const key of Object.keys(value)) {
    if (rename(key) !== key || !isNamedSo((value as Record<string, unknown>)[key], rename)) return false;
  }
  return true;
}
