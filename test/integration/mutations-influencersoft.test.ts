import { describe, expect, it } from 'vitest';
import { at, startTestGateway } from '../support/gateway.js';
import { exampleVariables, operation } from '../support/operations.js';
import { appliedOf, codesOf, exampleInput } from '../support/writing.js';

const start = (env: Record<string, string> = {}) =>
  startTestGateway({ sandbox: { orders: 20 }, env: { INFLUENCERSOFT_RATE_PER_SECOND: '0', ...env } });
const createInvoice = operation('CreateInvoice');
const newest = '{ orders(first: 3, filter: { provider: INFLUENCERSOFT }) { nodes { reference } } }';

describe('createInvoice', () => {
  it('runs the example and sends the form of the document', async () => {
    await using gateway = await start();
    const answer = await gateway.query(createInvoice, exampleVariables['CreateInvoice']);
    expect(answer.data).toEqual({ createInvoice: { accepted: true, reference: 'i-1', userErrors: [] } });
    expect(gateway.asked('influencersoft')).toEqual(['POST /api/createorder']);
    expect([...new URLSearchParams(gateway.sandbox.providers.influencersoft.requests[0]?.body)]).toEqual([
      ['rpsKey', 'is_sandbox_key'],
      ['customer_email', 'ann@example.com'],
      ['customer_first_name', 'Ann'],
      ['order_tag', 'spring'],
      ['order_created_at', '2019-07-30 04:22:16'],
      ['order_status', 'Expected'],
      ['order_confirmed', 'Yes'],
      ['product_names', '17,18'],
      ['product_prices', '10.50'],
      ['payment_method', 'Stripe'],
      ['affiliates', 'partner1,partner2'],
      ['utm_source', 'mail'],
    ]);
    expect(gateway.logLines.join('')).not.toContain('hash does not fit');
  });

  it('is named by a generated reference without a key, and is another invoice each time', async () => {
    await using gateway = await start();
    const input = exampleInput('CreateInvoice', { idempotencyKey: null });
    const references = [
      at(await gateway.query(createInvoice, { input }), 'createInvoice.reference'),
      at(await gateway.query(createInvoice, { input }), 'createInvoice.reference'),
    ];
    expect(new Set(references).size).toBe(2);
    for (const reference of references) expect(reference).toMatch(/^[0-9a-f-]{36}$/);
    expect(await appliedOf(gateway, 'influencersoft')).toEqual({ createorder: 2 });
  });

  it('tells all problems at once and sends nothing', async () => {
    await using gateway = await start();
    const input = {
      customer: {
        email: 'nobody',
        ip: '300.1.1.1',
        shippingAddress: { lines: ['1', '2', '3'], countryCode: 'Italy', company: 'Lee Inc' },
        billingAddress: { phone: '1' },
      },
      productIds: ['17,18', ' ', '19'],
      prices: ['1.999', '-1', '1', '2'],
      affiliates: ['a,b'],
    };
    const answer = await gateway.query(createInvoice, { input });
    const errors = at(answer, 'createInvoice.userErrors') as { field: string[]; code: string }[];
    expect(at(answer, 'createInvoice.accepted')).toBe(false);
    expect(errors.map(({ field, code }) => `${field.join('.')} ${code}`).sort()).toEqual([
      'affiliates.0 INVALID',
      'customer.billingAddress.phone UNSUPPORTED',
      'customer.email INVALID',
      'customer.ip INVALID',
      'customer.shippingAddress.company UNSUPPORTED',
      'customer.shippingAddress.countryCode INVALID',
      'customer.shippingAddress.lines TOO_MANY',
      'prices TOO_MANY',
      'prices.0 INVALID',
      'prices.1 INVALID',
      'productIds.0 INVALID',
      'productIds.1 REQUIRED',
    ]);
    expect(gateway.calls()).toEqual({});
  });

  it('needs a product', async () => {
    await using gateway = await start();
    const input = exampleInput('CreateInvoice', { productIds: [], prices: [] });
    const answer = await gateway.query(createInvoice, { input });
    expect(at(answer, 'createInvoice.userErrors.0')).toMatchObject({ field: ['productIds'], code: 'REQUIRED' });
  });

  it.each([
    [{ productIds: ['999'] }, 'productIds', 'NOT_FOUND'],
    [{ customer: { email: 'ann@nowhere' } }, 'customer.email', 'INVALID'],
  ])('passes on what the provider has against %j, and keeps no such invoice', async (changes, field, code) => {
    await using gateway = await start();
    const answer = await gateway.query(createInvoice, { input: exampleInput('CreateInvoice', changes) });
    expect(at(answer, 'createInvoice')).toMatchObject({
      accepted: false,
      reference: 'i-1',
      userErrors: [{ field: field.split('.'), code }],
    });
    expect(at(await gateway.query(newest), 'orders.nodes')).toEqual([]);
  });

  it('says that the order exists, and nothing of its number', async () => {
    await using gateway = await start();
    const body = { error_code: 601, error_text: 'ann@example.com has it', result: { bill_id: 4711 } };
    gateway.sandbox.providers.influencersoft.faults.add({ fault: { kind: 'status', status: 200, body } });
    const answer = await gateway.query(createInvoice, exampleVariables['CreateInvoice']);
    expect(at(answer, 'createInvoice.userErrors')).toEqual([
      { field: [], code: 'TAKEN', message: 'The provider has this order already.' },
    ]);
  });

  it('stays unknown when its answer is lost, by what can be found there and without the e-mail', async () => {
    await using gateway = await start();
    gateway.sandbox.providers.influencersoft.faults.add({ fault: { kind: 'reset-after' }, times: 1 });
    const answer = await gateway.query(createInvoice, exampleVariables['CreateInvoice']);
    expect(answer.errors?.map(({ message }) => message)).toEqual([
      'InfluencerSoft may or may not have done this. Look for an invoice for products 17, 18 tagged "spring" before trying again.',
    ]);
    expect(codesOf(await gateway.query(createInvoice, exampleVariables['CreateInvoice']))).toEqual([
      'PROVIDER_OUTCOME_UNKNOWN',
    ]);
    expect(await appliedOf(gateway, 'influencersoft')).toEqual({ createorder: 1 });
    expect(gateway.logLines.join('')).not.toContain('ann@example.com');
  });
});

describe('an invoice of which nothing is known', () => {
  it.each([
    [{ productIds: ['17'], prices: [], tag: null }, 'an invoice for product 17'],
    [{ productIds: ['17', '17', '18'], prices: [], tag: ' ' }, 'an invoice for products 17, 18'],
    [
      { productIds: ['17', '18', '19', '20'], prices: [], tag: 'a' },
      'an invoice for products 17, 18, 19 and 1 more tagged "a"',
    ],
  ])('is named by %j as %s', async (changes, words) => {
    await using gateway = await start();
    gateway.sandbox.providers.influencersoft.faults.add({ fault: { kind: 'reset' }, times: 1 });
    const answer = await gateway.query(createInvoice, { input: exampleInput('CreateInvoice', changes) });
    expect(answer.errors?.[0]?.message).toContain(`Look for ${words} before`);
  });
});

describe('an issued invoice', () => {
  const document = `{
    order(by: { reference: "i-1" }) {
      id externalId provider reference status rawStatus placedAt note total { amount }
      payment { method } shippingAddress { lines city countryCode }
      lines { productExternalId quantity unitPrice { amount currency } product { id } }
      customer { email name orders(first: 5) { nodes { reference } } }
    }
  }`;

  it('is an order with what was stated and no more', async () => {
    await using gateway = await start({ INFLUENCERSOFT_CURRENCY: 'USD' });
    const customer = {
      email: 'ann@example.com',
      firstName: 'Ann',
      lastName: 'Lee',
      shippingAddress: { lines: ['1 Main St', 'Flat 2'], city: 'Springfield', countryCode: 'US' },
    };
    await gateway.query(createInvoice, { input: exampleInput('CreateInvoice', { customer, note: 'Ring twice.' }) });
    gateway.sandbox.clear();
    const order = at(await gateway.query(document), 'order') as { id: string; externalId: string };
    expect(order).toEqual({
      id: expect.any(String) as string,
      externalId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      provider: 'INFLUENCERSOFT',
      reference: 'i-1',
      status: 'UNPAID',
      rawStatus: 'Expected',
      placedAt: '2019-07-30T04:22:16Z',
      note: 'Ring twice.',
      total: null,
      payment: { method: 'Stripe' },
      shippingAddress: { lines: ['1 Main St', 'Flat 2'], city: 'Springfield', countryCode: 'US' },
      lines: [
        { productExternalId: '17', quantity: 1, unitPrice: { amount: '10.50', currency: 'USD' }, product: null },
        { productExternalId: '18', quantity: 1, unitPrice: null, product: null },
      ],
      customer: { email: 'ann@example.com', name: 'Ann Lee', orders: { nodes: [{ reference: 'i-1' }] } },
    });
    const byId = await gateway.query(`{ node(id: "${order.id}") { ... on Order { reference } } }`);
    expect(at(byId, 'node')).toEqual({ reference: 'i-1' });
    expect(gateway.asked('influencersoft')).toEqual([]);
  });

  it('stands among the orders of all providers, newest first, with a coverage that promises nothing', async () => {
    await using gateway = await start();
    const place = (idempotencyKey: string, createdAt: string, status: string) =>
      gateway.query(createInvoice, { input: exampleInput('CreateInvoice', { idempotencyKey, createdAt, status }) });
    await place('old', '2001-01-01T00:00:00Z', 'PAID');
    await place('new', '2030-01-01T00:00:00Z', 'MONEY_BACK');
    await place('newer', '2031-01-01T00:00:00Z', 'CANCEL');
    const all = await gateway.query(
      '{ orders(first: 3) { nodes { reference provider status } coverage { provider complete since } } }',
    );
    expect((at(all, 'orders.nodes') as object[]).slice(0, 2)).toEqual([
      { reference: 'newer', provider: 'INFLUENCERSOFT', status: 'CANCELLED' },
      { reference: 'new', provider: 'INFLUENCERSOFT', status: 'REFUNDED' },
    ]);
    expect(at(all, 'orders.coverage')).toContainEqual({ provider: 'INFLUENCERSOFT', complete: false, since: null });
    const paged =
      '{ orders(first: 2, filter: { provider: INFLUENCERSOFT }) { nodes { reference } pageInfo { endCursor } } }';
    const first = await gateway.query(paged);
    expect(at(first, 'orders.nodes')).toEqual([{ reference: 'newer' }, { reference: 'new' }]);
    const next = paged.replace('first: 2', `first: 2, after: "${String(at(first, 'orders.pageInfo.endCursor'))}"`);
    expect(at(await gateway.query(next), 'orders.nodes')).toEqual([{ reference: 'old' }]);
    const paid = '{ orders(filter: { provider: INFLUENCERSOFT, status: [PAID] }) { nodes { reference } } }';
    expect(at(await gateway.query(paid), 'orders.nodes')).toEqual([{ reference: 'old' }]);
  });

  it('makes its shopper a customer who can be found by e-mail and by id', async () => {
    await using gateway = await start();
    const find = '{ customer(by: { email: "ann@example.com" }) { id name identities { provider externalId } } }';
    expect(at(await gateway.query(find), 'customer')).toBeNull();
    await gateway.query(createInvoice, exampleVariables['CreateInvoice']);
    const customer = at(await gateway.query(find), 'customer') as { id: string };
    expect(customer).toMatchObject({ name: 'Ann', identities: [{ provider: 'INFLUENCERSOFT', externalId: null }] });
    const again = await gateway.query(`{ node(id: "${customer.id}") { ... on Customer { email } } }`);
    expect(at(again, 'node')).toEqual({ email: 'ann@example.com' });
  });

  it('is found while the parcel service is down, and is ambiguous beside a shop order of its reference', async () => {
    await using gateway = await start();
    await gateway.query(createInvoice, exampleVariables['CreateInvoice']);
    await gateway.query(createInvoice, { input: exampleInput('CreateInvoice', { idempotencyKey: '115' }) });
    gateway.sandbox.providers.qapla.faults.add({ fault: { kind: 'status', status: 500 } });
    const find = (reference: string) => gateway.query(`{ order(by: { reference: "${reference}" }) { provider } }`);
    expect((await find('i-1')).data).toEqual({ order: { provider: 'INFLUENCERSOFT' } });
    expect(codesOf(await find('115'))).toEqual(['AMBIGUOUS']);
  });
});
