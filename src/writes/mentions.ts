import { normalizeEmail } from '../domain/join-keys.js';

// What makes the found text a part of a longer address. Signs such as `'` and `.` do so only next to a letter: they quote and end sentences too.
const runsInto = /[\p{L}\p{M}\p{N}_%+-]$|[\p{L}\p{M}\p{N}][.']$/u;
const runsOn = /^[\p{L}\p{M}\p{N}-]|^\.[\p{L}\p{N}]/u;

/**
 * Whether a value holds a person's e-mail anywhere, also within a text: a provider may quote it in the words of a refusal.
 *
 * @param email as `normalizeEmail` gives it
 */
export function mentions(value: unknown, email: string): boolean {
  if (typeof value === 'string') return quotes(value, email);
  return typeof value === 'object' && value !== null && Object.values(value).some((part) => mentions(part, email));
}

/** Whether a text holds the whole address: `joanna@example.com` is somebody else than `anna@example.com`. */
function quotes(text: string, email: string): boolean {
  const parts = (normalizeEmail(text) ?? '').split(email);
  return parts.slice(1).some((after, index) => !runsInto.test(parts[index] ?? '') && !runsOn.test(after));
}
