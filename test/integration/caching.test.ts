import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { accessEnv, apiKey, bearer, customerClaims, tokenOf } from '../access/support/credentials.js';
import { fillDirectory } from '../support/fill-directory.js';
import { at, startTestGateway, type TestGateway } from '../support/gateway.js';
import { patient } from '../support/live-gateway.js';

const records = { CACHE_RECORDS: '1' };
const secret = 'invented-webhook-secret';
const order = 'query ($reference: String!) { order(by: { reference: $reference }) { status lines { sku } } }';
const categories = '{ categories { name } }';
const noCache = { 'cache-control': 'no-cache' };

/** An order of the shop that is paid. */
const paidOrder = ({ sandbox }: TestGateway) => {
  const reference = sandbox.world.orders.find(({ status }) => status === 'paid')?.reference ?? '';
  return { reference };
};

// Kept answers are held against the clock: it stands still unless a test moves it.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** What the shop is asked for a query. */
async function askedFor(gateway: TestGateway, ask: () => Promise<unknown>): Promise<number> {
  gateway.sandbox.clear();
  await ask();
  return gateway.asked('quickbutik').length;
}

describe('records', () => {
  it('are not kept by default', async () => {
    await using gateway = await startTestGateway({ sandbox: { orders: 60 } });
    const ask = () => gateway.query(order, paidOrder(gateway));
    const first = await askedFor(gateway, ask);
    expect(first).toBeGreaterThan(0);
    expect(await askedFor(gateway, ask)).toBe(first);
  });

  it('are kept for a second with CACHE_RECORDS=1', async () => {
    await using gateway = await startTestGateway({ sandbox: { orders: 60 }, env: records });
    const ask = () => gateway.query(order, paidOrder(gateway));
    const first = await askedFor(gateway, ask);
    expect(await askedFor(gateway, ask)).toBe(0);
    vi.setSystemTime(Date.now() + 1000);
    expect(await askedFor(gateway, ask)).toBe(first);
  });

  it('are not kept with CACHE_MB=0, nor is anything else', async () => {
    await using gateway = await startTestGateway({ sandbox: { orders: 20 }, env: { ...records, CACHE_MB: '0' } });
    expect(await askedFor(gateway, () => gateway.query(categories))).toBe(1);
    expect(await askedFor(gateway, () => gateway.query(categories))).toBe(1);
  });
});

describe('what is kept is dropped', () => {
  it('by an own write at the same provider, and at no other', async () => {
    await using gateway = await startTestGateway({ sandbox: { orders: 60 }, env: records });
    const given = paidOrder(gateway);
    await gateway.query(order, given);
    await gateway.query('{ couriers { code } }');
    const done = await gateway.query(
      'mutation ($orders: [OrderStatusInput!]!) { setOrderStatus(input: { orders: $orders }) { results { userErrors { code } } } }',
      { orders: [{ ...given, status: 'DONE' }] },
    );
    expect(done.errors).toBeUndefined();
    expect(at(await gateway.query(order, given), 'order.status')).toBe('DONE');
    gateway.sandbox.clear();
    await gateway.query('{ couriers { code } }');
    expect(gateway.calls()).toEqual({});
  });

  it('by a webhook of the provider, before the order that it is about is read again', async () => {
    const env = { ...records, DIRECTORY: '1', DIRECTORY_INTERVAL: '1h', WEBHOOK_SECRET: secret };
    await using gateway = await startTestGateway({ sandbox: { orders: 60 }, env });
    const given = paidOrder(gateway);
    expect(at(await gateway.query(order, given), 'order.status')).toBe('PAID');
    const shop = new URL(gateway.sandbox.env['QUICKBUTIK_BASE_URL'] ?? '');
    const changed = await fetch(new URL(`/__orders/${given.reference}/status`, shop), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ status: 'done' }),
    });
    expect(changed.status).toBe(200);
    expect(at(await gateway.query(order, given), 'order.status')).toBe('PAID');
    const told = `${gateway.url}/webhooks/quickbutik/${secret}?event_type=order.done&order_id=${given.reference}`;
    expect((await fetch(told)).status).toBe(200);
    await vi.waitFor(async () => {
      expect(at(await gateway.query(order, given), 'order.status')).toBe('DONE');
    }, patient);
  });

  it('by a webhook that tells nothing new', async () => {
    const env = { DIRECTORY: '1', DIRECTORY_INTERVAL: '1h', WEBHOOK_SECRET: secret };
    await using gateway = await startTestGateway({ sandbox: { orders: 60 }, env });
    await fillDirectory(gateway);
    await gateway.query(categories);
    expect(await askedFor(gateway, () => gateway.query(categories))).toBe(0);
    const { reference } = paidOrder(gateway);
    await fetch(`${gateway.url}/webhooks/quickbutik/${secret}?event_type=order.paid&order_id=${reference}`);
    gateway.sandbox.clear();
    await gateway.query(categories);
    expect(gateway.asked('quickbutik')).toContain('GET /v1/categories');
  });
});

describe('Cache-Control: no-cache of a request', () => {
  it.each([
    ['is honored for the merchant', () => Promise.resolve({ 'x-api-key': apiKey }), 1],
    ['is not honored for a shopper', async () => bearer(await tokenOf(customerClaims('chris@example.com', null))), 0],
    ['is not honored for a stranger', () => Promise.resolve({}), 0],
  ])('%s', async (_, credentials, calls) => {
    const env = { ...accessEnv, PUBLIC_CATALOG: '1' };
    await using gateway = await startTestGateway({ sandbox: { orders: 20 }, env });
    const headers = (await credentials()) as Record<string, string>;
    await gateway.query(categories, {}, headers);
    expect(await askedFor(gateway, () => gateway.query(categories, {}, headers))).toBe(0);
    expect(await askedFor(gateway, () => gateway.query(categories, {}, { ...headers, ...noCache }))).toBe(calls);
  });
});

describe('never kept are', () => {
  it('that there is nothing', async () => {
    await using gateway = await startTestGateway({ sandbox: { orders: 20 }, env: records });
    const ask = () => gateway.query(order, { reference: '99999999' });
    const first = await askedFor(gateway, ask);
    expect(first).toBeGreaterThan(0);
    expect(await askedFor(gateway, ask)).toBe(first);
  });

  it('lists without rows, while a page of a list is kept without them too', async () => {
    await using gateway = await startTestGateway({ sandbox: { orders: 20 }, env: records });
    const nobody = '{ customers(first: 5, search: "nobody@example.com") { nodes { name } } }';
    await gateway.query(nobody);
    gateway.sandbox.clear();
    expect(at(await gateway.query(nobody), 'customers.nodes')).toEqual([]);
    expect(gateway.asked('qpilot')).toEqual([]);
  });

  it('errors', async () => {
    await using gateway = await startTestGateway({ sandbox: { orders: 20 } });
    gateway.sandbox.providers.quickbutik.faults.add({ fault: { kind: 'status', status: 401 } });
    expect((await gateway.query(categories)).errors).toHaveLength(1);
    gateway.sandbox.clear();
    expect((await gateway.query(categories)).errors).toBeUndefined();
  });

  it('the reads of mutations, which ask anew', async () => {
    await using gateway = await startTestGateway({ sandbox: { orders: 60 }, env: records });
    const customer = '{ customer(by: { email: "chris@example.com" }) { id } }';
    const search = expect.stringContaining('/Customers?page=1&pageSize=');
    const id = at(await gateway.query(customer), 'customer.id');
    gateway.sandbox.clear();
    await gateway.query(customer);
    expect(gateway.asked('qpilot')).toEqual([]);
    const answer = await gateway.query(
      'mutation ($id: ID!) { customerAccessToken(input: { customerId: $id }) { token userErrors { code } } }',
      { id },
    );
    expect(at(answer, 'customerAccessToken.token')).toEqual(expect.any(String));
    expect(gateway.asked('qpilot')).toContainEqual(search);
  });
});
