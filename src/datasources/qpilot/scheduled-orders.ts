import type { CustomerRecord } from '../../domain/customer.js';
import type { Page } from '../../domain/page.js';
import type { Reading } from '../../domain/reading.js';
import type { ProcessingCycle, ScheduledOrder } from '../../domain/scheduled-order.js';
import { UpstreamError } from '../../errors/upstream-error.js';
import { createListedLoader } from '../_shared/listed-loader.js';
import { createSingleLoader } from '../_shared/loaders.js';
import { type PagedList, pagesOf, readPage } from '../_shared/upstream-pages.js';
import type { QPilotParts } from './auth.js';
import { maxPageSize, type QPilotCalls } from './calls.js';
import type { OrderLists } from './changed-orders.js';
import { normalizeCycle, normalizeScheduledOrder } from './normalize/scheduled-order.js';
import { toStatusNames } from './normalize/words.js';
import { ownRows } from './own-rows.js';
import type { QPilotSource, ScheduledOrderQuery } from './source.js';

type ScheduledOrders = QPilotSource['scheduledOrders'];

const keyOf = ({ externalId }: ScheduledOrder) => externalId;

/** Subscriptions by number and by customer, lists of them, and their runs. */
export function createScheduledOrders(
  parts: QPilotParts,
  calls: QPilotCalls,
  readCustomer: (customerId: string) => Promise<CustomerRecord | null>,
): ScheduledOrders {
  const { reading } = parts;
  const byCustomer: ScheduledOrders['byCustomer'] = createSingleLoader(async (customerId) => {
    const rows = customerId === '' ? [] : await calls.listScheduledOrdersOf(customerId);
    const orders = rows.map((row) => normalizeScheduledOrder(row, reading));
    return (await ownRows(customerId, orders, readCustomer)).map(({ customer, ...order }) =>
      // One that has the number for its id does not tell who it is.
      ({ ...order, customer: customer?.externalId === customerId ? customer : null }),
    );
  });
  return {
    byExternalId: createListedLoader({
      list: siteList(calls, reading, { statusNames: [] }),
      keyOf,
      get: (id) => readScheduledOrder(calls, reading, id),
    }),
    byCustomer,
    list: (query) => listScheduledOrders(parts, calls, { ...query, byCustomer }),
    cycles: createSingleLoader(async (id) => {
      const rows = id === '' ? null : await calls.listCycles(id);
      return rows === null
        ? null
        : rows
            .filter((row) => row.scheduledorderid === null || row.scheduledorderid === id)
            .map((row) => normalizeCycle(row, reading))
            .toSorted(byNewestStart);
    }),
  };
}

async function listScheduledOrders(
  { config, reading }: QPilotParts,
  calls: QPilotCalls,
  { byCustomer, ...query }: ScheduledOrderQuery & Pick<ScheduledOrders, 'byCustomer'>,
): Promise<Page<ScheduledOrder>> {
  const { statuses, customerExternalId } = query;
  // Upstream would take no words for every status.
  if (statuses?.length === 0) return { rows: [], hasNextPage: false };
  const filter = statuses === null ? {} : { matches: ({ status }: ScheduledOrder) => statuses.includes(status) };
  if (customerExternalId !== null) {
    // The list's own filter by customer is unreliable (public); the customer's flat list is not.
    const own = await byCustomer.load(customerExternalId);
    return readPage(pagesOf(own, keyOf), query, { ...filter, scanLimit: own.length });
  }
  const list = siteList(calls, reading, { statusNames: toStatusNames(statuses) });
  return readPage(list, query, { ...filter, scanLimit: config.scanLimit });
}

/** A scheduled order by its number, asked for anew; null for an unknown one. */
export async function readScheduledOrder(
  calls: QPilotCalls,
  reading: Reading,
  id: string,
): Promise<ScheduledOrder | null> {
  const wire = id === '' ? null : await calls.getScheduledOrder(id);
  return wire?.id === id ? normalizeScheduledOrder(wire, reading) : null;
}

/**
 * The site's whole list, deleted orders included.
 *
 * @remarks An account that refuses to be asked for deleted orders is asked without from then on.
 */
export function listsForDirectory(calls: QPilotCalls, reading: Reading): OrderLists {
  let includesDeleted = true;
  const listBy = (byChange?: 'asc' | 'desc'): PagedList<ScheduledOrder> => {
    const options = { statusNames: [], ...(byChange && { byChange }) };
    const fetchPage: PagedList<ScheduledOrder>['fetchPage'] = async (page, pageSize) => {
      const wasIncluded = includesDeleted;
      try {
        return await siteList(calls, reading, { ...options, includesDeleted }).fetchPage(page, pageSize);
      } catch (error) {
        if (!wasIncluded || !(error instanceof UpstreamError) || error.code !== 'PROVIDER_REJECTED') throw error;
        includesDeleted = false;
        return siteList(calls, reading, { ...options, includesDeleted }).fetchPage(page, pageSize);
      }
    };
    return { maxPageSize, fetchPage, keyOf };
  };
  return { all: listBy(), newestChangesFirst: listBy('desc'), oldestChangesFirst: listBy('asc') };
}

function siteList(
  calls: QPilotCalls,
  reading: Reading,
  options: Omit<Parameters<QPilotCalls['listScheduledOrders']>[0], 'page' | 'pageSize'>,
): PagedList<ScheduledOrder> {
  return {
    maxPageSize,
    fetchPage: async (page, pageSize) => {
      const { rows, ...totals } = await calls.listScheduledOrders({ ...options, page, pageSize });
      return { ...totals, rows: rows.map((row) => normalizeScheduledOrder(row, reading)) };
    },
    keyOf,
  };
}

/** Runs without a start come last; runs of one start keep upstream's order. */
function byNewestStart(one: ProcessingCycle, other: ProcessingCycle): number {
  const startOf = ({ startedAt }: ProcessingCycle) =>
    startedAt === null ? Number.NEGATIVE_INFINITY : Date.parse(startedAt);
  const [oneStart, otherStart] = [startOf(one), startOf(other)];
  return oneStart === otherStart ? 0 : otherStart - oneStart;
}
