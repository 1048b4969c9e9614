import type { CustomerRecord } from '../../domain/customer.js';
import { normalizeEmail } from '../../domain/join-keys.js';
import type { Reading } from '../../domain/reading.js';
import { RequestError } from '../../errors/request-error.js';
import { createListedLoader } from '../_shared/listed-loader.js';
import { createPlannedLoader, rememberPages } from '../_shared/planned-lookup.js';
import { type PagedList, readPage, readRows } from '../_shared/upstream-pages.js';
import type { QPilotParts } from './auth.js';
import { maxPageSize, type QPilotCalls } from './calls.js';
import { normalizeCustomer } from './normalize/customer.js';
import type { QPilotSource } from './source.js';

/** How many rows of a search are read: the search is no filter, so its hits are compared again (public). */
const searchLimit = 3 * maxPageSize;

/** Customers by the shop's id and by e-mail, and lists of them. */
export function createCustomers({ config, reading }: QPilotParts, calls: QPilotCalls): QPilotSource['customers'] {
  const listOf = (search: string | null) => listCustomers(calls, reading, search);
  const everybody = rememberPages(listOf(null));
  const get = (id: string) => readCustomer(calls, reading, id);
  const byExternalId = createListedLoader({ list: everybody, keyOf: ({ externalId }) => externalId, get });
  const search = async (email: string) => {
    const found = await searchByEmail(listOf(email), email);
    // Who was found by e-mail need not be asked for by id.
    for (const record of found) if (record.externalId !== null) byExternalId.prime(record.externalId, record);
    return found;
  };

  return {
    byExternalId,
    byEmail: createPlannedLoader<CustomerRecord>(
      {
        list: everybody,
        keyOf: ({ email }) => normalizeEmail(email),
        searchOne: search,
      },
      normalizeEmail,
    ),
    list: ({ search: text, ...query }) => readPage(listOf(text), query, { scanLimit: config.scanLimit }),
  };
}

/** All customers, or those of a search, page by page. */
export function listCustomers(
  calls: QPilotCalls,
  reading: Reading,
  search: string | null = null,
): PagedList<CustomerRecord> {
  return {
    maxPageSize,
    fetchPage: async (page, pageSize) => {
      const { rows, ...totals } = await calls.listCustomers({ page, pageSize, search });
      return { ...totals, rows: rows.map((row) => normalizeCustomer(row, reading)) };
    },
    keyOf: ({ externalId }) => externalId ?? '',
  };
}

/** A customer by the shop's id, asked for anew; null for an unknown one. */
export async function readCustomer(calls: QPilotCalls, reading: Reading, id: string): Promise<CustomerRecord | null> {
  const wire = id === '' ? null : await calls.getCustomer(id);
  const customer = wire === null ? null : normalizeCustomer(wire, reading);
  // An answer to QPilot's own number would be another customer's: the path takes the shop's id.
  return customer?.externalId === id ? customer : null;
}

async function searchByEmail(list: PagedList<CustomerRecord>, email: string): Promise<readonly CustomerRecord[]> {
  const { rows, isComplete } = await readRows(list, searchLimit);
  const own = rows.filter((customer) => normalizeEmail(customer.email) === email);
  if (own.length > 0 || isComplete) return own;
  throw new RequestError(
    'LOOKUP_INCOMPLETE',
    'QPilot found too many customers for this e-mail address to read them all.',
  );
}
