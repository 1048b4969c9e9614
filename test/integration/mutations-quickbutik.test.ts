import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startFakeUpstream } from '../support/fake-upstream.js';
import { type Answer, at, startTestGateway, type TestGateway } from '../support/gateway.js';
import { exampleVariables, operation } from '../support/operations.js';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await startTestGateway({ sandbox: { orders: 40 } });
});

beforeEach(() => gateway.sandbox.clear());

afterAll(() => gateway[Symbol.asyncDispose]());

const write = (name: string, input: object): Promise<Answer> => gateway.query(operation(name), { input });

/** The calls of the shop that write. */
const writes = (): string[] => gateway.asked('quickbutik').filter((call) => !call.startsWith('GET'));

const codes = (answer: Answer): unknown[] => (answer.errors ?? []).map(({ extensions }) => extensions?.['code']);

const buyer = { type: 'CONSUMER', email: 'ann@example.com' };
const newOrder = (transactionId: string) => ({
  customer: buyer,
  payment: { method: 'MySaleChannel', transactionId },
  products: [{ sku: 'SHIRT-123', quantity: 2 }],
});

describe('the operations of a front end', () => {
  it('make the example order', async () => {
    const answer = await gateway.query(operation('CreateOrders'), exampleVariables['CreateOrders']);
    expect(answer.errors).toBeUndefined();
    expect(answer.data).toEqual({
      createOrders: {
        results: [
          {
            index: 0,
            order: { id: expect.any(String), reference: expect.stringMatching(/^\d+$/) },
            checkoutUrl: expect.stringContaining('https://'),
            userErrors: [],
          },
        ],
      },
    });
  });

  it('take the example steps, of which the shop refuses the order it does not know', async () => {
    const answer = await gateway.query(operation('SetOrderStatus'), exampleVariables['SetOrderStatus']);
    expect(answer.errors).toBeUndefined();
    expect(at(answer, 'setOrderStatus.results')).toEqual([
      {
        index: 0,
        order: null,
        userErrors: [{ field: ['orders', '0'], message: 'Could not find order', code: 'REJECTED' }],
      },
      { index: 1, order: { id: expect.any(String), status: 'DONE' }, userErrors: [] },
      { index: 2, order: { id: expect.any(String), status: 'CANCELLED' }, userErrors: [] },
    ]);
    expect(writes()).toEqual(['PUT /v1/orders']);
  });

  it('make products and change them, and the next query shows it', async () => {
    const made = await write('CreateProducts', {
      products: [{ sku: 'NEW-1', title: 'New', price: '9.75', stock: 3 }, { title: 'Plain' }],
    });
    expect(at(made, 'createProducts.results')).toEqual([
      { index: 0, product: { id: expect.any(String), sku: 'NEW-1' }, userErrors: [] },
      { index: 1, product: { id: expect.any(String), sku: null }, userErrors: [] },
    ]);
    const id = at(made, 'createProducts.results.0.product.id');
    const changed = await write('UpdateProducts', {
      products: [
        { productId: id, price: '12.50' },
        { sku: 'NEW-1', stock: 4 },
        { sku: 'NONE', stock: 4 },
      ],
    });
    expect(at(changed, 'updateProducts.results')).toEqual([
      { index: 0, product: { id, sku: 'NEW-1' }, userErrors: [] },
      { index: 1, product: { id, sku: 'NEW-1' }, userErrors: [] },
      {
        index: 2,
        product: null,
        userErrors: [{ field: ['products', '2'], message: 'Could not find product NONE', code: 'REJECTED' }],
      },
    ]);
    const shown = await gateway.query('query ($id: ID!) { product(by: { id: $id }) { price { amount } stock } }', {
      id,
    });
    expect(at(shown, 'product')).toEqual({ price: { amount: '12.50' }, stock: 4 });
  });

  it('change what an order holds', async () => {
    const answer = await write('UpdateOrders', {
      orders: [
        { reference: '115', addProducts: [{ sku: 'SHIRT-123' }], addDiscount: '50' },
        { reference: '0000', removeDiscount: true },
      ],
    });
    expect(at(answer, 'updateOrders.results')).toEqual([
      { index: 0, order: { id: expect.any(String), reference: '115' }, userErrors: [] },
      { index: 1, order: null, userErrors: [expect.objectContaining({ code: 'REJECTED' })] },
    ]);
    const shown = await gateway.query(
      '{ order(by: { reference: "115" }) { discountTotal { amount } lines { sku quantity } } }',
    );
    expect(at(shown, 'order')).toEqual({
      discountTotal: { amount: '50.00' },
      lines: [
        { sku: '34', quantity: 2 },
        { sku: 'SHIRT-123', quantity: 1 },
      ],
    });
  });

  it('show the same operation what its own writes did, whatever it had read before', async () => {
    const answer = await gateway.query(
      `mutation ($pay: SetOrderStatusInput!, $make: CreateCategoryInput!) {
        first: setOrderStatus(input: $pay) { results { order { status } } }
        createCategory(input: $make) { category { name parent { name } } }
        second: setOrderStatus(input: { orders: [{ reference: "115", status: CANCELLED }] }) { results { order { status } } }
      }`,
      {
        pay: { orders: [{ reference: '115', status: 'PAID', sendEmail: false }] },
        make: { name: 'Nya', parentId: '1' },
      },
    );
    expect(answer.data).toEqual({
      first: { results: [{ order: { status: 'PAID' } }] },
      createCategory: { category: { name: 'Nya', parent: { name: 'Kläder' } } },
      second: { results: [{ order: { status: 'CANCELLED' } }] },
    });
  });
});

describe('an input with problems', () => {
  it('is told all of them at once, at their items, and nothing is sent', async () => {
    const answer = await write('CreateOrders', {
      orders: [
        { customer: { type: 'BUSINESS', email: 'x' }, products: [] },
        newOrder('T-0'),
        { customer: buyer, products: [{ sku: 'A', quantity: 0 }] },
      ],
    });
    expect(answer.errors).toBeUndefined();
    const results = at(answer, 'createOrders.results') as { userErrors: { field: string[]; code: string }[] }[];
    expect(results.map(({ userErrors }) => userErrors.map(({ field, code }) => `${field.join('.')} ${code}`))).toEqual([
      [
        'orders.0.customer.shippingAddress.company REQUIRED',
        'orders.0.customer.email INVALID',
        'orders.0.products REQUIRED',
      ],
      ['orders.1 REJECTED'],
      ['orders.2.products.0.quantity INVALID'],
    ]);
    expect(gateway.calls()).toEqual({});
  });

  it.each([
    ['CreateOrders', 'createOrders', { orders: [] }],
    ['UpdateOrders', 'updateOrders', { orders: [] }],
    ['SetOrderStatus', 'setOrderStatus', { orders: [] }],
    ['CreateProducts', 'createProducts', { products: [] }],
    ['UpdateProducts', 'updateProducts', { products: [] }],
  ])('of no items at all is refused by %s', async (type, field, input) => {
    const document = `mutation ($input: ${type}Input!) { ${field}(input: $input) { results { index } userErrors { code } } }`;
    const answer = await gateway.query(document, { input });
    expect(at(answer, field)).toBeNull();
    const [list] = Object.keys(input);
    expect(answer.errors).toMatchObject([
      { message: `Argument "input.${list}" must have at least one entry.`, extensions: { code: 'BAD_USER_INPUT' } },
    ]);
    expect(gateway.calls()).toEqual({});
  });

  it('that the shop refuses as a whole is refused for every item', async () => {
    const answer = await write('CreateProducts', { products: [{ sku: 'A' }, { title: 'B' }] });
    const message = 'A product needs a title';
    expect(at(answer, 'createProducts.results')).toEqual([
      { index: 0, product: null, userErrors: [{ field: ['products', '0'], message, code: 'REJECTED' }] },
      { index: 1, product: null, userErrors: [{ field: ['products', '1'], message, code: 'REJECTED' }] },
    ]);
  });
});

describe('a key', () => {
  const inputs: [string, object, object][] = [
    ['CreateOrders', { orders: [newOrder('T-1')] }, { orders: [newOrder('T-2')] }],
    [
      'UpdateOrders',
      { orders: [{ reference: '12345', addDiscount: '5' }] },
      { orders: [{ reference: '12345', addDiscount: '6' }] },
    ],
    [
      'SetOrderStatus',
      { orders: [{ reference: '12345', status: 'DONE' }] },
      { orders: [{ reference: '12345', status: 'PAID' }] },
    ],
    ['CreateProducts', { products: [{ title: 'Once', sku: 'ONCE' }] }, { products: [{ title: 'Twice', sku: 'ONCE' }] }],
    ['UpdateProducts', { products: [{ sku: '34', stock: 1 }] }, { products: [{ sku: '34', stock: 2 }] }],
  ];

  it.each(inputs)('used again with %s sends nothing and gives the same payload', async (name, input, other) => {
    const keyed = { ...input, idempotencyKey: `key of ${name}` };
    const first = await write(name, keyed);
    expect(first.errors).toBeUndefined();
    expect(writes()).toHaveLength(1);
    gateway.sandbox.clear();
    expect((await write(name, keyed)).data).toEqual(first.data);
    expect(codes(await write(name, { ...other, idempotencyKey: `key of ${name}` }))).toEqual(['IDEMPOTENCY_CONFLICT']);
    expect(gateway.calls()).toEqual({});
  });

  it('used by many at once sends one write and gives equal payloads', async () => {
    const input = { orders: [newOrder('T-50')], idempotencyKey: 'fifty' };
    const answers = await Promise.all(Array.from({ length: 50 }, () => write('CreateOrders', input)));
    expect(writes()).toHaveLength(1);
    expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1);
    expect(answers[0]?.errors).toBeUndefined();
  });
});

describe('a tracking number written with a step', () => {
  const shipments = (reference: string) =>
    gateway.query(
      `query ($by: OrderLookup!) {
        order(by: $by) { shipments { id trackingNumber reference status courier { code name } events { rawStatus } } }
      }`,
      { by: { reference } },
    );

  it('is shown with the order’s shipments, though the shop never gives it back', async () => {
    const shipping = { trackingNumber: 'NAJ 10192938', company: 'Postnord' };
    await write('SetOrderStatus', { orders: [{ reference: '12345', status: 'DONE', shipping }] });
    const answer = await shipments('12345');
    expect(at(answer, 'order.shipments')).toEqual([
      {
        id: expect.any(String),
        trackingNumber: 'NAJ 10192938',
        reference: '12345',
        status: 'UNKNOWN',
        courier: { code: 'Postnord', name: 'Postnord' },
        events: [],
      },
    ]);
    const id = at(answer, 'order.shipments.0.id');
    const byId = await gateway.query('query ($id: ID!) { node(id: $id) { ... on Shipment { trackingNumber } } }', {
      id,
    });
    expect(at(byId, 'node')).toEqual({ trackingNumber: 'NAJ 10192938' });
    const byNumber = await gateway.query('{ shipment(by: { trackingNumber: "NAJ10192938" }) { order { reference } } }');
    expect(at(byNumber, 'shipment.order.reference')).toBe('12345');
  });

  it('is the parcel service’s parcel where that knows the number', async () => {
    const shipping = { trackingNumber: '2878202252347' };
    await write('SetOrderStatus', { orders: [{ reference: '2222', status: 'DONE', shipping }] });
    const parcels = at(await shipments('2222'), 'order.shipments') as { trackingNumber: string; status: string }[];
    expect(parcels.filter(({ trackingNumber }) => trackingNumber === '2878202252347')).toMatchObject([
      { status: expect.not.stringMatching('UNKNOWN') },
    ]);
  });

  it('is shown beside the failure when the parcel service fails', async () => {
    const shipping = { trackingNumber: 'ZZ-1' };
    await write('SetOrderStatus', { orders: [{ reference: '2222', status: 'DONE', shipping }] });
    gateway.sandbox.providers.qapla.faults.add({ fault: { kind: 'status', status: 500 } });
    const answer = await shipments('2222');
    expect(at(answer, 'order.shipments')).toContainEqual(expect.objectContaining({ trackingNumber: 'ZZ-1' }));
    expect(answer.errors).toMatchObject([
      { path: ['order', 'shipments'], extensions: { code: 'PROVIDER_UNAVAILABLE', provider: 'QAPLA' } },
    ]);
  });

  it('is replaced by one that is written later', async () => {
    for (const trackingNumber of ['WRONG-1', 'RIGHT-1'])
      await write('SetOrderStatus', { orders: [{ reference: '3333', status: 'DONE', shipping: { trackingNumber } }] });
    const parcels = at(await shipments('3333'), 'order.shipments') as { trackingNumber: string }[];
    expect(parcels.map(({ trackingNumber }) => trackingNumber)).toContain('RIGHT-1');
    expect(parcels.map(({ trackingNumber }) => trackingNumber)).not.toContain('WRONG-1');
    expect(at(await gateway.query('{ shipment(by: { trackingNumber: "WRONG-1" }) { id } }'), 'shipment')).toBeNull();
  });

  it('is not kept when the shop refused the step', async () => {
    const shipping = { trackingNumber: 'NOT-KEPT' };
    await write('SetOrderStatus', { orders: [{ reference: '1111', status: 'DONE', shipping }] });
    expect(at(await gateway.query('{ shipment(by: { trackingNumber: "NOT-KEPT" }) { id } }'), 'shipment')).toBeNull();
  });
});

it('says at its place which row of a write nothing is known of, and gives the others', async () => {
  await using shop = await startFakeUpstream(({ method }) =>
    method === 'GET' ? { status: 404 } : { json: { results: { '2': { success: '1' } } } },
  );
  await using own = await startTestGateway({ sandbox: { orders: 10 }, env: { QUICKBUTIK_BASE_URL: shop.url } });
  const orders = ['1', '2'].map((reference) => ({ reference, status: 'PAID' }));
  const answer = await own.query(operation('SetOrderStatus'), { input: { orders } });
  expect(at(answer, 'setOrderStatus.results')).toEqual([
    { index: 0, order: null, userErrors: [] },
    { index: 1, order: { id: expect.any(String), status: 'PAID' }, userErrors: [] },
  ]);
  expect(answer.errors).toMatchObject([
    {
      message: expect.stringContaining('order 1'),
      path: ['setOrderStatus', 'results', 0],
      extensions: { code: 'PROVIDER_OUTCOME_UNKNOWN', provider: 'QUICKBUTIK', retryable: false },
    },
  ]);
  expect(shop.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);
});

describe('rows of which the answer said nothing', () => {
  const placedAt = () => new Date(Date.now() + 60_000).toISOString().slice(0, 19).replace('T', ' ');
  const detail = (id: string, transactionId: string) => ({
    order_id: id,
    date_created: placedAt(),
    status: '-1',
    products: [{ product_id: '1', sku: 'SHIRT-123', qty: '2' }],
    customer: { email: buyer.email },
    paymethod: { method: 'MySaleChannel', transaction_id: transactionId },
  });

  /** A shop that makes two orders, tells of the first alone, and can be read when it is up. */
  const startForgetful = (shop: { isUp: boolean; orders: readonly ReturnType<typeof detail>[] }) =>
    startFakeUpstream(({ method, query }) => {
      if (method === 'POST') return { json: { results: { create_1: { success: 1, new_order_id: 8 } } } };
      if (!shop.isUp) return { status: 500 };
      const id = query.find(([name]) => name === 'order_id')?.[1];
      return { json: id === undefined ? shop.orders : (shop.orders.find((order) => order.order_id === id) ?? {}) };
    });

  const startOver = (url: string) =>
    startTestGateway({ sandbox: { orders: 10 }, env: { QUICKBUTIK_BASE_URL: url, QUICKBUTIK_TIME_ZONE: 'UTC' } });

  it('are looked for again with the same key, and nothing is sent', async () => {
    const state = { isUp: false, orders: [detail('8', 'T-1'), detail('9', 'T-2')] };
    await using shop = await startForgetful(state);
    await using own = await startOver(shop.url);
    const input = { idempotencyKey: 'two', orders: [newOrder('T-1'), newOrder('T-2')] };
    const first = await own.query(operation('CreateOrders'), { input });
    expect(codes(first)).toEqual(['PROVIDER_OUTCOME_UNKNOWN']);
    expect(first.errors?.[0]?.path).toEqual(['createOrders', 'results', 1]);
    state.isUp = true;
    const again = await own.query(operation('CreateOrders'), { input });
    expect(again.errors).toBeUndefined();
    expect(at(again, 'createOrders.results.1.order.reference')).toBe('9');
    expect(shop.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  it('are not given the order of another row with the same payment', async () => {
    await using shop = await startForgetful({ isUp: true, orders: [detail('8', 'T-1')] });
    await using own = await startOver(shop.url);
    const input = { idempotencyKey: 'same', orders: [newOrder('T-1'), newOrder('T-1')] };
    for (const _ of ['first', 'again']) {
      const answer = await own.query(operation('CreateOrders'), { input });
      expect(codes(answer)).toEqual(['PROVIDER_OUTCOME_UNKNOWN']);
      expect(at(answer, 'createOrders.results.0.order.reference')).toBe('8');
      expect(at(answer, 'createOrders.results.1.order')).toBeNull();
    }
  });
});
