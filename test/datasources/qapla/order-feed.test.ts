import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { IndexEntry, IndexFeed } from '../../../src/datasources/_shared/index-feed.js';
import { formatLocal, parseInstant, toEpochMs } from '../../../src/domain/instant.js';
import type { ReceivedRequest } from '../../support/fake-upstream.js';
import { type ImportRow, importsAgo, type ListManner, manners, windowOf } from './import-list.js';
import { askedWithoutKey, found, paramOf, startQapla } from './start-qapla.js';

const zone = 'Europe/Rome';
const oldestFirst: ListManner = { kept: 'oldest', sorted: 'ascending' };
const newestFirst: ListManner = { kept: 'newest', sorted: 'descending' };
const range = (count: number, step = 1) => Array.from({ length: count }, (_, index) => index * step);
const startOf = (request: ReceivedRequest) => ({ dateFrom: paramOf(request, 'dateFrom') });
const at = (ms: number) => new Date(ms).toISOString().replace('.000Z', 'Z');

async function startImports(rows: readonly ImportRow[], manner: ListManner = oldestFirst) {
  const qapla = await startQapla((request) => {
    const orders = windowOf(rows, startOf(request), manner).map(({ importedMs: _ms, ...row }) => row);
    return found('getOrders', { orders });
  });
  const feed = qapla.source.feeds.find(({ kind }) => kind === 'ORDER');
  if (feed === undefined) throw new Error('no feed of orders');
  return { ...qapla, feed, [Symbol.asyncDispose]: () => qapla[Symbol.asyncDispose]() };
}

async function fillAll(feed: IndexFeed, from: string | null = null) {
  const found = new Map<string, string | null>();
  const cursors: string[] = [];
  for (let cursor = from; ; ) {
    const { entries, next, isComplete, since } = await feed.fill(cursor);
    for (const { reference, importedAt } of entries.map(importOf)) found.set(reference, importedAt);
    if (next === null) return { found, cursors, isComplete, since };
    cursor = next;
    cursors.push(next);
  }
}

function importOf(entry: IndexEntry) {
  if (entry.kind !== 'ORDER') throw new Error('no order');
  return { reference: entry.order.reference, importedAt: entry.importedAt };
}

// A local time that clocks show twice is read as the first of the two.
const instantOf = ({ importedAt }: ImportRow) => parseInstant(importedAt, zone) ?? '';
const keyOf = (row: ImportRow) => ({ reference: row.reference, importedAt: instantOf(row) });

test('fills ten thousand imports in a hundred to a hundred and fifty calls, each with the instant it came', async () => {
  const rows = importsAgo(range(10_000, 97), Date.now());
  await using qapla = await startImports(rows);

  const filled = await fillAll(qapla.feed);

  expect(filled).toMatchObject({ isComplete: true, since: null });
  expect(filled.found.size).toBe(10_000);
  expect(rows.slice(0, 500).filter((row) => filled.found.get(row.reference) !== instantOf(row))).toEqual([]);
  expect(qapla.requests.length).toBeGreaterThan(100);
  expect(qapla.requests.length).toBeLessThan(150);
});

test('has the newest hundred of a provider that gives no others, and says since when', async () => {
  const rows = importsAgo(range(2000, 30), Date.now());
  await using qapla = await startImports(rows, newestFirst);

  const filled = await fillAll(qapla.feed);

  expect(filled.isComplete).toBe(false);
  expect(toEpochMs(filled.since ?? '')).toBe((rows[99]?.importedMs ?? 0) + 1000);
  expect(filled.found.size).toBe(100);
});

test('gives the same imports when it is resumed at any step', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...manners),
      fc.integer({ min: 1, max: 1200 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      async (manner, count, place) => {
        const rows = importsAgo(range(count, 30), Date.now());
        await using qapla = await startImports(rows, manner);
        const all = await fillAll(qapla.feed);
        const index = Math.floor(place * all.cursors.length);
        const before = new Set<string>();
        for (const cursor of [null, ...all.cursors.slice(0, index)]) {
          for (const entry of (await qapla.feed.fill(cursor)).entries) before.add(importOf(entry).reference);
        }
        await using restarted = await startImports(rows, manner);
        const after = await fillAll(restarted.feed, all.cursors[index] ?? null);
        expect(new Set([...before, ...after.found.keys()])).toEqual(new Set(all.found.keys()));
        expect([after.isComplete, after.since]).toEqual([all.isComplete, all.since]);
      },
    ),
    { numRuns: 15 },
  );
});

test('gives an import without a time as one that came nobody knows when, and none for a row without a reference', async () => {
  const orders = [{ reference: 'A' }, { reference: ' ' }, { reference: 'B', importedAt: '2017-07-13 16:00:13' }];
  await using qapla = await startQapla(() => found('getOrders', { orders }));

  const step = await qapla.source.feeds[0]?.fill(null);

  expect(step?.entries.map(importOf)).toEqual([
    { reference: 'A', importedAt: null },
    { reference: 'B', importedAt: '2017-07-13T14:00:13Z' },
  ]);
  expect(step).toMatchObject({ next: null, isComplete: false, since: null });
});

test('reads what came since an instant from ten minutes before it, through full windows', async () => {
  const rows = importsAgo(range(1000, 7), Date.now());
  await using qapla = await startImports(rows);
  const since = at(rows[250]?.importedMs ?? 0);

  const changed = await qapla.feed.changedSince?.(since);

  expect(changed?.isComplete).toBe(true);
  expect(new Set(changed?.entries.map((entry) => importOf(entry).reference))).toEqual(
    new Set(rows.slice(0, 252).map(({ reference }) => reference)),
  );
  expect(qapla.requests).toHaveLength(3);
  const start = formatLocal(at((rows[250]?.importedMs ?? 0) - 600_000), zone);
  expect(askedWithoutKey(qapla.requests)[0]).toBe(`/getOrders/ dateFrom=${start}`);
});

test('knows that more may have come than a provider shows that gives the newest', async () => {
  await using qapla = await startImports(importsAgo(range(1000), Date.now()), newestFirst);

  expect(await qapla.feed.changedSince?.(at(Date.now() - 500 * 60_000))).toMatchObject({ isComplete: false });
  expect(await qapla.feed.changedSince?.(at(Date.now() - 50 * 60_000))).toMatchObject({ isComplete: true });
});

test('asks nothing for what came since a time far ahead', async () => {
  await using qapla = await startImports([]);

  expect(await qapla.feed.changedSince?.('9999-12-31T23:59:59Z')).toEqual({ entries: [], isComplete: true });
  expect(qapla.requests).toEqual([]);
});

test.each([
  ['before the hour that comes twice', '2026-10-24T23:05:00Z', '2026-10-25 00:55:00'],
  ['in its first pass', '2026-10-25T00:30:00Z', '2026-10-25 01:59:59'],
  ['in its second pass', '2026-10-25T01:30:00Z', '2026-10-25 01:59:59'],
  ['behind it', '2026-10-25T02:30:00Z', '2026-10-25 03:20:00'],
  ['behind the hour that is left out', '2026-03-29T01:05:00Z', '2026-03-29 01:55:00'],
])('asks since a local time that comes once, %s', async (_case, since, dateFrom) => {
  await using qapla = await startImports([]);

  await qapla.feed.changedSince?.(since);

  expect(askedWithoutKey(qapla.requests)).toEqual([`/getOrders/ dateFrom=${dateFrom}`]);
});

test('loses no import of a night in which clocks change, whenever a pass begins', async () => {
  // From midnight to five o'clock, one every two minutes; two of each local time between two and three.
  const rows = importsAgo(range(180, 2), Date.parse('2026-10-25T04:00:00Z'));
  await using qapla = await startImports(rows);

  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 360 }), async (minutes) => {
      const sinceMs = Date.parse('2026-10-24T22:00:00Z') + minutes * 60_000;
      const changed = await qapla.feed.changedSince?.(at(sinceMs));
      const seen = new Set(changed?.entries.map((entry) => importOf(entry).reference));
      expect(rows.filter((row) => row.importedMs >= sinceMs && !seen.has(row.reference))).toEqual([]);
    }),
    { numRuns: 40 },
  );
  // And each is found again by the instant that was made of its local time.
  const filled = await fillAll(qapla.feed);
  const keys = [...filled.found].map(([reference, importedAt]) => ({ reference, importedAt: importedAt ?? '' }));
  const again = await qapla.source.orders.byImport.loadMany(keys);
  expect(again.map((order) => (order instanceof Error ? order : order?.reference))).toEqual(
    keys.map(({ reference }) => reference),
  );
});

test('finds imports again in windows that start when the first of them came', async () => {
  const rows = importsAgo(range(1000, 10), Date.now());
  await using qapla = await startImports(rows);
  const wanted = [5, 3, 40, 99, 70].map((index) => rows[index] as ImportRow);

  const orders = await qapla.source.orders.byImport.loadMany(wanted.map(keyOf));

  expect(orders).toMatchObject(wanted.map(({ reference }) => ({ provider: 'QAPLA', reference })));
  expect(askedWithoutKey(qapla.requests)).toEqual([`/getOrders/ dateFrom=${rows[99]?.importedAt}`]);
});

test('finds imports of many days in the window of the oldest where that reaches to the present', async () => {
  const day = 60 * 24;
  const rows = importsAgo(
    range(12, 1).map((count) => count * 4 * day),
    Date.now(),
  );
  await using qapla = await startImports(rows);

  const orders = await qapla.source.orders.byImport.loadMany(rows.map(keyOf));

  expect(orders).toMatchObject(rows.map(({ reference }) => ({ reference })));
  expect(qapla.requests).toHaveLength(1);
});

test('asks again behind a full window, and side by side for what came on other days', async () => {
  const rows = importsAgo(range(1000, 10), Date.now());
  await using qapla = await startImports(rows);
  const wanted = [10, 130, 300, 990].map((index) => rows[index] as ImportRow);

  const orders = await qapla.source.orders.byImport.loadMany(wanted.map(keyOf));

  expect(orders).toMatchObject(wanted.map(({ reference }) => ({ reference })));
  expect(askedWithoutKey(qapla.requests).toSorted()).toEqual(
    [990, 300, 130, 10].map((index) => `/getOrders/ dateFrom=${rows[index]?.importedAt}`),
  );
});

test('has no import where reference or time differ, and asks equal keys once', async () => {
  const [row, other] = importsAgo([10, 20], Date.now()) as [ImportRow, ImportRow];
  await using qapla = await startImports([row, other]);
  const { byImport } = qapla.source.orders;

  const loaded = await byImport.loadMany([
    { reference: row.reference, importedAt: at(row.importedMs - 1000) },
    { reference: 'nobody', importedAt: at(row.importedMs) },
    { reference: ` ${row.reference} `, importedAt: at(row.importedMs) },
    { reference: row.reference, importedAt: at(row.importedMs) },
  ]);

  expect(loaded).toMatchObject([null, null, { reference: row.reference }, { reference: row.reference }]);
  expect(qapla.requests).toHaveLength(1);
});

test('tells imports of one reference by their times, and is ambiguous where two that differ came at once', async () => {
  const times = { importedAt: '2017-07-13 16:00:13', createdAt: '2017-07-08 00:00:00' };
  const orders = [
    { reference: 'A', ...times, customerEmail: 'a@example.com' },
    { reference: 'A', ...times, importedAt: '2017-07-13 17:00:13', customerEmail: 'b@example.com' },
    { reference: 'B', ...times, amount: 'EUR 1.00' },
    { reference: 'B', ...times, amount: 'EUR 2.00' },
    { reference: 'C', ...times },
    { reference: 'C', ...times },
  ];
  await using qapla = await startQapla(() => found('getOrders', { orders }));
  const load = (reference: string, importedAt = '2017-07-13T14:00:13Z') =>
    qapla.source.orders.byImport.load({ reference, importedAt });

  expect(await load('A')).toMatchObject({ shopper: { email: 'a@example.com' } });
  expect(await load('A', '2017-07-13T15:00:13Z')).toMatchObject({ shopper: { email: 'b@example.com' } });
  await expect(load('B')).rejects.toMatchObject({ code: 'AMBIGUOUS' });
  expect(await load('C')).toMatchObject({ reference: 'C' });
});

test('finds what can be had of a second that holds more than a window, and ends', async () => {
  const rows = importsAgo([...range(150).map(() => 60), 30, 20], Date.now());
  await using qapla = await startImports(rows);
  const wanted = [rows[3], rows[140], rows[150]] as ImportRow[];

  const orders = await qapla.source.orders.byImport.loadMany(wanted.map(keyOf));

  expect(orders).toMatchObject([{ reference: 'R3' }, null, { reference: 'R150' }]);
  expect(qapla.requests.length).toBeLessThan(5);
});

test('fails for the keys of a window that fails, and for no others', async () => {
  const rows = importsAgo([10, 60 * 24 * 30], Date.now());
  // Where a clock showed the time twice, the window begins before both.
  const isOld = (request: ReceivedRequest) => (paramOf(request, 'dateFrom') ?? '') <= (rows[1]?.importedAt ?? '');
  await using qapla = await startQapla((request) =>
    isOld(request) ? found('getOrders', { orders: 'none' }) : found('getOrders', { orders: [rows[0]] }),
  );

  const [recent, old] = await qapla.source.orders.byImport.loadMany(rows.map(keyOf));

  expect(recent).toMatchObject({ reference: 'R0' });
  expect(old).toMatchObject({ code: 'PROVIDER_CONTRACT' });
});

test('finds an import whose time no clock showed', async () => {
  const orders = [{ reference: 'A', importedAt: '2026-03-29 02:30:00' }];
  await using qapla = await startQapla(() => found('getOrders', { orders }));

  const [entry] = (await qapla.source.feeds[0]?.fill(null))?.entries.map(importOf) ?? [];
  const order = await qapla.source.orders.byImport.load({ reference: 'A', importedAt: entry?.importedAt ?? '' });

  expect(order).toMatchObject({ reference: 'A' });
  expect(askedWithoutKey(qapla.requests).at(-1)).toBe('/getOrders/ dateFrom=2026-03-29 01:59:59');
});

test('reads an import anew where it was, and one nobody knows among those of the last day', async () => {
  const rows = importsAgo(range(1000, 30), Date.now());
  await using qapla = await startImports(rows);
  const old = rows[900] as ImportRow;

  expect(await qapla.feed.reread(old.reference, instantOf(old))).toMatchObject({
    kind: 'ORDER',
    order: { reference: old.reference },
    importedAt: instantOf(old),
  });
  expect(qapla.requests).toHaveLength(1);
  expect(await qapla.feed.reread('R3')).toMatchObject({ order: { reference: 'R3' } });
  expect(qapla.requests).toHaveLength(2);
});

test('finds an order again that was imported anew', async () => {
  const rows = importsAgo(range(300, 30), Date.now());
  const again = { ...(rows[250] as ImportRow), importedAt: rows[1]?.importedAt ?? '' };
  const without = rows.filter((_, index) => index !== 250);
  await using qapla = await startImports([...without, again]);

  const entry = await qapla.feed.reread('R250', instantOf(rows[250] as ImportRow));

  expect(entry).toMatchObject({ importedAt: instantOf(rows[1] as ImportRow) });
});

test('knows an order to be gone only where a window would show it', async () => {
  const rows = importsAgo(range(1000, 30), Date.now());
  const gone = rows[900] as ImportRow;
  const known = instantOf(gone);
  const without = rows.filter((row) => row !== gone);
  await using ascending = await startImports(without);
  await using descending = await startImports(without, newestFirst);
  await using small = await startImports(without.slice(0, 60));

  expect(await ascending.feed.reread(gone.reference, known)).toBeNull();
  await expect(ascending.feed.reread(gone.reference)).rejects.toMatchObject({ code: 'PROVIDER_REJECTED' });
  await expect(descending.feed.reread(gone.reference, known)).rejects.toMatchObject({ code: 'PROVIDER_REJECTED' });
  expect(await small.feed.reread(gone.reference)).toBeNull();
});

test('does not take one of two orders that came at once for the one to read anew', async () => {
  const times = { importedAt: '2017-07-13 16:00:13' };
  const orders = ['EUR 1.00', 'EUR 2.00'].map((amount) => ({ reference: 'B', ...times, amount }));
  await using qapla = await startQapla(() => found('getOrders', { orders }));

  await expect(qapla.source.feeds[0]?.reread('B', '2017-07-13T14:00:13Z')).rejects.toMatchObject({
    code: 'PROVIDER_REJECTED',
  });
});
