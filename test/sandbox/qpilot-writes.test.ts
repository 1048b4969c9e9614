import { describe, expect, it } from 'vitest';
import { type Row, startTestQPilot } from './qpilot-start.js';

/** The getting-started guide's scheduled order. */
const SUBSCRIPTION = {
  customerId: '15',
  paymentMethodId: 10933,
  frequencyType: 'Days',
  frequency: 30,
  scheduledOrderItems: [{ productId: '100982', quantity: 4 }],
};

describe('writing to the QPilot sandbox', () => {
  it("makes another subscription each time the guide's example is sent", async () => {
    await using qpilot = await startTestQPilot();
    const one = await qpilot.call<Row>('POST ScheduledOrders', SUBSCRIPTION);
    const other = await qpilot.call<Row>('POST ScheduledOrders', SUBSCRIPTION);
    expect(one).toMatchObject({ status: 202, body: { status: 'Active', nextOccurrenceUtc: '2026-07-01T12:00:00Z' } });
    expect(other.body['id']).not.toBe(one.body['id']);
    const { body } = await qpilot.call<Row[]>('GET Customers/15/ScheduledOrders');
    expect(body.map(({ id }) => id)).toEqual([one.body['id'], other.body['id']]);
    expect(await qpilot.applied()).toEqual({ createScheduledOrder: 2 });
  });

  it.each([
    ['an unknown customer', { customerId: '16' }],
    ['a customer id that is a number', { customerId: 15 }],
    ["another customer's card", { paymentMethodId: 10930 }],
    ['a card id that is a string', { paymentMethodId: '10933' }],
    ['an unknown product', { scheduledOrderItems: [{ productId: '1', quantity: 1 }] }],
    ['a frequency out of range', { frequency: 366 }],
  ])('refuses a subscription with %s and makes none', async (_, change) => {
    await using qpilot = await startTestQPilot();
    const refused = await qpilot.call('POST ScheduledOrders', { ...SUBSCRIPTION, ...change });
    expect(refused).toEqual({ status: 400, body: { messages: { errors: [expect.any(String)] } } });
    expect((await qpilot.call('GET Customers/15/ScheduledOrders')).body).toEqual([]);
    expect(await qpilot.applied()).toEqual({});
  });

  it('creates a customer with a card in one call, or neither when the card is wrong', async () => {
    await using qpilot = await startTestQPilot();
    const card = { type: 'Stripe', gatewayCustomerId: 'cus_test', gatewayPaymentId: 'pm_test' };
    const customer = { id: '007', email: 'bo@example.com', firstName: 'Bo' };
    const wrong = await qpilot.call('POST Customers', { ...customer, paymentMethods: [{ ...card, type: 'Cash' }] });
    expect(wrong.status).toBe(400);
    expect((await qpilot.call('GET Customers/007')).status).toBe(404);
    const created = await qpilot.call('POST Customers', { ...customer, paymentMethods: [card] });
    expect(created).toMatchObject({
      status: 201,
      body: { ...customer, paymentMethods: [{ ...card, isDefault: true }] },
    });
    const cards = await qpilot.call<Row[]>('GET Customers/007/PaymentMethods');
    expect(cards.body).toMatchObject([{ customerId: '007', id: expect.any(Number) }]);
  });

  it('makes a new card for each call and files it under its customer', async () => {
    await using qpilot = await startTestQPilot();
    const card = { customerId: '15', type: 'Stripe', gatewayCustomerId: 'cus_test', gatewayPaymentId: 'pm_test' };
    const made = await qpilot.call<Row>('POST PaymentMethods', card);
    expect(made).toMatchObject({ status: 201, body: { ...card, isDefault: false } });
    await qpilot.call('POST PaymentMethods', card);
    expect((await qpilot.call<Row[]>('GET Customers/15/PaymentMethods')).body).toHaveLength(3);
    expect(await qpilot.call(`GET PaymentMethods/${made.body['id']}`)).toEqual({ status: 200, body: made.body });
  });

  it('keeps the product of the guide as it was sent, dimensions as strings', async () => {
    await using qpilot = await startTestQPilot();
    const product = { id: '200', siteId: 77, title: 'Soap', price: 9.75, weight: '1', weightUnitType: 'Pound' };
    expect(await qpilot.call('POST Products', product)).toMatchObject({ status: 201, body: product });
    expect((await qpilot.call('GET Products/200')).body).toMatchObject(product);
    expect((await qpilot.call('POST Products', { ...product, weight: 1 })).status).toBe(400);
  });

  it('changes status, frequency, date and card of a scheduled order', async () => {
    await using qpilot = await startTestQPilot();
    const change = async (target: string, body?: unknown) => (await qpilot.call(target, body)).status;
    expect(await change('PUT ScheduledOrders/880001/Status/Paused')).toBe(200);
    expect(await change('PUT ScheduledOrders/880001/Frequency', { frequencyType: 'Weeks', frequency: 2 })).toBe(200);
    const next = { nextOccurrenceUtc: '2026-07-15T08:00:00Z' };
    expect(await change('PUT ScheduledOrders/880001/NextOccurrenceUtc', next)).toBe(200);
    expect(await change('PATCH ScheduledOrders/880001/PaymentMethod', { paymentMethodId: 10931 })).toBe(200);
    expect((await qpilot.call('GET ScheduledOrders/880001')).body).toMatchObject({
      status: 'Paused',
      frequencyType: 'Weeks',
      frequency: 2,
      paymentMethodId: 10931,
      ...next,
    });
    expect(await qpilot.applied()).toEqual({
      setStatus: 1,
      setFrequency: 1,
      setNextOccurrence: 1,
      setPaymentMethod: 1,
    });
  });

  it('refuses other statuses with code 1001, dates of another precision and cards of other customers', async () => {
    await using qpilot = await startTestQPilot();
    const before = (await qpilot.call('GET ScheduledOrders/880001')).body;
    const status = await qpilot.call('PUT ScheduledOrders/880001/Status/Failed');
    expect(status).toMatchObject({ status: 400, body: { code: 1001 } });
    const next = { nextOccurrenceUtc: '2026-07-15T08:00:00.000Z' };
    expect((await qpilot.call('PUT ScheduledOrders/880001/NextOccurrenceUtc', next)).status).toBe(400);
    const card = await qpilot.call('PATCH ScheduledOrders/880001/PaymentMethod', { paymentMethodId: 10933 });
    expect(card.status).toBe(400);
    expect((await qpilot.call('GET ScheduledOrders/880001')).body).toEqual(before);
  });
});
