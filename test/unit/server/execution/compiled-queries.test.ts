import { makeExecutableSchema } from '@graphql-tools/schema';
import { execute, type OperationDefinitionNode, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { CompiledQueries } from '../../../../src/server/execution/compiled-queries.js';

const failure = new Error('not this one');
const schema = makeExecutableSchema({
  typeDefs: `
    interface Node { id: ID! }
    type Thing implements Node { id: ID!, name: String, parts(first: Int = 2): [Thing!]! }
    type Query { thing(id: ID!): Thing, nodes: [Node]!, things: [Thing], names: [String], all: [Thing!]! }
    type Mutation { touch: Thing }
  `,
  resolvers: {
    Query: {
      thing: (_: unknown, { id }: { id: string }) => ({ __typename: 'Thing', id, name: `thing ${id}` }),
      nodes: () => [{ __typename: 'Thing', id: '1' }, Promise.reject(failure), { __typename: 'Thing', id: '2' }],
      all: () => Promise.resolve([{ id: '1' }, { id: '2' }]),
    },
    Thing: { parts: (_: unknown, { first }: { first: number }) => Array.from({ length: first }, (__, id) => ({ id })) },
  },
  resolverValidationOptions: { requireResolversForResolveType: 'ignore' },
});

/** What is compiled of a document that is asked so often. */
function compiledAfter(text: string, times: number) {
  const queries = new CompiledQueries(schema);
  const document = parse(text);
  const [operation] = document.definitions as OperationDefinitionNode[];
  const compiled = Array.from({ length: times }, () => operation && queries.of(document, operation));
  return compiled.at(-1);
}

describe('a compiled query', () => {
  it('is made when a document is asked for the second time', () => {
    expect(compiledAfter('{ thing(id: "1") { id } }', 1)).toBeNull();
    expect(compiledAfter('{ thing(id: "1") { id } }', 2)).not.toBeNull();
  });

  it.each([
    '{ thing(id: "7") { again: id name __typename } }',
    'query ($id: ID!, $with: Boolean = false) { thing(id: $id) { ...F parts @include(if: $with) { id } } } fragment F on Thing { name }',
    '{ all { id parts(first: 3) { id } } }',
  ])('answers as graphql-js does: %s', async (text) => {
    const variables = text.includes('$id') ? { id: '7' } : {};
    const compiled = compiledAfter(text, 2);
    const answer = await compiled?.query({}, compiled.coerce(variables) ?? {});
    expect(answer).toEqual(await execute({ schema, document: parse(text), variableValues: variables }));
  });

  it.each([
    ['a mutation', 'mutation { touch { id } }'],
    ['a question about the schema', '{ __schema { queryType { name } } }'],
    ['a question about the schema in a fragment', '{ ...F } fragment F on Query { __typename }'],
    ['a list whose records may fail one by one', '{ nodes { id } }'],
    ['such a list in a fragment', '{ ... on Query { things { id } } }'],
    [
      'a fragment that stands twice where there are conditions',
      'query ($a: Boolean!) { thing(id: "1") { ...F @include(if: $a) ...F } } fragment F on Thing { id }',
    ],
  ])('is not made of %s', (_, text) => {
    expect(compiledAfter(text, 3)).toBeNull();
  });
});
