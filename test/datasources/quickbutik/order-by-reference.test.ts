import { expect, test } from 'vitest';
import { askedOf } from '../../support/fake-upstream.js';
import { documentedOrder, startShop, testKey } from './start-shop.js';

test('reads the documented order whole, with its local time in UTC and no amount computed', async () => {
  await using shop = await startShop(() => ({ json: documentedOrder }));
  const address = {
    name: 'Sven Svensson',
    company: null,
    lines: ['Vasatorpsvägen 147'],
    city: 'Munka-ljungby',
    region: null,
    postalCode: '266 93',
    countryCode: 'SE',
  };
  const sek = (raw: string, amount = raw) => ({ amount, currency: 'SEK', raw });

  expect(await shop.source.orders.byReference.load('115')).toEqual({
    provider: 'QUICKBUTIK',
    externalId: '115',
    reference: '115',
    status: 'UNPAID',
    rawStatus: '-1',
    placedAt: '2020-01-01T11:01:45Z',
    updatedAt: null,
    total: sek('427.00'),
    subtotal: sek('398.00'),
    shippingTotal: sek('29.00'),
    discountTotal: null,
    taxTotal: sek('85.40'),
    payment: { method: 'klarna', transactionId: 'XYZ1234567890' },
    shippingMethodName: 'Postnord',
    shippingAddress: address,
    note: null,
    lines: [
      {
        sku: '34',
        title: 'T-shirt',
        quantity: 2,
        unitPrice: sek('199.00'),
        total: null,
        variant: null,
        productExternalId: '34',
      },
    ],
    shopper: {
      provider: 'QUICKBUTIK',
      externalId: null,
      email: 'dummy@example.com',
      name: 'Sven Svensson',
      firstName: null,
      lastName: null,
      phone: '0123456789',
      company: null,
      shippingAddress: address,
      billingAddress: address,
      seenAt: '2020-01-01T11:01:45Z',
    },
  });
  expect(askedOf(shop.requests)).toEqual(['GET /orders?order_id=115']);
  const basic = Buffer.from(`${testKey}:${testKey}`).toString('base64');
  expect(shop.requests[0]?.headers.authorization).toBe(`Basic ${basic}`);
  expect(shop.warnings).toEqual([]);
});

test.each([
  ['an array of one', [documentedOrder]],
  ['a wrapped order', { order: documentedOrder }],
  ['a map keyed by id', { '115': documentedOrder }],
  ['an array in which it is not the first', [{ ...documentedOrder, order_id: '999' }, documentedOrder]],
  ['an id that is a number', { ...documentedOrder, order_id: 115 }],
])('finds the order in %s', async (_shape, json) => {
  await using shop = await startShop(() => ({ json }));

  expect(await shop.source.orders.byReference.load('115')).toMatchObject({ reference: '115', rawStatus: '-1' });
});

test.each([
  ['status 404', { status: 404, json: { code: 404, error: 'Not found' } }],
  ['status 404 without JSON', { status: 404, text: '<h1>Not found</h1>' }],
  ['code 404 inside a 200', { json: { code: 404, error: 'Kunde inte hittas' } }],
  ['an empty array', { json: [] }],
  ['an empty object', { json: {} }],
  ['null', { json: null }],
  ['an empty list under its name', { json: { orders: [] } }],
  ['another order', { json: { ...documentedOrder, order_id: '0115' } }],
])('has no order for %s', async (_case, reply) => {
  await using shop = await startShop(() => reply);

  expect(await shop.source.orders.byReference.load('115')).toBeNull();
});

test.each([
  ['an order without an id', { ...documentedOrder, order_id: null }],
  ['an order whose id has another name', { order_no: '115', total_amount: '149.50' }],
  ['an array of such an order', [{ order_no: '115' }]],
  ['such an order under its name', { order: { order_no: '115' } }],
  ['such an order under another name', { data: { order_no: '115' } }],
  ['null under its name', { order: null }],
  ['a message', { message: 'maintenance' }],
  ['a word of failure', { success: false }],
  ['an error without words', { error: '', message: 'x' }],
])('does not take %s for the absence of the order', async (_case, json) => {
  await using shop = await startShop(() => ({ json }));

  await expect(shop.source.orders.byReference.load('115')).rejects.toMatchObject({
    code: 'PROVIDER_CONTRACT',
    provider: 'QUICKBUTIK',
  });
});

test('asks for each reference by itself, once for equal ones, and never for a blank one', async () => {
  await using shop = await startShop(({ query }) => ({ json: { ...documentedOrder, order_id: query[0]?.[1] } }));
  const references = ['0042', '42', ' 42 ', 'ord. # 1674', '1,2', ' '];

  const orders = await shop.source.orders.byReference.loadMany(references);

  expect(orders.map((order) => (order instanceof Error ? order : (order?.reference ?? null)))).toEqual([
    '0042',
    '42',
    '42',
    'ord. # 1674',
    '1,2',
    null,
  ]);
  expect(askedOf(shop.requests).sort()).toEqual([
    'GET /orders?order_id=0042',
    'GET /orders?order_id=1,2',
    'GET /orders?order_id=42',
    'GET /orders?order_id=ord. # 1674',
  ]);
});

test('leaves a failure to the one reference it belongs to', async () => {
  await using shop = await startShop(({ query }) =>
    query[0]?.[1] === '2' ? { status: 400, json: { code: 400, error: 'Bad' } } : { json: documentedOrder },
  );

  const [found, failed] = await shop.source.orders.byReference.loadMany(['115', '2']);

  expect(found).toMatchObject({ reference: '115' });
  expect(failed).toMatchObject({ code: 'PROVIDER_REJECTED', retryable: false });
});

test('ships to the shipping details where the order has them, whatever PHP writes for empty parts', async () => {
  const json = {
    ...documentedOrder,
    shipping_details: {
      firstname: 'Eva',
      lastname: 'Ek',
      address: 'Kaj 1',
      city: 'Oslo',
      zipcode: 150,
      country: 'Norge',
    },
    paymethod: [],
    products: { '7': { product_id: 7, price: 12.5, qty: 1, variant: { name: 'Blue' } } },
  };
  await using shop = await startShop(() => ({ json }));

  const order = await shop.source.orders.byReference.load('115');

  expect(order).toMatchObject({
    payment: null,
    shippingAddress: { name: 'Eva Ek', lines: ['Kaj 1'], postalCode: '150', countryCode: 'NO' },
    shopper: { shippingAddress: { name: 'Eva Ek' }, billingAddress: { name: 'Sven Svensson' } },
    lines: [{ productExternalId: '7', sku: null, quantity: 1, variant: 'Blue', unitPrice: { amount: '12.50' } }],
  });
});

test('keeps unreadable values as null beside their raw text and counts them', async () => {
  const json = {
    ...documentedOrder,
    status: '3',
    date_created: 'yesterday',
    total_amount: 'free',
    currency: 'Kronor',
    customer: { ...documentedOrder.customer, country: 'Atlantis' },
  };
  await using shop = await startShop(() => ({ json }), 'NOK');

  expect(await shop.source.orders.byReference.load('115')).toMatchObject({
    status: 'UNKNOWN',
    rawStatus: '3',
    placedAt: null,
    total: { amount: null, currency: null, raw: 'free' },
    taxTotal: { amount: '85.40', currency: null },
    shippingAddress: { countryCode: null },
  });
  expect(new Set(shop.warnings)).toEqual(new Set(['status', 'date_created', 'total_amount', 'currency', 'country']));
});

test('has no shopper for an order without one', async () => {
  await using shop = await startShop(() => ({ json: { ...documentedOrder, customer: [] } }));

  expect(await shop.source.orders.byReference.load('115')).toMatchObject({ shopper: null, shippingAddress: null });
});
