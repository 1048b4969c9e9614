import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ProviderServer } from '../../sandbox/kernel/provider-server.js';
import { startQuickbutik } from '../../sandbox/quickbutik/index.js';
import { createWorld } from '../../sandbox/world/world.js';

const NOW = new Date('2026-03-01T09:30:00Z');
const world = createWorld({ seed: 1, orders: 100, now: NOW });
const authorization = `Basic ${Buffer.from('qb_sandbox_key:qb_sandbox_key').toString('base64')}`;
let shop: ProviderServer;

beforeEach(async () => {
  shop = await startQuickbutik(world, { host: '127.0.0.1', port: 0, now: () => NOW });
});

afterEach(async () => {
  await shop.close();
});

async function call(method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }> {
  const init = { method, headers: { authorization }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
  const response = await fetch(`${shop.url}/v1/${path}`, init);
  return { status: response.status, body: await response.json() };
}

async function order(id: number | string): Promise<Record<string, unknown>> {
  const [found] = [(await call('GET', `orders?order_id=${id}`)).body].flat();
  return found as Record<string, unknown>;
}

const applied = async (): Promise<unknown> => (await fetch(`${shop.url}/__applied`)).json();

const CREATE = {
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
      city: 'Ankeborg',
      zipcode: '12345',
      country: 'SE',
    },
  },
  shipping: { id: 1, name: 'Postnord Parcel Special' },
  products: [{ sku: 'rco-atl-993' }, { product_id: 34, variant_id: null }, { sku: '34' }],
};

describe('Quickbutik, given orders to make', () => {
  it('makes each by itself under its position and refuses the wrong ones', async () => {
    const { body } = await call('POST', 'orders', [
      CREATE,
      { ...CREATE, products: [{ sku: 'NONE' }] },
      { order_id: '1' },
    ]);
    expect(body).toEqual({
      results: {
        create_1: { success: 1, new_order_id: 20099, checkout_url: expect.stringContaining('https://') },
        create_2: { success: 0, errors: ['Could not find product NONE'] },
        create_3: { success: 0, errors: ['order_id must be create'] },
      },
    });
    expect(await applied()).toEqual({ createOrder: 1 });
  });

  it('stores a new order unpaid, counts a repeated product as two pieces and takes the price of the method', async () => {
    await call('POST', 'orders', [CREATE]);
    expect(await order(20099)).toMatchObject({
      status: '-1',
      date_created: '2026-03-01 10:30:00',
      items_amount: '407.75',
      shipping_amount: '49.00',
      total_amount: '456.75',
      shipping_name: 'Postnord Parcel Special',
      products: [
        { product_id: '100982', qty: '1' },
        { product_id: '34', qty: '2' },
      ],
      customer: { email: 'kalle@example.com', customer_type: 'business', full_name: 'Kalle Anka Ankesson' },
      paymethod: { method: null, transaction_id: null },
    });
    const [newest] = (await call('GET', 'orders')).body as { order_id: string }[];
    expect(newest?.order_id).toBe('20099');
  });
});

describe('Quickbutik, given orders to change', () => {
  it('says the success of a status as text and reports an unknown order beside known ones', async () => {
    const { status, body } = await call('PUT', 'orders', [
      { order_id: 1111, status: 'done' },
      { order_id: 12345, status: 'done', shipping_info: { trackingnumber: 'NAJ10192938', company: 'Postnord' } },
      { order_id: 115, status: 'shipped' },
    ]);
    expect(status).toBe(200);
    expect(body).toEqual({
      results: {
        '115': { order_id: 115, errors: ['Invalid status'], success: '0' },
        '1111': { order_id: 1111, errors: ['Could not find order'], success: '0' },
        '12345': { order_id: 12345, success: '1' },
      },
    });
    expect(await order(12345)).toMatchObject({ status: '2' });
    expect(JSON.stringify(await order(12345))).not.toContain('NAJ10192938');
    expect(await applied()).toEqual({ updateOrderStatus: 1 });
  });

  it('dates the payment of an order that is marked paid', async () => {
    await call('PUT', 'orders', [{ order_id: '115', status: 'paid' }]);
    const second = NOW.getTime() / 1000;
    const { body } = await call('GET', `orders?from_date_paid=${second}&from_status_date=${second}&status=paid`);
    expect(body).toMatchObject([{ order_id: '115', status: '1' }]);
  });

  it('replaces, adds and removes lines and discounts', async () => {
    const { body } = await call('PUT', 'orders', [
      { order_id: 115, products_add: [{ sku: 'rco-atl-993' }], discount_add: { amount: 100 } },
    ]);
    expect(body).toEqual({ results: { '115': { order_id: 115, success: 1 } } });
    expect(await order(115)).toMatchObject({
      items_amount: '407.75',
      discount_amount: '100.00',
      total_amount: '336.75',
    });
    await call('PUT', 'orders', [{ order_id: 115, products_remove: [{ product_id: '34' }], discount_remove: true }]);
    expect(await order(115)).toMatchObject({ items_amount: '208.75', discount_amount: null });
    await call('PUT', 'orders', [{ order_id: 115, products: [{ sku: '34' }] }]);
    expect(await order(115)).toMatchObject({ items_amount: '199.00' });
  });

  it('changes nothing in an order when one of its lines is unknown', async () => {
    const before = await order(115);
    const { body } = await call('PUT', 'orders', [{ order_id: 115, products: [{ sku: '34' }, { sku: 'NONE' }] }]);
    expect(body).toMatchObject({ results: { '115': { success: 0, errors: ['Could not find product NONE'] } } });
    expect(await order(115)).toEqual(before);
  });

  it('prints an empty map as a list', async () => {
    expect((await call('PUT', 'orders', [])).body).toEqual({ results: [] });
  });
});

describe('Quickbutik, given the samples of its document', () => {
  it('knows their product and two of their three orders, and lists as many orders as it was asked to have', async () => {
    const items = [1111, 2222, 3333].map((order_id) => ({ order_id, status: 'done' }));
    const { body } = await call('PUT', 'orders', items);
    expect(body).toMatchObject({
      results: { '1111': { success: '0' }, '2222': { success: '1' }, '3333': { success: '1' } },
    });
    expect((await call('PUT', 'products', [{ sku: 'SHIRT-123', price: 120 }])).body).toEqual({
      success: 1,
      errors: [],
    });
    expect((await call('GET', 'orders')).body).toHaveLength(100);
  });
});

describe('Quickbutik, given products', () => {
  it('makes them in the order of the request and shows them first', async () => {
    const items = [
      { sku: 'SHIRT-123', title: 'T-shirt', price: 199, stock: 1, headcategory_name: 'T-shirts' },
      { sku: 'SHIRT-333', title: 'T-shirt Special', price: 399 },
    ];
    const { status, body } = await call('POST', 'products', items);
    expect([status, body]).toEqual([
      200,
      {
        created: [
          { product_id: 100983, success: 1 },
          { product_id: 100984, success: 1 },
        ],
      },
    ]);
    const { product } = (await call('GET', 'products')).body as { product: Record<string, string>[] };
    expect(product[1]).toMatchObject({ sku: 'SHIRT-123', price: '199.00', qty: '1', headcategory_name: 'T-shirts' });
    expect(await applied()).toEqual({ createProduct: 2 });
  });

  it('makes none when one has no title', async () => {
    expect((await call('POST', 'products', [{ title: 'A' }, { price: 3 }])).status).toBe(404);
    expect(await applied()).toEqual({});
  });

  it('changes products by sku or id, the last of two changes winning, and lists unknown ones', async () => {
    const items = [
      { sku: '34', price: 120 },
      { product_id: 34, price: 123, supplier_name: 'Shirt Factory' },
      { sku: 'NONE' },
    ];
    expect((await call('PUT', 'products', items)).body).toEqual({
      success: 1,
      errors: ['Could not find product NONE'],
    });
    const { body } = await call('GET', 'products?product_id=34');
    expect(body).toMatchObject({ product: { price: '123.00', supplier_name: 'Shirt Factory' } });
  });

  it('changes a variant alone', async () => {
    const parent = world.products.find(({ variants, inShop }) => inShop && variants.length > 0);
    const variant = parent?.variants[0];
    await call('PUT', 'products', [{ product_id: parent?.shopId, variant_id: variant?.id, stock: 7777 }]);
    const { product } = (await call('GET', `products?product_id=${parent?.shopId}`)).body as {
      product: { qty: string; variants: { id: string; qty: string }[] };
    };
    expect(product.variants.filter(({ qty }) => qty === '7777').map(({ id }) => id)).toEqual([variant?.id]);
    expect(product.qty).toBe(String(parent?.stock));
  });
});

describe('Quickbutik, given a category', () => {
  it('makes it with status 201 and ids as text', async () => {
    const { status, body } = await call('POST', 'categories', { name: 'Kablar & sånt', parent_id: 6 });
    expect(status).toBe(201);
    expect(body).toEqual({ category_id: '7', name: 'Kablar & sånt', uri: 'kablar-sant', parent_id: '6' });
    expect((await call('GET', 'categories?category_id=7')).body).toMatchObject({
      results: { category_id: 7, parent_id: 6, url: '/hem/kablar-sant' },
    });
  });
});
