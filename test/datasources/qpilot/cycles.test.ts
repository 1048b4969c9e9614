import { describe, expect, it } from 'vitest';
import { siteCalls, startQPilot } from './start-qpilot.js';

describe('cycles', () => {
  it('reads the runs in any casing, the newest first, and the order each run made', async () => {
    const rows = [
      { id: 1, startDateUtc: '2026-10-01T00:00:00', status: 'Success', clientOrderId: 1033 },
      { Id: 2, StartDateUtc: '2026-11-01T00:00:00Z', Status: 'Failed', ClientOrderId: '' },
      { processingId: 3, status: 'Processing', clientOrderID: null },
      { id: 4, start_date_utc: '2026-09-01T00:00:00', CLIENTORDERID: '0042', scheduledOrderId: 7 },
      { id: 5, startDateUtc: '2026-08-01T00:00:00', clientOrderId: 0 },
      { id: 6, scheduledOrderId: 8, clientOrderId: '999' },
    ];
    await using started = await startQPilot(() => ({ json: { items: rows, totalCount: 6, totalPages: 1 } }));
    expect(await started.source.scheduledOrders.cycles.load('7')).toEqual([
      { externalId: '2', status: 'Failed', startedAt: '2026-11-01T00:00:00Z', orderExternalId: null },
      { externalId: '1', status: 'Success', startedAt: '2026-10-01T00:00:00Z', orderExternalId: '1033' },
      { externalId: '4', status: null, startedAt: '2026-09-01T00:00:00Z', orderExternalId: '0042' },
      { externalId: '5', status: null, startedAt: '2026-08-01T00:00:00Z', orderExternalId: null },
      { externalId: '3', status: 'Processing', startedAt: null, orderExternalId: null },
    ]);
    expect(siteCalls(started.requests)).toEqual([
      'GET /ScheduledOrders/7/ProcessingCycles?page=1&pageSize=100&orderBy=StartDateUtc&order=desc',
    ]);
  });

  it.each([[400], [404]])('is null where the account does not offer them (status %i)', async (status) => {
    await using started = await startQPilot(() => ({ status }));
    expect(await started.source.scheduledOrders.cycles.load('7')).toBeNull();
  });

  it('is empty where there was no run yet', async () => {
    await using started = await startQPilot(() => ({ json: { items: [], totalCount: 0, totalPages: 0 } }));
    expect(await started.source.scheduledOrders.cycles.load('7')).toEqual([]);
  });

  it('are asked for no more once two subscriptions had none to offer', async () => {
    await using started = await startQPilot(() => ({ status: 404 }));
    const asked = () => siteCalls(started.requests).length;
    const { cycles } = started.source.scheduledOrders;
    await cycles.load('7');
    await started.sourceOfNextOperation().scheduledOrders.cycles.load('7');
    expect(asked()).toBe(2);
    await cycles.load('8');
    expect(asked()).toBe(3);
    expect(await cycles.load('9')).toBeNull();
    expect(await started.sourceOfNextOperation().scheduledOrders.cycles.load('7')).toBeNull();
    expect(asked()).toBe(3);
  });
});
