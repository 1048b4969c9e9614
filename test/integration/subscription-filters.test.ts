import type { Client } from 'graphql-ws';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { changeOf, follow, type LiveGateway, nodesOf, patient, startLiveGateway } from '../support/live-gateway.js';

let gateway: LiveGateway;
beforeAll(async () => {
  gateway = await startLiveGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());
afterEach(() => gateway.isFollowed(0));

/** Waits until so many changes were held against filters since a line of the log, and what passed has come. */
async function isTold(client: Client, count: number, line: number): Promise<void> {
  await vi.waitUntil(() => gateway.ranSince(line) === count, patient);
  // Behind what was sent before.
  const { end } = follow(client, '{ __typename }');
  await vi.waitUntil(() => end() === 'COMPLETE', patient);
}

interface Scheduled {
  readonly id: string;
  readonly externalId: string;
  readonly status: string;
  readonly customer: {
    readonly id: string;
    readonly identities: readonly { readonly provider: string; readonly externalId: string }[];
  };
}

interface ShopOrder {
  readonly externalId: string;
  readonly reference: string;
  readonly status: string;
  readonly customer: { readonly id: string; readonly email: string } | null;
}

/** Orders of the shop as the gateway itself reads them. */
async function someOrders(): Promise<ShopOrder[]> {
  const query =
    '{ orders(first: 20, filter: { provider: QUICKBUTIK }) { nodes { externalId reference status customer { id email } } } }';
  return nodesOf(await gateway.ask(query), 'orders');
}

describe('a filter', () => {
  it('of orders takes provider, number, state, e-mail and customer', async () => {
    const orders = await someOrders();
    const own = orders.find(({ customer }) => customer !== null);
    const other = orders.find(
      ({ customer, status }) => customer?.email !== own?.customer?.email && status !== own?.status,
    );
    if (!own?.customer || other === undefined) throw new Error('the sandbox has no two such orders');
    const client = gateway.connect();
    const document = 'subscription ($filter: OrderChangeFilter) { orderChanged(filter: $filter) { externalId } }';
    const filters = [
      { provider: 'QUICKBUTIK' },
      { provider: 'QAPLA' },
      { reference: ` ${own.reference} ` },
      { status: [own.status] },
      { status: [] },
      { customerEmail: own.customer.email.toUpperCase() },
      { customerId: own.customer.id },
      { customerEmail: own.customer.email, status: [other.status] },
    ];
    const followings = filters.map((filter) => follow(client, document, { filter }));
    await gateway.isFollowed(filters.length);
    const before = gateway.logLines.length;
    for (const { externalId } of [own, other]) gateway.events.publish(changeOf({ externalId }));
    const told = () =>
      followings.map(({ results }) => results.map(({ data: row }) => row?.['orderChanged']?.['externalId']));
    await isTold(client, 14, before);
    expect(told()).toEqual([
      [own.externalId, other.externalId],
      [],
      [own.externalId],
      [own.externalId],
      [],
      [own.externalId],
      [own.externalId],
      [],
    ]);
    for (const { stop } of followings) stop();
  });

  it('of parcels takes number, order number and state, and of scheduled orders id, state and customer', async () => {
    const query =
      '{ scheduledOrders(first: 1) { nodes { id externalId status customer { id identities { provider externalId } } } } }';
    const [scheduled] = nodesOf<Scheduled>(await gateway.ask(query), 'scheduledOrders');
    if (scheduled === undefined) throw new Error('the sandbox has no scheduled order');
    const ofQPilot = scheduled.customer.identities.find(({ provider }) => provider === 'QPILOT')?.externalId;
    const client = gateway.connect();
    const parcels = (filter: object) =>
      follow(
        client,
        'subscription ($filter: ShipmentChangeFilter) { shipmentChanged(filter: $filter) { trackingNumber } }',
        { filter },
      );
    const subscriptions = (filter: object) =>
      follow(
        client,
        'subscription ($filter: ScheduledOrderChangeFilter) { scheduledOrderChanged(filter: $filter) { externalId } }',
        { filter },
      );
    const passing = [
      parcels({ trackingNumber: '2878-202 252347' }),
      parcels({ reference: 'ref 1' }),
      parcels({ status: ['OUT_FOR_DELIVERY', 'DELIVERED'] }),
      subscriptions({ id: scheduled.id }),
      subscriptions({ id: scheduled.externalId, status: [scheduled.status] }),
      subscriptions({ customerId: scheduled.customer.id }),
      subscriptions({ customerId: ofQPilot }),
    ];
    const stopped = [
      parcels({ trackingNumber: '1' }),
      parcels({ reference: 'ref 2' }),
      parcels({ status: ['DELIVERED'] }),
      subscriptions({ id: '0' }),
      subscriptions({ status: ['DELETED'] }),
      subscriptions({ customerId: '0' }),
    ];
    await gateway.isFollowed(passing.length + stopped.length);
    const before = gateway.logLines.length;
    const parcel = { kind: 'PARCEL', provider: 'QAPLA', externalId: '2878202252347', reference: 'ref 1' } as const;
    gateway.events.publish(changeOf(parcel));
    gateway.events.publish(changeOf({ kind: 'SUBSCRIPTION', provider: 'QPILOT', externalId: scheduled.externalId }));
    await isTold(client, 10, before);
    expect(passing.map(({ results }) => results.length)).toEqual(passing.map(() => 1));
    expect(stopped.map(({ results }) => results)).toEqual(stopped.map(() => []));
    for (const { stop } of [...passing, ...stopped]) stop();
  });

  it('is not passed by a deletion of which it is not known whose it was', async () => {
    const client = gateway.connect();
    const { results, stop } = follow(
      client,
      'subscription { orderChanged(filter: { customerEmail: "a@example.com" }) { externalId } }',
    );
    await gateway.isFollowed();
    const before = gateway.logLines.length;
    gateway.events.publish(changeOf({ change: 'DELETED' }));
    await isTold(client, 1, before);
    expect(results).toEqual([]);
    stop();
  });

  it('that cannot be used is told at once', async () => {
    const client = gateway.connect();
    const refused = async (query: string, variables: Record<string, unknown> = {}) => {
      const following = follow(client, query, variables);
      await expect.poll(following.end, patient).not.toBe('OPEN');
      return following.end();
    };
    const error = (code: string, path?: string[]) => [
      expect.objectContaining({
        ...(path && { path }),
        extensions: { code, retryable: false, requestId: expect.any(String) as string },
      }),
    ];
    const email = 'subscription { orderChanged(filter: { customerEmail: "nobody" }) { event } }';
    expect(await refused(email)).toEqual(error('BAD_USER_INPUT', ['orderChanged']));
    const provider = 'subscription { orderChanged(filter: { provider: QARD }) { event } }';
    expect(await refused(provider)).toEqual(error('BAD_USER_INPUT', ['orderChanged']));
    const customer = 'subscription { orderChanged(filter: { customerId: "0" }) { event } }';
    expect(await refused(customer)).toEqual(error('NOT_FOUND', ['orderChanged']));
    const variable = 'subscription ($filter: OrderChangeFilter) { orderChanged(filter: $filter) { event } }';
    expect(await refused(variable, { filter: { status: 'NOPE' } })).toEqual(error('BAD_USER_INPUT'));
  });
});
