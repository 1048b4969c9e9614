import { describe, expect, it } from 'vitest';
import { askedOf } from '../../support/fake-upstream.js';
import { documentedOrder, startShop, testKey } from './start-shop.js';
import { orderChange, sampleOrder, writesAnswered, written } from './write-samples.js';

const made = { success: 1, new_order_id: 55213, checkout_url: 'https://shop.example.com/checkout/1' };
const created = { json: { results: { create_1: made } } };

describe('orders to make', () => {
  it('are sent once as the sample of the document, field by field and type by type', async () => {
    await using shop = await startShop(writesAnswered(created));
    await shop.source.writes.createOrders([sampleOrder]);
    const [request] = shop.requests;
    expect([request?.method, request?.path, request?.headers['content-type']]).toEqual([
      'POST',
      '/orders',
      'application/json',
    ]);
    expect(request?.headers.authorization).toBe(`Basic ${btoa(`${testKey}:${testKey}`)}`);
    expect(JSON.parse(request?.body ?? '')).toEqual([
      {
        order_id: 'create',
        customer: {
          type: 'business',
          email: 'kalle@example.com',
          phone_number: '+46123456789',
          shipping_details: {
            company_name: 'Name AB',
            firstname: 'Kalle',
            lastname: 'Anka Ankesson',
            address: 'Gladagatan 10',
            address2: '',
            city: 'Ankeborg',
            zipcode: '12345',
            country: 'SE',
          },
        },
        shipping: { id: 1, name: 'Postnord Parcel Special' },
        products: [{ sku: 'SHIRT-123' }],
      },
    ]);
  });

  it('carry payment, price, discount, mailing and login in the types of the document, and repeat a line for each piece', async () => {
    await using shop = await startShop(writesAnswered(created));
    const { buyer } = sampleOrder;
    await shop.source.writes.createOrders([
      {
        ...sampleOrder,
        buyer: buyer && { ...buyer, type: 'CONSUMER', address: null, newsletterSubscribe: true, createLogin: false },
        payment: { method: 'MySaleChannel', transactionId: 'ABC-QWERY-123456-1' },
        shipping: { id: '1', name: null, price: '49' },
        products: [
          { product: { sku: 'SHIRT-123' }, quantity: 2 },
          { product: { productId: '10', variantId: '43' }, quantity: 1 },
          { product: { productId: '10', variantId: null }, quantity: 1 },
          { product: { productId: '329', variantId: undefined }, quantity: 1 },
        ],
        addDiscount: '9.75',
      },
    ]);
    expect(written(shop.requests)).toEqual([
      [
        {
          order_id: 'create',
          customer: {
            type: 'consumer',
            email: 'kalle@example.com',
            phone_number: '+46123456789',
            newsletter_subscribe: 'true',
            login_create: '',
          },
          payment: { method: 'MySaleChannel', transaction_id: 'ABC-QWERY-123456-1' },
          shipping: { id: 1, price: '49' },
          products: [
            { sku: 'SHIRT-123' },
            { sku: 'SHIRT-123' },
            { product_id: 10, variant_id: 43 },
            { product_id: 10, variant_id: null },
            { product_id: 329 },
          ],
          discount_add: { amount: 9.75 },
        },
      ],
    ]);
  });

  it('give the order as the shop reads it afterwards, asked anew', async () => {
    await using shop = await startShop(writesAnswered(created));
    await shop.source.orders.byReference.load('55213');
    const [row] = await shop.source.writes.createOrders([sampleOrder]);
    expect(row).toMatchObject({
      state: 'DONE',
      checkoutUrl: 'https://shop.example.com/checkout/1',
      entity: { reference: '55213', status: 'UNPAID', shopper: { email: 'dummy@example.com' } },
    });
    expect(askedOf(shop.requests)).toEqual([
      'GET /orders?order_id=55213',
      'POST /orders',
      'GET /orders?order_id=55213',
    ]);
  });

  it('are made even where they cannot be read afterwards', async () => {
    await using shop = await startShop(({ method }) => (method === 'GET' ? { status: 404 } : created));
    expect(await shop.source.writes.createOrders([sampleOrder])).toEqual([
      {
        state: 'DONE',
        checkoutUrl: 'https://shop.example.com/checkout/1',
        entity: {
          provider: 'QUICKBUTIK',
          externalId: '55213',
          reference: '55213',
          status: 'UNPAID',
          rawStatus: null,
          placedAt: null,
          total: null,
        },
      },
    ]);
  });

  it('are matched by key whatever its order, and a missing one is unknown', async () => {
    const results = {
      create_3: { success: '0', errors: ['Could not find <b>product</b> X'] },
      create_1: { ...made, success: '1' },
    };
    await using shop = await startShop(writesAnswered({ json: { results } }));
    const rows = await shop.source.writes.createOrders([sampleOrder, sampleOrder, sampleOrder]);
    expect(rows.map((row) => ({ ...row, entity: null }))).toEqual([
      { state: 'DONE', checkoutUrl: 'https://shop.example.com/checkout/1', entity: null },
      { state: 'UNKNOWN', entity: null },
      { state: 'REFUSED', words: 'Could not find product X', entity: null },
    ]);
  });

  it('are unknown where a success names no order', async () => {
    await using shop = await startShop(writesAnswered({ json: { results: { create_1: { success: 1 } } } }));
    expect(await shop.source.writes.createOrders([sampleOrder])).toEqual([{ state: 'UNKNOWN' }]);
  });

  it.each([
    ['an empty map written as a list', { json: { results: [] } }],
    ['no results', { json: {} }],
    ['rows without a word of success', { json: { results: { create_1: {} } } }],
    ['no JSON', { text: '<html>ok</html>' }],
    ['a cut connection', { drop: true }],
    ['status 500', { status: 500 }],
    ['an error of the shop itself inside a 200', { json: { code: 500, error: 'Fel' } }],
  ])('have an unknown outcome after %s, and are not sent again', async (_, reply) => {
    await using shop = await startShop(() => reply);
    await expect(shop.source.writes.createOrders([sampleOrder])).rejects.toMatchObject({
      code: 'PROVIDER_OUTCOME_UNKNOWN',
    });
    expect(shop.requests).toHaveLength(1);
  });

  it.each([
    [{ status: 400, json: { code: 400, error: 'Fel format' } }, 'PROVIDER_REJECTED', 'Fel format'],
    [{ status: 404, text: 'nothing' }, 'PROVIDER_REJECTED', null],
    [{ json: { code: 400, error: 'Fel format' } }, 'PROVIDER_REJECTED', 'Fel format'],
    [{ status: 401 }, 'PROVIDER_AUTH', undefined],
    [{ json: { code: 401, error: 'key' } }, 'PROVIDER_AUTH', undefined],
  ])('are refused by %j', async (reply, code, words) => {
    await using shop = await startShop(() => reply);
    const error = await shop.source.writes.createOrders([sampleOrder]).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject(words === undefined ? { code } : { code, words });
    expect(shop.requests).toHaveLength(1);
  });
});

describe('orders to change', () => {
  it('are sent with the number of the order, and only what is given', async () => {
    await using shop = await startShop(writesAnswered({ json: { results: { '12345': { success: 1 } } } }));
    await shop.source.writes.updateOrders([
      orderChange('12345', {
        payment: { method: 'MySaleChannel', transactionId: null },
        products: [{ product: { sku: 'SHIRT-123' }, quantity: 1 }],
        addProducts: [{ product: { sku: 'A' }, quantity: 1 }],
        removeProducts: [{ product: { productId: '7', variantId: undefined }, quantity: 1 }],
        addDiscount: '100',
      }),
      orderChange('0042', { removeDiscount: true }),
    ]);
    expect(written(shop.requests)).toEqual([
      [
        {
          order_id: 12345,
          payment: { method: 'MySaleChannel' },
          products: [{ sku: 'SHIRT-123' }],
          products_add: [{ sku: 'A' }],
          products_remove: [{ product_id: 7 }],
          discount_add: { amount: 100 },
        },
        { order_id: '0042', discount_remove: true },
      ],
    ]);
    expect(shop.requests[0]).toMatchObject({ method: 'PUT', path: '/orders' });
  });

  it('are matched by the key, though the row inside names another order', async () => {
    const results = { '12345': { order_id: 55750, success: 1 }, '9': { order_id: 9, success: 0, errors: ['Nej'] } };
    await using shop = await startShop(writesAnswered({ json: { results } }));
    const rows = await shop.source.writes.updateOrders([
      orderChange('9', { removeDiscount: true }),
      orderChange('12345', { removeDiscount: true }),
    ]);
    expect(rows).toMatchObject([
      { state: 'REFUSED', words: 'Nej' },
      { state: 'DONE', entity: { reference: '12345' } },
    ]);
    expect(askedOf(shop.requests)).toEqual(['PUT /orders', 'GET /orders?order_id=12345']);
  });

  it('are done without an order where it cannot be read', async () => {
    const answered = { json: { results: { '12345': { success: 1 } } } };
    await using shop = await startShop(({ method }) => (method === 'GET' ? { status: 400 } : answered));
    const rows = await shop.source.writes.updateOrders([orderChange('12345', { removeDiscount: true })]);
    expect(rows).toEqual([{ state: 'DONE', entity: null, checkoutUrl: null }]);
  });
});

describe('orders that may have been made', () => {
  const paid = { ...sampleOrder, payment: { method: 'MySaleChannel', transactionId: 'ABC-1' } };
  const detail = (id: string, transactionId: string, fields: object = {}) => ({
    ...documentedOrder,
    order_id: id,
    date_created: '2026-05-01 12:00:00',
    products: [{ product_id: '1', sku: 'SHIRT-123', qty: '1' }],
    customer: { email: 'Kalle@Example.com' },
    paymethod: { method: 'MySaleChannel', transaction_id: transactionId },
    ...fields,
  });
  const claimedAtMs = Date.parse('2026-05-01T10:00:00Z');
  const old = { date_created: '2026-04-28 12:00:00' };

  /** A shop that lists these orders and has them by id. */
  const startListed = (orders: readonly ReturnType<typeof detail>[]) =>
    startShop(({ query }) => {
      const id = query.find(([name]) => name === 'order_id')?.[1];
      if (id !== undefined) return { json: orders.find(({ order_id }) => order_id === id) ?? {} };
      return { json: orders.map(({ order_id, date_created }) => ({ order_id, date_created, status: '-1' })) };
    });

  it('are found among the newest by the transaction, the e-mail and the pieces', async () => {
    await using shop = await startListed([detail('7', 'ABC-2'), detail('8', 'ABC-1')]);
    expect(await shop.source.writes.findCreatedOrders([paid], claimedAtMs)).toMatchObject([
      { state: 'DONE', entity: { reference: '8' }, checkoutUrl: null },
    ]);
    expect(shop.requests.every(({ method }) => method === 'GET')).toBe(true);
  });

  it('are found when placed up to ten minutes before the write, as clocks differ', async () => {
    await using shop = await startListed([detail('8', 'ABC-1', { date_created: '2026-05-01 11:50:00' })]);
    expect(await shop.source.writes.findCreatedOrders([paid], claimedAtMs)).toMatchObject([
      { entity: { reference: '8' } },
    ]);
  });

  it('are looked for in the newest twenty at the most', async () => {
    const many = Array.from({ length: 30 }, (_, index) => detail(String(index + 1), `T-${index + 1}`));
    await using shop = await startListed(many);
    const older = { ...paid, payment: { method: null, transactionId: 'T-10' } };
    expect(await shop.source.writes.findCreatedOrders([older], claimedAtMs)).toBeNull();
    expect(shop.requests).toHaveLength(21);
  });

  it.each([
    ['another shopper has the transaction', [detail('8', 'ABC-1', { customer: { email: 'ann@example.com' } })]],
    ['it has other pieces', [detail('8', 'ABC-1', { products: [{ sku: 'SHIRT-123', qty: '2' }] })]],
    ['it has another product', [detail('8', 'ABC-1', { products: [{ sku: 'OTHER', qty: '1' }] })]],
    ['two have it', [detail('8', 'ABC-1'), detail('9', 'ABC-1')]],
    ['it is older than the write', [detail('8', 'ABC-1', { date_created: '2026-05-01 11:49:59' })]],
    ['all are days older than the write', [detail('7', 'ABC-2', old), detail('8', 'ABC-1', old)]],
    ['nobody says when it was placed', [detail('8', 'ABC-1', { date_created: '' })]],
    ['it is days older than the write and others are not', [detail('8', 'ABC-1', old), detail('9', 'ABC-4')]],
    ['none has it', [detail('8', 'ABC-3')]],
  ])('are not taken for made when %s', async (_, orders) => {
    await using shop = await startListed(orders);
    expect(await shop.source.writes.findCreatedOrders([paid], claimedAtMs)).toBeNull();
  });

  it('are not looked for without a transaction of their own each', async () => {
    await using shop = await startListed([detail('8', 'ABC-1')]);
    expect(await shop.source.writes.findCreatedOrders([paid, sampleOrder], claimedAtMs)).toBeNull();
    expect(await shop.source.writes.findCreatedOrders([paid, paid], claimedAtMs)).toBeNull();
    expect(shop.requests).toHaveLength(0);
  });
});
