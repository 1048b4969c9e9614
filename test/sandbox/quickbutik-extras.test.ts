import { afterEach, describe, expect, it } from 'vitest';
import type { ProviderServer } from '../../sandbox/kernel/provider-server.js';
import { startQuickbutik } from '../../sandbox/quickbutik/index.js';
import type { ShopExtras } from '../../sandbox/quickbutik/state.js';
import { createWorld } from '../../sandbox/world/world.js';

const NOW = new Date('2026-03-01T09:30:00Z');
const world = createWorld({ seed: 1, orders: 1200, now: NOW });
const KEY = Buffer.from('qb_sandbox_key:qb_sandbox_key').toString('base64');
let shop: ProviderServer;

afterEach(() => shop.close());

async function start(extras?: ShopExtras) {
  shop = await startQuickbutik(world, {
    host: '127.0.0.1',
    port: 0,
    now: () => NOW,
    ...(extras === undefined ? {} : { extras }),
  });
  const read = async (path: string) => {
    const response = await fetch(`${shop.url}/v1/${path}`, { headers: { authorization: `Basic ${KEY}` } });
    return { status: response.status, body: await response.json() };
  };
  const orders = async (query: string) => (await read(`orders?${query}`)).body as Record<string, unknown>[];
  return { read, orders };
}

const EXTRA = 'limit=3&offset=1&include_details=true&search=chris';
const newestFirst = world.orders.map(({ reference }) => reference).reverse();
const numbers = (rows: Record<string, unknown>[]) => rows.map((row) => row['order_id']);

describe('a shop that follows its document only', () => {
  it('answers as if the other parameters were not there', async () => {
    const { orders } = await start();
    const rows = await orders(EXTRA);
    expect(numbers(rows)).toEqual(newestFirst);
    expect(Object.keys(rows[0] ?? {})).toEqual(['order_id', 'date_created', 'total_amount', 'status']);
  });
});

describe('a shop that refuses parameters it does not know', () => {
  it('names the first one with status 400 and takes all that its document has', async () => {
    const { read } = await start('refused');
    expect(await read('orders?status=paid&limit=3')).toEqual({
      status: 400,
      body: { code: 400, error: 'Unknown parameter limit' },
    });
    expect((await read('products?sku=34')).status).toBe(400);
    for (const path of [
      'orders?from_date_paid=1&to_date_paid=2&from_status_date=3&status=done',
      'orders?order_id=115&apps_load=true',
      'products?product_id=34',
      'shippingmethods?shipping_id=4',
      'paymentmethods?paymentmethod_id=swish',
      'categories?category_id=2',
    ]) {
      expect((await read(path)).status, path).toBe(200);
    }
  });
});

describe('a shop that offers more than its document', () => {
  it('shows a thousand orders unless told otherwise, and never more', async () => {
    const { orders } = await start('offered');
    expect(numbers(await orders(''))).toEqual(newestFirst.slice(0, 1000));
    expect(await orders('limit=5000')).toHaveLength(1000);
  });

  it('shows all orders exactly once by limit and offset', async () => {
    const { orders } = await start('offered');
    const pages = await Promise.all([0, 500, 1000].map((offset) => orders(`limit=500&offset=${offset}`)));
    expect(numbers(pages.flat())).toEqual(newestFirst);
  });

  it('shows an order in a list as it shows it by number when details are asked for', async () => {
    const { orders, read } = await start('offered');
    const [row] = await orders('include_details=true&limit=1&offset=1');
    expect(row).toMatchObject({ products: expect.any(Array), customer: { email: expect.stringContaining('@') } });
    expect([(await read(`orders?order_id=${row?.['order_id']}`)).body].flat()).toEqual([row]);
  });

  it('searches e-mails, keeps the other filters, and orders by date or price', async () => {
    const { orders } = await start('offered');
    const found = await orders('search=CHRIS@example.com&status=done,paid&include_details=true');
    const expected = world.orders.filter(({ shopper }) => shopper.email === 'chris@example.com');
    expect(expected.length).toBeGreaterThan(2);
    expect(numbers(found)).toEqual(expected.map(({ reference }) => reference).reverse());
    expect(numbers(await orders('sort_order=asc&limit=2'))).toEqual(['115', '12345']);
    const prices = (await orders('order_by=price')).map((row) => Number(row['total_amount']));
    expect(prices).toEqual(prices.toSorted((left, right) => right - left));
  });

  it('finds products by sku and by search, the latter as a bare list, and pages through them', async () => {
    const { read } = await start('offered');
    expect((await read('products?sku=rco-atl-993')).body).toMatchObject({ product: { id: '100982', weight: '454' } });
    expect((await read('products?sku=NONE')).status).toBe(404);
    expect((await read('products?search=atlantis')).body).toMatchObject([{ id: '100982' }]);
    const ids = async (query: string) =>
      ((await read(`products?${query}`)).body as { product: { id: string }[] }).product.map(({ id }) => id);
    const all = await ids('limit=500');
    expect(all.length).toBeGreaterThan(50);
    expect([...(await ids('limit=40')), ...(await ids('limit=500&offset=40'))]).toEqual(all);
  });

  it('is made of any other while it runs', async () => {
    const { read } = await start();
    const change = async (extras: string) =>
      (await fetch(`${shop.url}/__options`, { method: 'POST', body: JSON.stringify({ extras }) })).status;
    expect(await change('some')).toBe(400);
    expect(await change('offered')).toBe(200);
    expect((await read('orders?limit=1')).body).toHaveLength(1);
    expect(await change('refused')).toBe(200);
    expect((await read('orders?limit=1')).status).toBe(400);
  });
});
