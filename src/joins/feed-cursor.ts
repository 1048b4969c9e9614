import { parseOffsetInstant } from '../domain/instant.js';
import type { OrderHead } from '../domain/order.js';
import { type OrderPlace, placeOf } from '../domain/order-place.js';
import { RequestError } from '../errors/request-error.js';

export function encodeFeedCursor(head: OrderHead): string {
  return Buffer.from(JSON.stringify(placeOf(head))).toString('base64url');
}

/** @throws RequestError BAD_USER_INPUT for a text that is no cursor of this list. */
export function decodeFeedCursor(cursor: string): OrderPlace {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (isPlace(place)) return place;
  } catch {
    // A text that is no JSON is told like any other text that is no cursor.
  }
  throw new RequestError('BAD_USER_INPUT', 'Argument "after" is no cursor of this list.');
}

function isPlace(value: unknown): value is OrderPlace {
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
