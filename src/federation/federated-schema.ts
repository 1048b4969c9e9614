import { concatAST, type GraphQLSchema } from 'graphql';
import type { GatewayContext } from '../context/gateway-context.js';
import { badInput } from '../resolvers/arguments.js';
import { resolvers } from '../resolvers/index.js';
import { entityKeys, loadReference } from '../resolvers/load-reference.js';
import { guardedSchema, loadTypeDefs } from '../server/load-schema.js';
import { federationTypeDefs } from './federation-type-defs.js';
import { makeSubgraphSchema } from './subgraph-schema.js';
import { subgraphSdl } from './subgraph-sdl.js';

/** Who may ask, and what things cost, is decided here and told to nobody; `@oneOf` stays, which composers ask to be defined. */
const internalDirectives = ['access', 'cacheControl', 'cost', 'listSize'];

/**
 * A reference costs as much as the dearest look-up by a key, and leads no further than they do. Whoever composes the supergraph is the
 * merchant's: shoppers have no use for the SDL, which tells more than introspection may be allowed to.
 */
const rules = {
  entities: '@access(to: ANYONE) @cost(callsPerRow: 8, mayScan: true) @listSize(slicingArguments: ["representations"])',
  service: '@access(to: MERCHANT)',
};

/** The SDL by which the gateway is composed into a supergraph. */
export function federatedSdl(): string {
  return subgraphSdl(concatAST([loadTypeDefs(), federationTypeDefs()]), internalDirectives);
}

/**
 * The executable schema of a gateway behind a federation router: the released one with `_entities` and `_service`, under the same rules.
 *
 * @param maxReferences the most references of one `_entities`
 */
export function loadFederatedSchema(maxReferences: number): GraphQLSchema {
  const schema = makeSubgraphSchema<GatewayContext>({
    typeDefs: concatAST([loadTypeDefs(), federationTypeDefs()]),
    resolvers,
    entities: [...entityKeys.keys()],
    load: loadReference,
    admit: (references) => {
      if (references <= maxReferences) return;
      throw badInput('representations', `must have at most ${maxReferences} entries, not ${references} (MAX_ENTITIES)`);
    },
    sdl: federatedSdl(),
    rules,
  });
  return guardedSchema(schema);
}
