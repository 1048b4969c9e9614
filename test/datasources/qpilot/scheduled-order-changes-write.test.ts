import { describe, expect, it } from 'vitest';
import { undoneAnswers, unknownAnswers, writesIn } from './site-writes.js';
import { siteCalls, startQPilot } from './start-qpilot.js';

const stored = {
  id: 880001,
  customerId: '29920',
  status: 'Active',
  frequencyType: 'Days',
  frequency: 30,
  paymentMethodId: 10930,
  nextOccurrenceUtc: '2026-12-01T12:00:00Z',
};
const pause = { field: 'status', status: 'PAUSED' } as const;
const weekly = { field: 'frequency', frequency: { unit: 'WEEKS', value: 2 } } as const;
const card = { field: 'paymentMethodId', paymentMethodNumber: 10931 } as const;
const date = { field: 'nextOccurrenceAt', at: '2026-12-24T08:00:00Z' } as const;

describe('changing a scheduled order', () => {
  it.each([
    [pause, 'PUT /ScheduledOrders/880001/Status/Paused', null, { status: 'Paused' }],
    [{ field: 'status', status: 'ACTIVE' } as const, 'PUT /ScheduledOrders/880001/Status/Active', null, {}],
    [
      weekly,
      'PUT /ScheduledOrders/880001/Frequency',
      { frequencyType: 'Weeks', frequency: 2 },
      { frequencyType: 1, frequency: 2 },
    ],
    [card, 'PATCH /ScheduledOrders/880001/PaymentMethod', { paymentMethodId: 10931 }, { paymentMethodId: 10931 }],
  ])('sends %j as %s', async (change, call, body, changed) => {
    await using started = await startQPilot(() => ({ json: { ...stored, ...changed } }));
    const outcome = await started.source.writes.changeScheduledOrder({ id: '880001', change });
    expect(outcome).toMatchObject({ isKnown: true, order: { externalId: '880001' } });
    expect(writesIn(started.requests)).toEqual([{ call, body }]);
    expect(started.requests).toHaveLength(2);
  });

  it.each([
    ['2026-12-01T12:00:00Z', '2026-12-24T08:00:00Z', '2026-12-24T08:00:00Z'],
    ['2026-12-01T12:00:00.0000000Z', '2026-12-24T08:00:00Z', '2026-12-24T08:00:00.0000000Z'],
    ['2026-12-01T12:00:00.1234567', '2026-12-24T08:00:00.5Z', '2026-12-24T08:00:00.5000000Z'],
    ['2026-12-01T12:00:00', '2026-12-24T08:00:00.5Z', '2026-12-24T08:00:00Z'],
    ['2026-12-01T12:00:00.123Z', '2026-12-24T08:00:00.123456Z', '2026-12-24T08:00:00.123Z'],
    [null, '2026-12-24T08:00:00.5Z', '2026-12-24T08:00:00.5Z'],
  ])('writes the next occurrence in the precision of the stored %s', async (nextOccurrenceUtc, at, sent) => {
    await using started = await startQPilot(() => ({ json: { ...stored, nextOccurrenceUtc } }));
    await started.source.writes.changeScheduledOrder({ id: '880001', change: { field: 'nextOccurrenceAt', at } });
    expect(siteCalls(started.requests)).toEqual([
      'GET /ScheduledOrders/880001',
      'PUT /ScheduledOrders/880001/NextOccurrenceUtc',
    ]);
    expect(writesIn(started.requests)[0]?.body).toEqual({ nextOccurrenceUtc: sent });
  });

  it.each([
    ['an empty answer', { text: '' }],
    ['status 204', { status: 204 }],
    ['null', { text: 'null' }],
    ['the order as it was', { json: stored }],
    ['the number alone', { json: { id: 880001 } }],
  ])('is not shown by %s', async (_, reply) => {
    await using started = await startQPilot(() => reply);
    const outcome = await started.source.writes.changeScheduledOrder({ id: '880001', change: pause });
    expect(outcome).toEqual({ isKnown: true, order: null });
  });

  it.each([pause, date])('knows no order after 404 to %j', async (change) => {
    await using started = await startQPilot(() => ({ status: 404, json: { message: 'ScheduledOrder not found.' } }));
    expect(await started.source.writes.changeScheduledOrder({ id: '1', change })).toEqual({ isKnown: false });
    expect(started.requests).toHaveLength(2);
  });

  it.each([...unknownAnswers, ['another order', { json: { ...stored, id: 1 } }] as const])(
    'is sent once and has an unknown outcome after %s',
    async (_, reply) => {
      await using started = await startQPilot(() => reply);
      const { writes } = started.source;
      await expect(writes.changeScheduledOrder({ id: '880001', change: weekly })).rejects.toMatchObject({
        code: 'PROVIDER_OUTCOME_UNKNOWN',
      });
      expect(writesIn(started.requests)).toHaveLength(1);
    },
  );

  it.each(undoneAnswers.filter(([status]) => status !== 404))('is not done after status %i', async (status, code) => {
    await using started = await startQPilot(() => ({ status, json: { code: 1001, message: 'Cannot be set.' } }));
    const { writes } = started.source;
    await expect(writes.changeScheduledOrder({ id: '880001', change: pause })).rejects.toMatchObject({ code });
  });

  it('sends nothing when the order cannot be read before its next occurrence is set', async () => {
    await using started = await startQPilot(() => ({ status: 500 }), { deadlineMs: 300 });
    const { writes } = started.source;
    await expect(writes.changeScheduledOrder({ id: '880001', change: date })).rejects.toMatchObject({
      code: expect.not.stringContaining('UNKNOWN'),
    });
    expect(writesIn(started.requests)).toEqual([]);
  });
});

describe('finding a changed scheduled order', () => {
  const changed = {
    ...stored,
    status: 'Paused',
    frequencyType: 1,
    frequency: 2,
    paymentMethodId: 10931,
    nextOccurrenceUtc: '2026-12-24T08:00:00.0000000',
  };
  const changes = [pause, weekly, date, card];

  it('gives the order and all changes it shows', async () => {
    await using started = await startQPilot(() => ({ json: changed }));
    expect(await started.source.written.changes({ id: '880001', changes })).toMatchObject({
      order: { status: 'PAUSED' },
      shown: changes,
    });
  });

  it.each([
    [{ status: 'Active' }, pause],
    [{ status: 'Queued' }, pause],
    [{ frequency: 3 }, weekly],
    [{ frequency: null }, weekly],
    [{ frequencyType: 'Days' }, weekly],
    [{ paymentMethodId: 10930 }, card],
    [{ paymentMethodId: null }, card],
    [{ nextOccurrenceUtc: '2026-12-24T08:00:01Z' }, date],
    [{ nextOccurrenceUtc: null }, date],
  ])('with %j does not show %j', async (difference, missing) => {
    await using started = await startQPilot(() => ({ json: { ...changed, ...difference } }));
    const state = await started.source.written.changes({ id: '880001', changes });
    expect(state?.shown).toEqual(changes.filter((change) => change !== missing));
  });

  it.each([{ json: { ...changed, id: 880002 } }, { status: 404 }])('is null for %j', async (reply) => {
    await using started = await startQPilot(() => reply);
    expect(await started.source.written.changes({ id: '880001', changes })).toBeNull();
  });
});
