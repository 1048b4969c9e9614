import { createHash } from 'node:crypto';
import { type Instant, toEpochMs } from '../domain/instant.js';

/** Longer parts are cut and told apart by a digest: a key has five hundred characters at most. */
const longestPart = 120;
const keptOfLongPart = 80;

/** Later than any time of four digits of years, in milliseconds since 1970, with room for times before 1970. */
const endOfTime = 500_000_000_000_000;
const timeDigits = 15;

/**
 * A text as one part of a key. Parts of letters, digits and `:;<=>?@[\]^_` stay as they are; in any other character's place stands its
 * code, so that parts sort as their texts do, and none holds `/`, `!` or a character below.
 */
export function part(text: string): string {
  const escaped = text.replaceAll(/[^0-z]/g, (character) => {
    const code = character.charCodeAt(0);
    return code < 0x30 ? `#${code.toString(16).padStart(2, '0')}` : `~${code.toString(16).padStart(4, '0')}`;
  });
  if (escaped.length <= longestPart) return escaped;
  return `${escaped.slice(0, keptOfLongPart)}~${createHash('sha256').update(text, 'utf16le').digest('hex')}`;
}

/** A time such that later ones sort first. One that is not known or is blank sorts as 1970, as in the merged list of orders. */
export function newestFirst(instant: Instant | null): string {
  const epochMs = instant === null || instant === '' ? 0 : toEpochMs(instant);
  const inverted = endOfTime - (Number.isNaN(epochMs) ? 0 : epochMs);
  return String(Math.min(Math.max(inverted, 0), 10 ** timeDigits - 1)).padStart(timeDigits, '0');
}

/** The first key that is behind a key. */
export function after(key: string): string {
  return `${key} `;
}

/** The end of all keys that begin with a text which ends in `/`. */
export function endOf(prefix: string): string {
  return `${prefix.slice(0, -1)}0`;
}

/** Which keys there are. Records: o orders, c customers, p parcels, s subscriptions. The others lead to records or stand for themselves. */
export const keys = {
  order: (provider: string, name: string) => `o/${provider}/${name}`,
  customer: (provider: string, externalId: string) => keys.customerNamed(provider, part(externalId)),
  customerNamed: (provider: string, name: string) => `c/${provider}/${name}`,
  parcel: (provider: string, number: string) => keys.parcelNamed(provider, part(number)),
  parcelNamed: (provider: string, name: string) => `p/${provider}/${name}`,
  subscription: (provider: string, externalId: string) => `s/${provider}/${part(externalId)}`,
  /** A provider's orders by time. */
  timeline: (provider: string) => `t/${provider}/`,
  /** A person's orders by time, over all providers. */
  ordersOf: (hash: string) => `e/${part(hash)}/o/`,
  /** A person's records, over all providers. */
  customersOf: (hash: string) => `e/${part(hash)}/c/`,
  ordersWith: (reference: string) => `r/${part(reference)}/`,
  parcelsWith: (reference: string) => `q/${part(reference)}/`,
  /** Orders that are known by their heads alone, by time. */
  undetailed: (provider: string) => `u/${provider}/`,
  /** That a person was forgotten. */
  forgotten: (hash: string) => `x/${part(hash)}`,
  progress: (provider: string, kind: string) => `f/${provider}/${kind}`,
  allProgress: 'f/',
  pending: (provider: string, kind: string, externalId: string) => `w/${provider}/${kind}/${part(externalId)}`,
  allPending: (provider: string | null) => (provider === null ? 'w/' : `w/${provider}/`),
  fillClaim: 'l/fill',
  /** What the directory was written with; see EmailHash. */
  format: 'm/format',
} as const;
