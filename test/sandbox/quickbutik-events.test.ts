import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ProviderServer } from '../../sandbox/kernel/provider-server.js';
import { startQuickbutik } from '../../sandbox/quickbutik/index.js';
import { createWorld } from '../../sandbox/world/world.js';
import { type Arrived, startReceiver } from './webhook-receiver.js';

const START = new Date('2026-03-01T09:30:00Z');
const world = createWorld({ seed: 1, orders: 100, now: START });
const KEY = Buffer.from('qb_sandbox_key:qb_sandbox_key').toString('base64');
let shop: ProviderServer;
let now: Date;
let receiver: Awaited<ReturnType<typeof startReceiver>>;

beforeEach(async () => {
  now = START;
  shop = await startQuickbutik(world, { host: '127.0.0.1', port: 0, now: () => now });
  receiver = await startReceiver();
  shop.webhooks.setTarget(`${receiver.url}/webhooks/quickbutik/s3cret`);
});

afterEach(async () => {
  await shop.close();
  await receiver[Symbol.asyncDispose]();
});

async function call(method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${shop.url}/${path}`, {
    method,
    headers: { authorization: `Basic ${KEY}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}

/** The webhooks that arrived so far, as event and number. */
async function arrived(): Promise<string[]> {
  await shop.webhooks.settled();
  return receiver.arrived.map(({ query }) => `${query['event_type']} ${query['order_id']}`);
}

describe("Quickbutik's webhooks", () => {
  it('are a GET with the type of the event and the number of the order', async () => {
    await call('PUT', 'v1/orders', [{ order_id: '12345', status: 'done' }]);
    await shop.webhooks.settled();
    const expected: Partial<Arrived> = {
      method: 'GET',
      path: '/webhooks/quickbutik/s3cret',
      query: { event_type: 'order.done', order_id: '12345' },
      body: '',
    };
    expect(receiver.arrived).toMatchObject([expected]);
    expect(receiver.arrived[0]?.headers['user-agent']).toBe('Quickbutik-Webhooks/1.0');
  });

  it('tell of a new order when it is paid, not when it is made', async () => {
    const made = await call('POST', 'v1/orders', [{ order_id: 'create', products: [{ sku: '34' }] }]);
    const id = Object.values((made.body as { results: Record<string, { new_order_id: number }> }).results)[0]
      ?.new_order_id;
    expect(await arrived()).toEqual([]);
    await call('PUT', 'v1/orders', [{ order_id: id, status: 'paid' }]);
    expect(await arrived()).toEqual([`order.new ${id}`]);
    await call('PUT', 'v1/orders', [{ order_id: id, status: 'done' }]);
    await call('PUT', 'v1/orders', [{ order_id: id, status: 'cancelled' }]);
    expect(await arrived()).toEqual([`order.new ${id}`, `order.done ${id}`, `order.cancelled ${id}`]);
  });

  it('call an order new once, however often it is paid', async () => {
    const paidAt = world.orders[1]?.paidAt?.getTime() ?? 0;
    await call('PUT', 'v1/orders', [{ order_id: '12345', status: 'cancelled' }]);
    await call('PUT', 'v1/orders', [{ order_id: '12345', status: 'paid' }]);
    const { body } = await call('GET', `v1/orders?to_date_paid=${paidAt / 1000}&from_date_paid=${paidAt / 1000}`);
    expect(body).toMatchObject([{ order_id: '12345', status: '1' }]);
    expect(await arrived()).toEqual(['order.cancelled 12345']);
  });

  it('are left out for a payment when the writer says so, and for a status that the order has', async () => {
    await call('PUT', 'v1/orders', [{ order_id: '115', status: 'paid', skip_webhook: 'true' }]);
    await call('PUT', 'v1/orders', [{ order_id: '115', status: 'paid' }]);
    expect(await arrived()).toEqual([]);
  });

  it('find the change applied and answered', async () => {
    let seen: unknown;
    const watcher = await startReceiver(() => {
      seen = shop.requests.at(-1)?.status;
      return { status: 200 };
    });
    shop.webhooks.setTarget(watcher.url);
    await call('PUT', 'v1/orders', [{ order_id: '12345', status: 'done' }]);
    await shop.webhooks.settled();
    expect(seen).toBe(200);
    await watcher[Symbol.asyncDispose]();
  });
});

describe('a shop in which people buy', () => {
  it('lets a paid order arrive that the list and the number show, with an e-mail, and tells of it', async () => {
    now = new Date('2026-03-01T10:00:00.500Z');
    const made = await call('POST', '__orders');
    expect(made).toMatchObject({ status: 201, body: { orders: [{ order_id: '20099', status: 'paid' }] } });
    const [order] = (made.body as { orders: { email: string; total_amount: string }[] }).orders;
    expect(world.shoppers.map(({ email }) => email)).toContain(order?.email);
    const { body } = await call('GET', 'v1/orders?order_id=20099');
    expect([body].flat()).toMatchObject([
      {
        date_created: '2026-03-01 11:00:00',
        status: '1',
        total_amount: order?.total_amount,
        customer: { email: order?.email },
      },
    ]);
    const list = await call('GET', `v1/orders?from_status_date=${now.getTime() / 1000 - 0.5}`);
    expect(list.body).toMatchObject([{ order_id: '20099' }]);
    expect(await arrived()).toEqual(['order.new 20099']);
  });

  it('invents the same orders again from the same seed', async () => {
    const make = async (): Promise<unknown> => {
      const other = await startQuickbutik(world, { host: '127.0.0.1', port: 0, now: () => now });
      const response = await fetch(`${other.url}/__orders`, { method: 'POST', body: '{"count":5}' });
      await other.close();
      return response.json();
    };
    expect(await make()).toEqual(await make());
  });

  it('takes buyer, status, number of orders and lines as given', async () => {
    const fields = { email: 'Chris@Example.com', status: 'unpaid', count: 2, products: [{ sku: '34' }, { sku: '34' }] };
    const made = await call('POST', '__orders', fields);
    expect(made.body).toMatchObject({ orders: [{ order_id: '20099' }, { order_id: '20100', status: 'unpaid' }] });
    const { body } = await call('GET', 'v1/orders?order_id=20099');
    expect(body).toMatchObject({
      status: '-1',
      products: [{ sku: '34', qty: '2' }],
      customer: { email: 'Chris@Example.com', full_name: 'Chris Wilking' },
    });
    await call('POST', '__orders', { email: 'new@example.org', name: 'Nova Ny' });
    const stranger = [(await call('GET', 'v1/orders?order_id=20101')).body].flat();
    expect(stranger).toMatchObject([{ customer: { email: 'new@example.org', full_name: 'Nova Ny' } }]);
    expect(await arrived()).toEqual(['order.new 20101']);
  });

  it('refuses what is no order and keeps nothing of it', async () => {
    for (const fields of [[], { status: 'done' }, { count: 0 }, { count: 1001 }, { products: [{ sku: 'NONE' }] }]) {
      expect((await call('POST', '__orders', fields)).status, JSON.stringify(fields)).toBe(400);
    }
    expect((await call('GET', 'v1/orders')).body).toHaveLength(100);
    expect(await arrived()).toEqual([]);
  });

  it('changes a status without the API, dates the change and tells of it', async () => {
    now = new Date('2026-03-02T08:00:00Z');
    expect(await call('POST', '__orders/12345/status', { status: 'done' })).toEqual({
      status: 200,
      body: { order_id: '12345', status: 'done' },
    });
    const second = now.getTime() / 1000;
    expect((await call('GET', `v1/orders?from_status_date=${second}`)).body).toMatchObject([{ order_id: '12345' }]);
    now = new Date('2026-03-03T08:00:00Z');
    await call('POST', '__orders/12345/status', { status: 'done' });
    expect((await call('GET', `v1/orders?from_status_date=${second + 1}`)).body).toEqual([]);
    expect(await arrived()).toEqual(['order.done 12345']);
    expect((await call('POST', '__orders/999/status', { status: 'done' })).status).toBe(404);
    expect((await call('POST', '__orders/12345/status', { status: 'sent' })).status).toBe(400);
    expect(await (await fetch(`${shop.url}/__applied`)).json()).toEqual({});
  });
});
