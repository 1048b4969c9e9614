import { type FieldNode, type GraphQLObjectType, type GraphQLResolveInfo, getNamedType, isObjectType } from 'graphql';
import { subFields } from '../sub-fields.js';

type Fields = ReadonlyMap<string, readonly FieldNode[]>;

/**
 * The fields an operation selects below the rows of a connection, by dotted path: `customer`, `total.currency`.
 * Fragments are followed, `@skip` and `@include` are obeyed.
 */
export function selectedRowFields(info: GraphQLResolveInfo): ReadonlySet<string> {
  const connection = objectTypeOf(info.returnType);
  if (connection === null) return new Set();
  const paths = new Set<string>();
  const fields = subFields(info, connection, info.fieldNodes);
  addPaths(info, { type: connection, fields, at: ['nodes'] }, paths);
  const edges = [...fields.values()].flat().filter(({ name }) => name.value === 'edges');
  const edge = objectTypeOf(connection.getFields()['edges']?.type);
  if (edge !== null) addPaths(info, { type: edge, fields: subFields(info, edge, edges), at: ['node'] }, paths);
  return paths;
}

function addPaths(
  info: GraphQLResolveInfo,
  { type, fields, at }: { type: GraphQLObjectType; fields: Fields; at: string[] },
  paths: Set<string>,
): void {
  for (const name of at) {
    const rowType = objectTypeOf(type.getFields()[name]?.type);
    const nodes = [...fields.values()].flat().filter((node) => node.name.value === name);
    if (rowType !== null) walk(info, { type: rowType, nodes, prefix: '' }, paths);
  }
}

function walk(
  info: GraphQLResolveInfo,
  { type, nodes, prefix }: { type: GraphQLObjectType; nodes: readonly FieldNode[]; prefix: string },
  paths: Set<string>,
): void {
  for (const children of subFields(info, type, nodes).values()) {
    const name = children[0]?.name.value;
    if (name === undefined) continue;
    paths.add(prefix + name);
    const childType = objectTypeOf(type.getFields()[name]?.type);
    // Two levels tell what a row needs; deeper fields belong to other resolvers.
    if (childType !== null && prefix === '')
      walk(info, { type: childType, nodes: children, prefix: `${name}.` }, paths);
  }
}

function objectTypeOf(type: Parameters<typeof getNamedType>[0] | undefined): GraphQLObjectType | null {
  const named = type === undefined ? undefined : getNamedType(type);
  return isObjectType(named) ? named : null;
}

/** Whether an operation selects a field below the one being resolved. */
export function selectsField(info: GraphQLResolveInfo, name: string): boolean {
  const type = objectTypeOf(info.returnType);
  if (type === null) return false;
  return [...subFields(info, type, info.fieldNodes).values()].flat().some((node) => node.name.value === name);
}
