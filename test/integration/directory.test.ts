import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { SandboxProviderName } from '../../sandbox/start-sandbox.js';
import { fillDirectory } from '../support/fill-directory.js';
import { at, startTestGateway, type TestGateway } from '../support/gateway.js';
import { operation } from '../support/operations.js';
import { shopOrders } from '../support/shop-truth.js';

/** Passes are far apart, so that a test sees only the calls it causes. */
const calm = { DIRECTORY: '1', DIRECTORY_INTERVAL: '1h' };

/** Something happens at a provider, past the gateway. */
async function change({ sandbox }: TestGateway, name: SandboxProviderName, path: string, body: object): Promise<void> {
  const response = await fetch(`${sandbox.providers[name].url}/${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  expect(response.status).toBe(200);
}

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway({ env: { ...calm, SCAN_LIMIT: '10' }, sandbox: { now: new Date() } });
  await fillDirectory(gateway);
}, 60_000);
afterAll(() => gateway[Symbol.asyncDispose]());

describe('a filled directory', () => {
  it('finds all orders of every shopper, however old, and nobody else’s', async () => {
    const truth = await shopOrders(gateway.sandbox);
    const emails = [...new Set(truth.map(({ email }) => email).filter((email) => email !== null))];
    expect(emails.length).toBeGreaterThan(50);
    for (const email of emails) {
      const answer = await gateway.query(
        'query ($email: String!) { orders(first: 100, filter: { customerEmail: $email, provider: QUICKBUTIK }) { nodes { reference } coverage { complete } } }',
        { email },
      );
      const own = truth.filter((order) => order.email === email).map(({ reference }) => reference);
      const found = at(answer, 'orders.nodes') as { reference: string }[];
      expect(found.map(({ reference }) => reference).sort()).toEqual(own.sort());
      expect(at(answer, 'orders.coverage')).toEqual([{ complete: true }]);
    }
  }, 60_000);

  it('answers Customer360 with two calls an order shown and six more at the most', async () => {
    gateway.sandbox.clear();
    const answer = await gateway.query(operation('Customer360'), { by: { email: 'chris@example.com' }, first: 10 });
    expect(answer.errors).toBeUndefined();
    const orders = at(answer, 'customer.orders.nodes') as unknown[];
    const subscriptions = at(answer, 'customer.scheduledOrders.nodes') as { orders: { nodes: unknown[] } }[];
    const shown = orders.length + subscriptions.flatMap(({ orders }) => orders.nodes).length;
    const calls = Object.values(gateway.calls()).reduce((sum, count) => sum + count, 0);
    expect(orders.length).toBeGreaterThan(5);
    expect(calls).toBeLessThanOrEqual(2 * shown + 6);
  });

  it('reads the newest orders in one call where the shop shows whole orders in a list', async () => {
    await using filled = await startTestGateway({ env: calm, sandbox: { now: new Date(), shopExtras: 'offered' } });
    await fillDirectory(filled);
    filled.sandbox.clear();
    const answer = await filled.query(operation('OrdersPage'), { first: 50 });
    expect(answer.errors).toBeUndefined();
    const { edges } = at(answer, 'orders') as { edges: { node: { provider: string; customer: object | null } }[] };
    expect(edges.filter(({ node }) => node.provider === 'QUICKBUTIK' && node.customer !== null).length).toBeGreaterThan(
      30,
    );
    expect(filled.asked('quickbutik')).toEqual([
      expect.stringMatching(/from_status_date=\d+&limit=\d+&include_details=true$/),
    ]);
  });

  it('makes no call for what never changes about an order', async () => {
    gateway.sandbox.clear();
    const answer = await gateway.query(operation('Coverage'), { by: { email: 'chris@example.com' }, first: 100 });
    expect(answer.errors).toBeUndefined();
    expect((at(answer, 'customer.orders.nodes') as unknown[]).length).toBeGreaterThan(5);
    expect(gateway.calls()).toEqual({});
  });

  it('shows every order once over all pages', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const answer = await gateway.query(
        'query ($after: String) { orders(first: 50, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }',
        { after },
      );
      seen.push(...(at(answer, 'orders.nodes') as { id: string }[]).map(({ id }) => id));
      after = at(answer, 'orders.pageInfo.hasNextPage') ? (at(answer, 'orders.pageInfo.endCursor') as string) : null;
    } while (after !== null);
    const truth = await shopOrders(gateway.sandbox);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThanOrEqual(truth.length);
  });

  it('shows a state that changed at the shop a moment ago in the next list of orders', async () => {
    const [order] = (await shopOrders(gateway.sandbox)).filter(({ status }) => status === '1');
    await change(gateway, 'quickbutik', `__orders/${order?.reference}/status`, { status: 'done' });
    await vi.waitFor(async () => {
      const answer = await gateway.query(
        '{ orders(first: 100, filter: { provider: QUICKBUTIK, status: [DONE] }) { nodes { reference status } } }',
      );
      expect(at(answer, 'orders.nodes')).toContainEqual({ reference: order?.reference, status: 'DONE' });
    }, 5000);
  });
});
