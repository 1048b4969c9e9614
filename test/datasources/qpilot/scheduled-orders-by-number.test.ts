import { describe, expect, it } from 'vitest';
import { pageReply, siteCalls, startQPilot } from './start-qpilot.js';

const orders = ['1', '2', '3', '4'].map((id) => ({
  id: Number(id),
  customerId: '15',
  status: 'Active',
  frequencyType: 'Days',
  frequency: 30,
  scheduledOrderItems: [{ id: 9, productId: '100982', price: 9.75, quantity: 4 }],
}));

describe('several scheduled orders by number', () => {
  const start = (shown: readonly unknown[]) =>
    startQPilot((call, request) => {
      if (call === 'GET /ScheduledOrders') return pageReply(shown, request);
      const order = orders.find(({ id }) => call === `GET /ScheduledOrders/${id}`);
      return order && { json: order };
    });

  it('come out of the list in one call, each as it is by itself', async () => {
    await using one = await start(orders);
    const alone = await Promise.all(orders.map(({ id }) => one.source.scheduledOrders.byExternalId.load(String(id))));
    await using singly = await start(orders);
    const first = await singly.source.scheduledOrders.byExternalId.load('1');
    expect(siteCalls(one.requests).length).toBe(1);
    expect(siteCalls(singly.requests)).toEqual(['GET /ScheduledOrders/1']);
    expect(alone.map((order) => order?.externalId)).toEqual(['1', '2', '3', '4']);
    expect(alone[0]).toEqual(first);
  });

  it('are asked for singly where the list does not show them, and are null where nobody knows them', async () => {
    await using started = await start(orders.slice(0, 3));
    const found = await started.source.scheduledOrders.byExternalId.loadMany(['1', '2', '3', '4', '5']);
    expect(found.map((order) => (order instanceof Error ? order : (order?.externalId ?? null)))).toEqual([
      '1',
      '2',
      '3',
      '4',
      null,
    ]);
    expect(
      siteCalls(started.requests)
        .map((call) => call.split('?')[0])
        .sort(),
    ).toEqual(['GET /ScheduledOrders', 'GET /ScheduledOrders/4', 'GET /ScheduledOrders/5']);
  });
});
