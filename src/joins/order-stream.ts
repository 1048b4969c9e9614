import type { KnownOrder } from '../directory/directory.js';
import type { OrderHead } from '../domain/order.js';
import { compareHeads } from '../domain/order-place.js';

/** Two lists in the order of the merged list as one, in batches; the second is read only as far as needed. */
export async function* mergeInOrder(
  live: readonly OrderHead[],
  known: AsyncIterable<readonly KnownOrder[]>,
): AsyncGenerator<readonly OrderHead[], void, undefined> {
  let next = 0;
  for await (const batch of known) {
    const merged: OrderHead[] = [];
    for (const head of batch) {
      for (; next < live.length; next += 1) {
        const row = live[next];
        if (row === undefined || compareHeads(row, head) > 0) break;
        merged.push(row);
      }
      merged.push(head);
    }
    yield merged;
  }
  yield live.slice(next);
}

/** The rows of batches in chunks of a size, so that the rows of one can be looked into side by side. */
export async function* chunksOf<Row>(
  batches: AsyncIterable<readonly Row[]>,
  size: number,
): AsyncGenerator<readonly Row[], void, undefined> {
  let rest: readonly Row[] = [];
  for await (const batch of batches) {
    rest = rest.length === 0 ? batch : [...rest, ...batch];
    for (; rest.length >= size; rest = rest.slice(size)) yield rest.slice(0, size);
  }
  if (rest.length > 0) yield rest;
}

/** The rows of batches that fulfil a condition, up to the first that ends it. */
export async function* selectRows<Row>(
  batches: AsyncIterable<readonly Row[]>,
  { matches, isEnd }: { readonly matches: (row: Row) => boolean; readonly isEnd: (row: Row) => boolean },
): AsyncGenerator<readonly Row[], void, undefined> {
  for await (const batch of batches) {
    const end = batch.findIndex((row) => isEnd(row));
    yield (end === -1 ? batch : batch.slice(0, end)).filter((row) => matches(row));
    if (end !== -1) return;
  }
}
