/**
 * The wait a `Retry-After` header asks for: whole seconds or an HTTP date.
 *
 * @param nowMs the present, in milliseconds since 1970
 * @returns milliseconds, never negative; null when the header is absent or neither form.
 */
export function parseRetryAfter(header: string | null, nowMs: number): number | null {
  const text = header?.trim();
  if (!text) return null;
  if (/^\d{1,15}$/.test(text)) return Math.min(Number(text) * 1000, Number.MAX_SAFE_INTEGER);
  if (!/^[A-Z][a-z]{2}/.test(text)) return null;
  // The oldest of the three forms names no zone; all of them are GMT, whatever the zone of this machine.
  const at = Date.parse(text.endsWith('GMT') ? text : `${text} GMT`);
  return Number.isNaN(at) ? null : Math.max(0, at - nowMs);
}
