import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startShop } from './start-shop.js';
import { statusChange, writesAnswered, written } from './write-samples.js';

const allDone = (...references: string[]) => ({
  json: { results: Object.fromEntries(references.map((reference) => [reference, { success: '1' }])) },
});

describe('steps of orders', () => {
  it('are sent together as the sample of the document', async () => {
    await using shop = await startShop(writesAnswered(allDone('1111', '2222', '3333')));
    await shop.source.writes.setOrderStatus([
      statusChange({ reference: '1111', status: 'PAID' }),
      statusChange({
        reference: '2222',
        status: 'DONE',
        shipping: { trackingNumber: 'NAJ10192938', company: 'Postnord' },
      }),
      statusChange({ reference: '3333', status: 'CANCELLED' }),
    ]);
    expect(written(shop.requests)).toEqual([
      [
        { order_id: 1111, status: 'paid' },
        { order_id: 2222, status: 'done', shipping_info: { trackingnumber: 'NAJ10192938', company: 'Postnord' } },
        { order_id: 3333, status: 'cancelled' },
      ],
    ]);
    expect(shop.requests[0]).toMatchObject({ method: 'PUT', path: '/orders' });
  });

  it.each([
    [
      { status: 'PAID', sendEmail: false },
      { email_confirmation: false, skip_email_confirmation: 'true' },
    ],
    [{ status: 'PAID', sendEmail: true }, {}],
    [
      { status: 'PAID', sendWebhook: false, language: 'da' },
      { skip_webhook: 'true', language: 'da' },
    ],
    [{ status: 'PAID', sendWebhook: true }, {}],
    [{ status: 'DONE', sendEmail: true }, { email_confirmation: 'true' }],
    [{ status: 'DONE', sendEmail: false }, { email_confirmation: 'false' }],
    [{ status: 'DONE', shipping: { trackingNumber: null, company: 'DHL' } }, { shipping_info: { company: 'DHL' } }],
  ] as const)('%j sends %j', async (given, sent) => {
    await using shop = await startShop(writesAnswered(allDone('1')));
    await shop.source.writes.setOrderStatus([statusChange({ reference: '1', ...given })]);
    expect(written(shop.requests)).toEqual([[{ order_id: 1, status: given.status.toLowerCase(), ...sent }]]);
  });

  it('fail one by one inside a success, by the number and not by the truth of "0"', async () => {
    const results = {
      '1111': { order_id: 1111, errors: ['Could not find order'], success: '0' },
      '2222': { order_id: 2222, success: '1' },
    };
    await using shop = await startShop(writesAnswered({ json: { results } }, { status: '2' }));
    const rows = await shop.source.writes.setOrderStatus([
      statusChange({ reference: '2222', status: 'DONE' }),
      statusChange({ reference: '1111', status: 'DONE' }),
    ]);
    expect(rows).toMatchObject([
      { state: 'DONE', entity: { reference: '2222', status: 'DONE' } },
      { state: 'REFUSED', words: 'Could not find order' },
    ]);
  });

  it('are unknown where the answer leaves them out, whatever status the order has', async () => {
    await using shop = await startShop(writesAnswered(allDone('1'), { status: '2' }));
    const rows = await shop.source.writes.setOrderStatus(
      ['1', '2'].map((reference) => statusChange({ reference, status: 'DONE' })),
    );
    expect(rows).toMatchObject([{ state: 'DONE' }, { state: 'UNKNOWN' }]);
  });

  it('have an unknown outcome when the results are an empty list', async () => {
    await using shop = await startShop(writesAnswered({ json: { results: [] } }));
    await expect(
      shop.source.writes.setOrderStatus([statusChange({ reference: '1', status: 'PAID' })]),
    ).rejects.toMatchObject({ code: 'PROVIDER_OUTCOME_UNKNOWN' });
  });

  it('give each order the row of its own key, in whatever order and with whatever else is answered', async () => {
    const row = fc.record({
      reference: fc.integer({ min: 1, max: 50 }).map(String),
      success: fc.constantFrom('1', '0', 1, 0, true, false, '', null, 'yes', []),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(row, { selector: ({ reference }) => reference, minLength: 1 }),
        fc.uniqueArray(fc.integer({ min: 1, max: 50 }).map(String), { minLength: 1 }),
        async (answered, asked) => {
          const results = Object.fromEntries(answered.map(({ reference, success }) => [reference, { success }]));
          await using shop = await startShop(writesAnswered({ json: { results } }));
          const changes = asked.map((reference) => statusChange({ reference, status: 'PAID' }));
          const rows = await shop.source.writes
            .setOrderStatus(changes)
            .catch(() => asked.map(() => ({ state: 'UNKNOWN' })));
          const expected = asked.map((reference) => {
            const own = answered.find((candidate) => candidate.reference === reference)?.success;
            if (own === '1' || own === 1 || own === true) return 'DONE';
            return own === '0' || own === 0 || own === false ? 'REFUSED' : 'UNKNOWN';
          });
          expect(rows.map(({ state }) => state)).toEqual(expected);
        },
      ),
      { numRuns: 40 },
    );
  });
});
