import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { callsOf, send, type Transport } from '../support/limit-requests.js';
import { type LiveGateway, startLiveGateway } from '../support/live-gateway.js';

let gateway: LiveGateway;
beforeAll(async () => {
  gateway = await startLiveGateway({
    env: {
      MAX_BODY_BYTES: '4000',
      MAX_TOKENS: '200',
      MAX_DEPTH: '4',
      MAX_FIELDS: '30',
      MAX_ALIASES: '3',
      MAX_DIRECTIVES: '2',
      MAX_ROOT_FIELDS: '5',
      MAX_MUTATIONS: '2',
      MAX_COST: '28',
    },
  });
});
afterAll(() => gateway[Symbol.asyncDispose]());
beforeEach(() => gateway.sandbox.clear());

const transports: Transport[] = ['GET', 'POST', 'socket', 'stream'];
const repeated = (count: number, text: (index: number) => string) => Array.from({ length: count }, (_, i) => text(i));
const nested = (levels: number) => `{ categories ${'{ parent '.repeat(levels - 2)}{ name }${' }'.repeat(levels - 2)} }`;
const aliases = (count: number) => `{ categories { ${repeated(count, (index) => `a${index}: name`).join(' ')} } }`;
const fields = (count: number) => `{ categories { ${repeated(count - 1, () => 'name').join(' ')} } }`;
const inFragment = (count: number) =>
  `{ categories { ...A } shippingMethods { id ${repeated(count - 6, () => 'title').join(' ')} } } fragment A on Category { id name }`;
const directives = (count: number) =>
  `{ categories { ${repeated(count, () => 'name @include(if: true)').join(' ')} } }`;
const rootFields = (count: number) => `{ ${repeated(count, () => 'categories { name }').join(' ')} }`;
const rows = (first: number) => `{ products(first: ${first}) { nodes { counterparts { matchedBy } } } }`;
const createCategory = (index: number) =>
  `createCategory(input: { name: "C${index}", idempotencyKey: "limits-${index}" }) { userErrors { code } }`;

interface Limit {
  readonly setting: string;
  readonly code: string;
  readonly atLimit: string;
  readonly above: string;
  readonly words: RegExp;
}

const limits: Limit[] = [
  {
    setting: 'MAX_DEPTH',
    code: 'COST_LIMIT_EXCEEDED',
    atLimit: nested(4),
    above: nested(5),
    words: /^The operation has 5 fields below one another; at most 4 are allowed \(MAX_DEPTH\)\.$/,
  },
  {
    setting: 'MAX_ALIASES',
    code: 'COST_LIMIT_EXCEEDED',
    atLimit: aliases(3),
    above: aliases(4),
    words: /has 4 aliases; at most 3 are allowed \(MAX_ALIASES\)/,
  },
  {
    setting: 'MAX_FIELDS',
    code: 'COST_LIMIT_EXCEEDED',
    atLimit: fields(30),
    above: fields(31),
    words: /has 31 fields and fragments; at most 30 are allowed \(MAX_FIELDS\)/,
  },
  {
    setting: 'MAX_FIELDS through fragments',
    code: 'COST_LIMIT_EXCEEDED',
    atLimit: inFragment(30),
    above: inFragment(31),
    words: /has 31 fields and fragments/,
  },
  {
    setting: 'MAX_DIRECTIVES',
    code: 'COST_LIMIT_EXCEEDED',
    atLimit: directives(2),
    above: directives(3),
    words: /has 3 directives; at most 2 are allowed \(MAX_DIRECTIVES\)/,
  },
  {
    setting: 'MAX_ROOT_FIELDS',
    code: 'COST_LIMIT_EXCEEDED',
    atLimit: rootFields(5),
    above: rootFields(6),
    words: /has 6 fields at its top; at most 5 are allowed \(MAX_ROOT_FIELDS\)/,
  },
  {
    setting: 'MAX_COST',
    code: 'COST_LIMIT_EXCEEDED',
    atLimit: rows(9),
    above: rows(10),
    words: /^This operation may cost 31 points, for 28 calls and 41 objects; at most 28 are allowed \(MAX_COST\)\./,
  },
];

describe.each(transports)('over %s', (transport) => {
  it.each(limits)('an operation runs at $setting', async ({ atLimit }) => {
    const { errors, data } = await send(gateway, transport, { query: atLimit });
    expect(errors).toBeUndefined();
    expect(Object.keys(data ?? {})).not.toEqual([]);
    expect(callsOf(gateway)).toBeGreaterThan(0);
  });

  it.each(limits)('an operation above $setting is refused, and nothing is sent for it', async (limit) => {
    const { errors, data } = await send(gateway, transport, { query: limit.above });
    expect(data ?? null).toBeNull();
    expect(errors).toHaveLength(1);
    expect(errors?.[0]).toMatchObject({
      message: expect.stringMatching(limit.words) as string,
      locations: [{ line: 1 }],
      extensions: { code: limit.code, retryable: false, requestId: expect.any(String) as string },
    });
    expect(callsOf(gateway)).toBe(0);
  });
});

it.each(['POST', 'socket', 'stream'] as const)(
  'three mutations over %s are refused where two run, and none of them is sent',
  async (transport) => {
    const from = transports.indexOf(transport) * 10;
    const mutation = (count: number) =>
      `mutation { ${repeated(count, (index) => `a${index}: ${createCategory(from + index)}`).join(' ')} }`;
    const { errors } = await send(gateway, transport, { query: mutation(3) });
    expect(errors?.[0]?.message).toBe('The operation has 3 mutations; at most 2 are allowed (MAX_MUTATIONS).');
    expect(callsOf(gateway)).toBe(0);
    expect((await send(gateway, transport, { query: mutation(2) })).errors).toBeUndefined();
  },
);

describe('cost', () => {
  it('is told with every answer', async () => {
    const { extensions } = await send(gateway, 'POST', { query: rows(9) });
    expect(extensions?.cost).toEqual({ calls: 26, objects: 37, points: 28 });
  });

  it('follows the variables, their defaults and null', async () => {
    const query = 'query Q($first: Int = 3) { products(first: $first) { nodes { counterparts { matchedBy } } } }';
    const callsFor = async (variables: Record<string, unknown>) =>
      (await send(gateway, 'POST', { query, variables })).extensions?.cost?.calls;
    expect(await callsFor({})).toBe(14);
    expect(await callsFor({ first: 5 })).toBe(18);
    const { errors } = await send(gateway, 'POST', { query, variables: { first: null } });
    expect(errors?.[0]?.message).toContain('for 48 calls');
  });

  it('is not estimated from variables of the wrong type', async () => {
    const query = 'query Q($first: Int) { products(first: $first) { nodes { counterparts { matchedBy } } } }';
    const { errors } = await send(gateway, 'POST', { query, variables: { first: 'many' } });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(callsOf(gateway)).toBe(0);
  });

  it('bounds subscriptions too', async () => {
    const subscription = (first: number) =>
      `subscription { orderChanged { order { customer { scheduledOrders(first: ${first}) { nodes { items { product { id } } } } } } } }`;
    for (const transport of ['socket', 'stream'] as const) {
      const { errors } = await send(gateway, transport, {
        query: `subscription { orderChanged { order { lines { product { id } } } } }`,
      });
      expect(errors).toMatchObject([{ extensions: { code: 'COST_LIMIT_EXCEEDED' } }]);
      const deep = await send(gateway, transport, { query: subscription(1) });
      expect(deep.errors?.[0]?.message).toContain('MAX_DEPTH');
    }
    expect(gateway.events.listening).toBe(0);
  });
});

describe('tokens and bytes', () => {
  const query = '{ categories { name } }';
  const padded = (bytes: number) => {
    const empty = JSON.stringify({ query, operationName: null, pad: '' }).length;
    return JSON.stringify({ query, operationName: null, pad: 'x'.repeat(bytes - empty) });
  };
  const postBody = (path: string, body: string) =>
    fetch(`${gateway.url}${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });

  it.each(transports)('a document of 201 tokens is refused over %s, one of 200 is read', async (transport) => {
    const document = (tokens: number) => `{ categories { ${'name '.repeat(tokens - 5)}} }`;
    expect(await send(gateway, transport, { query: document(201) })).toMatchObject({
      errors: [{ extensions: { code: 'GRAPHQL_PARSE_FAILED' } }],
    });
    expect(await send(gateway, transport, { query: document(200) })).toMatchObject({
      errors: [{ extensions: { code: 'COST_LIMIT_EXCEEDED' } }],
    });
    expect(callsOf(gateway)).toBe(0);
  });

  it.each(['/graphql', '/graphql/stream'])(
    'a body of 4001 bytes is refused at %s, one of 4000 is read',
    async (path) => {
      expect((await postBody(path, padded(4000))).status).toBe(200);
      gateway.sandbox.clear();
      const response = await postBody(path, padded(4001));
      expect(response.status).toBe(413);
      expect(await response.json()).toMatchObject({
        errors: [
          { message: 'The body has more than 4000 bytes (MAX_BODY_BYTES).', extensions: { code: 'BAD_REQUEST' } },
        ],
      });
      expect(callsOf(gateway)).toBe(0);
    },
  );

  it('a message of more bytes ends its socket', async () => {
    const socket = new WebSocket(gateway.socketUrl, 'graphql-transport-ws');
    socket.on('open', () => socket.send(padded(4001)));
    const code = await new Promise((resolve) => socket.on('close', resolve));
    expect(code).toBe(1009);
  });
});

it.each(['/graphql', '/graphql/stream'])('a batch of operations is refused whole at %s', async (path) => {
  const response = await fetch(`${gateway.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify([{ query: '{ categories { name } }' }, { query: '{ categories { name } }' }]),
  });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
  expect(callsOf(gateway)).toBe(0);
});
