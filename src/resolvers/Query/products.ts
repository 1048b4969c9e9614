import { responsePathAsArray } from 'graphql';
import type { QueryResolvers } from '../../generated/resolvers-types.js';
import { readPageArguments } from '../arguments.js';
import { toConnection } from '../connection.js';
import { onlyShown } from '../own-records.js';

export const products: QueryResolvers['products'] = async (_, args, context, info) => {
  const page = readPageArguments(args);
  const catalog = await context.joins.catalog.page(page);
  context.failures.addPartial(responsePathAsArray(info.path), catalog);
  const shown = await onlyShown(
    catalog.rows.map(({ row }) => row),
    context,
  );
  // Those that are not shown are passed over, not met again.
  const last = catalog.rows.at(-1);
  const rows = catalog.rows.filter(({ row }) => shown.has(row));
  return {
    ...toConnection({ ...catalog, rows, ...(last && { endCursor: last.cursor }) }, page),
    coverage: [...catalog.coverage],
  };
};
