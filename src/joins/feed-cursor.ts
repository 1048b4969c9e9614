import { parseOffsetInstant, toEpochMs } from '../domain/instant.js';
import type { OrderHead } from '../domain/order.js';
import { RequestError } from '../errors/request-error.js';

/** A place in the merged list: behind an order, whether or not that order still exists. */
export type FeedPlace = readonly [placedAt: string, provider: string, externalId: string];

/** Newest first; orders of one instant by provider and id; orders without a time last. */
export function compareHeads(one: OrderHead, other: OrderHead): number {
  return comparePlaces(placeOf(one), placeOf(other));
}

/** Whether an order comes behind a place. */
export function isBehind(head: OrderHead, place: FeedPlace): boolean {
  return comparePlaces(placeOf(head), place) > 0;
}

export function encodeFeedCursor(head: OrderHead): string {
  return Buffer.from(JSON.stringify(placeOf(head))).toString('base64url');
}

/** @throws RequestError BAD_USER_INPUT for a text that is no cursor of this list. */
export function decodeFeedCursor(cursor: string): FeedPlace {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (isPlace(place)) return place;
  } catch {
    // A text that is no JSON is told like any other text that is no cursor.
  }
  throw new RequestError('BAD_USER_INPUT', 'Argument "after" is no cursor of this list.');
}

function isPlace(value: unknown): value is FeedPlace {
  return (
    Array.isArray(value) &&
    value.length === 3 &&
    value.every((part) => typeof part === 'string') &&
    isInstantOrBlank(String(value[0]))
  );
}

function isInstantOrBlank(text: string): boolean {
  return text === '' || parseOffsetInstant(text) !== null;
}

function placeOf({ placedAt, provider, externalId }: OrderHead): FeedPlace {
  return [placedAt ?? '', provider, externalId];
}

/** Orders without a time come last. */
function epochOf([placedAt]: FeedPlace): number {
  return placedAt === '' ? 0 : toEpochMs(placedAt);
}

function comparePlaces(one: FeedPlace, other: FeedPlace): number {
  const age = epochOf(other) - epochOf(one);
  if (age !== 0) return age;
  if (one[1] !== other[1]) return one[1] < other[1] ? -1 : 1;
  return one[2] === other[2] ? 0 : one[2] < other[2] ? -1 : 1;
}
