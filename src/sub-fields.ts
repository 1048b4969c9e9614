import { collectFields } from '@graphql-tools/utils';
import { type FieldNode, type GraphQLObjectType, type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

/** What says which selections count; the variables are coerced. */
type Selected = Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'variableValues'>;

/** A field, or the operation itself. */
interface Selecting {
  readonly selectionSet?: SelectionSetNode | undefined;
}

/**
 * The fields that are selected below a field or an operation, by the name they have in the answer. Fragments are followed, `@skip` and `@include` are
 * obeyed.
 *
 * @param nodes the field as often as the operation has it
 * @remarks Not the library's own `collectSubFields`: that remembers each answer by the variables, which no two operations share, in five
 *   tables made anew each time.
 */
export function subFields(
  { schema, fragments, variableValues }: Selected,
  type: GraphQLObjectType,
  nodes: readonly Selecting[],
): ReadonlyMap<string, readonly FieldNode[]> {
  const selections = nodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? []);
  const set = { kind: Kind.SELECTION_SET, selections } as const;
  return collectFields(schema, fragments, { coerced: variableValues, sources: {} }, type, set).fields;
}
