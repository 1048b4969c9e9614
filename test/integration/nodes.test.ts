import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeGlobalId } from '../../src/domain/global-id.js';
import { at, startTestGateway, type TestGateway } from '../support/gateway.js';
import { exampleVariables, operation } from '../support/operations.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway({ sandbox: { orders: 80 } });
});
afterAll(() => gateway[Symbol.asyncDispose]());

/** Every id in an answer. */
function idsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(idsOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) =>
    key === 'raw' ? [] : key === 'id' ? [String(child)] : idsOf(child),
  );
}

describe('node', () => {
  it('resolves every id that any read prints, to the type it was printed for', async () => {
    const ids = new Map<string, string>();
    const reads = [
      'Customer360',
      'Order',
      'OrdersPage',
      'TrackShipment',
      'ScheduledOrders',
      'Catalog',
      'CommerceData',
      'Customers',
    ];
    for (const read of reads) {
      const answer = await gateway.query(operation(read), { ...exampleVariables[read], first: 5 });
      expect(answer.errors).toBeUndefined();
      for (const id of idsOf(answer.data)) ids.set(id, Buffer.from(id, 'base64url').toString().split(':')[1] ?? '');
    }
    expect(new Set(ids.values())).toEqual(
      new Set([
        'Category',
        'CommerceCustomer',
        'CommerceLink',
        'CommerceLocation',
        'CommerceOrder',
        'CommerceProduct',
        'Customer',
        'Order',
        'PaymentMethod',
        'Product',
        'ScheduledOrder',
        'Shipment',
        'ShippingMethod',
        'ShopPaymentMethod',
      ]),
    );
    const document = 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }';
    const all = [...ids];
    for (let start = 0; start < all.length; start += 100) {
      const chunk = all.slice(start, start + 100);
      const answer = await gateway.query(document, { ids: chunk.map(([id]) => id) });
      expect(answer.errors).toBeUndefined();
      expect(at(answer, 'nodes')).toEqual(chunk.map(([id, type]) => ({ __typename: type, id })));
    }
  });

  it('is null for a record that does not exist, and the others of the list stay', async () => {
    const gone = encodeGlobalId({ type: 'Order', provider: 'QUICKBUTIK', externalId: '999999' });
    const order = encodeGlobalId({ type: 'Order', provider: 'QUICKBUTIK', externalId: '115' });
    const answer = await gateway.query('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: [gone, order] });
    expect(answer).toMatchObject({ data: { nodes: [null, { id: order }] } });
    expect(answer.errors).toBeUndefined();
  });

  it.each([
    ['115', 'Argument "id" is no global id.'],
    [encodeGlobalId({ type: 'Money', provider: 'QARD', externalId: '1' }), 'Argument "id" is no global id.'],
    [
      encodeGlobalId({ type: 'Customer', provider: 'EMAIL', externalId: 'Zm9yZ2Vk' }),
      'Argument "id" is no id of this gateway.',
    ],
    [encodeGlobalId({ type: 'Order', provider: 'NOBODY', externalId: '1' }), 'Argument "id" is no id of this gateway.'],
  ])('refuses %s before anything is asked', async (id, message) => {
    gateway.sandbox.clear();
    const answer = await gateway.query('query ($id: ID!) { node(id: $id) { id } }', { id });
    expect(answer.errors).toMatchObject([{ message, extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(gateway.calls()).toEqual({});
  });

  it('refuses more than a hundred ids', async () => {
    const answer = await gateway.query('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
      ids: Array.from({ length: 101 }, () => 'x'),
    });
    expect(answer.errors?.[0]?.message).toBe('Argument "ids" must have at most 100 entries, not 101.');
  });
});

describe('ids in arguments', () => {
  it("take the global id or the provider's own", async () => {
    const document = 'query ($id: ID!) { order(by: { id: $id }) { reference } }';
    for (const id of ['115', encodeGlobalId({ type: 'Order', provider: 'QUICKBUTIK', externalId: '115' })]) {
      expect(at(await gateway.query(document, { id }), 'order.reference')).toBe('115');
    }
  });

  it('say so when the id is of another type', async () => {
    const id = encodeGlobalId({ type: 'Product', provider: 'QUICKBUTIK', externalId: '34' });
    const answer = await gateway.query('query ($id: ID!) { order(by: { id: $id }) { id } }', { id });
    expect(answer.errors).toMatchObject([
      { message: 'Argument "by.id" is the id of a Product, not of a Order.', extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  it.each(['../../etc', 'a?b#c', 'x\r\nset-cookie: y', '\u0000', '..', 'x'.repeat(501)])('survive %j', async (id) => {
    const answer = await gateway.query('query ($id: ID!) { order(by: { id: $id }) { id } }', { id });
    expect(answer.data).toEqual({ order: null });
    expect(answer.errors?.map(({ extensions }) => extensions['code']) ?? []).toEqual(
      /[\r\0]/.test(id) || id.length > 500 ? ['BAD_USER_INPUT'] : [],
    );
  });
});
