import type { FieldPolicy, FieldReadFunction, TypePolicies, TypePolicy } from '@apollo/client';
import { type ConnectionShape, connectionPolicy } from './cache/connection-policy.js';
import { type LookupShape, readAllById, readById } from './cache/lookup-policy.js';
import { mergeValue } from './cache/value-policy.js';
import { cacheShape } from './generated/cache-shape.js';

/** What policies are made of; codegen reads it off the schema. */
interface CacheShape {
  readonly possibleTypes: Readonly<Record<string, readonly string[]>>;
  readonly connections: Readonly<Record<string, Readonly<Record<string, ConnectionShape>>>>;
  readonly lookups: Readonly<Record<string, Readonly<Record<string, LookupShape>>>>;
  /** Fields that hold a list of objects. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
  /** Types of which there is one value. */
  readonly singletons: readonly string[];
  /** Types without an id whose values stand alone in a field. */
  readonly values: readonly string[];
  /** Types without an id whose values stand in lists. */
  readonly rows: readonly string[];
}

const shape: CacheShape = cacheShape;
const records = shape.possibleTypes['Node'] ?? [];

/** Types whose values are told apart by something else than an id. */
const keyedBy: Readonly<Record<string, string>> = { ProviderState: 'name' };

/**
 * Policies for Apollo Client's cache: connections page and merge, look-ups by id find what is there already, values are joined or
 * replaced as a whole, lists are replaced.
 */
export const typePolicies: TypePolicies = Object.fromEntries(
  [
    ...Object.keys({ ...shape.connections, ...shape.lookups, ...shape.lists }),
    ...shape.singletons,
    ...shape.values,
    ...shape.rows,
  ].map((type) => [type, policyOf(type)]),
);

function policyOf(type: string): TypePolicy {
  const key = keyedBy[type];
  return {
    fields: fieldsOf(type),
    ...(shape.singletons.includes(type) ? { keyFields: [] } : {}),
    ...(key === undefined ? {} : { keyFields: keyOf(key) }),
    ...(shape.values.includes(type) ? { merge: mergeValue } : {}),
    ...(shape.rows.includes(type) ? { merge: false } : {}),
  };
}

function fieldsOf(type: string): Record<string, FieldPolicy | FieldReadFunction> {
  const lists = (shape.lists[type] ?? []).map((field) => [field, { merge: false }] as const);
  const connections = Object.entries(shape.connections[type] ?? {});
  const lookups = Object.entries(shape.lookups[type] ?? {});
  return {
    ...Object.fromEntries(lists),
    ...Object.fromEntries(connections.map(([field, connection]) => [field, connectionPolicy(connection)])),
    ...Object.fromEntries(lookups.map(([field, lookup]) => [field, readById(lookup, records)])),
    ...(type === 'Query' ? { nodes: { merge: false, read: readAllById(records) } } : {}),
  };
}

/** A key only where the operation asks for the field: a list of key fields would refuse an operation that does not. */
function keyOf(field: string): Extract<TypePolicy['keyFields'], (...given: never[]) => unknown> {
  return (_, { readField, storeObject }) => (readField(field, storeObject) === undefined ? undefined : [field]);
}
