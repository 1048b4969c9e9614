import { describe, expect, it } from 'vitest';
import { type Page, type Row, startTestQPilot } from './qpilot-start.js';

describe('reading from the QPilot sandbox', () => {
  it("finds a customer by the shop's id and not by its own number", async () => {
    await using qpilot = await startTestQPilot();
    const { body } = await qpilot.call<Row>('GET Customers/29920');
    expect(body).toMatchObject({ email: 'chris@example.com', lastName: 'Wilking', shippingLastName: 'Wilkins' });
    expect((await qpilot.call(`GET Customers/${body['customerId']}`)).status).toBe(404);
    expect((await qpilot.call('GET Customers/0001')).status).toBe(200);
  });

  it('finds more by search than the e-mail that was meant, and one e-mail in two spellings', async () => {
    await using qpilot = await startTestQPilot();
    const found = async (search: string) => {
      const { body } = await qpilot.call<Page>(`GET Customers?search=${encodeURIComponent(search)}`);
      return body.items.map((customer) => customer['email']);
    };
    expect(await found('chris@example.com')).toEqual(['chris@example.com', 'notchris@example.com']);
    expect(await found('elin.ek@example.com')).toEqual(['elin.ek@example.com', 'Elin.Ek@Example.Com']);
  });

  it('cuts lists into pages that together are the whole', async () => {
    await using qpilot = await startTestQPilot();
    const first = (await qpilot.call<Page>('GET Products?pageSize=7')).body;
    const ids = new Set<unknown>();
    for (let page = 1; page <= first.totalPages; page += 1) {
      const { items } = (await qpilot.call<Page>(`GET Products?pageSize=7&page=${page}`)).body;
      for (const product of items) ids.add(product['id']);
    }
    expect(first.totalPages).toBeGreaterThan(2);
    expect(ids.size).toBe(first.totalCount);
  });

  it('filters by status with repeated names only', async () => {
    await using qpilot = await startTestQPilot();
    const statuses = async (query: string) => {
      const { body } = await qpilot.call<Page>(`GET ScheduledOrders?pageSize=200&${query}`);
      return new Set(body.items.map((order) => order['status']));
    };
    expect(await statuses('statusNames=Active&statusNames=Paused')).toEqual(new Set(['Active', 'Paused']));
    expect(await statuses('statusNames=Active,Paused')).toEqual(new Set());
    expect(await statuses('')).toContain('Snoozed');
    expect(await statuses('')).not.toContain('Deleted');
    expect(await statuses('customerId=29920')).toEqual(new Set(['Active', 'Paused']));
  });

  it('embeds customer, card and product in half of the rows and gives some frequencies as numbers', async () => {
    await using qpilot = await startTestQPilot();
    const { body } = await qpilot.call<Page>('GET ScheduledOrders?pageSize=200');
    const bare = body.items.filter((order) => order['customer'] === null);
    expect(bare.length).toBeGreaterThan(5);
    expect(body.items.length - bare.length).toBeGreaterThan(5);
    for (const order of bare) expect(order['paymentMethod']).toBeNull();
    expect(new Set(body.items.map((order) => typeof order['frequencyType']))).toEqual(new Set(['string', 'number']));
    const single = await qpilot.call('GET ScheduledOrders/880001');
    expect(single.body).toMatchObject({
      customerId: '29920',
      status: 'Active',
      frequencyType: 'Days',
      frequency: 30,
      customer: null,
      total: 24,
      scheduledOrderItems: [{ productId: '100982', quantity: 4, product: null }],
    });
  });

  it('names orders of the same shopper in successful cycles, and each shop order once', async () => {
    await using qpilot = await startTestQPilot();
    const owners = new Map(qpilot.world.orders.map((order) => [order.reference, order.shopper.id]));
    const seen: unknown[] = [];
    for (const id of [880001, 880002, 880003]) {
      const order = (await qpilot.call<Row>(`GET ScheduledOrders/${id}`)).body;
      const path = `GET ScheduledOrders/${id}/ProcessingCycles?pageSize=200&orderBy=StartDateUtc&order=desc`;
      const { items } = (await qpilot.call<Page>(path)).body;
      const starts = items.map((cycle) => String(cycle['startDateUtc']));
      expect(starts).toEqual(starts.toSorted().toReversed());
      for (const cycle of items.filter(({ status }) => status === 'Success')) {
        expect(owners.get(String(cycle['clientOrderId']))).toBe(order['customerId']);
        seen.push(cycle['clientOrderId']);
      }
    }
    expect(seen.length).toBeGreaterThan(2);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('summarizes the products it knows, in its own order', async () => {
    await using qpilot = await startTestQPilot();
    const listed = (await qpilot.call<Page>('GET Products?pageSize=2')).body.items.map(({ id }) => id);
    const asked = { externalIds: ['unknown', ...listed.toReversed()] };
    const { body } = await qpilot.call<Row[]>('POST Products/Summaries', asked);
    expect(body.map(({ id }) => id)).toEqual(listed);
    expect(body[0]).toMatchObject({ id: '100982', sku: 'rco-atl-993', price: 9.75, salePrice: 6, weight: '1' });
  });
});
