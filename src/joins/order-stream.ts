import type { KnownOrder } from '../directory/directory.js';
import type { OrderHead } from '../domain/order.js';
import { compareHeads } from '../domain/order-place.js';

/** Two lists in the order of the merged list as one; the second is read only as far as needed. */
export async function* mergeInOrder(
  live: readonly OrderHead[],
  known: AsyncIterable<KnownOrder>,
): AsyncGenerator<OrderHead, void, undefined> {
  let next = 0;
  for await (const head of known) {
    for (; next < live.length; next += 1) {
      const row = live[next];
      if (row === undefined || compareHeads(row, head) > 0) break;
      yield row;
    }
    yield head;
  }
  yield* live.slice(next);
}

/** A stream in chunks, so that the rows of one can be looked into side by side. */
export async function* chunksOf<Row>(
  rows: AsyncIterable<Row>,
  size: number,
): AsyncGenerator<readonly Row[], void, undefined> {
  let chunk: Row[] = [];
  for await (const row of rows) {
    chunk.push(row);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

/** The rows of a stream that fulfil a condition, up to the first that ends it. */
export async function* selectRows<Row>(
  rows: AsyncIterable<Row>,
  { matches, isEnd }: { readonly matches: (row: Row) => boolean; readonly isEnd: (row: Row) => boolean },
): AsyncGenerator<Row, void, undefined> {
  for await (const row of rows) {
    if (isEnd(row)) return;
    if (matches(row)) yield row;
  }
}
