import { buildSubgraphSchema } from '@apollo/subgraph';
import { mergeResolvers } from '@graphql-tools/merge';
import { addResolversToSchema } from '@graphql-tools/schema';
import type { IResolvers } from '@graphql-tools/utils';
import {
  concatAST,
  type DocumentNode,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  GraphQLScalarType,
  type GraphQLSchema,
  parse,
} from 'graphql';
import { type Reference, readRepresentation } from './representation.js';

interface Loading<Context> {
  /** The argument's path to the reference, for messages. */
  readonly name: string;
  readonly context: Context;
  readonly info: GraphQLResolveInfo;
}

export interface SubgraphParts<Context> {
  /** With the link to federation and its directives; without what federation adds to a schema. */
  readonly typeDefs: DocumentNode;
  readonly resolvers: IResolvers<unknown, Context>;
  /** The types with a key. */
  readonly entities: readonly string[];
  /** The record that a reference names, with its `__typename`; null when there is none. */
  readonly load: (reference: Reference, loading: Loading<Context>) => unknown;
  /** Asked with the number of references before any is loaded; throws to refuse them. */
  readonly admit: (references: number) => void;
  /** What composers read. */
  readonly sdl: string;
  /** Directives in SDL for the two fields and the type that federation adds, where the schema has rules for all of its own. */
  readonly rules?: { readonly entities: string; readonly service: string };
}

/**
 * A schema with `_entities` and `_service` as the subgraph specification asks for them. Each reference is loaded by itself: what is wrong
 * with one is the error of its own place.
 *
 * @throws Error for keys and other federation directives that do not fit the types
 */
export function makeSubgraphSchema<Context>(parts: SubgraphParts<Context>): GraphQLSchema {
  const { typeDefs, resolvers, load, admit, sdl } = parts;
  const entitiesOf: GraphQLFieldResolver<unknown, Context, { readonly representations: readonly Reference[] }> = (
    _,
    { representations },
    context,
    info,
  ) => {
    admit(representations.length);
    return representations.map(async (reference, index) =>
      load(reference, { name: `representations.${index}`, context, info }),
    );
  };
  const own: IResolvers<unknown, Context> = {
    Query: { _entities: entitiesOf, _service: () => ({ sdl }) },
    _Any: representationScalar,
    _Entity: { __resolveType: ({ __typename }: Reference) => __typename },
  };
  return addResolversToSchema({
    schema: buildSubgraphSchema(concatAST([typeDefs, ownDefinitions(parts)])),
    resolvers: mergeResolvers<unknown, Context>([resolvers, own]),
    resolverValidationOptions: { requireResolversToMatchSchema: 'error', requireResolversForResolveType: 'ignore' },
  });
}

/** Given by us and not by the package, so that the schema's own rules can stand at them. */
function ownDefinitions({ entities, rules }: Pick<SubgraphParts<never>, 'entities' | 'rules'>): DocumentNode {
  const ofService = rules?.service ?? '';
  return parse(`
    "Names a record of another subgraph: \`__typename\` and the fields of one of its keys."
    scalar _Any

    "A type that other subgraphs may refer to."
    union _Entity = ${entities.join(' | ')}

    "What this subgraph says of itself."
    type _Service ${ofService} {
      "The schema as composers take it."
      sdl: String
    }

    extend type Query {
      "The records that references of other subgraphs name, in their order, with null for each that does not exist. For the router."
      _entities("What names the records." representations: [_Any!]!): [_Entity]! ${rules?.entities ?? ''}

      "What composers ask for. For the router."
      _service: _Service! ${ofService}
    }
  `);
}

const representationScalar = new GraphQLScalarType({
  name: '_Any',
  description: 'Names a record of another subgraph: `__typename` and the fields of one of its keys.',
  parseValue: readRepresentation,
});
