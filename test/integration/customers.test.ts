import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, startTestGateway, type TestGateway } from '../support/gateway.js';
import { exampleVariables, operation } from '../support/operations.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());

describe('customer', () => {
  it('joins one shopper over all providers', async () => {
    const answer = await gateway.query(operation('Customer360'), exampleVariables['Customer360']);
    expect(answer.errors).toBeUndefined();
    expect(at(answer, 'customer')).toMatchObject({
      email: 'chris@example.com',
      name: 'Chris Wilking',
      shippingAddress: {
        lines: ['740 Evergreen Terrace'],
        city: 'Springfield',
        region: 'Washington',
        countryCode: 'US',
      },
      identities: [
        { provider: 'QPILOT', externalId: '29920', matchedBy: 'EMAIL' },
        { provider: 'QUICKBUTIK', externalId: null, matchedBy: 'EMAIL' },
        { provider: 'QAPLA', externalId: null, matchedBy: 'EMAIL' },
        { provider: 'QARD', matchedBy: 'EMAIL' },
      ],
      paymentMethods: [
        { externalId: '10930', type: 'STRIPE' },
        { externalId: '10931', type: 'PAYPAL_V3' },
      ],
      commerceCustomers: [{ name: 'Chris Wilking' }],
    });
    const [first] = at(answer, 'customer.scheduledOrders.nodes') as object[];
    expect(first).toMatchObject({
      status: 'ACTIVE',
      rawStatus: 'Active',
      frequency: { unit: 'DAYS', value: 30 },
      items: [{ quantity: 4, unitPrice: { amount: '6.00', currency: null }, product: { sku: 'rco-atl-993' } }],
    });
    expect(at(answer, 'customer.orders.nodes')).not.toHaveLength(0);
  });

  it('is the same by e-mail in any case, by global id, and by the id of QPilot', async () => {
    const document = 'query ($by: CustomerLookup!) { customer(by: $by) { id email externalId } }';
    const byEmail = await gateway.query(document, { by: { email: '  Chris@EXAMPLE.com ' } });
    const customer = at(byEmail, 'customer') as { id: string };
    expect(customer).toMatchObject({ email: 'chris@example.com', externalId: '29920' });
    expect(at(await gateway.query(document, { by: { id: customer.id } }), 'customer')).toEqual(customer);
    expect(at(await gateway.query(document, { by: { id: '29920' } }), 'customer')).toEqual(customer);
    expect(at(await gateway.query(document, { by: { externalId: '29920' } }), 'customer')).toEqual(customer);
  });

  it('shows nothing of the e-mail in the id', async () => {
    const answer = await gateway.query('{ customer(by: { email: "chris@example.com" }) { id } }');
    const decoded = Buffer.from(at(answer, 'customer.id') as string, 'base64url').toString();
    expect(decoded).toMatch(/^cg1:Customer:EMAIL:[\w-]+$/);
    expect(Buffer.from(decoded.split(':')[3] ?? '', 'base64url').toString('latin1')).not.toContain('chris');
  });

  it('keeps ids with leading zeros apart from numbers', async () => {
    const document = 'query ($id: String) { customer(by: { externalId: $id }) { externalId } }';
    expect(at(await gateway.query(document, { id: '0001' }), 'customer')).toEqual({ externalId: '0001' });
    expect(at(await gateway.query(document, { id: '1' }), 'customer')).toBeNull();
  });

  it('is one with two identities when QPilot has two records with one e-mail', async () => {
    const answer = await gateway.query(
      '{ customer(by: { externalId: "15" }) { email externalId identities { provider externalId matchedBy } paymentMethods { externalId } } }',
    );
    const identities = at(answer, 'customer.identities') as {
      provider: string;
      externalId: string;
      matchedBy: string;
    }[];
    expect(identities.filter(({ provider }) => provider === 'QPILOT')).toEqual([
      { provider: 'QPILOT', externalId: '15', matchedBy: 'EXTERNAL_ID' },
      { provider: 'QPILOT', externalId: 'guest-15', matchedBy: 'EMAIL' },
    ]);
    expect(at(answer, 'customer.externalId')).toBeNull();
    const cards = at(answer, 'customer.paymentMethods') as { externalId: string }[];
    expect(cards.map(({ externalId }) => externalId)).toEqual(expect.arrayContaining(['10933', '10935']));
  });

  it('has the record it was found by where QPilot finds nothing for the e-mail address', async () => {
    await using blind = await startTestGateway({ sandbox: { orders: 40 } });
    const fault = { kind: 'status', status: 200, body: { items: [], totalCount: 0, totalPages: 0 } } as const;
    blind.sandbox.providers.qpilot.faults.add({ fault, pathIncludes: 'search=' });
    const document = `{
      customer(by: { externalId: "29920" }) {
        externalId name identities { provider externalId matchedBy } paymentMethods { externalId }
        scheduledOrders(first: 5) { nodes { externalId } }
      }
    }`;
    const answer = await blind.query(document);
    expect(answer.errors).toBeUndefined();
    expect(at(answer, 'customer.externalId')).toBe('29920');
    expect(at(answer, 'customer.identities')).toContainEqual({
      provider: 'QPILOT',
      externalId: '29920',
      matchedBy: 'EXTERNAL_ID',
    });
    expect(at(answer, 'customer.paymentMethods')).toContainEqual({ externalId: '10930' });
    expect(at(answer, 'customer.scheduledOrders.nodes')).not.toHaveLength(0);
  });

  it("takes its own fields from the newest order's shopper when QPilot has no record", async () => {
    const known = new Set(
      gateway.sandbox.world.shoppers.filter(({ inQPilot }) => inQPilot).map(({ email }) => email.toLowerCase()),
    );
    const newest = [...gateway.sandbox.world.orders].sort(
      (one, other) => other.placedAt.getTime() - one.placedAt.getTime(),
    );
    const shopper = newest.find(({ shopper: { email } }) => !known.has(email.toLowerCase()))?.shopper;
    const answer = await gateway.query(
      'query ($email: String) { customer(by: { email: $email }) { name phone shippingAddress { city } identities { provider } } }',
      {
        email: shopper?.email,
      },
    );
    expect(answer.errors).toBeUndefined();
    expect(at(answer, 'customer')).toMatchObject({
      name: `${shopper?.firstName} ${shopper?.lastName}`,
      phone: shopper?.phone,
      shippingAddress: { city: shopper?.city },
    });
    const identities = at(answer, 'customer.identities') as { provider: string }[];
    expect(identities.map(({ provider }) => provider)).not.toContain('QPILOT');
  });

  it('is null with LOOKUP_INCOMPLETE for an e-mail that a bounded search could not rule out', async () => {
    const answer = await gateway.query('{ customer(by: { email: "nobody@example.com" }) { id } }');
    expect(answer.data).toEqual({ customer: null });
    expect(answer.errors).toMatchObject([{ extensions: { code: 'LOOKUP_INCOMPLETE', retryable: false } }]);
  });

  it('is null without an error for an e-mail nobody has, where all records are in reach', async () => {
    await using small = await startTestGateway({ sandbox: { orders: 40 } });
    const answer = await small.query('{ customer(by: { email: "nobody@example.com" }) { id } }');
    expect({ data: answer.data, errors: answer.errors }).toEqual({ data: { customer: null }, errors: undefined });
  });

  it('has exactly one key to be looked up by', async () => {
    const document = 'query ($by: CustomerLookup!) { customer(by: $by) { id } }';
    gateway.sandbox.clear();
    for (const by of [{}, { id: '1', email: 'a@example.com' }, { email: null }]) {
      const answer = await gateway.query(document, { by });
      expect(answer.errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    }
    expect(gateway.calls()).toEqual({});
  });
});

describe('customers', () => {
  it('pages through all customers of QPilot, each once', async () => {
    const emails: string[] = [];
    for (let after: string | null = null; ; ) {
      const answer = await gateway.query(operation('Customers'), { first: 17, after });
      expect(answer.errors).toBeUndefined();
      emails.push(...(at(answer, 'customers.nodes') as { email: string }[]).map(({ email }) => email));
      if (at(answer, 'customers.pageInfo.hasNextPage') !== true) break;
      after = at(answer, 'customers.pageInfo.endCursor') as string;
    }
    const expected = gateway.sandbox.world.shoppers
      .filter(({ inQPilot }) => inQPilot)
      .map(({ email }) => email.toLowerCase());
    expect(expected.filter((email) => !emails.includes(email))).toEqual([]);
  });

  it('searches', async () => {
    const answer = await gateway.query(operation('Customers'), { search: 'chris@example.com' });
    const nodes = at(answer, 'customers.nodes') as { email: string }[];
    expect(nodes.map(({ email }) => email)).toContain('chris@example.com');
  });
});
