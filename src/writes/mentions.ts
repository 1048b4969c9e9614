import { normalizeEmail } from '../domain/join-keys.js';

/** Whether a value holds a person's e-mail anywhere. */
export function mentions(value: unknown, email: string): boolean {
  if (typeof value === 'string') return normalizeEmail(value) === email;
  return typeof value === 'object' && value !== null && Object.values(value).some((part) => mentions(part, email));
}
