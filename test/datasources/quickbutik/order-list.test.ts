import { expect, test } from 'vitest';
import { askedOf } from '../../support/fake-upstream.js';
import { documentedOrder, startShop } from './start-shop.js';

const row = (order_id: string, date_created: string | null = '2020-07-29 11:35:39', status = '1') => ({
  order_id,
  date_created,
  total_amount: '148.95',
  status,
});

const all = { statuses: null, paidFrom: null };

test('lists heads in UTC, newest first and by number within one second, whatever the order upstream', async () => {
  const json = [
    row('9'),
    row('12345', '2020-07-30 00:00:00'),
    row('10'),
    row('7', null),
    row('x', '2019-01-01 00:00:00'),
  ];
  await using shop = await startShop(() => ({ json }));

  const { rows, isComplete } = await shop.source.orders.list(all);

  expect(rows.map(({ reference }) => reference)).toEqual(['12345', '10', '9', 'x', '7']);
  expect(rows[2]).toEqual({
    provider: 'QUICKBUTIK',
    externalId: '9',
    reference: '9',
    status: 'PAID',
    rawStatus: '1',
    placedAt: '2020-07-29T09:35:39Z',
    total: { amount: '148.95', currency: null, raw: '148.95' },
  });
  expect(isComplete).toBe(true);
  expect(askedOf(shop.requests)).toEqual(['GET /orders']);
});

test('asks for statuses by name and for payment in UNIX seconds, and asks an equal question once', async () => {
  await using shop = await startShop(() => ({ json: [] }));
  const { list } = shop.source.orders;

  await Promise.all([list({ ...all, statuses: ['DONE', 'PAID'] }), list({ ...all, statuses: ['DONE', 'PAID'] })]);
  await list({ statuses: ['PAID'], paidFrom: '2020-07-30T08:20:47Z' });
  await list({ ...all, statuses: ['UNPAID'] });

  expect(askedOf(shop.requests)).toEqual([
    'GET /orders?status=done,paid',
    'GET /orders?from_date_paid=1596097247&status=paid',
    'GET /orders?status=unpaid',
  ]);
});

test.each([
  ['-1', 'UNPAID'],
  ['0', 'CANCELLED'],
  ['1', 'PAID'],
  ['2', 'DONE'],
  ['paid', 'PAID'],
  ['Cancelled', 'CANCELLED'],
  ['7', 'UNKNOWN'],
])('reads status %s as %s', async (word, status) => {
  await using shop = await startShop(() => ({ json: [row('1', null, word)] }));

  const { rows } = await shop.source.orders.list(all);

  expect(rows).toMatchObject([{ status, rawStatus: word }]);
});

test('states amounts in the configured currency where a list names none', async () => {
  await using shop = await startShop(() => ({ json: [row('1')] }), 'SEK');

  const { rows } = await shop.source.orders.list(all);

  expect(rows[0]?.total?.currency).toBe('SEK');
});

test.each([
  ['404', { status: 404, text: '' }],
  ['an empty array', { json: [] }],
  ['an empty array under its name', { json: { orders: [] } }],
  ['an empty array under the common name', { json: { results: [] } }],
])('is an empty, complete list for %s', async (_case, reply) => {
  await using shop = await startShop(() => reply);

  expect(await shop.source.orders.list(all)).toEqual({ rows: [], isComplete: true });
});

test.each([
  ['orders', { orders: [row('1')] }],
  ['results', { results: { '1': row('1') } }],
  ['a map keyed by id whose rows do not repeat it', { '1': { status: '1', total_amount: '148.95' } }],
])('finds the rows under %s', async (_case, json) => {
  await using shop = await startShop(() => ({ json }));

  const { rows } = await shop.source.orders.list(all);

  expect(rows).toMatchObject([{ reference: '1' }]);
});

test('drops a repeated order, the first one stays', async () => {
  const again = row(' 1 ', '2020-07-29 11:35:39', '2');
  await using shop = await startShop(() => ({ json: [row('1'), again, row('2')] }));

  const { rows } = await shop.source.orders.list(all);

  expect(rows).toMatchObject([
    { reference: '2', status: 'PAID' },
    { reference: '1', status: 'PAID' },
  ]);
  expect(rows).toHaveLength(2);
});

test('does not claim to be complete at a likely cap or with a row that states no id', async () => {
  const fifty = Array.from({ length: 50 }, (_, index) => row(String(index)));
  await using capped = await startShop(() => ({ json: fifty }));
  await using beyond = await startShop(() => ({ json: [...fifty, row('50')] }));
  await using nameless = await startShop(() => ({ json: [row('1'), { status: '1' }] }));

  expect(await capped.source.orders.list(all)).toMatchObject({ isComplete: false });
  expect(await beyond.source.orders.list(all)).toMatchObject({ isComplete: true });
  expect(await nameless.source.orders.list(all)).toMatchObject({ isComplete: false, rows: [{}] });
});

test('keeps a detailed row as the order itself and does not ask for that order again', async () => {
  await using shop = await startShop(() => ({ json: [documentedOrder, row('116')] }));

  await shop.source.orders.list(all);
  const order = await shop.source.orders.byReference.load('115');

  expect(order).toMatchObject({ shopper: { email: 'dummy@example.com' } });
  expect(shop.requests).toHaveLength(1);
});

test('breaks the contract with a shape nobody has seen', async () => {
  await using shop = await startShop(() => ({ json: { message: 'hello' } }));

  await expect(shop.source.orders.list(all)).rejects.toMatchObject({ code: 'PROVIDER_CONTRACT' });
});

test('finds nothing among no statuses, and asks nothing for it', async () => {
  await using shop = await startShop(() => ({ json: [row('1')] }));

  expect(await shop.source.orders.list({ ...all, statuses: [] })).toEqual({ rows: [], isComplete: true });
  expect(shop.requests).toEqual([]);
  expect((await shop.source.orders.list(all)).rows).toHaveLength(1);
});

test.each([
  ['null', null],
  ['an empty object', {}],
  ['null under its name', { orders: null }],
  ['false under its name', { orders: false }],
  ['a message', { message: 'maintenance' }],
  ['an object under a name that nobody described', { data: { '115': row('115') } }],
  ['rows without an id', [{ order_no: '115' }, null]],
])('is no list for %s', async (_case, json) => {
  await using shop = await startShop(() => ({ json }));

  await expect(shop.source.orders.list(all)).rejects.toMatchObject({ code: 'PROVIDER_CONTRACT' });
});
