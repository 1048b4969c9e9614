import { buildSchema, type GraphQLResolveInfo, graphql } from 'graphql';
import { describe, expect, it } from 'vitest';
import { selectedRowFields, selectsField } from '../../../src/resolvers/selection.js';

const schema = buildSchema(`
  type Query { orders: Orders!, names: [String!]! }
  type Orders { edges: [Edge!]!, nodes: [Order!]!, coverage: [Coverage!]! }
  type Edge { cursor: String!, node: Order! }
  type Coverage { complete: Boolean! }
  type Order { reference: String, total: Money, customer: Customer }
  type Money { amount: String, currency: String }
  type Customer { name: String, orders: Orders }
`);

/** What the functions say while an operation is run. */
async function seenBy<Seen>(
  query: string,
  read: (info: GraphQLResolveInfo) => Seen,
  variables: Record<string, unknown> = {},
): Promise<Seen> {
  const seen: Seen[] = [];
  const look = (_: unknown, __: unknown, info: GraphQLResolveInfo) => {
    seen.push(read(info));
    return { edges: [], nodes: [], coverage: [] };
  };
  const rootValue = {
    orders: (args: unknown, context: unknown, info: GraphQLResolveInfo) => look(args, context, info),
  };
  const { errors } = await graphql({ schema, source: query, rootValue, variableValues: variables });
  expect(errors).toBeUndefined();
  const [first] = seen;
  if (first === undefined) throw new Error('the field was not resolved');
  return first;
}

const rowFields = async (query: string, variables?: Record<string, unknown>) =>
  [...(await seenBy(query, selectedRowFields, variables))].toSorted();

describe('the fields selected of the rows', () => {
  it.each([
    ['as nodes', '{ orders { nodes { reference total { currency } } } }', ['reference', 'total', 'total.currency']],
    ['as edges', '{ orders { edges { cursor node { reference } } } }', ['reference']],
    [
      'as both',
      '{ orders { nodes { reference } edges { node { total { amount } } } } }',
      ['reference', 'total', 'total.amount'],
    ],
    [
      'in a fragment',
      '{ orders { ...F } } fragment F on Orders { nodes { ...G } } fragment G on Order { reference }',
      ['reference'],
    ],
    [
      'in an inline fragment',
      '{ orders { nodes { ... on Order { reference } ... { total { amount } } } } }',
      ['reference', 'total', 'total.amount'],
    ],
    ['under another name', '{ orders { rows: nodes { ref: reference } } }', ['reference']],
    ['twice', '{ orders { nodes { reference } nodes { total { amount } } } }', ['reference', 'total', 'total.amount']],
    ['not at all', '{ orders { coverage { complete } } }', []],
  ])('are found %s', async (_, query, fields) => {
    expect(await rowFields(query)).toEqual(fields);
  });

  it('obey @skip and @include', async () => {
    const query =
      'query ($yes: Boolean!, $no: Boolean!) { orders { nodes { reference @skip(if: $yes) total @include(if: $no) { amount } customer @include(if: $yes) { name } } } }';
    expect(await rowFields(query, { yes: true, no: false })).toEqual(['customer', 'customer.name']);
  });

  it('end with what a row itself needs', async () => {
    const query = '{ orders { nodes { customer { orders { nodes { reference } } } } } }';
    expect(await rowFields(query)).toEqual(['customer', 'customer.orders']);
  });
});

it('tells whether a field below is selected, also through a fragment', async () => {
  const has = (query: string) => seenBy(query, (info) => selectsField(info, 'coverage'));
  expect(await has('{ orders { coverage { complete } } }')).toBe(true);
  expect(await has('{ orders { ...F } } fragment F on Orders { c: coverage { complete } }')).toBe(true);
  expect(await has('{ orders { nodes { reference } } }')).toBe(false);
});
