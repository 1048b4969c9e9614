import { makeExecutableSchema } from '@graphql-tools/schema';
import { graphql } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { Caller } from '../../src/access/caller.js';
import { guardSchema } from '../../src/access/guard-schema.js';
import { loadSchema } from '../../src/server/load-schema.js';

const base = `
  directive @access(to: Scope!, ofParent: Boolean! = false) on FIELD_DEFINITION | OBJECT
  enum Scope { ANYONE CUSTOMER MERCHANT }
  interface Node { id: ID! }
  type Order implements Node { id: ID! @access(to: CUSTOMER) note: String @access(to: MERCHANT) }
  type Money @access(to: ANYONE) { amount: String }
  type Secret @access(to: MERCHANT) { word: String }
  type Rows @access(to: CUSTOMER, ofParent: true) { nodes: [Order!]! }
`;
const start = (more: string) => () =>
  guardSchema(makeExecutableSchema({ typeDefs: `${base}${more}` }), (_, record) => record);

describe('a schema', () => {
  it('starts as it is', () => {
    expect(loadSchema().getQueryType()?.name).toBe('Query');
  });

  it.each([
    ['a root field without a rule', 'type Query { order: Order }', 'Query.order has no @access rule'],
    [
      'a mutation without a rule',
      'type Query { a: Int @access(to: ANYONE) } type Mutation { b: Int }',
      'Mutation.b has no @access rule',
    ],
    [
      'a subscription without a rule',
      'type Query { a: Int @access(to: ANYONE) } type Subscription { b: Int }',
      'Subscription.b has no @access rule',
    ],
    ['a root type with a rule for all', 'type Query @access(to: ANYONE) { a: Int }', 'Query.a has no @access rule'],
    [
      'a new type without a rule',
      'type Query { a: Thing @access(to: ANYONE) } type Thing { b: Int }',
      'Thing.b has no @access rule',
    ],
    [
      'a field of a record under an open rule for all',
      'type Query { a: Int @access(to: ANYONE) } type Thing implements Node @access(to: ANYONE) { id: ID! }',
      'Thing.id has no @access rule',
    ],
    [
      'a field that leads to what its callers may not see',
      'type Query { secret: Secret @access(to: ANYONE) }',
      'Query.secret is open to ANYONE, and Secret is not',
    ],
    [
      'a field for everybody that leads to a customer’s record',
      'type Query { order: Order @access(to: ANYONE) }',
      'Query.order is open to ANYONE, and Order is not',
    ],
    [
      'a root field that says its rows were checked',
      'type Query { order: Order @access(to: CUSTOMER, ofParent: true) }',
      'Query.order has no parent',
    ],
    [
      'a root list whose rows nobody checks',
      'type Query { rows: Rows @access(to: CUSTOMER) }',
      'Query.rows leads to records whose owner nobody checks',
    ],
    [
      'a list in a type of nobody’s whose rows nobody checks',
      'type Query { a: Page @access(to: CUSTOMER) } type Page @access(to: CUSTOMER) { rows: Rows }',
      'Page.rows leads to records whose owner nobody checks',
    ],
  ])('with %s does not start', (_, more, message) => {
    expect(start(more)).toThrow(message);
  });
});

describe('a guarded field', () => {
  const callers: Record<string, Caller> = {
    merchant: { scope: 'MERCHANT', id: 'm', expiresAtMs: null },
    customer: { scope: 'CUSTOMER', id: 'c', expiresAtMs: null, customerId: null, email: null },
    nobody: { scope: 'ANONYMOUS', id: 'a', expiresAtMs: null },
  };

  it('asks for each record who may see it, also in lists, behind promises and behind an interface that does not say its type', async () => {
    const schema = makeExecutableSchema({
      typeDefs: `${base} type Query {
        one: Order @access(to: CUSTOMER) late: Order @access(to: CUSTOMER) many: [Order!] @access(to: CUSTOMER)
        gaps: [Order] @access(to: CUSTOMER) untold: Node @access(to: ANYONE) told: Node @access(to: ANYONE)
      }`,
      resolvers: {
        Node: { __resolveType: () => 'Order' },
        Query: {
          one: () => ({ id: 'own' }),
          late: async () => ({ id: 'other' }),
          many: () => [{ id: 'own' }, { id: 'other' }, Promise.resolve({ id: 'other' })],
          gaps: async () => [{ id: 'other' }, { id: 'own' }],
          untold: () => ({ id: 'own' }),
          told: () => ({ __typename: 'Order', id: 'own' }),
        },
      },
    });
    guardSchema(schema, (_, record) => ((record as { id: string }).id === 'own' ? record : null));
    const source = '{ one { id } late { id } many { id } gaps { id } untold { id } told { id } }';
    const asked = async (name: string) =>
      (await graphql({ schema, source, contextValue: { caller: callers[name] } })).data;
    const own = { id: 'own' };
    expect(await asked('customer')).toEqual({
      one: own,
      late: null,
      many: [own],
      gaps: [null, own],
      untold: null,
      told: own,
    });
    expect(await asked('nobody')).toEqual({ one: null, late: null, many: null, gaps: null, untold: null, told: null });
    expect(await asked('merchant')).toMatchObject({ late: { id: 'other' }, gaps: [{ id: 'other' }, own], untold: own });
  });
});
