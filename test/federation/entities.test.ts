import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeGlobalId } from '../../src/domain/global-id.js';
import { type Answer, at, startTestGateway, type TestGateway } from '../support/gateway.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway({ env: { FEDERATION: '1', MAX_ENTITIES: '100' }, sandbox: { orders: 150 } });
});
afterAll(() => gateway[Symbol.asyncDispose]());

type Reference = Readonly<Record<string, unknown>>;

/** Asks for what references name, as a router does. */
function entities(references: readonly unknown[], selection = 'id'): Promise<Answer> {
  const types = ['Customer', 'Order', 'Product', 'ScheduledOrder', 'Shipment'];
  const commerce = ['CommerceCustomer', 'CommerceLocation', 'CommerceOrder', 'CommerceProduct'];
  const parts = [...types, ...commerce].map((type) => `... on ${type} { ${selection} }`).join(' ');
  return gateway.query(`query ($r: [_Any!]!) { _entities(representations: $r) { __typename ${parts} } }`, {
    r: references,
  });
}

async function idsAt(list: string): Promise<string[]> {
  const rows = at(await gateway.query(`{ ${list} { nodes { id } } }`), `${list.split('(')[0]}.nodes`);
  return (rows as { readonly id: string }[]).map(({ id }) => id);
}

const typeOf = (id: string) => Buffer.from(id, 'base64url').toString().split(':')[1];
const gone = encodeGlobalId({ type: 'Order', provider: 'QUICKBUTIK', externalId: '999999' });

describe('_entities', () => {
  it('gives the record behind the global id of each type with a key', async () => {
    const commerce = await gateway.query(
      '{ commerceData { locations(first: 1) { nodes { id } } customers(first: 1) { nodes { id } } products(first: 1) { nodes { id } } orders(first: 1) { nodes { id } } } }',
    );
    const ids = [
      ...(await idsAt('orders(first: 2)')),
      ...(await idsAt('customers(first: 2)')),
      ...(await idsAt('products(first: 2)')),
      ...(await idsAt('scheduledOrders(first: 2)')),
      ...(await idsAt('shipments(since: "2017-01-01T00:00:00Z", first: 2)')),
      ...['locations', 'customers', 'products', 'orders'].map((list) =>
        String(at(commerce, `commerceData.${list}.nodes.0.id`)),
      ),
    ];
    const answer = await entities(ids.map((id) => ({ __typename: typeOf(id), id })));
    expect(answer.errors).toBeUndefined();
    expect(at(answer, '_entities')).toEqual(ids.map((id) => ({ __typename: typeOf(id), id })));
    expect(new Set(ids.map(typeOf)).size).toBe(9);
  });

  it.each([
    ['Customer', { email: 'Chris@Example.com ' }],
    ['Customer', { id: '29920' }],
    ['Shipment', { trackingNumber: '2878202252347' }],
    ['Product', { sku: 'rco-atl-993' }],
    ['Order', { id: '115' }],
  ])('finds a %s by %j as the look-up finds it', async (type, by) => {
    const root = type.toLowerCase();
    const looked = await gateway.query(`query ($by: ${type}Lookup!) { ${root}(by: $by) { id } }`, { by });
    const answer = await entities([{ __typename: type, ...by }]);
    expect(answer.errors).toBeUndefined();
    expect(at(answer, '_entities.0.id')).toBeTypeOf('string');
    expect(at(answer, '_entities.0.id')).toBe(at(looked, `${root}.id`));
  });

  it('takes an id that another subgraph keeps as a number', async () => {
    const answer = await entities([{ __typename: 'Customer', id: 29_920 }], '__typename');
    expect(at(answer, '_entities.0.__typename')).toBe('Customer');
  });

  it('is null where nothing is found and where a key is null, and the others of the list stay', async () => {
    const [order = ''] = await idsAt('orders(first: 1)');
    const answer = await entities([
      { __typename: 'Order', id: gone },
      { __typename: 'Order', id: order },
      { __typename: 'Order', id: 'no-such-order' },
      { __typename: 'Customer', email: null },
      { __typename: 'Shipment', trackingNumber: '000000' },
    ]);
    expect(answer.errors).toBeUndefined();
    expect(at(answer, '_entities')).toEqual([null, { __typename: 'Order', id: order }, null, null, null]);
  });

  it('takes the key that is given where another is null', async () => {
    const answer = await entities([{ __typename: 'Customer', id: null, email: 'chris@example.com' }]);
    expect(at(answer, '_entities.0.__typename')).toBe('Customer');
  });

  it.each<[Reference, string]>([
    [{ __typename: 'Money', id: '1' }, 'Argument "representations.1" is of type "Money", which has no key here.'],
    [{ __typename: 'toString', id: '1' }, 'Argument "representations.1" is of type "toString", which has no key here.'],
    [
      { __typename: 'Customer', name: 'Chris' },
      'Argument "representations.1" of type "Customer" must have one of its keys: id, email.',
    ],
    [{ __typename: 'Order', id: { in: [1] } }, 'Argument "representations.1.id" must be a text.'],
    [{ __typename: 'Customer', email: 'nobody' }, 'Argument "representations.1.email" must be an e-mail address.'],
    [
      { __typename: 'Order', id: encodeGlobalId({ type: 'Product', provider: 'QUICKBUTIK', externalId: '34' }) },
      'Argument "representations.1.id" is the id of a Product, not of a Order.',
    ],
  ])('tells what is wrong with %j at its own place', async (reference, message) => {
    const [order = ''] = await idsAt('orders(first: 1)');
    const answer = await entities([{ __typename: 'Order', id: order }, reference]);
    expect(answer.errors).toMatchObject([
      { message, path: ['_entities', 1], extensions: { code: 'BAD_USER_INPUT', retryable: false } },
    ]);
    expect(at(answer, '_entities')).toEqual([{ __typename: 'Order', id: order }, null]);
  });

  it.each([
    [7, 'A representation must be an object.'],
    [[], 'A representation must be an object.'],
    [{ id: '1' }, 'A representation must have a "__typename".'],
  ])('refuses %j before anything is asked', async (reference, message) => {
    gateway.sandbox.clear();
    const answer = await entities([reference]);
    expect(answer.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(answer.errors?.[0]?.message).toContain(message);
    expect(gateway.calls()).toEqual({});
  });

  it('takes references that are written into the document', async () => {
    const answer = await gateway.query(
      '{ _entities(representations: [{ __typename: "Customer", email: "chris@example.com" }]) { ... on Customer { email } } }',
    );
    expect(at(answer, '_entities.0.email')).toBe('chris@example.com');
  });

  it('refuses more references than MAX_ENTITIES, and asks for none of them', async () => {
    gateway.sandbox.clear();
    const answer = await entities(Array.from({ length: 101 }, () => ({ __typename: 'Order', id: gone })));
    expect(answer.errors?.[0]).toMatchObject({
      message: 'Argument "representations" must have at most 100 entries, not 101 (MAX_ENTITIES).',
      extensions: { code: 'BAD_USER_INPUT' },
    });
    expect(gateway.calls()).toEqual({});
  });

  it('counts each reference in the cost, with what is asked of it', async () => {
    const ask = (count: number) =>
      entities(
        Array.from({ length: count }, () => ({ __typename: 'Order', id: gone })),
        '__typename',
      );
    // Without a directory a look-up by e-mail may look into two hundred rows, once.
    expect((await ask(1)).extensions?.['cost']).toEqual({ calls: 208, objects: 1, points: 209 });
    expect((await ask(100)).extensions?.['cost']).toEqual({ calls: 1000, objects: 100, points: 1005 });
    const deep = await gateway.query(
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Customer { orders(first: 100) { nodes { shipments { status } } } } } }',
      { r: Array.from({ length: 100 }, () => ({ __typename: 'Customer', email: 'chris@example.com' })) },
    );
    expect(deep.errors).toMatchObject([{ extensions: { code: 'COST_LIMIT_EXCEEDED' } }]);
  });
});

describe('a list of references', () => {
  const whole = {
    Order: 'status lines { sku }',
    Product: 'sku description',
    Customer: 'name',
    ScheduledOrder: 'status items { quantity }',
  } as const;

  it.each([
    ['Order', 'orders(first: 100)', 100],
    ['Product', 'products(first: 100)', 20],
    ['Customer', 'customers(first: 100)', 15],
    ['ScheduledOrder', 'scheduledOrders(first: 100)', 11],
  ] as const)('of type %s makes no more calls than the list they come from', async (type, list, rows) => {
    const ids = await idsAt(list);
    expect(ids.length).toBe(rows);
    gateway.sandbox.clear();
    await gateway.query(`{ ${list} { nodes { ${whole[type]} } } }`);
    const ofList = gateway.calls();
    gateway.sandbox.clear();
    const answer = await gateway.query(
      `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ${type} { ${whole[type]} } } }`,
      { r: ids.map((id) => ({ __typename: type, id })) },
    );
    expect(answer.errors).toBeUndefined();
    const sum = (calls: Readonly<Record<string, number>>) =>
      Object.values(calls).reduce((total, count) => total + count, 0);
    expect(sum(gateway.calls())).toBeLessThanOrEqual(sum(ofList));
    expect(sum(gateway.calls())).toBeGreaterThan(0);
  });

  it.each([
    ['Order', 'orders(first: 100)'],
    ['Product', 'products(first: 100)'],
    ['Customer', 'customers(first: 100)'],
    ['ScheduledOrder', 'scheduledOrders(first: 100)'],
    ['Shipment', 'shipments(since: "2017-01-01T00:00:00Z", first: 100)'],
  ])('of type %s makes the calls of nodes, one for equal ones', async (type, list) => {
    const ids = await idsAt(list);
    gateway.sandbox.clear();
    await gateway.query('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
    const ofNodes = gateway.calls();
    gateway.sandbox.clear();
    const once = ids.slice(0, 50).map((id) => ({ __typename: type, id }));
    await entities([...once, ...once, ...ids.slice(50).map((id) => ({ __typename: type, id }))].slice(0, 100));
    for (const [provider, calls] of Object.entries(gateway.calls())) {
      expect([provider, calls]).toEqual([
        provider,
        expect.toSatisfy((count: number) => count <= (ofNodes[provider] ?? 0)),
      ]);
    }
  });
});
