// @ts-check
import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** @type {(name: string) => import('graphql').FieldNode} */
const field = (name) => ({ kind: Kind.FIELD, name: { kind: Kind.NAME, value: name } });

/**
 * Adds `id` to every record and `__typename` to every object that a document selects, the operation's root excepted. A cache then
 * knows each record again wherever it comes from, and what is sent is what the manifest has: clients add no `__typename` of their own.
 *
 * @param {import('graphql').GraphQLSchema} schema
 * @param {import('graphql').DocumentNode} document
 * @returns {import('graphql').DocumentNode}
 */
export function completeDocument(schema, document) {
  const types = new TypeInfo(schema);
  return visit(
    document,
    visitWithTypeInfo(types, {
      SelectionSet: {
        leave(node, _key, parent) {
          if (parent === undefined || Array.isArray(parent)) return undefined;
          if ('kind' in parent && parent.kind === Kind.OPERATION_DEFINITION) return undefined;
          const names = new Set(node.selections.flatMap((selection) => responseName(selection) ?? []));
          const missing = [...(isRecord(types.getParentType()) ? ['id'] : []), '__typename'].filter(
            (name) => !names.has(name),
          );
          return { ...node, selections: [...node.selections, ...missing.map(field)] };
        },
      },
    }),
  );
}

/**
 * The name under which a field's value comes back; a spread has none.
 *
 * @param {import('graphql').SelectionNode} selection
 * @returns {string | undefined}
 */
function responseName(selection) {
  return selection.kind === Kind.FIELD ? (selection.alias ?? selection.name).value : undefined;
}

/**
 * Whether a type's values have a global id.
 *
 * @param {unknown} type
 * @returns {boolean}
 */
function isRecord(type) {
  if (!isCompositeType(type) || !(isObjectType(type) || isInterfaceType(type))) return false;
  const id = type.getFields()['id'];
  return id !== undefined && getNamedType(id.type).name === 'ID';
}
