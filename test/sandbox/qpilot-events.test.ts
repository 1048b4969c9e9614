import { describe, expect, it } from 'vitest';
import { type Row, startTestQPilot } from './qpilot-start.js';
import { startReceiver } from './webhook-receiver.js';

interface Payload extends Row {
  NewScheduledOrder?: Row;
  newScheduledOrder?: Row;
}

async function start() {
  const qpilot = await startTestQPilot();
  const receiver = await startReceiver();
  qpilot.webhooks.setTarget(`${receiver.url}/webhooks/qpilot/s3cret`);
  const change = async (id: string | number, fields: object) => {
    const response = await fetch(`${qpilot.url}/__scheduled-orders/${id}`, {
      method: 'POST',
      body: JSON.stringify(fields),
    });
    return { status: response.status, body: (await response.json()) as Row };
  };
  const told = async (): Promise<Payload[]> => {
    await qpilot.webhooks.settled();
    return receiver.arrived.map(({ body }) => JSON.parse(body) as Payload);
  };
  return {
    ...qpilot,
    receiver,
    change,
    told,
    [Symbol.asyncDispose]: async () => {
      await qpilot.close();
      await receiver[Symbol.asyncDispose]();
    },
  };
}

describe("QPilot's webhooks", () => {
  it('have names with capitals and an id of their own for an odd order, with both states of it', async () => {
    await using qpilot = await start();
    await qpilot.call('PUT ScheduledOrders/880001/Status/Paused');
    const [payload] = await qpilot.told();
    expect(payload).toMatchObject({
      Id: expect.stringMatching(/^[0-9a-f]{24}$/),
      SiteId: 77,
      ActionType: 'UpdateScheduledOrder, PauseScheduledOrder',
      AccessScope: 'Merchant',
      PreviousScheduledOrder: { Id: 880001, Status: 'Active' },
      NewScheduledOrder: {
        Id: 880001,
        Status: 'Paused',
        CustomerId: expect.any(Number),
        Customer: { ExternalId: '29920', Email: 'chris@example.com' },
        ScheduledOrderItems: [{ ProductId: '100982', Quantity: 4 }],
      },
    });
    expect(qpilot.receiver.arrived).toMatchObject([
      { method: 'POST', path: '/webhooks/qpilot/s3cret', headers: { 'content-type': 'application/json' } },
    ]);
  });

  it('have the newer words and the names of the API for an even order', async () => {
    await using qpilot = await start();
    await qpilot.call('PUT ScheduledOrders/880002/Status/Active');
    expect(await qpilot.told()).toMatchObject([
      {
        siteId: 77,
        actionType: 'ScheduledOrderUpdated, ScheduledOrderActivated',
        previousScheduledOrder: { id: 880002, customerId: '29920', status: 'Paused' },
        newScheduledOrder: { id: 880002, customerId: '29920', status: 'Active' },
      },
    ]);
    expect(qpilot.receiver.arrived[0]?.body).not.toContain('gatewayPaymentId');
  });

  it('tell of a new order and of a change that leaves the status', async () => {
    await using qpilot = await start();
    const order = { customerId: '15', frequencyType: 'Days', frequency: 30, scheduledOrderItems: [] };
    const made = await qpilot.call<Row>('POST ScheduledOrders', order);
    await qpilot.told();
    await qpilot.call('PUT ScheduledOrders/880001/Frequency', { frequencyType: 'Weeks', frequency: 2 });
    await qpilot.call('PUT ScheduledOrders/880001/Status/Failed');
    expect(await qpilot.told()).toMatchObject([
      { actionType: 'ScheduledOrderCreated', previousScheduledOrder: null, newScheduledOrder: { id: made.body['id'] } },
      {
        ActionType: 'UpdateScheduledOrder',
        PreviousScheduledOrder: { Frequency: 30 },
        NewScheduledOrder: { Frequency: 2, FrequencyType: 'Weeks' },
      },
    ]);
  });
});

describe('a scheduled order that changes without the API', () => {
  it('takes any status and is shown with it and with the time of the change', async () => {
    await using qpilot = await start();
    qpilot.clock.now = new Date('2026-06-01T12:05:00Z');
    expect((await qpilot.change(880001, { status: 'Failed', note: 'call me' })).status).toBe(200);
    expect((await qpilot.call('GET ScheduledOrders/880001')).body).toMatchObject({
      status: 'Failed',
      note: 'call me',
      updatedUtc: '2026-06-01T12:05:00Z',
    });
    expect(await qpilot.told()).toMatchObject([
      { ActionType: 'UpdateScheduledOrder, ScheduledOrderFailed', AccessScope: 'Customer' },
    ]);
    expect(await qpilot.applied()).toEqual({});
  });

  it('takes a rhythm and a date, and leaves the list when it is deleted', async () => {
    await using qpilot = await start();
    const next = { nextOccurrenceUtc: '2026-07-15T08:00:00Z' };
    await qpilot.change(880001, { frequencyType: 'Weeks', frequency: 3, ...next });
    expect((await qpilot.call('GET ScheduledOrders/880001')).body).toMatchObject({ frequency: 3, ...next });
    await qpilot.told();
    await qpilot.change(880001, { status: 'Deleted' });
    const { body } = await qpilot.call<Row[]>('GET Customers/29920/ScheduledOrders');
    expect(body.map(({ id }) => id)).not.toContain(880001);
    expect((await qpilot.told()).at(-1)).toMatchObject({
      ActionType: 'DeleteScheduledOrder',
      PreviousScheduledOrder: { Id: 880001 },
      NewScheduledOrder: null,
    });
  });

  it.each([
    ['nothing', 880001, {}, 400],
    ['a rhythm out of range', 880001, { frequencyType: 'Days', frequency: 400, note: 'x' }, 400],
    ['a date that is none', 880001, { nextOccurrenceUtc: 'soon', note: 'x' }, 400],
    ['a change of an unknown one', 1, { status: 'Active' }, 404],
  ])('refuses %s', async (_, id, fields, status) => {
    await using qpilot = await start();
    expect((await qpilot.change(id, fields)).status).toBe(status);
    expect(await qpilot.told()).toEqual([]);
  });
});
