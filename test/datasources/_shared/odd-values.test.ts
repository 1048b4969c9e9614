import { describe, expect, it } from 'vitest';
import { found, startQapla, track } from '../qapla/start-qapla.js';
import { startQard } from '../qard/start-qard.js';
import { startQPilot } from '../qpilot/start-qpilot.js';
import { documentedOrder, startShop } from '../quickbutik/start-shop.js';

const all = { statuses: null, paidFrom: null };
const since = '2020-01-01T00:00:00Z';
const page = { first: 10, after: null };
const odd = { drifted: true };

describe('an odd value of Quickbutik', () => {
  it('costs its field: an order in a list, and the others of the list stay whole', async () => {
    const orders = [
      { order_id: '1', total_amount: '1.00', status: '1' },
      { order_id: '2', total_amount: false, status: odd, date_created: [] },
      { order_id: '3', total_amount: true, status: '1' },
      { order_id: '4', total_amount: odd, status: '1' },
    ];
    await using shop = await startShop(() => ({ json: orders }));
    const { rows, isComplete } = await shop.source.orders.list(all);
    expect(rows.map(({ reference, total, rawStatus }) => [reference, total?.raw ?? null, rawStatus])).toEqual([
      ['4', null, '1'],
      ['3', 'true', '1'],
      ['2', null, null],
      ['1', '1.00', '1'],
    ]);
    expect(rows[1]?.total?.amount).toBeNull();
    expect([isComplete, shop.warnings.toSorted()]).toEqual([true, ['status', 'total_amount', 'total_amount']]);
  });

  it('costs its field in an order with lines and customer, and a line that is none its line', async () => {
    const [line] = documentedOrder.products;
    const customer = { ...documentedOrder.customer, phone: odd };
    const json = { ...documentedOrder, customer, paymethod: 'x', products: [null, { ...line, price: false }, line] };
    await using shop = await startShop(() => ({ json }));
    expect(await shop.source.orders.byReference.load('115')).toMatchObject({
      payment: null,
      shopper: { email: 'dummy@example.com', phone: null },
      lines: [{ sku: '34', unitPrice: null }, { unitPrice: { amount: '199.00' } }],
    });
    expect(new Set(shop.warnings)).toEqual(new Set(['customer.phone', 'paymethod', 'products']));
  });

  it.each([[{ order_id: odd }], [{ order_id: false }], [null], ['x']])(
    'that is a row without an id costs that row and the claim to have all: %j',
    async (lost) => {
      await using shop = await startShop(() => ({ json: [lost, { order_id: '1' }] }));
      const { rows, isComplete } = await shop.source.orders.list(all);
      expect([rows.map(({ reference }) => reference), isComplete]).toEqual([['1'], false]);
      expect(shop.warnings).toContain('order_id');
    },
  );

  it('costs nothing where PHP writes false for none', async () => {
    const product = { id: '1', title: 'Mug', before_price: false, variants: false };
    await using shop = await startShop(({ path }) =>
      path === '/products'
        ? { json: [product] }
        : { json: { results: [{ category_id: 1, name: 'Cups', parent_id: false }] } },
    );
    const { rows } = await shop.source.products.newest();
    expect(rows).toMatchObject([{ externalId: '1', compareAtPrice: null, variants: [] }]);
    expect(await shop.source.categories.all()).toMatchObject([{ externalId: '1', parentExternalId: null }]);
    expect(shop.warnings).toEqual([]);
  });
});

describe("an odd value of Qapla'", () => {
  it.each([[false], ['']])('is an empty history or reference where it is %j', async (nothing) => {
    const json = track('T1', null, { tracking: nothing, reference: nothing });
    await using qapla = await startQapla(() => found('getTrack', json));
    expect(await qapla.source.shipments.byTrackingNumber.load('T1')).toMatchObject({ reference: null, events: [] });
    expect(qapla.warnings).toEqual([]);
  });

  it('costs its field, and a row that is none its row', async () => {
    const tracks = [
      track('T1', 'a', { status: odd }),
      null,
      track('T2', 'b'),
      { ...track('T3', 'c'), trackingNumber: odd },
    ];
    await using qapla = await startQapla(() => found('getTracks', { tracks }));
    const { rows, isComplete } = await qapla.source.shipments.since(since);
    expect(rows).toMatchObject([{ trackingNumber: 'T1', rawStatus: null }, { trackingNumber: 'T2' }]);
    expect([isComplete, qapla.warnings.filter((name) => name === 'status')]).toEqual([false, ['status']]);
  });

  it.each([[null], ['x'], [[]], [{ trackingNumber: odd }]])(
    'that is a row costs that row and the claim to have all: %j',
    async (lost) => {
      await using qapla = await startQapla(() => found('getTracks', { tracks: [lost, track('T1', 'a')] }));
      const { rows, isComplete } = await qapla.source.shipments.since(since);
      expect([rows.map(({ trackingNumber }) => trackingNumber), isComplete]).toEqual([['T1'], false]);
      expect(qapla.warnings).toContain('trackingNumber');
    },
  );

  it('costs an import its amount', async () => {
    const orders = [{ reference: 'R1', amount: false }, { reference: 'R2', amount: odd }, { reference: false }];
    await using qapla = await startQapla(() => found('getOrders', { orders }));
    const { rows, isComplete } = await qapla.source.orders.since(since, 10);
    expect(rows).toMatchObject([
      { reference: 'R1', total: null },
      { reference: 'R2', total: null },
    ]);
    expect([isComplete, qapla.warnings.filter((name) => name === 'amount')]).toEqual([false, ['amount']]);
  });

  it('that takes every id breaks the contract', async () => {
    await using qapla = await startQapla(({ path }) => {
      if (path === '/getTracks/')
        return found('getTracks', { tracks: [track('T1', 'a'), null].map(() => ({ trackingNumber: odd })) });
      if (path === '/getOrders/') return found('getOrders', { orders: [{ reference: odd }] });
      return found('getTrack', { trackingNumber: odd });
    });
    const { shipments, orders } = qapla.source;
    const asked = [shipments.since(since), orders.since(since, 10), shipments.byTrackingNumber.load('T1')];
    for (const answer of asked) await expect(answer).rejects.toMatchObject({ code: 'PROVIDER_CONTRACT' });
  });
});

describe('an odd value of QPilot', () => {
  const list = { statuses: null, customerExternalId: null, ...page };

  it('costs its field and its embedded record no more than that', async () => {
    const order = {
      id: 5,
      customerId: '1',
      total: { amount: 5 },
      subtotal: 4,
      customer: { id: '1', email: 'ann@example.com', phoneNumber: odd },
      scheduledOrderItems: [null, { productId: 'p', quantity: odd }],
    };
    await using started = await startQPilot(() => ({
      json: { items: [order, { id: 6 }], totalCount: 2, totalPages: 1 },
    }));
    const { rows } = await started.source.scheduledOrders.list(list);
    expect(rows.map(({ row }) => row)).toMatchObject([
      {
        externalId: '5',
        total: null,
        subtotal: { amount: '4.00' },
        customer: { email: 'ann@example.com', phone: null },
        items: [{ productExternalId: 'p', quantity: null }],
      },
      { externalId: '6' },
    ]);
    expect(started.warnings).toEqual(expect.arrayContaining(['total', 'customer.phoneNumber']));
  });

  it('that is an id costs the row alone, and pages are counted as upstream counts them', async () => {
    const items = [{ id: odd }, { id: '1' }, null, { id: '2' }];
    await using started = await startQPilot(() => ({ json: { items, totalCount: 4, totalPages: 1 } }));
    const { rows, hasNextPage } = await started.source.customers.list({ search: null, ...page });
    expect([rows.map(({ row }) => row.externalId), hasNextPage]).toEqual([['1', '2'], false]);
    expect(started.warnings).toContain('id');
  });

  it('that takes every id breaks the contract', async () => {
    await using started = await startQPilot(() => ({ json: { items: [{ id: odd }, { id: [] }] } }));
    await expect(started.source.customers.list({ search: null, ...page })).rejects.toMatchObject({
      code: 'PROVIDER_CONTRACT',
    });
  });
});

describe('an odd value of Qard', () => {
  it('that is a row costs that row and the claim to have all', async () => {
    await using started = await startQard(() => ({ json: { result: ['x', { id: 1 }, null], last_page: 1, total: 3 } }));
    const { rows, isComplete } = await started.source.records.scan('CUSTOMER');
    expect([rows.map(({ externalId }) => externalId), isComplete]).toEqual([['1'], false]);
    expect(started.warnings).not.toEqual([]);
  });

  it('costs a synchronization its field', async () => {
    const syncs = [{ id: 1, status: odd, data_type: 'COMMERCE_ORDER' }];
    await using started = await startQard(() => ({ json: syncs }));
    expect(await started.source.latestSyncs()).toMatchObject([{ externalId: '1', status: null, dataType: 'ORDER' }]);
    expect(started.warnings).toEqual(['status']);
  });
});
