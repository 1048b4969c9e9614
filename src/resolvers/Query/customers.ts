import type { QueryResolvers } from '../../generated/resolvers-types.js';
import { customerOf } from '../../joins/customer.js';
import { readPageArguments, readText } from '../arguments.js';
import { toConnection } from '../connection.js';

export const customers: QueryResolvers['customers'] = async (_, args, { datasources }) => {
  const page = readPageArguments(args);
  const search = args.search ? readText('search', args.search) : null;
  const { rows, hasNextPage } = await datasources.qpilot.customers.list({ ...page, search });
  const known = rows.flatMap(({ row, cursor }) => {
    const found = customerOf(row);
    return found === null ? [] : [{ row: found, cursor }];
  });
  return toConnection({ rows: known, hasNextPage }, page);
};
