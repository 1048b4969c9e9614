import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mergeTypeDefs } from '@graphql-tools/merge';
import { makeExecutableSchema } from '@graphql-tools/schema';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { packageRoot } from '../package-root.js';
import { resolvers } from '../resolvers/index.js';

/** The composed SDL of schema/. */
export function loadTypeDefs(): DocumentNode {
  const folder = join(packageRoot, 'schema');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.graphql'));
  return mergeTypeDefs(files.sort().map((file) => readFileSync(join(folder, file), 'utf8')));
}

/** The executable schema. Refuses a resolver for a field that the SDL does not have. */
export function loadSchema(): GraphQLSchema {
  return makeExecutableSchema({
    typeDefs: loadTypeDefs(),
    resolvers,
    resolverValidationOptions: { requireResolversToMatchSchema: 'error', requireResolversForResolveType: 'ignore' },
  });
}
