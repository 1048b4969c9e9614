import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startLoyalty } from '../src/loyalty/start-loyalty.js';
import { startGateway } from '../src/start-gateway.js';
import { ask } from './ask.js';
import { startCommercegraph } from './commercegraph.js';
import { startRecordingProxy } from './recording-proxy.js';

const closing: (() => Promise<void>)[] = [];

/** The gateway over commercegraph and the loyalty program, each on a free port. */
async function startSupergraph(
  env: Readonly<Record<string, string>> = {},
  introspectionHeaders: Readonly<Record<string, string>> = {},
) {
  const commerce = await startCommercegraph(env);
  closing.unshift(commerce.close);
  const proxy = await startRecordingProxy(commerce.url);
  closing.unshift(proxy.close);
  const loyalty = await startLoyalty(0);
  closing.unshift(loyalty.close);
  const gateway = await startGateway(
    [
      { name: 'commercegraph', url: proxy.url, introspectionHeaders },
      { name: 'loyalty', url: loyalty.url },
    ],
    0,
  );
  closing.unshift(gateway.close);
  return { url: gateway.url, asked: proxy.asked };
}

let supergraph: Awaited<ReturnType<typeof startSupergraph>>;
beforeAll(async () => {
  supergraph = await startSupergraph();
});
beforeEach(() => supergraph.asked.splice(0));
afterAll(async () => {
  for (const close of closing) await close();
});

describe('a query over both subgraphs', () => {
  it('goes from a shopper of commercegraph to the points', async () => {
    const answer = await ask(
      supergraph.url,
      '{ customer(by: { email: "Chris@Example.com" }) { name orders(first: 1) { nodes { reference } } loyalty { points tier } } }',
    );
    expect(answer).toEqual({
      data: {
        customer: {
          name: 'Chris Wilking',
          orders: { nodes: [{ reference: expect.any(String) as string }] },
          loyalty: { points: 2340, tier: 'GOLD' },
        },
      },
    });
  });

  it('goes from the points to shoppers of commercegraph, for all of them at once, with null where there is none', async () => {
    const answer = await ask(
      supergraph.url,
      '{ topLoyaltyAccounts { points customer { email name scheduledOrders(first: 1) { nodes { status } } } } }',
    );
    expect(answer.errors).toBeUndefined();
    expect(answer.data).toMatchObject({
      topLoyaltyAccounts: [
        { points: 2340, customer: { email: 'chris@example.com', name: 'Chris Wilking' } },
        { points: 610, customer: { email: 'elin.ek@example.com', name: 'Elin Ek' } },
        { points: 45, customer: { email: 'moved.away@example.org', name: null, scheduledOrders: null } },
      ],
    });
    expect(supergraph.asked.map(({ variables }) => variables)).toEqual([
      {
        representations: ['chris@example.com', 'elin.ek@example.com', 'moved.away@example.org'].map((email) => ({
          __typename: 'Customer',
          email,
        })),
      },
    ]);
  });

  it('goes there and back: from an order over its shopper to the points', async () => {
    const document = '{ customer(by: { email: "chris@example.com" }) { orders(first: 1) { nodes { id } } } }';
    const { data } = await ask(supergraph.url, document);
    const { customer } = data as {
      readonly customer: { readonly orders: { readonly nodes: readonly { id: string }[] } };
    };
    const answer = await ask(
      supergraph.url,
      `{ order(by: { id: "${customer.orders.nodes[0]?.id}" }) { customer { loyalty { points customer { name } } } } }`,
    );
    expect(answer).toEqual({
      data: { order: { customer: { loyalty: { points: 2340, customer: { name: 'Chris Wilking' } } } } },
    });
  });

  it('has null for the points of a shopper who has not joined', async () => {
    const answer = await ask(supergraph.url, '{ customers(first: 100) { nodes { email loyalty { points } } } }');
    const { customers } = answer.data as {
      readonly customers: { readonly nodes: readonly { readonly email: string; readonly loyalty: unknown }[] };
    };
    const members = customers.nodes.filter(({ loyalty }) => loyalty !== null).map(({ email }) => email);
    expect(answer.errors).toBeUndefined();
    expect(members.toSorted()).toEqual(['chris@example.com', 'elin.ek@example.com']);
    expect(customers.nodes.length).toBeGreaterThan(members.length);
  });
});

describe('who asks', () => {
  const key = 'invented-key-of-the-back-office';

  it('is passed on to commercegraph, which shows nothing to strangers', async () => {
    const guarded = await startSupergraph(
      { API_KEYS: createHash('sha256').update(key).digest('hex') },
      { 'x-api-key': key },
    );
    const query = '{ topLoyaltyAccounts(first: 1) { points customer { name } } }';
    const stranger = await ask(guarded.url, query);
    expect(stranger.data).toEqual({ topLoyaltyAccounts: [{ points: 2340, customer: { name: null } }] });
    expect(stranger.errors?.length).toBeGreaterThan(0);
    const merchant = await ask(guarded.url, query, { 'x-api-key': key });
    expect(merchant).toEqual({
      data: { topLoyaltyAccounts: [{ points: 2340, customer: { name: 'Chris Wilking' } }] },
    });
  });
});
