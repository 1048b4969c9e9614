import { expect, test } from 'vitest';
import { type ImportRow, importsAgo, windowOf } from './import-list.js';
import { askedWithoutKey, found, paramOf, startQapla, track } from './start-qapla.js';

const range = (count: number) => Array.from({ length: count }, (_, index) => index);
const startOf = (request: Parameters<typeof paramOf>[0]) => {
  const days = paramOf(request, 'days');
  return days === '' ? { dateFrom: paramOf(request, 'dateFrom') } : { days: Number(days) };
};
const parcel = ({ reference, importedAt }: ImportRow) => track(`T${reference}`, reference, { importedAt });

test('gives the newest orders first, up to the limit, in one call for a small list', async () => {
  const orders = importsAgo([30, 10, 20], Date.now());
  await using qapla = await startQapla(() => found('getOrders', { orders }));

  const all = await qapla.source.orders.newest(3);
  const two = await qapla.source.orders.newest(2);
  await qapla.source.orders.newest(2);

  expect(all.rows.map(({ reference }) => reference)).toEqual(['R1', 'R2', 'R0']);
  expect(all).toMatchObject({ isComplete: true, since: null });
  expect(two.rows.map(({ reference }) => reference)).toEqual(['R1', 'R2']);
  expect(two.isComplete).toBe(false);
  expect(askedWithoutKey(qapla.requests)).toEqual(Array(2).fill('/getOrders/ dateFrom=2000-01-01 00:00:00'));
});

test('reads further windows of orders and drops what they repeat', async () => {
  const rows = importsAgo(range(150), Date.now());
  await using qapla = await startQapla((request) =>
    found('getOrders', { orders: windowOf(rows, startOf(request), { kept: 'oldest', sorted: 'ascending' }) }),
  );
  const since = new Date(Date.now() - 3 * 3_600_000).toISOString();

  const window = await qapla.source.orders.since(since, 500);

  expect(window.isComplete).toBe(true);
  expect(window.rows.map(({ reference }) => reference).toSorted()).toEqual(
    rows.map(({ reference }) => reference).toSorted(),
  );
  expect(qapla.requests).toHaveLength(2);
});

test('ends at a full window of parcels, which state no import time', async () => {
  const tracks = range(100).map((number) => track(`T${number}`, null));
  await using qapla = await startQapla(() => found('getTracks', { count: 3, tracks }));

  const window = await qapla.source.shipments.since('2017-07-13T07:00:00Z');

  expect(window.rows).toHaveLength(100);
  expect(window).toMatchObject({ isComplete: false, since: null });
  expect(askedWithoutKey(qapla.requests)).toEqual(['/getTracks/ dateFrom=2017-07-13 09:00:00']);
});

test('reads on behind a full window of parcels that do state an import time', async () => {
  const rows = importsAgo(range(130), Date.now());
  await using qapla = await startQapla((request) =>
    found('getTracks', {
      tracks: windowOf(rows, startOf(request), { kept: 'oldest', sorted: 'ascending' }).map(parcel),
    }),
  );

  const window = await qapla.source.shipments.since('2017-07-13T07:00:00Z');

  expect(window.rows).toHaveLength(130);
  expect(window.isComplete).toBe(true);
});

test('keeps the same number at two couriers and drops it repeated at one', async () => {
  const tracks = [track('T-1', 'a'), track('t1', 'a'), track('T1', 'a', { courier: 'GLS' })];
  await using qapla = await startQapla(() => found('getTracks', { tracks }));

  const { rows } = await qapla.source.shipments.since('2017-07-13T07:00:00Z');

  expect(rows.map(({ courier, trackingNumber }) => [courier?.code, trackingNumber])).toEqual([
    ['BRT', 'T-1'],
    ['GLS', 'T1'],
  ]);
});

test('asks nothing since a time far ahead, when nothing can have been imported', async () => {
  await using qapla = await startQapla(() => found('getTracks', { tracks: [track('T1', 'a')] }));
  const { shipments, orders } = qapla.source;
  const never = '9999-12-31T23:59:59Z';
  const placedAt = '9999-12-30T00:00:00Z';
  const keys = Array.from({ length: 9 }, (_, index) => ({ reference: `R${index}`, placedAt }));

  const nothing = { rows: [], isComplete: true, since: null };
  expect([await shipments.since(never), await orders.since(never, 50)]).toEqual([nothing, nothing]);
  expect(qapla.requests).toEqual([]);
  await shipments.byReference.loadMany(keys);
  expect(askedWithoutKey(qapla.requests).filter((line) => line.startsWith('/getTracks/'))).toEqual([]);
});

test('asks since 1970 for any time before it', async () => {
  await using qapla = await startQapla((request) =>
    request.path === '/getTracks/' ? found('getTracks', { tracks: [] }) : found('getOrders', { orders: [] }),
  );

  await qapla.source.shipments.since('0001-01-01T00:00:00Z');
  await qapla.source.orders.since('-000001-12-31T00:00:00Z', 50);

  expect(askedWithoutKey(qapla.requests)).toEqual([
    '/getTracks/ dateFrom=1970-01-01 00:00:00',
    '/getOrders/ dateFrom=1970-01-01 00:00:00',
  ]);
});
