import type { Secret } from '../config/secret.js';

/** Shorter ones occur in any text by chance. */
const shortestSecret = 6;

/** A write's answer as it may be shown. What is read is left as it is: a text of the shop's may be equal to a password. */
export function withoutSecrets(text: string, secrets: readonly Secret[]): string {
  // The longer ones first: one may be a part of another.
  const values = secrets.map((secret) => secret.reveal()).toSorted((one, other) => other.length - one.length);
  return values.reduce((shown, value) => (value.length < shortestSecret ? shown : shown.replaceAll(value, '…')), text);
}
