import type { QueryResolvers } from '../../generated/resolvers-types.js';
import { customerOf } from '../../joins/customer.js';
import { isGiven, readPageArguments, readText } from '../arguments.js';
import { toConnection } from '../connection.js';
import { customerId } from '../ids.js';

export const customers: QueryResolvers['customers'] = async (_, args, { datasources, customerIds }) => {
  const page = readPageArguments(args);
  const search = isGiven(args.search) ? readText('search', args.search) : null;
  const { rows, hasNextPage, endCursor } = await datasources.qpilot.customers.list({ ...page, search });
  const seen = new Set<string>();
  const known = rows.flatMap(({ row, cursor }) => {
    const found = customerOf(row);
    // Two records of one e-mail are one customer: the page shows it once.
    const id = found === null ? '' : customerId(found, customerIds);
    if (found === null || seen.has(id)) return [];
    seen.add(id);
    return [{ row: found, cursor }];
  });
  const end = endCursor ?? rows.at(-1)?.cursor;
  return toConnection({ rows: known, hasNextPage, ...(end !== undefined && { endCursor: end }) }, page);
};
