import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ReceivedRequest } from '../../support/fake-upstream.js';
import { startQPilot } from './start-qpilot.js';

const ids = ['0001', '1', '15', 'a', 'A', 'x y'] as const;
const row = fc.record({ id: fc.constantFrom(...ids, 'foreign', 1, 15), mark: fc.integer() });
/** Rows in any order, some of the asked ones missing, some repeated, some of others. */
const rows = fc.array(row, { maxLength: 12 });
const asked = fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1 });

const settings = { numRuns: 60 };

it('never puts a product on the id of another, whatever the summaries answer', async () => {
  await fc.assert(
    fc.asyncProperty(asked, rows, async (keys, answered) => {
      const reply = answered.map(({ id, mark }) => ({ id, sku: `sku of ${id}`, title: `${id}/${mark}` }));
      await using started = await startQPilot((call) => (call.startsWith('POST') ? { json: reply } : undefined));
      const found = await started.source.products.byExternalId.loadMany(keys);
      for (const [index, product] of found.entries()) {
        const first = reply.find(({ id }) => String(id) === keys[index]);
        expect(product).toEqual(
          first === undefined ? null : expect.objectContaining({ externalId: keys[index], title: first.title }),
        );
      }
    }),
    settings,
  );
});

it('never puts a customer on the id of another, whatever list and single answers hold', async () => {
  await fc.assert(
    fc.asyncProperty(asked, rows, fc.option(row), async (keys, answered, single) => {
      await using started = await startQPilot((call) =>
        call === 'GET /Customers' ? { json: answered } : single === null ? undefined : { json: single },
      );
      const found = await started.source.customers.byExternalId.loadMany(keys);
      for (const [index, customer] of found.entries()) {
        expect([null, keys[index]]).toContain(
          customer instanceof Error || customer === null ? null : customer.externalId,
        );
        const isListed = keys.length >= 3 && answered.some(({ id }) => String(id) === keys[index]);
        if (isListed || String(single?.id) === keys[index]) expect(customer).toMatchObject({ externalId: keys[index] });
      }
    }),
    settings,
  );
});

it('gives an e-mail address its own customers and all of them, whatever the search answers', async () => {
  const emails = ['ann@example.com', 'ANN@example.com ', 'bob@example.com', 'cy@example.com', null];
  const person = fc.record({ id: fc.string({ minLength: 1 }), email: fc.constantFrom(...emails) });
  const addresses = fc.uniqueArray(
    fc.constantFrom('ann@example.com', 'bob@example.com', 'cy@example.com', 'dee@example.com'),
    {
      minLength: 1,
    },
  );
  await fc.assert(
    fc.asyncProperty(addresses, fc.uniqueArray(person, { selector: ({ id }) => id.trim() }), async (keys, people) => {
      await using started = await startQPilot((_call, request) => ({ json: firstPage(people, request) }));
      const found = await started.source.customers.byEmail.loadMany(keys);
      for (const [index, customers] of found.entries()) {
        const own = people.filter(({ email }) => email?.trim().toLowerCase() === keys[index]).map(({ id }) => id);
        expect(customers).toMatchObject(own.map((externalId) => ({ externalId })));
        expect(customers).toHaveLength(own.length);
      }
    }),
    settings,
  );
});

it('gives a customer only scheduled orders that name the customer or nobody', async () => {
  const order = fc.record({ id: fc.integer({ min: 1 }), customerId: fc.constantFrom(...ids, null) });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...ids), fc.array(order), async (key, orders) => {
      await using started = await startQPilot((call) =>
        call.endsWith('/ScheduledOrders') ? { json: orders } : undefined,
      );
      const found = await started.source.scheduledOrders.byCustomer.load(key);
      const own = orders.filter(({ customerId }) => customerId === null || customerId === key);
      expect(found.map(({ externalId }) => externalId)).toEqual(own.map(({ id }) => String(id)));
    }),
    settings,
  );
});

function firstPage(all: readonly unknown[], { query }: ReceivedRequest): readonly unknown[] {
  return query.some(([name, value]) => name === 'page' && value !== '1') ? [] : all;
}
