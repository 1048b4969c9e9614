import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { startInfluencerSoft } from '../../sandbox/influencersoft/index.js';
import { createWorld } from '../../sandbox/world/world.js';
import { startReceiver } from './webhook-receiver.js';

const NOW = new Date('2026-06-01T12:00:00Z');
const ORDER = { rpsKey: 'is_sandbox_key', customer_email: 'ann@example.com', product_names: '17,18' };

async function start() {
  const world = createWorld({ seed: 1, orders: 10, now: NOW });
  const server = await startInfluencerSoft(world, { host: '127.0.0.1', port: 0, now: () => NOW });
  const create = async (fields: Record<string, string>): Promise<unknown> => {
    const body = new URLSearchParams(fields);
    const response = await fetch(`${server.env['INFLUENCERSOFT_BASE_URL']}/createorder`, { method: 'POST', body });
    return response.json();
  };
  const orders = async (): Promise<unknown> => (await fetch(`${server.url}/__orders`)).json();
  return Object.assign(server, { create, orders, [Symbol.asyncDispose]: () => server.close() });
}

describe('the InfluencerSoft sandbox', () => {
  it('accepts an order without naming it and signs the answer with the secret', async () => {
    await using shop = await start();
    expect(await shop.create({ ...ORDER, product_prices: '10.50', order_tag: 'spring' })).toEqual({
      error_code: 0,
      error_text: 'OK',
      result: [],
      hash: createHash('md5').update('0::OK::is_sandbox_secret').digest('hex'),
    });
    expect(await shop.orders()).toEqual([
      {
        bill_id: 100_001,
        products: [
          { id: '17', price: 10.5 },
          { id: '18', price: 94.9 },
        ],
        parameters: {
          customer_email: 'ann@example.com',
          product_names: '17,18',
          product_prices: '10.50',
          order_tag: 'spring',
        },
      },
    ]);
    expect(await (await fetch(`${shop.url}/__applied`)).json()).toEqual({ createorder: 1 });
  });

  it('takes the key under either of its two documented names', async () => {
    await using shop = await start();
    const { rpsKey, ...fields } = ORDER;
    expect(await shop.create({ ...fields, rps_key: rpsKey })).toMatchObject({ error_code: 0 });
    expect(await shop.create({ ...fields, rpskey: rpsKey })).toMatchObject({ error_code: 5 });
  });

  it.each([
    ['a wrong key', { rpsKey: 'other' }, 5],
    ['no products', { product_names: '' }, 603],
    ['a product that the account does not have', { product_names: '17,61' }, '604'],
    ['an invalid e-mail', { customer_email: 'ann' }, 600],
    ['more prices than products', { product_prices: '1,2,3' }, 3],
    ['a hole in the prices', { product_prices: ',2' }, 3],
    ['a creation date with the month first', { order_created_at: '01/30/2020 04:22:16' }, 3],
    ['a payment date with the day first', { order_paid_at: '30.01.2020 04:22:16' }, 3],
    ['a date that does not exist', { order_paid_at: '2019-02-30 04:22:16' }, 3],
    ['an unknown status', { order_status: 'paid' }, 3],
    ['a confirmation spelled in Latin letters', { order_confirmed: 'Confirmed' }, 3],
  ])('refuses %s and keeps nothing', async (_, change, code) => {
    await using shop = await start();
    expect(await shop.create({ ...ORDER, ...change })).toMatchObject({ error_code: code, result: [] });
    expect(await shop.orders()).toEqual([]);
  });

  it.each([
    { order_created_at: '30.01.2020 04:22:16', order_paid_at: '01/30/2020 04:22:16' },
    { order_created_at: '2019-07-30 04:22:16', order_paid_at: '2019-07-30 04:22:16' },
    { order_status: 'MoneyBack', order_confirmed: '\u0421onfirmed' },
  ])('accepts the documented forms %o', async (fields) => {
    await using shop = await start();
    expect(await shop.create({ ...ORDER, ...fields })).toMatchObject({ error_code: 0 });
  });

  it('sees no data in a body that is not declared as a form', async () => {
    await using shop = await start();
    const response = await fetch(`${shop.env['INFLUENCERSOFT_BASE_URL']}/createorder`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: new URLSearchParams(ORDER).toString(),
    });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ error_code: 2 });
  });
});

describe('a paid InfluencerSoft invoice', () => {
  it('is notified of in a form, once for each of its products', async () => {
    await using shop = await start();
    await using receiver = await startReceiver();
    shop.webhooks.setTarget(`${receiver.url}/webhooks/influencersoft/s3cret`);
    await shop.create({ ...ORDER, order_status: 'Expected' });
    await shop.create({ ...ORDER, order_status: 'Paid', customer_email: 'x', order_tag: 'refused' });
    await shop.create({
      ...ORDER,
      order_status: 'Paid',
      product_prices: '10.50',
      customer_first_name: 'Ann & Bo',
      order_created_at: '30.01.2020 04:22:16',
      order_tag: 'spring',
    });
    await shop.webhooks.settled();
    expect(receiver.arrived).toMatchObject([
      { method: 'POST', path: '/webhooks/influencersoft/s3cret', query: {} },
      { headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    ]);
    const [form, again] = receiver.arrived.map(({ body }) => Object.fromEntries(new URLSearchParams(body)));
    expect(again).toEqual(form);
    expect(form).toMatchObject({
      id: '100002',
      email: 'ann@example.com',
      first_name: 'Ann & Bo',
      created: '1580358136',
      paid: String(NOW.getTime() / 1000),
      last_payment_sum: '105.40',
      tag: 'spring',
      status: 'new_order',
      'items[0][id]': '17',
      'items[0][sum]': '10.50',
      'items[1][id]': '18',
    });
  });
});
