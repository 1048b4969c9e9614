import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { at, startTestGateway, type TestGateway } from '../support/gateway.js';

interface ShopOrder {
  readonly reference: string;
  readonly total: { readonly amount: string; readonly currency: string };
  readonly customer: { readonly email: string };
}

let gateway: TestGateway;
let shopOrders: readonly ShopOrder[];
beforeAll(async () => {
  gateway = await startTestGateway({ sandbox: { orders: 40 } });
  const answer = await gateway.query(
    '{ orders(first: 10, filter: { provider: QUICKBUTIK }) { nodes { reference total { amount currency } customer { email } } } }',
  );
  shopOrders = at(answer, 'orders.nodes') as ShopOrder[];
});
beforeEach(() => gateway.sandbox.clear());
afterAll(() => gateway[Symbol.asyncDispose]());

/** What the aggregator's records with the numbers and amounts of the shop's orders are joined to. */
async function joinedTo(other: object, asked = gateway) {
  const result = shopOrders.map(({ reference, total, customer }, index) => ({
    id: index + 1,
    order_number: reference,
    email: customer.email,
    total_price: total.amount,
    currency: total.currency,
    ...other,
  }));
  const body = { result, current_page: 1, last_page: 1, per_page: 50, total: result.length };
  gateway.sandbox.providers.qard.faults.add({
    fault: { kind: 'status', status: 200, body },
    pathIncludes: 'commerce-orders',
  });
  const answer = await asked.query('{ commerceData { orders(first: 10) { nodes { order { reference } } } } }');
  expect(answer.errors).toBeUndefined();
  return (at(answer, 'commerceData.orders.nodes') as { order: { reference: string } | null }[]).map(
    ({ order }) => order?.reference ?? null,
  );
}

it('records of a page are joined to the orders whose number and buyer they have', async () => {
  expect(await joinedTo({})).toEqual(shopOrders.map(({ reference }) => reference));
});

it.each([
  ['other buyers', { email: 'stranger@example.com' }],
  ['another currency', { currency: 'GBP' }],
])('records of a page are not joined to orders of %s, for all that numbers and amounts are equal', async (_, other) => {
  expect(await joinedTo(other)).toEqual(shopOrders.map(() => null));
});

it('records that name nobody are joined by number and amount, and no order is asked for by itself', async () => {
  expect(await joinedTo({ email: null })).toEqual(shopOrders.map(({ reference }) => reference));
  expect(gateway.asked('quickbutik')).toEqual(['GET /v1/orders']);
});

it('orders of many records are read together where the shop can show whole orders in a list', async () => {
  const url = new URL('/__options', gateway.sandbox.env['QUICKBUTIK_BASE_URL']);
  const body = JSON.stringify({ extras: 'offered' });
  await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  // Another gateway: this one may have learned that the shop does not know the question.
  await using other = await startTestGateway({ over: gateway.sandbox });
  expect(await joinedTo({}, other)).toEqual(shopOrders.map(({ reference }) => reference));
  expect(gateway.asked('quickbutik')).toEqual(['GET /v1/orders', 'GET /v1/orders?include_details=true']);
});
