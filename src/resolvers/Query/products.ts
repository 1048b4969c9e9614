import { responsePathAsArray } from 'graphql';
import type { QueryResolvers } from '../../generated/resolvers-types.js';
import { readPageArguments } from '../arguments.js';
import { toConnection } from '../connection.js';

export const products: QueryResolvers['products'] = async (_, args, { joins, failures }, info) => {
  const page = readPageArguments(args);
  const catalog = await joins.catalog.page(page);
  failures.addPartial(responsePathAsArray(info.path), catalog);
  return { ...toConnection(catalog, page), coverage: [...catalog.coverage] };
};
