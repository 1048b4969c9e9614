import { collectFields } from '@graphql-tools/utils';
import { type FieldNode, type GraphQLObjectType, type GraphQLSchema, Kind } from 'graphql';

interface Selected {
  readonly schema: GraphQLSchema;
  readonly fragments: Parameters<typeof collectFields>[1];
  /** Coerced. */
  readonly variables: Record<string, unknown>;
}

/**
 * The fields that are selected below a field, by the name they have in the answer. Fragments are followed, `@skip` and `@include` are
 * obeyed.
 *
 * @param nodes the field as often as the operation has it
 * @remarks Not the library's own `collectSubFields`: that remembers each answer by the variables, which no two operations share, in five
 *   tables made anew each time.
 */
export function subFields(
  { schema, fragments, variables }: Selected,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
): ReadonlyMap<string, readonly FieldNode[]> {
  const selections = nodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? []);
  const set = { kind: Kind.SELECTION_SET, selections } as const;
  return collectFields(schema, fragments, { coerced: variables, sources: {} }, type, set).fields;
}
