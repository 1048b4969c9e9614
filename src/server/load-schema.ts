import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mergeTypeDefs } from '@graphql-tools/merge';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { type DocumentNode, type GraphQLSchema, isScalarType } from 'graphql';
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
  const schema = makeExecutableSchema({
    typeDefs: loadTypeDefs(),
    resolvers,
    resolverValidationOptions: { requireResolversToMatchSchema: 'error', requireResolversForResolveType: 'ignore' },
  });
  describeScalars(schema);
  return schema;
}

/** The SDL's words on a scalar are lost where its resolver brings a type of its own: they are put back for the explorer. */
function describeScalars(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isScalarType(type)) type.description ??= type.astNode?.description?.value;
  }
}
