import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { callsOf, send } from '../support/limit-requests.js';
import { type LiveGateway, startLiveGateway } from '../support/live-gateway.js';

let gateway: LiveGateway;
beforeAll(async () => {
  gateway = await startLiveGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());
beforeEach(() => gateway.sandbox.clear());

const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => text(i)).join(' ');
const orders = 'customer { orders { nodes {';

const hostile: [name: string, document: string, code: string][] = [
  [
    'fragments in a circle',
    '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }',
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'fragments that double 1,000 times',
    `{ ...F0 } ${times(1000, (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`)} fragment F1000 on Query { __typename }`,
    'COST_LIMIT_EXCEEDED',
  ],
  [
    'lists that double with their fragments',
    `{ order(by: { id: "1" }) { ...F0 } } ${times(6, (i) => `fragment F${i} on Order { a: customer { orders { nodes { ...F${i + 1} } } } b: customer { orders { nodes { ...F${i + 1} } } } }`)} fragment F6 on Order { id }`,
    'COST_LIMIT_EXCEEDED',
  ],
  [
    '10,000 fragments',
    `{ ...F0 } ${times(10_000, (i) => `fragment F${i} on Query { ...F${i + 1} }`)} fragment F10000 on Query { __typename }`,
    'GRAPHQL_PARSE_FAILED',
  ],
  ['100,000 tokens', `{ ${'a '.repeat(100_000)} }`, 'GRAPHQL_PARSE_FAILED'],
  ['one field 14,000 times', `{ ${'__typename '.repeat(14_000)} }`, 'COST_LIMIT_EXCEEDED'],
  ['one list 1,200 times', `{ ${'orders(first: 1) { nodes { id } } '.repeat(1200)} }`, 'COST_LIMIT_EXCEEDED'],
  ['1,000 aliases', `{ ${times(1000, (i) => `a${i}: categories { name }`)} }`, 'COST_LIMIT_EXCEEDED'],
  ['2,000 directives', `{ __typename ${'@skip(if: true) '.repeat(2000)} }`, 'COST_LIMIT_EXCEEDED'],
  [
    '400 levels',
    `{ order(by: { id: "1" }) { ${`${orders} `.repeat(130)} id ${'} } } '.repeat(130)} } }`,
    'COST_LIMIT_EXCEEDED',
  ],
  ['levels beyond the stack', `{ a ${'{ a '.repeat(7000)}${'} '.repeat(7000)} }`, 'GRAPHQL_PARSE_FAILED'],
  ['values beyond the stack', `{ order(by: ${'['.repeat(7000)}${']'.repeat(7000)}) { id } }`, 'GRAPHQL_PARSE_FAILED'],
  [
    '700 operations over one chain of fragments',
    `${times(700, (i) => `query Q${i} { ...F0 }`)} ${times(900, (i) => `fragment F${i} on Query { ...F${i + 1} }`)} fragment F900 on Query { __typename }`,
    'COST_LIMIT_EXCEEDED',
  ],
  [
    '1,300 fragments beside one another',
    `{ ${times(1300, (i) => `...F${i}`)} } ${times(1300, (i) => `fragment F${i} on Query { a: __typename }`)}`,
    'COST_LIMIT_EXCEEDED',
  ],
  [
    'rows of rows of rows',
    `{ customers(first: 100) { nodes { orders(first: 100) { nodes { shipments { status } } } } } }`,
    'COST_LIMIT_EXCEEDED',
  ],
  [
    'a schema in a schema',
    '{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }',
    'GRAPHQL_VALIDATION_FAILED',
  ],
];

describe.each(['POST', 'socket', 'stream'] as const)('over %s', (transport) => {
  it.each(hostile)(
    '%s are refused in little time, nothing is sent, and the next request is served',
    async (_, query, code) => {
      const startedAt = performance.now();
      const { errors, data } = await send(gateway, transport, { query });
      expect(performance.now() - startedAt).toBeLessThan(1000);
      expect(data ?? null).toBeNull();
      expect(errors?.map(({ extensions }) => extensions['code'])).toContain(code);
      expect(errors?.length).toBeLessThan(20);
      expect(callsOf(gateway)).toBe(0);
      expect((await send(gateway, transport, { query: '{ __typename }' })).data).toEqual({ __typename: 'Query' });
    },
  );
});

it('a subscription of a hostile document is refused alike', async () => {
  const query = `subscription { orderChanged { ...F0 } } ${times(30, (i) => `fragment F${i} on OrderChange { ...F${i + 1} ...F${i + 1} }`)} fragment F30 on OrderChange { event }`;
  for (const transport of ['socket', 'stream'] as const) {
    const { errors } = await send(gateway, transport, { query });
    expect(errors).toMatchObject([
      {
        message: 'The operation has more than 1000000000 fields and fragments; at most 2000 are allowed (MAX_FIELDS).',
        extensions: { code: 'COST_LIMIT_EXCEEDED' },
      },
    ]);
  }
  expect(gateway.events.listening).toBe(0);
});
