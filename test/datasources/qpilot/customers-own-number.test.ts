import { describe, expect, it } from 'vitest';
import type { FakeReply } from '../../support/fake-upstream.js';
import { siteCalls, startQPilot } from './start-qpilot.js';

const present = { id: '0042', customerId: 91000 };
const older = { Id: 91000, ExternalId: '0042' };

/** What a customer's lists give where they answer these rows, and the customer's own address this record. */
async function listsOf(rows: readonly object[], customer: FakeReply | undefined) {
  await using started = await startQPilot((call) => (call.endsWith('/0042') ? customer : { json: rows }));
  const { scheduledOrders, paymentMethods } = started.source;
  const [orders, cards] = await Promise.all([
    scheduledOrders.byCustomer.load('0042'),
    paymentMethods.byCustomer.load('0042'),
  ]);
  const named = (found: readonly { externalId: string; customerExternalId: string | null }[]) =>
    found.map(({ externalId, customerExternalId }) => `${externalId} of ${customerExternalId}`);
  return { orders, named: [named(orders), named(cards)], calls: siteCalls(started.requests).toSorted() };
}

const lists = ['GET /Customers/0042/PaymentMethods', 'GET /Customers/0042/ScheduledOrders'];

describe("a row of a customer's own list that names the customer by QPilot's own number", () => {
  it.each([
    ['present', present],
    ['older', older],
  ])("is the customer's where the record of the %s generation states that number", async (_, json) => {
    const rows = [
      { id: 1, customerId: 91000 },
      { id: 2, customerId: 91001 },
      { id: 3, customerId: '0042' },
    ];
    const { named, calls } = await listsOf(rows, { json });
    const own = ['1 of 0042', '3 of 0042'];
    expect(named).toEqual([own, own]);
    expect(calls).toEqual(['GET /Customers/0042', ...lists]);
  });

  it('is not shown where the record states no number, or is not there', async () => {
    const rows = [{ id: 1, customerId: 91000 }];
    expect((await listsOf(rows, { json: { id: '0042' } })).named).toEqual([[], []]);
    expect((await listsOf(rows, undefined)).named).toEqual([[], []]);
  });

  it('takes no record of its own where an embedded one tells the id of the shop', async () => {
    const rows = [{ id: 1, customerId: 91000, customer: present }];
    await using started = await startQPilot(() => ({ json: rows }));
    expect(await started.source.scheduledOrders.byCustomer.load('0042')).toMatchObject([
      { externalId: '1', customerExternalId: '0042', customer: { externalId: '0042' } },
    ]);
    expect(siteCalls(started.requests)).toEqual(['GET /Customers/0042/ScheduledOrders']);
  });

  it("is somebody else's where its embedded record has that number for the id of the shop", async () => {
    const rows = [{ id: 1, customerId: 91000, customer: { id: '91000', customerId: 15 } }];
    expect((await listsOf(rows, { json: present })).orders).toEqual([]);
  });

  it('shows no embedded record that has the number for its id', async () => {
    const rows = [{ id: 1, customerId: 91000, customer: { id: 91000 } }];
    const { orders } = await listsOf(rows, { json: present });
    expect(orders).toMatchObject([{ externalId: '1', customerExternalId: '0042', customer: null }]);
  });
});

describe("a customer's own lists", () => {
  it('ask for no record while every row names the customer by the id of the shop, or nobody', async () => {
    const { named, calls } = await listsOf([{ id: 1, customerId: '0042' }, { id: 2 }], { json: present });
    const own = ['1 of 0042', '2 of 0042'];
    expect(named).toEqual([own, own]);
    expect(calls).toEqual(lists);
  });
});
