/**
 * An answer as a provider might send it after an unannounced change: the first field of every object renamed,
 * numbers wrapped in objects, lists of plain values joined to one string. Nothing in it is what the documents promise.
 */
export function driftBody(body: unknown): unknown {
  if (typeof body === 'number') return { value: body };
  if (Array.isArray(body)) {
    return body.every((item) => typeof item !== 'object') ? body.join(';') : body.map(driftBody);
  }
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(
    Object.entries(body).map(([name, value], index) => [index === 0 ? `${name}_v2` : name, driftBody(value)]),
  );
}
