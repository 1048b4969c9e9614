import { describe, expect, it } from 'vitest';
import { undoneAnswers, unknownAnswers, writesIn } from './site-writes.js';
import { siteCalls, startQPilot } from './start-qpilot.js';

/** The subscription of the getting-started guide. */
const order = {
  customerExternalId: '15',
  paymentMethodNumber: 10933,
  frequency: { unit: 'DAYS', value: 30 },
  items: [{ productExternalId: '100982', quantity: 4 }],
  nextOccurrenceAt: null,
  note: null,
  reference: null,
} as const;

/** The guide's sample. */
const sample = {
  customerId: '15',
  paymentMethodId: 10933,
  frequencyType: 'Days',
  frequency: 30,
  scheduledOrderItems: [{ productId: '100982', quantity: 4 }],
};
const stored = { ...sample, id: 880010, status: 'Active', nextOccurrenceUtc: '2026-12-01T12:00:00Z' };

describe('creating a scheduled order', () => {
  it("sends the guide's sample field by field: the customer as text, the card as a number", async () => {
    await using started = await startQPilot(() => ({ status: 202, json: stored }));
    const created = await started.source.writes.createScheduledOrder(order);
    expect(started.requests[1]?.body).toBe(JSON.stringify(sample));
    expect(siteCalls(started.requests)).toEqual(['POST /ScheduledOrders']);
    expect(created).toMatchObject({ externalId: '880010', status: 'ACTIVE', customerExternalId: '15' });
  });

  it('sends date, note and reference when they are given, and no card when none is', async () => {
    await using started = await startQPilot(() => ({ json: stored }));
    const given = { nextOccurrenceAt: '2026-12-24T08:00:00Z', note: 'Ring twice.', reference: 'key-1' };
    await started.source.writes.createScheduledOrder({ ...order, ...given, paymentMethodNumber: null });
    const { paymentMethodId: _, ...rest } = sample;
    expect(writesIn(started.requests)).toEqual([
      {
        call: 'POST /ScheduledOrders',
        body: {
          ...rest,
          nextOccurrenceUtc: '2026-12-24T08:00:00Z',
          note: 'Ring twice.',
          originalExternalId: 'key-1',
        },
      },
    ]);
  });

  it.each([
    ['DAYS', 'Days'],
    ['WEEKS', 'Weeks'],
    ['MONTHS', 'Months'],
    ['DAY_OF_THE_WEEK', 'DayOfTheWeek'],
    ['DAY_OF_THE_MONTH', 'DayOfTheMonth'],
  ] as const)('sends %s as %s', async (unit, frequencyType) => {
    await using started = await startQPilot(() => ({ json: stored }));
    await started.source.writes.createScheduledOrder({ ...order, frequency: { unit, value: 7 } });
    expect(writesIn(started.requests)).toMatchObject([{ body: { frequencyType, frequency: 7 } }]);
  });

  it('reads the order when the answer is only its number', async () => {
    await using started = await startQPilot((call) =>
      call.startsWith('POST') ? { json: { id: 880010 } } : { json: stored },
    );
    expect(await started.source.writes.createScheduledOrder(order)).toMatchObject({ status: 'ACTIVE' });
    expect(siteCalls(started.requests)).toEqual(['POST /ScheduledOrders', 'GET /ScheduledOrders/880010']);
  });

  it("takes the embedded customer's id for the customer's where the order names QPilot's own number", async () => {
    const json = { ...stored, customerId: 7001, customer: { id: 7001, externalId: '15' } };
    await using started = await startQPilot(() => ({ json }));
    expect(await started.source.writes.createScheduledOrder(order)).toMatchObject({ customerExternalId: '15' });
  });

  it('has an unknown outcome when the order behind the number is of another customer', async () => {
    await using started = await startQPilot((call) =>
      call.startsWith('POST') ? { json: { id: 880010 } } : { json: { ...stored, customerId: '16' } },
    );
    await expect(started.source.writes.createScheduledOrder(order)).rejects.toMatchObject({
      code: 'PROVIDER_OUTCOME_UNKNOWN',
    });
  });

  it.each([
    ...unknownAnswers,
    ['an order of another customer', { json: { ...stored, customerId: '16' } }] as const,
    [
      'an order whose embedded customer is another',
      { json: { ...stored, customer: { id: 15, externalId: '16' } } },
    ] as const,
    [
      'an order that embeds another customer alone',
      { json: { ...stored, customerId: null, customer: { id: '16' } } },
    ] as const,
  ])('is sent once and has an unknown outcome after %s', async (_, reply) => {
    await using started = await startQPilot(() => reply);
    await expect(started.source.writes.createScheduledOrder(order)).rejects.toMatchObject({
      code: 'PROVIDER_OUTCOME_UNKNOWN',
    });
    expect(writesIn(started.requests)).toHaveLength(1);
  });

  it.each(undoneAnswers)('is not done after status %i', async (status, code) => {
    await using started = await startQPilot(() => ({ status }));
    await expect(started.source.writes.createScheduledOrder(order)).rejects.toMatchObject({ code });
  });
});

describe('finding a scheduled order that was to be created', () => {
  const sent = { ...order, reference: 'key-1' };
  const mine = { ...stored, originalExternalId: 'key-1' };

  it('gives the one order that carries the reference, among those of the customer', async () => {
    const others = [stored, { ...mine, id: 1, originalExternalId: 'key-10' }];
    await using started = await startQPilot(() => ({ json: [...others, { ...mine, frequencyType: 0 }] }));
    expect(await started.source.written.scheduledOrder(sent)).toMatchObject({ externalId: '880010' });
    expect(siteCalls(started.requests)).toEqual(['GET /Customers/15/ScheduledOrders']);
  });

  it.each([
    ['no reference', [stored]],
    ['two of them', [mine, { ...mine, id: 1 }]],
    ['another customer', [{ ...mine, customerId: '16' }]],
    ['another frequency', [{ ...mine, frequency: 31 }]],
    ['another unit', [{ ...mine, frequencyType: 'Weeks' }]],
    ['another quantity', [{ ...mine, scheduledOrderItems: [{ productId: '100982', quantity: 1 }] }]],
    ['another product', [{ ...mine, scheduledOrderItems: [{ productId: '1', quantity: 4 }] }]],
    [
      'one more item',
      [{ ...mine, scheduledOrderItems: [...sample.scheduledOrderItems, { productId: '1', quantity: 4 }] }],
    ],
  ])('is null for %s', async (_, json) => {
    await using started = await startQPilot(() => ({ json }));
    expect(await started.source.written.scheduledOrder(sent)).toBeNull();
  });

  it('is null without a call for an order that was sent without a reference', async () => {
    await using started = await startQPilot(() => ({ json: [mine] }));
    expect(await started.source.written.scheduledOrder(order)).toBeNull();
    expect(started.requests).toEqual([]);
  });
});
