import { GraphQLError } from 'graphql';

/** What one subgraph says of a record that another has. */
export type Reference = Readonly<Record<string, unknown>> & { readonly __typename: string };

/**
 * A value of `_Any`.
 *
 * @throws GraphQLError for anything but an object that says its type; the engine tells it as a value that does not fit.
 */
export function readRepresentation(value: unknown): Reference {
  if (!isObject(value)) throw new GraphQLError('A representation must be an object.');
  const { __typename } = value;
  if (typeof __typename !== 'string') throw new GraphQLError('A representation must have a "__typename".');
  return { ...value, __typename };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
