import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mergeTypeDefs } from '@graphql-tools/merge';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { type DocumentNode, type GraphQLSchema, isScalarType } from 'graphql';
import { auditMutations } from '../access/audit-mutations.js';
import { guardSchema } from '../access/guard-schema.js';
import { packageRoot } from '../package-root.js';
import { resolvers } from '../resolvers/index.js';
import { showRecord } from '../resolvers/own-records.js';

/** The composed SDL of schema/. */
export function loadTypeDefs(): DocumentNode {
  const folder = join(packageRoot, 'schema');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.graphql'));
  return mergeTypeDefs(files.sort().map((file) => readFileSync(join(folder, file), 'utf8')));
}

/**
 * The executable schema.
 *
 * @throws Error for a resolver of a field that the SDL does not have, and for a field of which the SDL does not say who may ask for it.
 */
export function loadSchema(): GraphQLSchema {
  const schema = makeExecutableSchema({
    typeDefs: loadTypeDefs(),
    resolvers,
    resolverValidationOptions: { requireResolversToMatchSchema: 'error', requireResolversForResolveType: 'ignore' },
  });
  return guardedSchema(schema);
}

/**
 * Puts the rules of the SDL into a schema that has its resolvers, whatever made it.
 *
 * @throws Error for a field of which the SDL does not say who may ask for it.
 */
export function guardedSchema(schema: GraphQLSchema): GraphQLSchema {
  describeScalars(schema);
  guardSchema(schema, showRecord);
  // Outside of the guard, so that what it refuses leaves its line too.
  auditMutations(schema);
  return schema;
}

/** The SDL's words on a scalar are lost where its resolver brings a type of its own: they are put back for the explorer. */
function describeScalars(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isScalarType(type)) type.description ??= type.astNode?.description?.value;
  }
}
