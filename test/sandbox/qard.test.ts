import { describe, expect, it } from 'vitest';
import { startQard } from '../../sandbox/qard/index.js';
import { createWorld } from '../../sandbox/world/world.js';

const NOW = new Date('2026-06-01T12:00:00Z');
const TYPES = ['COMMERCE_LOCATION', 'COMMERCE_CUSTOMER', 'COMMERCE_PRODUCT', 'COMMERCE_ORDER'];
const LINK = { requested_data_types: TYPES, provider_name: 'shopify' };

interface Page {
  result: Record<string, unknown>[];
  current_page: number;
  last_page: number;
  per_page: number;
  total: number;
}

async function start({ isFresh = false, at = NOW } = {}) {
  const clock = { now: at };
  const world = createWorld({ seed: 1, orders: 400, now: NOW });
  const server = await startQard(world, { host: '127.0.0.1', port: 0, now: () => clock.now, isFresh });
  const call = async <T = unknown>(target: string, body?: unknown): Promise<{ status: number; body: T }> => {
    const [method = 'GET', path] = target.split(' ');
    const response = await fetch(`${server.url}/api/v6/${path}`, {
      method,
      headers: { 'x-api-key': 'qard_sandbox_key', 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : JSON.parse(text) };
  };
  const user = `users/${server.env['QARD_USER_ID']}`;
  return Object.assign(server, { clock, world, call, user, [Symbol.asyncDispose]: () => server.close() });
}

describe('the Qard sandbox', () => {
  it('refuses a request without the key', async () => {
    await using qard = await start();
    const response = await fetch(`${qard.url}/api/v6/${qard.user}/sync/latest`);
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ error_code: 'UNAUTHORIZED', error_message: expect.any(String) });
  });

  it('starts connected, with each kind of data synchronized two hours ago', async () => {
    await using qard = await start();
    const links = await qard.call(`GET ${qard.user}/data-connections`);
    expect(links.body).toMatchObject([{ provider_name: 'shopify', status: 'CONNECTED' }]);
    const { body } = await qard.call<Record<string, unknown>[]>(`GET ${qard.user}/sync/latest`);
    expect(body.map((sync) => [sync['data_type'], sync['status'], sync['completed_at']])).toEqual(
      TYPES.map((type) => [type, 'SUCCESS', '2026-06-01 10:00:00']),
    );
  });

  it('leads from credentials over consent and synchronization to the first data', async () => {
    await using qard = await start({ isFresh: true });
    const shopify = 'providers/shopify';
    const link = `POST ${qard.user}/data-connections`;
    const customers = `GET ${qard.user}/commerce-customers`;
    const credentials = { client_id: 'app_test_id', client_secret: 'app_test_secret' };
    expect(await qard.call(`PUT ${shopify}/credentials`, { credentials })).toEqual({ status: 204, body: null });
    expect(await qard.call(`PUT ${shopify}/settings`, { auto_connect: true })).toMatchObject({ status: 200 });
    expect(await qard.call(link, LINK)).toMatchObject({ status: 400, body: { error_code: 'PROVIDER_DISABLED' } });
    expect(await qard.call(`PUT ${shopify}`, { enable: true })).toMatchObject({ status: 200 });
    const shown = await qard.call(`GET ${shopify}`);
    expect(shown.body).toMatchObject({ name: 'shopify', enabled: true, auto_connect: true });
    expect(JSON.stringify(shown.body)).not.toContain('app_test');

    const connected = await qard.call<{ redirect_url: string }>(link, LINK);
    expect(connected).toMatchObject({ status: 201, body: { status: 'PENDING' } });
    const sync = `POST ${qard.user}/sync`;
    expect(await qard.call(sync, { data_types: TYPES })).toMatchObject({ status: 400 });
    await fetch(connected.body.redirect_url);
    expect((await qard.call(sync, { data_types: TYPES })).status).toBe(202);

    for (const status of ['QUEUED', 'FETCHING']) {
      expect(await qard.call(customers)).toMatchObject({ status: 404, body: { error_code: 'NO_DATA' } });
      const latest = await qard.call(`GET ${qard.user}/sync/latest`);
      expect(latest.body).toMatchObject(TYPES.map((data_type) => ({ data_type, status, completed_at: null })));
    }
    const latest = await qard.call(`GET ${qard.user}/sync/latest`);
    expect(latest.body).toMatchObject(TYPES.map(() => ({ status: 'SUCCESS', completed_at: '2026-06-01 12:00:00' })));
    expect((await qard.call<Page>(customers)).body.total).toBeGreaterThan(0);
  });

  it('answers 409 to a second connection and to a synchronization while one runs', async () => {
    await using qard = await start();
    const body = { data_types: ['COMMERCE_ORDER'] };
    expect(await qard.call(`POST ${qard.user}/data-connections`, LINK)).toMatchObject({ status: 409 });
    expect((await qard.call(`POST ${qard.user}/sync`, body)).status).toBe(202);
    expect(await qard.call(`POST ${qard.user}/sync`, body)).toMatchObject({
      status: 409,
      body: { error_code: 'SYNC_IN_PROGRESS' },
    });
    expect(await (await fetch(`${qard.url}/__applied`)).json()).toEqual({ sync: 1 });
  });

  it('gives customers in pages of at most a hundred and locations as a bare list', async () => {
    await using qard = await start();
    const orders = `GET ${qard.user}/commerce-orders`;
    const all = await qard.call<Page>(`${orders}?per_page=500`);
    expect(all.body.per_page).toBe(100);
    const first = (await qard.call<Page>(`${orders}?per_page=7`)).body;
    const last = (await qard.call<Page>(`${orders}?per_page=7&page=${first.last_page}`)).body;
    expect(first.result).toHaveLength(7);
    expect((first.last_page - 1) * 7 + last.result.length).toBe(first.total);
    const beyond = (await qard.call<Page>(`${orders}?page=${first.last_page + 1}&per_page=7`)).body;
    expect(beyond.result).toEqual([]);
    const locations = await qard.call<unknown[]>(`GET ${qard.user}/commerce-locations`);
    expect(locations.body).toHaveLength(2);
  });

  it("repeats amount, currency and e-mail of the shop's orders that it names", async () => {
    await using qard = await start();
    const { body } = await qard.call<Page>(`GET ${qard.user}/commerce-orders?per_page=100`);
    const named = body.result.filter((record) => record['order_number'] !== undefined);
    expect(named.length).toBeGreaterThan(5);
    expect(named.length).toBeLessThan(body.result.length);
    for (const record of named) {
      const order = qard.world.orders.find(({ reference }) => reference === record['order_number']);
      expect(record).toMatchObject({
        email: order?.shopper.email,
        currency: order?.currency,
        total_price: ((order?.totalMinor ?? 0) / 100).toFixed(2),
      });
    }
  });

  it('shows what happened since the last synchronization only when the next one is done', async () => {
    await using qard = await start({ at: new Date('2026-03-01T12:00:00Z') });
    const newest = async (): Promise<string> => {
      const first = (await qard.call<Page>(`GET ${qard.user}/commerce-orders`)).body;
      const last = (await qard.call<Page>(`GET ${qard.user}/commerce-orders?page=${first.last_page}`)).body;
      return String(last.result.at(-1)?.['created_at']);
    };
    const before = await newest();
    expect(before <= '2026-03-01 10:00:00').toBe(true);
    qard.clock.now = NOW;
    await qard.call(`POST ${qard.user}/sync`, { data_types: ['COMMERCE_ORDER'] });
    await qard.call(`GET ${qard.user}/sync/latest`);
    expect(await newest()).toBe(before);
    await qard.call(`GET ${qard.user}/sync/latest`);
    expect((await newest()) > '2026-05-01 00:00:00').toBe(true);
  });

  it('knows Chris as a customer with orders', async () => {
    await using qard = await start();
    const { body } = await qard.call<Page>(`GET ${qard.user}/commerce-customers?per_page=100`);
    const chris = body.result.filter((record) => record['email'] === 'chris@example.com');
    expect(chris).toMatchObject([{ first_name: 'Chris', last_name: 'Wilking', orders_count: expect.any(Number) }]);
    expect(body.result.length).toBeLessThan(qard.world.shoppers.length);
  });
});
