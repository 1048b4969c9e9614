import type { Page } from '../../domain/page.js';
import type { ProcessingCycle, ScheduledOrder } from '../../domain/scheduled-order.js';
import { createSingleLoader } from '../_shared/loaders.js';
import { type PagedList, pagesOf, readPage } from '../_shared/upstream-pages.js';
import type { QPilotParts } from './auth.js';
import { maxPageSize, type QPilotCalls } from './calls.js';
import { normalizeCycle, normalizeScheduledOrder } from './normalize/scheduled-order.js';
import { toStatusNames } from './normalize/words.js';
import type { QPilotSource, ScheduledOrderQuery } from './source.js';

type ScheduledOrders = QPilotSource['scheduledOrders'];

const keyOf = ({ externalId }: ScheduledOrder) => externalId;

/** Subscriptions by number and by customer, lists of them, and their runs. */
export function createScheduledOrders(parts: QPilotParts, calls: QPilotCalls): ScheduledOrders {
  const { reading } = parts;
  const byCustomer: ScheduledOrders['byCustomer'] = createSingleLoader(async (customerId) => {
    const rows = customerId === '' ? [] : await calls.listScheduledOrdersOf(customerId);
    return rows
      .map((row) => normalizeScheduledOrder(row, reading))
      .filter((order) => order.customerExternalId === null || order.customerExternalId === customerId)
      .map((order) => ({ ...order, customerExternalId: customerId }));
  });
  return {
    byExternalId: createSingleLoader(async (id) => {
      const wire = id === '' ? null : await calls.getScheduledOrder(id);
      return wire?.id === id ? normalizeScheduledOrder(wire, reading) : null;
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
  const statusNames = toStatusNames(statuses);
  const list: PagedList<ScheduledOrder> = {
    maxPageSize,
    fetchPage: async (page, pageSize) => {
      const { rows, ...totals } = await calls.listScheduledOrders({ page, pageSize, statusNames });
      return { ...totals, rows: rows.map((row) => normalizeScheduledOrder(row, reading)) };
    },
    keyOf,
  };
  return readPage(list, query, { ...filter, scanLimit: config.scanLimit });
}

/** Runs without a start come last; runs of one start keep upstream's order. */
function byNewestStart(one: ProcessingCycle, other: ProcessingCycle): number {
  const startOf = ({ startedAt }: ProcessingCycle) =>
    startedAt === null ? Number.NEGATIVE_INFINITY : Date.parse(startedAt);
  const [oneStart, otherStart] = [startOf(one), startOf(other)];
  return oneStart === otherStart ? 0 : otherStart - oneStart;
}
