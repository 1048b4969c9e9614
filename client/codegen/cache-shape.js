// @ts-check
import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isInputObjectType,
  isListType,
  isObjectType,
} from 'graphql';

/** Arguments of a connection that say which part of the list is wanted, or how long to wait for it, not which list. */
const placeArguments = new Set(['first', 'after', 'last', 'before', 'wait']);

/**
 * Codegen plugin: what a normalizing cache has to know of the graph, read off the schema, so that a new connection, record or value
 * needs no policy written by hand.
 *
 * @type {import('@graphql-codegen/plugin-helpers').PluginFunction}
 */
export const plugin = (schema) => {
  const objects = [...readableTypes(schema)].toSorted((one, other) => (one.name < other.name ? -1 : 1));
  const shown = objects.filter((type) => !isConnection(type) && !isEdge(type));
  const singletons = singletonsOf(shown);
  const shape = {
    possibleTypes: possibleTypes(schema),
    connections: fieldsOf(shown, connectionOf),
    lookups: fieldsOf(shown, lookupOf),
    lists: listsOf(shown),
    singletons,
    ...partsOf(shown, singletons),
  };
  return [
    '/** What the cache has to know of the graph. */',
    `export const cacheShape = ${JSON.stringify(shape, null, 2)} as const;`,
  ].join('\n');
};

/** @typedef {import('graphql').GraphQLObjectType} ObjectType */
/** @typedef {import('graphql').GraphQLField<unknown, unknown>} Field */

/** @type {(type: ObjectType) => boolean} */
const isConnection = (type) => type.name.endsWith('Connection') && type.getFields()['pageInfo'] !== undefined;

/** @type {(type: ObjectType) => boolean} */
const isEdge = (type) => type.name.endsWith('Edge') && type.getFields()['cursor'] !== undefined;

/** @type {(type: ObjectType) => boolean} */
const isRecord = (type) => type.getFields()['id'] !== undefined;

/** @type {(type: import('graphql').GraphQLOutputType) => ObjectType | undefined} */
const objectOf = (type) => {
  const named = getNamedType(type);
  return isObjectType(named) ? named : undefined;
};

/** @type {(type: ObjectType) => Field[]} */
const fieldsIn = (type) => Object.values(type.getFields());

/**
 * What something finds about the fields of types, by type and field.
 *
 * @template Found
 * @param {readonly ObjectType[]} types
 * @param {(field: Field, type: ObjectType) => Found | undefined} find
 * @returns {Record<string, Record<string, Found>>}
 */
function fieldsOf(types, find) {
  const found = types.map((type) => {
    const fields = fieldsIn(type).flatMap((field) => {
      const value = find(field, type);
      return value === undefined ? [] : [/** @type {const} */ ([field.name, value])];
    });
    return /** @type {const} */ ([
      type.name,
      Object.fromEntries(fields.toSorted(([one], [other]) => (one < other ? -1 : 1))),
    ]);
  });
  return Object.fromEntries(found.filter(([, fields]) => Object.keys(fields).length > 0));
}

/**
 * The types that an answer to a query can have. Those of mutations and subscriptions alone are in nobody's cache.
 *
 * @param {import('graphql').GraphQLSchema} schema
 * @returns {Set<ObjectType>}
 */
function readableTypes(schema) {
  const query = schema.getQueryType();
  /** @type {Set<ObjectType>} */
  const found = new Set(query ? [query] : []);
  for (const type of found)
    for (const { type: given } of fieldsIn(type)) {
      const named = getNamedType(given);
      const objects = isAbstractType(named) ? schema.getPossibleTypes(named) : isObjectType(named) ? [named] : [];
      for (const object of objects) found.add(object);
    }
  return found;
}

/**
 * The interfaces and unions with the types that stand for them.
 *
 * @param {import('graphql').GraphQLSchema} schema
 */
function possibleTypes(schema) {
  const abstract = Object.values(schema.getTypeMap()).filter(isAbstractType);
  return Object.fromEntries(
    abstract.map((type) => [
      type.name,
      schema
        .getPossibleTypes(type)
        .map(({ name }) => name)
        .toSorted(),
    ]),
  );
}

/**
 * Of a connection: the arguments that say which list it is, and how many rows come without `first`.
 *
 * @param {Field} field
 */
function connectionOf({ type, args }) {
  const object = objectOf(type);
  if (object === undefined || !isConnection(object)) return undefined;
  const first = args.find(({ name }) => name === 'first')?.defaultValue;
  return {
    keyArgs: args
      .map(({ name }) => name)
      .filter((name) => !placeArguments.has(name))
      .toSorted(),
    first: typeof first === 'number' ? first : 0,
  };
}

/**
 * Of a root field that gives a record by id: where the id is, and which type comes back; no type when it may be any.
 *
 * @param {Field} field
 * @param {ObjectType} parent
 */
function lookupOf({ type, args }, parent) {
  const named = getNamedType(type);
  if (parent.name !== 'Query' || isListType(getNullableType(type)) || args.length !== 1) return undefined;
  const [argument] = args;
  if (argument === undefined || !(isAbstractType(named) || (isObjectType(named) && isRecord(named)))) return undefined;
  const object = isObjectType(named) ? named.name : null;
  if (argument.name === 'id') return { at: ['id'], type: object };
  const input = getNamedType(argument.type);
  if (!isInputObjectType(input) || input.getFields()['id'] === undefined) return undefined;
  return { at: [argument.name, 'id'], type: object };
}

/**
 * Fields that hold a list of objects, by type.
 *
 * @param {readonly ObjectType[]} types
 * @returns {Record<string, string[]>}
 */
function listsOf(types) {
  const lists = fieldsOf(types, ({ type }) =>
    isListType(getNullableType(type)) && isCompositeType(getNamedType(type)) ? true : undefined,
  );
  return Object.fromEntries(Object.entries(lists).map(([type, fields]) => [type, Object.keys(fields)]));
}

/**
 * Types without an id of which there is one: with lists of their own, and given by root fields without arguments only.
 *
 * @param {readonly ObjectType[]} types
 */
function singletonsOf(types) {
  return types
    .filter((type) => type.name !== 'Query' && !isRecord(type))
    .filter((type) => fieldsIn(type).some((field) => connectionOf(field) !== undefined))
    .filter((type) =>
      types.every((parent) =>
        fieldsIn(parent)
          .filter((field) => objectOf(field.type) === type)
          .every(
            ({ type: given, args }) =>
              parent.name === 'Query' && args.length === 0 && !isListType(getNullableType(given)),
          ),
      ),
    )
    .map(({ name }) => name);
}

/**
 * Types without an id that are parts of others. A value stands alone in a field; of a row there are many, so that nothing tells which
 * one an earlier answer was about.
 *
 * @param {readonly ObjectType[]} types
 * @param {readonly string[]} singletons
 */
function partsOf(types, singletons) {
  const parts = types
    .filter(({ name }) => name !== 'Query')
    .filter((type) => !isRecord(type) && !singletons.includes(type.name));
  const fields = types.flatMap(fieldsIn);
  const isGiven = (/** @type {ObjectType} */ part, /** @type {boolean} */ inList) =>
    fields.some(({ type }) => objectOf(type) === part && isListType(getNullableType(type)) === inList);
  const rows = parts.filter((part) => isGiven(part, true));
  const values = parts.filter((part) => isGiven(part, false) && !rows.includes(part));
  return { values: values.map(({ name }) => name), rows: rows.map(({ name }) => name) };
}
