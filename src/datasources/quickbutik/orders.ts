import { normalizeReference } from '../../domain/join-keys.js';
import { isFull, type Order, type OrderHead } from '../../domain/order.js';
import { compareTimes } from '../../domain/order-place.js';
import type { Reading } from '../../domain/reading.js';
import { UpstreamError } from '../../errors/upstream-error.js';
import { createSingleLoader, type Loader } from '../_shared/loaders.js';
import type { QuickbutikCalls, QuickbutikParts } from './calls.js';
import { normalizeOrder } from './normalize-order.js';
import { OrderDetails } from './order-details.js';
import { hasNamelessRow, idOfRow, isLikelyCap, type OrderRow, readOrderRows } from './order-rows.js';
import type { QuickbutikSource, ShopOrderQuery } from './source.js';

type OrderParts = Pick<QuickbutikParts, 'reading' | 'abilities'>;
type OrderList = Awaited<ReturnType<QuickbutikSource['orders']['list']>>;

const empty: OrderList = { rows: [], isComplete: true };
const byNumber = new Intl.Collator('en', { numeric: true });

/** The shop's orders, as one GraphQL operation reads them. */
export function createOrders({ reading, abilities }: OrderParts, calls: QuickbutikCalls): QuickbutikSource['orders'] {
  const byReference = createSingleLoader((reference: string) => findOrder(reference, calls, reading), {
    cacheKey: (reference) => reference.trim(),
  });
  const asked = new Set<string>();
  const details = new OrderDetails({
    calls,
    abilities,
    note: (rows) => {
      toOrderList(rows, { reading, byReference });
    },
  });
  const lists = createSingleLoader(
    async (query: ShopOrderQuery) => {
      // Without a status the call would list all orders.
      if (query.statuses?.length === 0) return empty;
      const list = toOrderList(await calls.orders(query), { reading, byReference });
      const heads = list.rows.filter((head) => !isFull(head));
      details.noteList(
        query,
        heads.map(({ reference }) => reference),
      );
      return list;
    },
    { cacheKey: ({ statuses, paidFrom }) => `${statuses?.join() ?? 'any'} ${paidFrom ?? ''}` },
  );
  return {
    byReference,
    prepare: async (references, newestSince) => {
      const wanted = references.filter((reference) => !asked.has(reference));
      for (const reference of wanted) asked.add(reference);
      await details.prepare(wanted, newestSince);
    },
    list: (query) => lists.load(query),
  };
}

async function findOrder(reference: string, calls: QuickbutikCalls, reading: Reading): Promise<Order | null> {
  const key = normalizeReference(reference);
  // Without an id the call would list all orders.
  if (key === null) return null;
  const rows = await calls.order(key);
  const row = rows.find((candidate) => idOfRow(candidate) === key);
  return row === undefined ? null : normalizeOrder(row.wire, reading);
}

/**
 * The order as it is now; null when the shop has it no more.
 *
 * @throws UpstreamError PROVIDER_CONTRACT when the answer is about other orders: that does not say that this one is gone.
 */
export async function rereadOrder(externalId: string, calls: QuickbutikCalls, reading: Reading): Promise<Order | null> {
  const rows = await calls.order(externalId);
  const row = rows.find((candidate) => idOfRow(candidate) === normalizeReference(externalId));
  if (row !== undefined) return normalizeOrder(row.wire, reading);
  if (rows.length === 0) return null;
  throw new UpstreamError('PROVIDER_CONTRACT', 'QUICKBUTIK', { detail: 'orders: another order than asked for' });
}

interface ListParts {
  readonly reading: Reading;
  readonly byReference: Loader<string, Order | null>;
}

function toOrderList(rows: readonly OrderRow[], { reading, byReference }: ListParts): OrderList {
  const heads = readOrderRows(rows, reading);
  for (const head of heads) if (isFull(head)) byReference.prime(head.reference, head);
  return { rows: newestFirst(heads), isComplete: !isLikelyCap(rows.length) && !hasNamelessRow(rows) };
}

function newestFirst(heads: readonly OrderHead[]): OrderHead[] {
  return heads.toSorted(
    (one, other) => compareTimes(one.placedAt, other.placedAt) || byNumber.compare(other.reference, one.reference),
  );
}
