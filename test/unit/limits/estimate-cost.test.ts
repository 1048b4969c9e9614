import { buildSchema, type GraphQLSchema, getVariableValues, Kind, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { readCosts } from '../../../src/server/limits/cost-model.js';
import { CostEstimator } from '../../../src/server/limits/estimate-cost.js';

const directives = `
  directive @cost(calls: Int! = 0, callsPerRow: Int! = 0, mayScan: Boolean! = false) on FIELD_DEFINITION
  directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!]) on FIELD_DEFINITION
`;
const schema = buildSchema(`${directives}
  type Query {
    order(id: ID): Order @cost(calls: 2)
    orders(first: Int = 20): Orders @cost(calls: 1, callsPerRow: 3) @listSize(assumedSize: 20, slicingArguments: ["first"], sizedFields: ["edges", "nodes"])
    nodes(ids: [ID!]!): [Node] @cost(callsPerRow: 2) @listSize(slicingArguments: ["ids"])
    search: Order @cost(calls: 1, mayScan: true)
  }
  type Mutation { push(input: Push!): Results @cost(calls: 1, callsPerRow: 1) @listSize(slicingArguments: ["input.orders"], sizedFields: ["results"]) }
  input Push { orders: [String!]! }
  type Results { results: [Order!]! userErrors: [Customer!]! @listSize(assumedSize: 2) }
  type Orders { edges: [Edge!]! nodes: [Order!]! total: Money }
  type Edge { node: Order! }
  type Money { amount: String }
  interface Node { id: ID! }
  type Order implements Node { id: ID! total: Money customer: Customer @cost(calls: 1) lines: [Line!] @listSize(assumedSize: 4) }
  type Customer implements Node { id: ID! orders(first: Int): Orders @cost(calls: 5) @listSize(assumedSize: 10, slicingArguments: ["first"], sizedFields: ["nodes"]) }
  type Line { sku: String order: Order }
`);
const estimatorOf = (given: GraphQLSchema, scanCalls = 0) =>
  new CostEstimator({ schema: given, model: readCosts(given), scanCalls });

function costOf(text: string, variables: Record<string, unknown> = {}, scanCalls = 0) {
  const document = parse(text);
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (operation === undefined) throw new Error('no operation');
  const { coerced = {} } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  const { calls, objects, points } = estimatorOf(schema, scanCalls).estimate({
    document,
    operation,
    variables: coerced,
  });
  return [calls, objects, points];
}

describe('the cost of an operation', () => {
  it.each<[string, string, Record<string, unknown>, number[]]>([
    ['a point at least', '{ __typename }', {}, [0, 0, 1]],
    ['calls of a field and its object', '{ order { id } }', {}, [2, 1, 3]],
    ['rows by an argument', '{ orders(first: 10) { nodes { id } } }', {}, [31, 11, 32]],
    ['rows by the default of an argument', '{ orders { nodes { id } } }', {}, [61, 21, 63]],
    ['assumed rows where the argument is null', '{ orders(first: null) { nodes { id } } }', {}, [61, 21, 63]],
    ['rows by a variable', 'query Q($n: Int) { orders(first: $n) { nodes { id } } }', { n: 2 }, [7, 3, 8]],
    [
      'rows by the default of a variable',
      'query Q($n: Int = 3) { orders(first: $n) { nodes { id } } }',
      {},
      [10, 4, 11],
    ],
    ['no rows for a negative number', '{ orders(first: -5) { nodes { id } } }', {}, [1, 1, 2]],
    ['rows of edges, their objects too', '{ orders(first: 10) { edges { node { id } } } }', {}, [31, 21, 33]],
    [
      'nested lists',
      '{ orders(first: 10) { nodes { customer { orders(first: 10) { nodes { lines { sku } } } } } } }',
      {},
      [91, 531, 118],
    ],
    ['fields of the object itself once', '{ orders(first: 10) { total { amount } nodes { id } } }', {}, [31, 12, 32]],
    ['each alias', '{ a: order { id } b: order { id } }', {}, [4, 2, 5]],
    ['merged fields once', '{ order { id } order { total { amount } } }', {}, [2, 2, 3]],
    [
      'fragments each time',
      '{ a: order { ...F } b: order { ...F } } fragment F on Order { customer { id } }',
      {},
      [6, 4, 7],
    ],
    [
      'what is included only',
      'query Q($y: Boolean!) { order @skip(if: $y) { id } b: order @include(if: $y) { id } }',
      { y: true },
      [2, 1, 3],
    ],
    ['rows by the length of a list', 'query Q($i: ID!) { nodes(ids: ["1", "2", $i]) { id } }', { i: '3' }, [6, 3, 7]],
    ['rows by the length of a variable', 'query Q($i: [ID!]!) { nodes(ids: $i) { id } }', { i: ['1', '2'] }, [4, 2, 5]],
    [
      'of an interface the costliest type',
      '{ nodes(ids: ["1"]) { ... on Order { customer { id } } ... on Customer { orders(first: 1) { nodes { id } } } } }',
      {},
      [7, 3, 8],
    ],
    [
      'rows by a list in an input',
      'mutation M($i: Push!) { push(input: $i) { results { id } userErrors { id } } }',
      { i: { orders: ['a', 'b', 'c'] } },
      [4, 6, 5],
    ],
    ['nothing below a field whose arguments do not fit', '{ order { id } nodes { id } }', {}, [2, 1, 3]],
  ])('is %s', (_, text, variables, cost) => {
    expect(costOf(text, variables)).toEqual(cost);
  });

  it('has the calls of a search without an index once', () => {
    expect(costOf('{ search { id } b: search { id } order { id } }', {}, 200)).toEqual([204, 3, 205]);
    expect(costOf('{ order { id } }', {}, 200)).toEqual([2, 1, 3]);
  });

  it('grows with the schema when that is read', () => {
    const [, all = 0] = costOf('{ __schema { types { name } } }');
    expect(all).toBeGreaterThan(10);
    const [, nested = 0] = costOf('{ __schema { types { fields { type { fields { name } } } } } }');
    expect(nested).toBeGreaterThan(2 * all);
  });
});

describe('a schema', () => {
  it('is refused while a list of objects has no size', () => {
    const sizeless = buildSchema(`${directives}
      type Query { a: [A!]! b: B names: [String!]! sized: [A] @listSize(assumedSize: 3) }
      type A { id: ID! }
      type B { nodes: [A!]! }`);
    expect(() => readCosts(sizeless)).toThrow('no @listSize says how long these lists are: Query.a, B.nodes');
  });
});
