/**
 * The wait a `Retry-After` header asks for: whole seconds or an HTTP date.
 *
 * @param nowMs the present, in milliseconds since 1970
 * @returns milliseconds, never negative; null when the header is absent or neither form.
 */
export function parseRetryAfter(header: string | null, nowMs: number): number | null {
  const text = header?.trim();
  if (!text) return null;
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  if (!/^[A-Z][a-z]{2}/.test(text)) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(0, at - nowMs);
}
