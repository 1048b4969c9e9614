import { toEpochMs } from '../../domain/instant.js';
import { normalizeReference } from '../../domain/join-keys.js';
import type { Order, OrderHead } from '../../domain/order.js';
import type { Reading } from '../../domain/reading.js';
import { createSingleLoader, type Loader } from '../_shared/loaders.js';
import type { QuickbutikCalls, Row } from './calls.js';
import { normalizeOrder, normalizeOrderHead } from './normalize-order.js';
import type { QuickbutikSource, ShopOrderQuery } from './source.js';
import type { WireOrder } from './wire.js';

type OrderList = Awaited<ReturnType<QuickbutikSource['orders']['list']>>;

// No paging is documented: a list of exactly so many rows may have been cut.
const likelyCaps: ReadonlySet<number> = new Set([50, 100, 500, 1000]);
const empty: OrderList = { rows: [], isComplete: true };
const byNumber = new Intl.Collator('en', { numeric: true });

/** The shop's orders, as one GraphQL operation reads them. */
export function createOrders(calls: QuickbutikCalls, reading: Reading): QuickbutikSource['orders'] {
  const byReference = createSingleLoader((reference: string) => findOrder(reference, calls, reading), {
    cacheKey: (reference) => reference.trim(),
  });
  const lists = createSingleLoader(
    async (query: ShopOrderQuery) =>
      // Without a status the call would list all orders.
      query.statuses?.length === 0 ? empty : toOrderList(await calls.orders(query), { reading, byReference }),
    { cacheKey: ({ statuses, paidFrom }) => `${statuses?.join() ?? 'any'} ${paidFrom ?? ''}` },
  );
  return { byReference, list: (query) => lists.load(query) };
}

async function findOrder(reference: string, calls: QuickbutikCalls, reading: Reading): Promise<Order | null> {
  const key = normalizeReference(reference);
  // Without an id the call would list all orders.
  if (key === null) return null;
  const rows = await calls.order(key);
  const row = rows.find(({ wire }) => normalizeReference(wire.order_id) === key);
  return row === undefined ? null : normalizeOrder(row.wire, reading);
}

interface ListParts {
  readonly reading: Reading;
  readonly byReference: Loader<string, Order | null>;
}

function toOrderList(rows: readonly Row<WireOrder>[], { reading, byReference }: ListParts): OrderList {
  const heads = new Map<string, OrderHead>();
  for (const row of rows) {
    const head = isFull(row) ? normalizeOrder(row.wire, reading) : normalizeOrderHead(row.wire, reading);
    if (head === null || heads.has(head.reference)) continue;
    heads.set(head.reference, head);
    if ('lines' in head) byReference.prime(head.reference, head as Order);
  }
  const hasLostRows = rows.some(({ wire }) => normalizeReference(wire.order_id) === null);
  return { rows: [...heads.values()].sort(newestFirst), isComplete: !likelyCaps.has(rows.length) && !hasLostRows };
}

/** Whether a list row carries what only the order by id is documented to carry (public: `include_details`). */
function isFull({ wire, fields }: Row<WireOrder>): boolean {
  return Boolean(wire.customer) && fields.has('products');
}

function newestFirst(a: OrderHead, b: OrderHead): number {
  const age = placedMs(b) - placedMs(a);
  return age === 0 ? byNumber.compare(b.reference, a.reference) : age;
}

function placedMs({ placedAt }: OrderHead): number {
  return placedAt === null ? 0 : toEpochMs(placedAt);
}
