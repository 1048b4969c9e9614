import { describe, expect, it } from 'vitest';
import { at, startTestGateway } from '../support/gateway.js';
import { exampleVariables, operation } from '../support/operations.js';

describe('a gateway with some of the providers', () => {
  it('says in the fields of the others that they are not configured, and answers the rest', async () => {
    await using gateway = await startTestGateway({
      sandbox: { orders: 60 },
      without: ['QPILOT', 'QAPLA', 'QARD', 'INFLUENCERSOFT'],
    });
    const answer = await gateway.query(operation('Customer360'), exampleVariables['Customer360']);
    expect(at(answer, 'customer.name')).toBe('Chris Wilking');
    expect(at(answer, 'customer.orders.nodes')).not.toHaveLength(0);
    const failed =
      answer.errors?.map(({ path, extensions }) => [path?.[1], extensions['code'], extensions['provider']]) ?? [];
    expect(failed).toEqual(
      expect.arrayContaining([
        ['paymentMethods', 'PROVIDER_NOT_CONFIGURED', 'QPILOT'],
        ['scheduledOrders', 'PROVIDER_NOT_CONFIGURED', 'QPILOT'],
        ['commerceCustomers', 'PROVIDER_NOT_CONFIGURED', 'QARD'],
        ['orders', 'PROVIDER_NOT_CONFIGURED', 'QAPLA'],
      ]),
    );
    const states = at(await gateway.query(operation('Providers')), 'providers') as object[];
    expect(states).toMatchObject([
      { name: 'QPILOT', configured: false, mode: 'OFF' },
      { name: 'QUICKBUTIK', configured: true, mode: 'LIVE' },
      { name: 'INFLUENCERSOFT', configured: false },
      { name: 'QAPLA', configured: false, credits: null },
      { name: 'QARD', configured: false },
    ]);
  });

  it('lists what the configured ones have without an error', async () => {
    await using gateway = await startTestGateway({ sandbox: { orders: 30 }, without: ['QPILOT', 'QAPLA'] });
    const answer = await gateway.query(
      '{ orders { nodes { provider } coverage { provider complete } } products { nodes { provider counterparts { matchedBy } } } }',
    );
    expect(answer.errors).toBeUndefined();
    expect(at(answer, 'orders.coverage')).toEqual([{ provider: 'QUICKBUTIK', complete: true }]);
  });

  it.each([
    ['orders', 'orders { nodes { id } }', ['QUICKBUTIK', 'QAPLA'], 'QUICKBUTIK'],
    ['products', 'products { nodes { id } }', ['QUICKBUTIK', 'QPILOT'], 'QUICKBUTIK'],
    ['order', 'order(by: { reference: "1" }) { id }', ['QUICKBUTIK', 'QAPLA'], 'QAPLA'],
    ['customer', 'customer(by: { externalId: "1" }) { id }', ['QPILOT'], 'QPILOT'],
  ])('answers %s with an error when none that has it is configured', async (field, selection, without, provider) => {
    await using gateway = await startTestGateway({ sandbox: { orders: 10 }, without });
    const answer = await gateway.query(`{ ${selection} }`);
    expect(answer.data).toEqual({ [field]: null });
    expect(answer.errors).toMatchObject([{ extensions: { code: 'PROVIDER_NOT_CONFIGURED', provider } }]);
  });
});

describe('a merged list', () => {
  it('is null with one error for each provider when all of them fail', async () => {
    await using gateway = await startTestGateway({ sandbox: { orders: 10 } });
    for (const { faults } of Object.values(gateway.sandbox.providers))
      faults.add({ fault: { kind: 'status', status: 401 } });
    for (const [selection, providers] of [
      ['orders { nodes { id } }', ['QAPLA', 'QUICKBUTIK']],
      ['products { nodes { id } }', ['QPILOT', 'QUICKBUTIK']],
    ] as const) {
      const answer = await gateway.query(`{ ${selection} }`);
      expect(answer.errors?.map(({ extensions }) => extensions['provider']).sort()).toEqual(providers);
    }
  });
});

describe('blank and wrong arguments', () => {
  it.each([
    ['{ orders(filter: { customerEmail: "" }) { nodes { id } } }', 'filter.customerEmail'],
    ['{ scheduledOrders(filter: { customerId: " " }) { nodes { id } } }', 'filter.customerId'],
    ['{ customer(by: { email: "" }) { id } }', 'by.email'],
    ['{ order(by: { id: "" }) { id } }', 'by.id'],
    ['{ shipment(by: { trackingNumber: "" }) { id } }', 'by.trackingNumber'],
    ['{ orders(filter: { provider: QARD }) { nodes { id } } }', 'filter.provider'],
  ])('are refused before anything is asked: %s', async (document, argument) => {
    await using gateway = await startTestGateway({ sandbox: { orders: 10 } });
    const answer = await gateway.query(document);
    expect(answer.errors?.[0]).toMatchObject({
      message: expect.stringContaining(`"${argument}"`),
      extensions: { code: 'BAD_USER_INPUT' },
    });
    expect(gateway.calls()).toEqual({});
  });

  it.each([
    '{ shipments(since: "2026-01-01T00:00:00Z", after: "zzz") { nodes { trackingNumber } } }',
    '{ customer(by: { email: "chris@example.com" }) { scheduledOrders(after: "zz") { nodes { id } } } }',
    '{ customers(after: "zz") { nodes { id } } }',
    '{ products(after: "zz") { nodes { id } } }',
    '{ commerceData { orders(after: "zz") { nodes { id } } } }',
  ])('a cursor of another list is refused: %s', async (document) => {
    await using gateway = await startTestGateway({ sandbox: { orders: 10 } });
    expect((await gateway.query(document)).errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  });
});

describe('the own fields of a customer', () => {
  it('come from one record by precedence, whichever provider answers first', async () => {
    await using gateway = await startTestGateway({ sandbox: { orders: 60 } });
    const known = new Set(
      gateway.sandbox.world.shoppers.filter(({ inQPilot }) => inQPilot).map(({ email }) => email.toLowerCase()),
    );
    const shopper = [...gateway.sandbox.world.orders]
      .sort((one, other) => other.placedAt.getTime() - one.placedAt.getTime())
      .find((order) => !known.has(order.shopper.email.toLowerCase()))?.shopper;
    gateway.sandbox.providers.quickbutik.faults.add({ fault: { kind: 'latency', ms: 30 } });
    const answer = await gateway.query('query ($email: String) { customer(by: { email: $email }) { name phone } }', {
      email: shopper?.email,
    });
    expect(at(answer, 'customer')).toEqual({
      name: `${shopper?.firstName} ${shopper?.lastName}`,
      phone: shopper?.phone,
    });
  });

  it('are the same for two QPilot records of one e-mail, however the customer was found', async () => {
    await using gateway = await startTestGateway({ sandbox: { orders: 60 } });
    const names = new Set<unknown>();
    for (const by of [{ externalId: '15' }, { externalId: 'guest-15' }, { email: 'elin.ek@example.com' }]) {
      const answer = await gateway.query('query ($by: CustomerLookup!) { customer(by: $by) { id name phone } }', {
        by,
      });
      names.add(JSON.stringify(at(answer, 'customer')));
    }
    expect(names.size).toBe(1);
  });
});
