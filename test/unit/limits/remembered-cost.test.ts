import { makeExecutableSchema } from '@graphql-tools/schema';
import { GraphQLScalarType, type OperationDefinitionNode, parse } from 'graphql';
import { expect, it } from 'vitest';
import type { Caller } from '../../../src/access/caller.js';
import type { LimitSettings } from '../../../src/config/limit-settings.js';
import { Limits } from '../../../src/server/limits/limits.js';

it.each([
  ['remembered for variables as they are common', 10, 1],
  ['estimated anew for long variables, which are not kept with the document', 100_000, 2],
])('the cost of an operation is %s', async (_, length, estimates) => {
  let read = 0;
  const Text = new GraphQLScalarType({
    name: 'Text',
    parseValue: (value) => {
      read += 1;
      return value;
    },
  });
  const schema = makeExecutableSchema({
    typeDefs: 'scalar Text type Query { echo(text: Text): String }',
    resolvers: { Text },
  });
  const settings = { maxCost: 100, maxOperationsPerCaller: 10, maxSubscriptionsPerCaller: 10 } as LimitSettings;
  const limits = new Limits({ settings, schema, rate: null, scanCalls: 1 });
  const document = parse('query ($text: Text) { echo(text: $text) }');
  const [operation] = document.definitions as [OperationDefinitionNode];
  for (let times = 0; times < 2; times += 1) {
    const asked = { document, operation, variables: { text: 'x'.repeat(length) } };
    const admission = await limits.admit(asked, { id: 'a caller' } as Caller);
    expect(admission?.cost.points).toBeGreaterThan(0);
    admission?.leave();
  }
  expect(read).toBe(estimates);
});
