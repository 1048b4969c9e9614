import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, startTestGateway, type TestGateway } from '../support/gateway.js';
import { exampleVariables, operation } from '../support/operations.js';
import { pushOrders, qaplaOrder } from '../support/push-orders.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());

describe('order', () => {
  it("shows the document's own example to the cent and the second", async () => {
    const answer = await gateway.query(operation('Order'), exampleVariables['Order']);
    expect(answer.errors).toBeUndefined();
    expect(at(answer, 'order')).toMatchObject({
      provider: 'QUICKBUTIK',
      reference: '115',
      status: 'UNPAID',
      rawStatus: '-1',
      placedAt: '2020-01-01T11:01:45Z',
      subtotal: { amount: '398.00', currency: 'SEK' },
      shippingTotal: { amount: '29.00', currency: 'SEK' },
      discountTotal: null,
      taxTotal: { amount: '85.40', currency: 'SEK' },
      total: { amount: '427.00', currency: 'SEK', raw: '427.00' },
      payment: { method: 'klarna', transactionId: 'XYZ1234567890' },
      shippingMethodName: 'Postnord',
      shippingAddress: {
        name: 'Sven Svensson',
        lines: ['Vasatorpsvägen 147'],
        postalCode: '266 93',
        countryCode: 'SE',
      },
      lines: [{ sku: '34', title: 'T-shirt', quantity: 2, unitPrice: { amount: '199.00', currency: 'SEK' } }],
      shipments: [],
    });
  });

  it('shows an imported order with the amount as written and rows that do not multiply', async () => {
    const answer = await gateway.query(
      '{ order(by: { reference: "1033815D" }) { provider status rawStatus placedAt total { amount currency raw } lines { sku quantity unitPrice { amount } total { amount raw } } } }',
    );
    expect(at(answer, 'order')).toEqual({
      provider: 'QAPLA',
      status: 'PROCESSING',
      rawStatus: 'processing',
      placedAt: '2017-07-07T22:00:00Z',
      total: { amount: '5.50', currency: 'EUR', raw: '€ 5.50' },
      lines: [
        {
          sku: 'CIACAR.Panbau_300_neu',
          quantity: 6,
          unitPrice: { amount: '7.73' },
          total: { amount: '46.36', raw: '46.3600' },
        },
        {
          sku: 'ciaocarb_protopiadina',
          quantity: 4,
          unitPrice: { amount: '3.67' },
          total: { amount: '14.69', raw: '14.6900' },
        },
      ],
    });
  });

  it('is null without an error for a reference nobody knows', async () => {
    const answer = await gateway.query('{ order(by: { reference: "no-such" }) { id } }');
    expect(answer.data).toEqual({ order: null });
    expect(answer.errors).toBeUndefined();
  });

  it('is null with AMBIGUOUS when two different purchases carry the reference', async () => {
    const shopOrder = gateway.sandbox.world.orders.at(-1);
    await pushOrders(gateway, qaplaOrder(shopOrder?.reference ?? '', { customerEmail: 'somebody.else@example.com' }));
    const document = 'query ($reference: String) { order(by: { reference: $reference }) { id } }';
    const answer = await gateway.query(document, { reference: shopOrder?.reference });
    expect(answer.data).toEqual({ order: null });
    expect(answer.errors).toMatchObject([{ path: ['order'], extensions: { code: 'AMBIGUOUS', retryable: false } }]);
  });

  it('keeps a reference with blanks and signs intact', async () => {
    await pushOrders(gateway, qaplaOrder('ord. # 1674'));
    const answer = await gateway.query(
      '{ order(by: { reference: "ord. # 1674" }) { reference total { amount currency } } }',
    );
    expect(at(answer, 'order')).toEqual({ reference: 'ord. # 1674', total: { amount: '12.50', currency: 'EUR' } });
  });
});

describe('orders', () => {
  const page =
    'query ($first: Int, $after: String, $filter: OrderFilter) { orders(first: $first, after: $after, filter: $filter) { nodes { id provider reference placedAt } pageInfo { hasNextPage hasPreviousPage endCursor } coverage { provider complete since } } }';

  async function readAll(
    first: number,
    filter: object = {},
  ): Promise<{ provider: string; reference: string; placedAt: string; id: string }[]> {
    const rows: { provider: string; reference: string; placedAt: string; id: string }[] = [];
    for (let after: string | null = null; ; ) {
      const answer = await gateway.query(page, { first, after, filter });
      expect(answer.errors).toBeUndefined();
      rows.push(...(at(answer, 'orders.nodes') as typeof rows));
      if (at(answer, 'orders.pageInfo.hasNextPage') !== true) return rows;
      after = at(answer, 'orders.pageInfo.endCursor') as string;
    }
  }

  it('shows every order of the shop exactly once, newest first, over all pages', async () => {
    const rows = await readAll(37, { provider: 'QUICKBUTIK' });
    const expected = gateway.sandbox.world.orders.map(({ reference }) => reference);
    expect(rows.map(({ reference }) => reference).sort()).toEqual([...expected].sort());
    const times = rows.map(({ placedAt }) => Date.parse(placedAt));
    expect(times).toEqual([...times].sort((one, other) => other - one));
  });

  it('merges the providers by time and shows a purchase known to both once', async () => {
    const rows = await readAll(50);
    const shop = new Set(rows.filter(({ provider }) => provider === 'QUICKBUTIK').map(({ reference }) => reference));
    const imported = rows.filter(({ provider }) => provider === 'QAPLA').map(({ reference }) => reference);
    expect(imported.length).toBeGreaterThan(5);
    // One reference was pushed for another person above: that purchase is not the shop's.
    const other = gateway.sandbox.world.orders.at(-1)?.reference;
    expect(imported.filter((reference) => shop.has(reference))).toEqual([other]);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });

  it('filters by status and time, checking every row again', async () => {
    const filter = {
      provider: 'QUICKBUTIK',
      status: ['PAID', 'CANCELLED'],
      placedFrom: '2026-08-01T00:00:00Z',
      placedTo: '2026-10-01T00:00:00Z',
    };
    const rows = await readAll(100, filter);
    const expected = gateway.sandbox.world.orders.filter(
      ({ status, placedAt }) =>
        ['paid', 'cancelled'].includes(status) &&
        placedAt >= new Date(filter.placedFrom) &&
        placedAt < new Date(filter.placedTo),
    );
    expect(expected.length).toBeGreaterThan(0);
    expect(rows.map(({ reference }) => reference).sort()).toEqual(expected.map(({ reference }) => reference).sort());
  });

  it('finds the orders of an e-mail in any case among those in reach', async () => {
    const rows = await readAll(10, { customerEmail: ' CHRIS@example.com' });
    const newest = [...gateway.sandbox.world.orders]
      .sort((one, other) => other.placedAt.getTime() - one.placedAt.getTime())
      .slice(0, 200);
    const expected = newest
      .filter(({ shopper }) => shopper.email === 'chris@example.com')
      .map(({ reference }) => reference);
    expect(
      rows
        .filter(({ provider }) => provider === 'QUICKBUTIK')
        .map(({ reference }) => reference)
        .sort(),
    ).toEqual(expected.sort());
    expect(rows.some(({ provider }) => provider === 'QAPLA')).toBe(true);
  });

  it('says how far a bounded search reached', async () => {
    const answer = await gateway.query(page, { first: 100, filter: { customerEmail: 'chris@example.com' } });
    const newest = gateway.sandbox.world.orders
      .map(({ placedAt }) => placedAt.getTime())
      .sort((one, other) => other - one);
    const since = new Date(newest[199] ?? 0).toISOString().replace('.000Z', 'Z');
    expect(at(answer, 'orders.coverage.0')).toEqual({ provider: 'QUICKBUTIK', complete: false, since });
  });

  it.each([
    [{ first: 101 }, 'Argument "first" must be from 1 to 100, not 101.'],
    [{ first: 0 }, 'Argument "first" must be from 1 to 100, not 0.'],
    [{ after: 'nonsense' }, 'Argument "after" is no cursor of this list.'],
    [{ filter: { customerEmail: 'nobody' } }, 'Argument "filter.customerEmail" must be an e-mail address.'],
    [
      { filter: { placedFrom: '2026-02-01T00:00:00Z', placedTo: '2026-01-01T00:00:00Z' } },
      'Argument "filter.placedTo" must be later than "placedFrom".',
    ],
  ])('refuses %j before anything is asked', async (variables, message) => {
    gateway.sandbox.clear();
    const answer = await gateway.query(page, variables);
    expect(answer.errors).toMatchObject([{ message, extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(gateway.calls()).toEqual({});
  });
});
