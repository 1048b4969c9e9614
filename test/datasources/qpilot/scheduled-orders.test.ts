import { describe, expect, it } from 'vitest';
import type { Page } from '../../../src/domain/page.js';
import type { ScheduledOrder } from '../../../src/domain/scheduled-order.js';
import { pageReply, siteCalls, startQPilot } from './start-qpilot.js';

/** The guide's scheduled order, read back with the fields that public clients know. */
const guideOrder = {
  id: 5001,
  customerId: '15',
  paymentMethodId: 10933,
  status: 'Active',
  frequencyType: 'Days',
  frequency: 30,
  nextOccurrenceUtc: '2026-12-01T08:00:00.1234567',
  lastOccurrenceUtc: null,
  createdUtc: '2026-10-01T08:00:00Z',
  updatedUtc: '0001-01-01T00:00:00',
  currencyIso: 'USD',
  subtotal: 24,
  shippingTotal: 4.5,
  taxTotal: 0,
  total: 28.5,
  note: ' ',
  scheduledOrderItems: [{ id: 9, productId: '100982', price: 9.75, salePrice: 6, quantity: 4 }],
  customer: null,
  paymentMethod: null,
};

const orders = (statuses: readonly string[], customerId = '15') =>
  statuses.map((status, index) => ({ ...guideOrder, id: index + 1, status, customerId }));
const usd = (amount: string, raw: string) => ({ amount, currency: 'USD', raw });

describe('by number', () => {
  it('reads the order whole: amounts exact in its currency, times without offset as UTC', async () => {
    await using started = await startQPilot(() => ({ json: guideOrder }), { timeZone: 'Europe/Rome', currency: 'EUR' });
    expect(await started.source.scheduledOrders.byExternalId.load('5001')).toEqual({
      externalId: '5001',
      status: 'ACTIVE',
      rawStatus: 'Active',
      frequency: { unit: 'DAYS', rawUnit: 'Days', value: 30 },
      nextOccurrenceAt: '2026-12-01T08:00:00.1234567Z',
      lastOccurrenceAt: null,
      createdAt: '2026-10-01T08:00:00Z',
      updatedAt: null,
      subtotal: usd('24.00', '24'),
      shippingTotal: usd('4.50', '4.5'),
      taxTotal: usd('0.00', '0'),
      total: usd('28.50', '28.5'),
      note: null,
      customerExternalId: '15',
      paymentMethodExternalId: '10933',
      items: [
        { externalId: '9', productExternalId: '100982', quantity: 4, unitPrice: usd('6.00', '6'), product: null },
      ],
      customer: null,
      paymentMethod: null,
    });
    expect(siteCalls(started.requests)).toEqual(['GET /ScheduledOrders/5001']);
    expect(started.warnings).toEqual([]);
  });

  it('is null for an unknown number and for an answer about another order', async () => {
    await using started = await startQPilot((call) => (call.endsWith('/6') ? { json: guideOrder } : undefined));
    expect(await started.source.scheduledOrders.byExternalId.load('5')).toBeNull();
    expect(await started.source.scheduledOrders.byExternalId.load('6')).toBeNull();
  });

  it('charges the price where no sale price is set, and leaves what is missing null', async () => {
    const items = [{ id: 1, price: '9.75', salePrice: null }, {}];
    await using started = await startQPilot(() => ({ json: { id: 1, scheduledOrderItems: items } }));
    const order = await started.source.scheduledOrders.byExternalId.load('1');
    expect(order?.items.map(({ unitPrice }) => unitPrice)).toEqual([
      { amount: '9.75', currency: null, raw: '9.75' },
      null,
    ]);
    expect(order).toMatchObject({ status: 'UNKNOWN', rawStatus: null, frequency: null, total: null });
  });

  it('counts a time, an amount and a currency that cannot be read', async () => {
    const json = { id: 1, nextOccurrenceUtc: 'soon', total: 'much', currencyIso: 'Dollars' };
    await using started = await startQPilot(() => ({ json }));
    const order = await started.source.scheduledOrders.byExternalId.load('1');
    expect(order).toMatchObject({ nextOccurrenceAt: null, total: { amount: null, currency: null, raw: 'much' } });
    expect(started.warnings.toSorted()).toEqual(['currencyIso', 'nextOccurrenceUtc', 'total']);
  });
});

describe('of one customer', () => {
  it('reads the flat array, drops the orders of others and names the customer where a row does not', async () => {
    const { customerId: _, ...nameless } = guideOrder;
    const rows = [guideOrder, { ...guideOrder, id: 2, customerId: '16' }, { ...nameless, id: 3 }];
    await using started = await startQPilot((call) => (call.endsWith('/ScheduledOrders') ? { json: rows } : undefined));
    const found = await started.source.scheduledOrders.byCustomer.load('15');
    expect(found.map(({ externalId, customerExternalId }) => [externalId, customerExternalId])).toEqual([
      ['5001', '15'],
      ['3', '15'],
    ]);
  });

  it('is empty for a customer QPilot does not know', async () => {
    await using started = await startQPilot(() => undefined);
    expect(await started.source.scheduledOrders.byCustomer.load('15')).toEqual([]);
  });

  it('pages and filters a customer by one call, whatever the page', async () => {
    const rows = orders(['Active', 'Paused', 'Active', 'Active', 'Failed']);
    await using started = await startQPilot(() => ({ json: rows }));
    const { list } = started.source.scheduledOrders;
    const query = { statuses: ['ACTIVE'] as const, customerExternalId: '15' };
    const first = await list({ ...query, first: 2, after: null });
    const second = await list({ ...query, first: 2, after: first.rows.at(-1)?.cursor ?? '' });
    expect(first.rows.map(({ row }) => row.externalId)).toEqual(['1', '3']);
    expect(second.rows.map(({ row }) => row.externalId)).toEqual(['4']);
    expect([first.hasNextPage, second.hasNextPage]).toEqual([true, false]);
    expect(siteCalls(started.requests)).toEqual(['GET /Customers/15/ScheduledOrders']);
  });
});

describe('list', () => {
  it('repeats the status key once a status, since a joined value matches nothing, and checks the rows again', async () => {
    const rows = orders(['Active', 'Paused', 'Failed', 'Snoozed']);
    await using started = await startQPilot((_call, request) => pageReply(rows, request));
    const page = await started.source.scheduledOrders.list({
      first: 10,
      after: null,
      statuses: ['ACTIVE', 'FAILED'],
      customerExternalId: null,
    });
    expect(page.rows.map(({ row }) => row.status)).toEqual(['ACTIVE', 'FAILED']);
    expect(siteCalls(started.requests)).toEqual([
      'GET /ScheduledOrders?page=1&pageSize=10&statusNames=Active&statusNames=Failed',
    ]);
  });

  it('sends no status filter when one of the statuses has no word upstream', async () => {
    const rows = orders(['Active', 'Snoozed', 'Paused', 'Brand New']);
    await using started = await startQPilot((_call, request) => pageReply(rows, request));
    const page = await started.source.scheduledOrders.list({
      first: 10,
      after: null,
      statuses: ['UNKNOWN', 'ACTIVE'],
      customerExternalId: null,
    });
    expect(page.rows.map(({ row }) => row.rawStatus)).toEqual(['Active', 'Snoozed', 'Brand New']);
    expect(siteCalls(started.requests)).toEqual(['GET /ScheduledOrders?page=1&pageSize=10']);
  });

  it('finds nothing among no statuses, and asks nothing for it', async () => {
    await using started = await startQPilot((_call, request) => pageReply(orders(['Active']), request));
    for (const customerExternalId of [null, '15']) {
      const query = { first: 5, after: null, statuses: [], customerExternalId };
      expect(await started.source.scheduledOrders.list(query)).toEqual({ rows: [], hasNextPage: false });
    }
    expect(started.requests).toEqual([]);
  });

  it('says where to go on when the scan limit ends a filtered page', async () => {
    const rows = orders([...Array<string>(40).fill('Active'), 'Snoozed']);
    await using started = await startQPilot((_call, request) => pageReply(rows, request), { scanLimit: 15 });
    const found: string[] = [];
    let after: string | null = null;
    for (let hasNextPage = true; hasNextPage; ) {
      const query = { first: 5, after, statuses: ['UNKNOWN'] as const, customerExternalId: null };
      const page: Page<ScheduledOrder> = await started.source.scheduledOrders.list(query);
      found.push(...page.rows.map(({ row }) => row.externalId));
      hasNextPage = page.hasNextPage;
      if (hasNextPage) expect(page.endCursor).toBeTypeOf('string');
      after = page.endCursor ?? null;
    }
    expect(found).toEqual(['41']);
  });

  it('asks for soft-deleted orders when they are wanted', async () => {
    await using started = await startQPilot((_call, request) => pageReply(orders(['Deleted']), request));
    const query = { first: 5, after: null, statuses: ['DELETED'] as const, customerExternalId: null };
    expect((await started.source.scheduledOrders.list(query)).rows).toHaveLength(1);
    expect(siteCalls(started.requests)).toEqual([
      'GET /ScheduledOrders?page=1&pageSize=5&statusNames=Deleted&includeDeleted=true',
    ]);
  });

  it('keeps a list with an unknown status, frequency and card type whole', async () => {
    const odd = {
      ...guideOrder,
      id: 2,
      status: 'Hibernating',
      frequencyType: 'Moons',
      paymentMethod: { id: 10933, type: 'Barter' },
    };
    await using started = await startQPilot((_call, request) => pageReply([guideOrder, odd], request));
    const page = await started.source.scheduledOrders.list({
      first: 5,
      after: null,
      statuses: null,
      customerExternalId: null,
    });
    expect(page.rows.map(({ row }) => row)).toMatchObject([
      { status: 'ACTIVE' },
      {
        status: 'UNKNOWN',
        rawStatus: 'Hibernating',
        frequency: { unit: 'UNKNOWN', rawUnit: 'Moons' },
        paymentMethod: { type: 'UNKNOWN', rawType: 'Barter' },
      },
    ]);
  });
});
