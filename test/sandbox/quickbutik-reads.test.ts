import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProviderServer } from '../../sandbox/kernel/provider-server.js';
import { startQuickbutik } from '../../sandbox/quickbutik/index.js';
import { createWorld } from '../../sandbox/world/world.js';

const NOW = new Date('2026-03-01T09:30:00Z');
const world = createWorld({ seed: 1, orders: 1000, now: NOW });
const KEY = Buffer.from('qb_sandbox_key:qb_sandbox_key').toString('base64');
let shop: ProviderServer;

beforeAll(async () => {
  shop = await startQuickbutik(world, { host: '127.0.0.1', port: 0, now: () => NOW });
});

afterAll(async () => {
  await shop.close();
});

async function read(path: string, authorization = `Basic ${KEY}`): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${shop.url}/v1/${path}`, { headers: { authorization } });
  return { status: response.status, body: await response.json() };
}

const rows = async (path: string): Promise<Record<string, string>[]> =>
  (await read(path)).body as Record<string, string>[];

describe('Quickbutik, asked for orders', () => {
  it('refuses a request without the key as user and password', async () => {
    for (const pair of ['', 'qb_sandbox_key:', 'qb_sandbox_key:wrong', 'wrong:wrong']) {
      const { status, body } = await read('orders', `Basic ${Buffer.from(pair).toString('base64')}`);
      expect([status, body]).toEqual([401, { code: 401, error: 'Unauthorized' }]);
    }
  });

  it('shows the documented order with an odd number as one object', async () => {
    const { body } = await read('orders?order_id=115');
    expect(body).toMatchObject({
      order_id: '115',
      date_created: '2020-01-01 12:01:45',
      status: '-1',
      items_amount: '398.00',
      shipping_amount: '29.00',
      total_amount: '427.00',
      discount_amount: null,
      total_pay_amount: '427.00',
      tax_amount: '85.40',
      currency: 'SEK',
      is_taxfree: false,
      products: [{ product_id: '34', title: 'T-shirt', price: '199.00', qty: '2', variant: null, sku: '34' }],
      customer: { full_name: 'Sven Svensson', zipcode: '266 93', country: 'Sweden' },
      paymethod: { method: 'klarna', transaction_id: 'XYZ1234567890' },
    });
  });

  it('shows an order with an even number as a list of one', async () => {
    const { body } = await read('orders?order_id=20100');
    expect(body).toMatchObject([{ order_id: '20100' }]);
    expect(body).toHaveLength(1);
  });

  it('answers 404 for an unknown number and an empty list for a filter that nothing passes', async () => {
    expect(await read('orders?order_id=999')).toMatchObject({ status: 404, body: { code: 404 } });
    expect(await read('orders?from_date_paid=4102444800')).toEqual({ status: 200, body: [] });
  });

  it('lists all orders newest first with the four documented fields', async () => {
    const list = await rows('orders');
    expect(list).toHaveLength(1000);
    expect(list.at(-2)).toEqual({
      order_id: '12345',
      date_created: '2020-07-29 11:35:39',
      total_amount: '148.95',
      status: '1',
    });
    const made = list.map((row) => row['date_created'] ?? '');
    expect(made).toEqual(made.toSorted().reverse());
  });

  it('filters by status in words or numbers, several by comma', async () => {
    const statuses = async (filter: string) => [...new Set((await rows(filter)).map((row) => row['status']))].sort();
    expect(await statuses('orders?status=done,paid')).toEqual(['1', '2']);
    expect(await statuses('orders?status=unpaid')).toEqual(['-1']);
    expect(await statuses('orders?status=1')).toEqual(['1']);
    expect(await statuses('orders?status=shipped')).toEqual([]);
  });

  it('filters by time of payment and of status in UNIX seconds, bounds included', async () => {
    const paid = world.orders.filter(({ paidAt }) => paidAt !== null)[300];
    const second = Math.floor((paid?.paidAt?.getTime() ?? 0) / 1000);
    const only = await rows(`orders?from_date_paid=${second}&to_date_paid=${second}`);
    expect(only.map((row) => row['order_id'])).toContain(paid?.reference);
    const since = Math.floor(NOW.getTime() / 1000) - 7 * 86_400;
    const expected = world.orders.filter(({ statusAt }) => statusAt.getTime() >= since * 1000);
    expect(await rows(`orders?from_status_date=${since}`)).toHaveLength(expected.length);
  });

  it('refuses a time that is no number', async () => {
    expect((await read('orders?from_date_paid=2026-01-01')).status).toBe(400);
  });

  it('names countries in Swedish and English', async () => {
    const names = new Set<string>();
    for (const { reference } of world.orders.slice(-60)) {
      const [order] = [(await read(`orders?order_id=${reference}`)).body].flat() as { customer: { country: string } }[];
      names.add(order?.customer.country ?? '');
    }
    expect([...names]).toEqual(expect.arrayContaining(['Sweden', 'Sverige']));
  });
});

describe('Quickbutik, asked for products', () => {
  it('shows the 50 changed last in short when no id is given, and ignores parameters it does not know', async () => {
    const { body } = await read('products?sku=34&limit=3&search=x');
    const { product } = body as { product: Record<string, string>[] };
    expect(product).toHaveLength(50);
    expect(product[0]).toEqual({
      id: '100982',
      sku: 'rco-atl-993',
      title: 'RCo Atlantis Moisturizing Shampoo 8 oz',
      price: '9.75',
      qty: '50',
      visible: '1',
      headcategory_name: 'Schampo',
      date_modified: '2026-02-28 10:30:00',
    });
  });

  it('shows one product as an object and several as a list without the unknown ones', async () => {
    expect((await read('products?product_id=34')).body).toMatchObject({
      product: { id: '34', gtin: '', weight: '400' },
    });
    const several = (await read('products?product_id=34,100982,7')).body as { product: { id: string }[] };
    expect(several.product.map(({ id }) => id).sort()).toEqual(['100982', '34']);
  });

  it('answers 404 when no asked product is known', async () => {
    expect((await read('products?product_id=7')).status).toBe(404);
    expect((await read('products?product_id=7,8')).status).toBe(404);
  });
});

describe('Quickbutik, asked for its settings', () => {
  it('lists categories, shows one as an object, and knows the path of each', async () => {
    expect(((await read('categories')).body as { results: unknown[] }).results).toHaveLength(6);
    expect((await read('categories?category_id=2')).body).toEqual({
      results: {
        category_id: 2,
        uri: 't-shirts',
        url: '/klader/t-shirts',
        name: 'T-shirts',
        name_path: 'Kläder > T-shirts',
        description1: null,
        description2: null,
        parent_id: 1,
      },
    });
    expect((await read('categories?category_id=77')).status).toBe(404);
  });

  it('lists shipping and payment methods, or one, or answers 404', async () => {
    expect((await read('shippingmethods?shipping_id=4')).body).toMatchObject({
      results: [{ id: '4', title: 'Postnord Företag', active: '1', price: null, price_basedon: 'weight' }],
    });
    expect((await read('shippingmethods?shipping_id=99')).status).toBe(404);
    expect((await read('paymentmethods')).body).toMatchObject({
      results: expect.arrayContaining([{ paysystem_id: 'klarna3', customer_type: '3' }]),
    });
  });
});
