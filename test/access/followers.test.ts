import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { at, type TestGateway } from '../support/gateway.js';
import { patient } from '../support/live-gateway.js';
import { type AnnsThings, findAnnsThings } from './support/arguments.js';
import { leaksIn, onlyOf, personalTexts, seenOf } from './support/personal.js';
import { ann, asAnn, asBob, asMerchant, bob, startShop } from './support/shop.js';
import { openStream } from './support/streams.js';

const webhookSecret = 'invented-webhook-secret-1';

let gateway: TestGateway;
let things: AnnsThings;
let personal: readonly string[];
/** Orders of Bob's: of one that was just read the next change is read only seconds later. */
let bobsOrders: readonly string[];
beforeAll(async () => {
  gateway = await startShop({ hasDirectory: true, env: { WEBHOOK_SECRET: webhookSecret } });
  gateway.sandbox.setWebhookTarget(gateway.url, webhookSecret);
  things = await findAnnsThings(gateway);
  personal = onlyOf(personalTexts(await seenOf(gateway, ann.email)), personalTexts(await seenOf(gateway, bob.email)));
  const bobs = await gateway.query(
    'query ($email: String!) { customer(by: { email: $email }) { orders { nodes { reference provider } } } }',
    { email: bob.email },
    await asMerchant(),
  );
  const orders = at(bobs, 'customer.orders.nodes') as { reference: string; provider: string }[];
  bobsOrders = orders.filter(({ provider }) => provider === 'QUICKBUTIK').map(({ reference }) => reference);
}, 60_000);
afterAll(() => gateway[Symbol.asyncDispose]());

const order = `event provider externalId reference order { id reference customer { email name } shipments { trackingNumber } }`;
const subscription = 'event externalId scheduledOrder { id customer { email } paymentMethod { lastFourDigits } }';
const parcel = 'event trackingNumber reference shipment { id trackingNumber order { reference } events { place } }';

/** All that somebody could follow to hear of Ann. */
function waysToListen(): readonly string[] {
  return [
    `subscription { orderChanged { ${order} } }`,
    `subscription { orderChanged(filter: { reference: "${things.reference}" }) { ${order} } }`,
    `subscription { orderChanged(filter: { customerEmail: "${ann.email}" }) { ${order} } }`,
    `subscription { orderChanged(filter: { customerId: "${things.customerId}" }) { ${order} } }`,
    `subscription { scheduledOrderChanged { ${subscription} } }`,
    `subscription { scheduledOrderChanged(filter: { id: "880001" }) { ${subscription} } }`,
    `subscription { shipmentChanged(filter: { trackingNumber: "${things.trackingNumber}" }) { ${parcel} } }`,
    `subscription { shipmentChanged(filter: { reference: "${things.reference}" }) { ${parcel} } }`,
    `subscription { a: orderChanged { ...f } } fragment f on OrderChange { __typename ${order} }`,
  ];
}

/** Listens in every way over streams and over one socket; gives what came. */
async function listen(headers: Record<string, string>) {
  const streams = await Promise.all(waysToListen().map((query) => openStream(gateway.url, query, headers)));
  const overSocket: string[] = [];
  const client = createClient({
    url: `${gateway.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: headers,
  });
  for (const query of waysToListen()) {
    client.subscribe(
      { query },
      {
        next: (result) => overSocket.push(JSON.stringify(result)),
        error: (error) => overSocket.push(JSON.stringify(error)),
        complete: () => {},
      },
    );
  }
  return {
    streams: () => streams.map((stream) => stream.text()).join('\n'),
    socket: () => overSocket.join('\n'),
    stop: async () => {
      for (const stream of streams) stream.leave();
      await client.dispose();
    },
  };
}

const changed = (kind: string, told: string) => expect(told).toContain(`"${kind}":{"event":"UPDATED"`);

describe('who follows changes', () => {
  it('hears of what is their own, over streams and sockets; Bob hears of nothing that is Ann’s', async () => {
    const [anns, bobs] = [await listen(await asAnn()), await listen(await asBob())];
    const merchant = await asMerchant();
    const setStatus = (reference: string, status: string) =>
      gateway.query(
        `mutation { setOrderStatus(input: { orders: [{ reference: "${reference}", status: ${status} }] }) { results { userErrors { message } } } }`,
        {},
        merchant,
      );
    // Each way to listen has begun once it has told of a first change.
    const [one = '', another = ''] = bobsOrders;
    await setStatus(one, 'PAID');
    await vi.waitFor(() => expect(bobs.socket()).toContain(`"reference":"${one}"`), patient);
    await setStatus(things.reference, 'CANCELLED');
    await gateway.query(
      'mutation { updateScheduledOrder(input: { id: "880001", status: PAUSED }) { userErrors { message } } }',
      {},
      merchant,
    );
    const advanced = await fetch(`${gateway.sandbox.providers.qapla.url}/__parcels/${things.trackingNumber}/advance`, {
      method: 'POST',
      body: '{"status":"6-1"}',
    });
    expect(advanced.status).toBe(200);
    for (const told of [anns.streams, anns.socket]) {
      await vi.waitFor(() => {
        changed('orderChanged', told());
        changed('scheduledOrderChanged', told());
        changed('shipmentChanged', told());
      }, patient);
      expect(told()).toContain(`"reference":"${things.reference}"`);
      expect(told()).not.toContain(one);
    }
    // Changes are told in their order: whoever hears of this one has passed those before it.
    await setStatus(another, 'CANCELLED');
    const twice = (text: string) => expect(text.split(`"orderChanged":{"event":"UPDATED"`).length).toBeGreaterThan(2);
    await vi.waitFor(() => [bobs.streams, bobs.socket].forEach((told) => twice(told())), patient);
    expect(leaksIn(bobs.streams(), personal)).toEqual([]);
    expect(leaksIn(bobs.socket(), personal)).toEqual([]);
    expect(`${bobs.streams()}${bobs.socket()}`).not.toMatch(/scheduledOrderChanged":\{|shipmentChanged":\{/);
    await Promise.all([anns.stop(), bobs.stop()]);
  }, 40_000);

  it('is told what is missing, where a shopper names no parcel, and over a stream nobody is anybody', async () => {
    const document = 'subscription { shipmentChanged { event } }';
    const stream = await openStream(gateway.url, document, await asBob());
    await vi.waitFor(() => expect(stream.isEnded()).toBe(true), patient);
    expect(stream.text()).toContain('"code":"FORBIDDEN"');
    const unknown = await openStream(gateway.url, document, {});
    expect(unknown.status).toBe(401);
    unknown.leave();
  });

  it('gets no change of a deleted thing that was somebody else’s', async () => {
    const bobs = await listen(await asBob());
    await gateway.query(
      `mutation { deleteShipment(input: { trackingNumber: "${things.trackingNumber}" }) { deletedTrackingNumber } }`,
      {},
      await asMerchant(),
    );
    await gateway.query(
      `mutation { setOrderStatus(input: { orders: [{ reference: "${bobsOrders[2]}", status: PAID }] }) { results { index } } }`,
      {},
      await asMerchant(),
    );
    await vi.waitFor(() => expect(bobs.streams()).toContain('"orderChanged":{"event"'), patient);
    expect(leaksIn(`${bobs.streams()}\n${bobs.socket()}`, personal)).toEqual([]);
    expect(`${bobs.streams()}${bobs.socket()}`).not.toContain('shipmentChanged":{');
    await bobs.stop();
  });
});
