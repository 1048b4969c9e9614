import { afterAll, beforeAll, expect, it } from 'vitest';
import { at, type TestGateway } from '../support/gateway.js';
import { bearer, customerClaims, tokenOf } from './support/credentials.js';
import { ann, asAnn, bob, startShop, withKey } from './support/shop.js';

const document =
  '{ scheduledOrder(by: { id: "880001" }) { orders { nodes { reference customer { email } } coverage { complete } } } }';

let gateway: TestGateway;
let orders: { readonly own: string; readonly foreign: string };
beforeAll(async () => {
  gateway = await startShop();
  const newestOf = async (email: string) => {
    const query = `{ orders(first: 1, filter: { customerEmail: "${email}", provider: QUICKBUTIK }) { nodes { reference } } }`;
    return at(await gateway.query(query, {}, withKey), 'orders.nodes.0.reference') as string;
  };
  orders = { own: await newestOf(ann.email), foreign: await newestOf(bob.email) };
  // As where QPilot is connected to another shop, whose numbers are this one's too.
  const body = [orders.foreign, orders.own].map((clientOrderId, index) => ({
    id: 7000 + index,
    scheduledOrderId: 880001,
    status: 'Success',
    startDateUtc: `2026-0${9 - index}-01T10:00:00`,
    clientOrderId,
  }));
  gateway.sandbox.providers.qpilot.faults.add({
    fault: { kind: 'status', status: 200, body },
    pathIncludes: 'ProcessingCycles',
  });
});
afterAll(() => gateway[Symbol.asyncDispose]());

it.each([
  ['Ann', asAnn],
  ['the merchant', async () => withKey],
] as const)(
  'a run of Ann’s subscription that names an order of Bob’s shows it to nobody: not to %s',
  async (_, headers) => {
    const answer = await gateway.query(document, {}, await headers());
    expect(answer.errors).toBeUndefined();
    expect(at(answer, 'scheduledOrder.orders')).toEqual({
      nodes: [{ reference: orders.own, customer: { email: ann.email } }],
      coverage: [{ complete: false }],
    });
  },
);

it('orders of a subscription are refused to who proves an id alone, and none is asked for', async () => {
  gateway.sandbox.clear();
  const answer = await gateway.query(document, {}, bearer(await tokenOf(customerClaims(null, ann.id))));
  expect(at(answer, 'scheduledOrder.orders')).toBeNull();
  expect(answer.errors).toMatchObject([{ path: ['scheduledOrder', 'orders'], extensions: { code: 'FORBIDDEN' } }]);
  expect(gateway.asked('quickbutik')).toEqual([]);
});
