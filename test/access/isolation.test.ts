import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, type TestGateway } from '../support/gateway.js';
import { exampleInput } from '../support/writing.js';
import { type Loot, lootIn, readingAttempts, wanderingAttempts } from './support/attempts.js';
import { badCredentials, bearer, customerClaims, tokenOf } from './support/credentials.js';
import { leaksIn, onlyOf, personalTexts, seenOf } from './support/personal.js';
import { ann, asAnn, asBob, asMerchant, bob, startShop } from './support/shop.js';

/** The whole answer as it came over the wire. */
async function answeredTo(gateway: TestGateway, query: string, headers: Record<string, string>): Promise<string> {
  const response = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  return `${JSON.stringify(Object.fromEntries(response.headers))}\n${await response.text()}`;
}

describe.each([
  { title: 'without a directory', hasDirectory: false },
  { title: 'with a directory', hasDirectory: true },
])('what is Ann’s, $title', ({ hasDirectory }) => {
  let gateway: TestGateway;
  let personal: readonly string[];
  let loot: Loot;
  let bobs: Record<string, string>;
  beforeAll(async () => {
    gateway = await startShop({ hasDirectory });
    const seen = await seenOf(gateway, ann.email);
    personal = onlyOf(personalTexts(seen), personalTexts(await seenOf(gateway, bob.email)));
    loot = lootIn(seen);
    bobs = await asBob();
  }, 60_000);
  afterAll(() => gateway[Symbol.asyncDispose]());

  /** What of Ann's stands in the answers to documents, with the document. */
  async function leaksTo(headers: Record<string, string>, documents: readonly string[]): Promise<object[]> {
    const leaks: object[] = [];
    for (const document of documents) {
      const found = leaksIn(await answeredTo(gateway, document, headers), personal);
      if (found.length > 0) leaks.push({ document: document.slice(0, 120), found });
    }
    return leaks;
  }

  it('is known well enough to be recognized', async () => {
    expect(personal.length).toBeGreaterThan(60);
    for (const text of [
      ann.email,
      ann.id,
      'Wilking',
      '740 Evergreen Terrace',
      '880001',
      '10930',
      ...loot.references,
      ...loot.trackingNumbers,
    ]) {
      expect(personal).toContain(text);
    }
    const [first = '', ...more] = loot.globalIds;
    expect(more.length).toBeGreaterThan(10);
    expect(await leaksTo(await asAnn(), [`{ node(id: "${first}") { id } }`])).not.toEqual([]);
  });

  it('is not among what Bob gets by any id, number or e-mail', async () => {
    const attempts = readingAttempts(loot);
    expect(attempts.length).toBeGreaterThan(100);
    expect(await leaksTo(bobs, attempts)).toEqual([]);
  }, 60_000);

  it('is not among what Bob gets from his own customer on, nor by cursors that were Ann’s', async () => {
    expect(await leaksTo(bobs, wanderingAttempts(bob.email, loot))).toEqual([]);
  }, 60_000);

  it('is not among what others get who prove less', async () => {
    const some = readingAttempts(loot).filter((_, index) => index % 7 === 0);
    const others = [
      bearer(await tokenOf(customerClaims(null, bob.id))),
      bearer(await tokenOf({ scope: 'customer', email: ann.email, email_verified: false })),
      bearer(await tokenOf({ scope: 'customer', email: ann.email })),
      bearer(await tokenOf({ scope: 'customer', customer_id: 'guest-15' })),
      bearer(await tokenOf({ scope: 'customer', sub: ann.id })),
      (await badCredentials())['expired token'] ?? {},
      {},
    ];
    for (const headers of others) expect(await leaksTo(headers, some)).toEqual([]);
  }, 60_000);

  it('is not shown, no more than Bob’s, by a verified e-mail that becomes theirs only when it is made comparable', async () => {
    const seenAs = async (email: string) => {
      const headers = bearer(await tokenOf(customerClaims(email, null)));
      return (await gateway.query(`{ customer(by: { email: "${bob.email}" }) { name } }`, {}, headers)).data;
    };
    expect(await seenAs(` ${bob.email.toUpperCase()} `)).toEqual({ customer: { name: 'Elin Ek' } });
    // The sign for kelvin is a k in small letters.
    expect(await seenAs(bob.email.replace('k@', '\u212a@'))).toEqual({ customer: null });
  });

  it('is not in what Bob is told when a provider fails', async () => {
    const some = readingAttempts(loot).filter((_, index) => index % 7 === 0);
    for (const provider of ['qpilot', 'quickbutik', 'qapla'] as const) {
      gateway.sandbox.providers[provider].faults.add({
        fault: { kind: 'status', status: 400, body: { error: ann.email } },
      });
      expect(await leaksTo(bobs, some)).toEqual([]);
      gateway.sandbox.clear();
    }
  }, 60_000);

  it('is not in what Bob is told of two purchases with one number', async () => {
    const [reference = ''] = loot.references;
    const [order] = exampleInput('PushOrders')['orders'] as { customer: object }[];
    const twice = { ...order, reference, customer: { ...order?.customer, email: 'third@example.com' } };
    const pushed = await gateway.query(
      'mutation ($input: PushOrdersInput!) { pushOrders(input: $input) { results { userErrors { message } } } }',
      { input: { orders: [twice] } },
      await asMerchant(),
    );
    expect(JSON.stringify(pushed.data)).toContain('"userErrors":[]');
    const documents = [
      `{ order(by: { reference: "${reference}" }) { id } }`,
      `{ shipment(by: { reference: "${reference}" }) { id } }`,
    ];
    for (const document of documents) {
      const answer = await gateway.query(document, {}, bobs);
      expect(Object.values(answer.data ?? {})).toEqual([null]);
      expect(answer.errors).toBeUndefined();
    }
  });

  it('may be the parcel of a number that two purchases carry: then it is nobody’s but the merchant’s', async () => {
    const merchant = await asMerchant();
    const listed = await gateway.query(
      'query ($email: String!) { customer(by: { email: $email }) { orders(first: 50) { nodes { provider reference } } } }',
      { email: bob.email },
      merchant,
    );
    const orders = at(listed, 'customer.orders.nodes') as { provider: string; reference: string }[];
    const reference = orders.findLast(({ provider }) => provider === 'QUICKBUTIK')?.reference ?? '';
    const [order] = exampleInput('PushOrders')['orders'] as { customer: object }[];
    const now = new Date().toISOString();
    const twice = {
      ...order,
      reference,
      createdAt: now,
      updatedAt: now,
      customer: { ...order?.customer, email: ann.email },
    };
    const [parcel] = exampleInput('PushShipments')['shipments'] as object[];
    const written = await gateway.query(
      `mutation ($orders: PushOrdersInput!, $shipments: PushShipmentsInput!) {
        pushOrders(input: $orders) { results { userErrors { message } } }
        pushShipments(input: $shipments) { results { userErrors { message } } }
      }`,
      {
        orders: { orders: [twice] },
        shipments: { shipments: [{ ...parcel, trackingNumber: 'TWICE12345', reference }] },
      },
      merchant,
    );
    expect(JSON.stringify(written.data).match(/"userErrors":\[\]/g)).toHaveLength(2);
    const document = '{ shipment(by: { trackingNumber: "TWICE12345" }) { trackingNumber } }';
    expect((await gateway.query(document, {}, merchant)).data).toEqual({ shipment: { trackingNumber: 'TWICE12345' } });
    for (const headers of [bobs, await asAnn()]) {
      const answer = await gateway.query(document, {}, headers);
      expect([answer.data, answer.errors]).toEqual([{ shipment: null }, undefined]);
    }
  });

  it('stays Ann’s when Bob repeats the key of her write', async () => {
    const pause = (id: string, headers: Record<string, string>) =>
      answeredTo(
        gateway,
        `mutation { updateScheduledOrder(input: { id: "${id}", status: PAUSED, idempotencyKey: "one-key" }) {
          scheduledOrder { id externalId customer { email } } userErrors { code message }
        } }`,
        headers,
      );
    expect(leaksIn(await pause('880001', await asAnn()), personal)).not.toEqual([]);
    const pat = bearer(await tokenOf(customerClaims('pat.doe@example.org', '0001')));
    const answers = [await pause('880001', bobs), await pause('880003', pat)];
    expect(leaksIn(answers[0] ?? '', personal)).toEqual([]);
    expect(answers[0]).toContain('"scheduledOrder":null,"userErrors":[{"code":"NOT_FOUND"');
    // The key is Pat's own: no conflict tells that it was used before.
    expect(answers[1]).not.toContain('IDEMPOTENCY_CONFLICT');
    expect(answers[1]).toContain('pat.doe@example.org');
  });

  it('cannot be changed by Bob, nor put on what is his', async () => {
    gateway.sandbox.clear();
    const change = (input: string) =>
      `mutation { updateScheduledOrder(input: { ${input} }) { scheduledOrder { id } userErrors { code field } } }`;
    const answers = await Promise.all(
      [
        change('id: "880001", status: PAUSED'),
        change(
          `id: "${loot.globalIds.find((id) => Buffer.from(id, 'base64url').toString().includes('880002'))}", status: ACTIVE`,
        ),
        change('id: "880004", paymentMethodId: "10930"'),
        change('id: "880004", paymentMethodId: "999999"'),
      ].map((document) => gateway.query(document, {}, bobs)),
    );
    for (const { data } of answers)
      expect(JSON.stringify(data)).toContain('"scheduledOrder":null,"userErrors":[{"code":"NOT_FOUND"');
    // A card that exists is told apart from one that does not in nothing.
    expect(answers[2]?.data).toEqual(answers[3]?.data);
    const writes = Object.values(gateway.sandbox.providers).flatMap(({ requests }) =>
      requests.filter(({ method }) => ['PUT', 'PATCH', 'DELETE'].includes(method)),
    );
    expect(writes).toEqual([]);
  });

  it('is not the parcel of an order that Bob has under a number of hers', async () => {
    const merchant = await asMerchant();
    const listed = await gateway.query(
      `query ($email: String!) { customer(by: { email: $email }) {
        orders(first: 50) { nodes { provider reference shipments { trackingNumber } } } } }`,
      { email: ann.email },
      merchant,
    );
    const orders = at(listed, 'customer.orders.nodes') as {
      provider: string;
      reference: string;
      shipments: { trackingNumber: string }[];
    }[];
    const sent = orders.find(({ provider, shipments }) => provider === 'QUICKBUTIK' && shipments.length > 0);
    const number = sent?.shipments[0]?.trackingNumber ?? '';
    expect(number).not.toBe('');
    const [order] = exampleInput('PushOrders')['orders'] as { customer: object }[];
    const now = new Date().toISOString();
    const his = { ...order, reference: sent?.reference, createdAt: now, updatedAt: now };
    const pushed = await gateway.query(
      'mutation ($input: PushOrdersInput!) { pushOrders(input: $input) { results { userErrors { message } } } }',
      { input: { orders: [{ ...his, customer: { ...order?.customer, email: bob.email } }] } },
      merchant,
    );
    expect(JSON.stringify(pushed.data)).toContain('"userErrors":[]');
    const document = `{ customer(by: { email: "${bob.email}" }) {
      orders(first: 50) { nodes { provider reference shipments { trackingNumber } } }
      shipments(first: 50) { nodes { trackingNumber } } } }`;
    const answer = await answeredTo(gateway, document, bobs);
    expect(answer).toContain(`"provider":"QAPLA","reference":"${sent?.reference}"`);
    expect(answer).not.toContain(number);
  });
});
