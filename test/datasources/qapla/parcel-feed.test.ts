import { expect, test } from 'vitest';
import type { IndexEntry, IndexFeed } from '../../../src/datasources/_shared/index-feed.js';
import { type ImportRow, importsAgo, type ListManner, windowOf } from './import-list.js';
import { askedWithoutKey, documentedTrack, found, nothingFound, paramOf, startQapla, track } from './start-qapla.js';

const dayMinutes = 24 * 60;
const oldestFirst: ListManner = { kept: 'oldest', sorted: 'ascending' };
const newestFirst: ListManner = { kept: 'newest', sorted: 'descending' };
const range = (count: number, step = 1) => Array.from({ length: count }, (_, index) => index * step);
const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

/** Parcels in the documented shape, which states no import time. */
async function startParcels(rows: readonly ImportRow[], manner: ListManner = oldestFirst, isTimed = false) {
  const qapla = await startQapla((request) => {
    const window = windowOf(rows, { dateFrom: paramOf(request, 'dateFrom') }, manner);
    const tracks = window.map(({ reference, importedAt }) =>
      track(`T${reference}`, reference, isTimed ? { importedAt } : {}),
    );
    return found('getTracks', { count: 4, tracks });
  });
  const feed = qapla.source.feeds.find(({ kind }) => kind === 'PARCEL');
  if (feed === undefined) throw new Error('no feed of parcels');
  return { ...qapla, feed, [Symbol.asyncDispose]: () => qapla[Symbol.asyncDispose]() };
}

async function fillAll(feed: IndexFeed) {
  const numbers = new Set<string>();
  for (let cursor: string | null = null; ; ) {
    const { entries, next, isComplete, since }: Awaited<ReturnType<IndexFeed['fill']>> = await feed.fill(cursor);
    for (const entry of entries) numbers.add(numberOf(entry));
    if (next === null) return { numbers, isComplete, since };
    cursor = next;
  }
}

function numberOf(entry: IndexEntry): string {
  if (entry.kind !== 'PARCEL') throw new Error('no parcel');
  return entry.shipment.trackingNumber;
}

test.each([
  ['state no import time', false, 90],
  ['state an import time', true, 45],
])('fills three thousand parcels that %s', async (_case, isTimed, mostCalls) => {
  await using qapla = await startParcels(importsAgo(range(3000, 30), Date.now()), oldestFirst, isTimed);

  const filled = await fillAll(qapla.feed);

  expect(filled).toMatchObject({ isComplete: true, since: null });
  expect(filled.numbers.size).toBe(3000);
  expect(qapla.requests.length).toBeLessThan(mostCalls);
});

test('has what can be reached where a full window does not move', async () => {
  await using qapla = await startParcels(importsAgo(range(3000, 30), Date.now()), newestFirst);

  const filled = await fillAll(qapla.feed);

  expect(filled.numbers.size).toBe(100);
  expect(filled.isComplete).toBe(false);
  expect(filled.since).not.toBeNull();
});

test('reads the parcels of the last week for what has changed, in one call where it gives them', async () => {
  await using qapla = await startParcels(importsAgo(range(500, dayMinutes / 10), Date.now()));

  const changed = await qapla.feed.changedSince?.(ago(5));

  expect(changed?.isComplete).toBe(true);
  expect(changed?.entries.length).toBeGreaterThanOrEqual(70);
  expect(changed?.entries.length).toBeLessThanOrEqual(71);
  expect(qapla.requests).toHaveLength(1);
});

test.each([
  ['gives the oldest rows of a full window', oldestFirst],
  ['gives the newest', newestFirst],
])('reads those since a day before where a week is too much and upstream %s', async (_case, manner) => {
  const rows = importsAgo(range(2000, dayMinutes / 90), Date.now());
  await using qapla = await startParcels(rows, manner);

  const changed = await qapla.feed.changedSince?.(ago(5));

  const numbers = new Set(changed?.entries.map(numberOf));
  const late = rows.slice(0, 89).map(({ reference }) => `T${reference}`);
  expect(late.filter((number) => !numbers.has(number))).toEqual([]);
  expect(changed?.isComplete).toBe(true);
  expect(qapla.requests).toHaveLength(2);
});

test('is enough since the instant itself where upstream gives the newest rows and a day is too much', async () => {
  await using busy = await startParcels(importsAgo(range(2000, 10), Date.now()), newestFirst);
  await using late = await startParcels(importsAgo(range(2000, 10), Date.now()), newestFirst, true);

  expect(await busy.feed.changedSince?.(ago(5))).toMatchObject({ isComplete: true });
  expect(await late.feed.changedSince?.(ago(1200))).toMatchObject({ isComplete: false });
});

test('reads a busy day in several windows, and says when there were too many', async () => {
  await using busy = await startParcels(importsAgo(range(3000, 5), Date.now()));
  await using crowded = await startParcels(importsAgo(range(9000, 0.5), Date.now()));

  const changed = await busy.feed.changedSince?.(ago(5));
  const numbers = new Set(changed?.entries.map(numberOf));

  expect(changed?.isComplete).toBe(true);
  expect(range(288).filter((index) => !numbers.has(`TR${index}`))).toEqual([]);
  expect(busy.requests.length).toBeLessThan(15);
  expect(await crowded.feed.changedSince?.(ago(5))).toMatchObject({ isComplete: false });
  expect(crowded.requests.length).toBeLessThan(30);
});

test('reaches back to a day before the instant after a long pause', async () => {
  await using qapla = await startParcels(importsAgo([10, 20 * dayMinutes, 21.5 * dayMinutes], Date.now()));

  const changed = await qapla.feed.changedSince?.(ago(20.1 * dayMinutes));

  expect(changed?.entries.map(numberOf)).toEqual(['TR1', 'TR0']);
});

test('asks nothing for what has changed since a time far ahead', async () => {
  await using qapla = await startParcels([]);

  expect(await qapla.feed.changedSince?.('9999-12-31T23:59:59Z')).toEqual({ entries: [], isComplete: true });
  expect(qapla.requests).toEqual([]);
});

test('reads a parcel anew each time, and knows one that is gone', async () => {
  const replies = [found('getTrack', documentedTrack), found('getTrack', documentedTrack), nothingFound];
  await using qapla = await startQapla(() => replies.shift() ?? {});
  const feed = qapla.source.feeds.find(({ kind }) => kind === 'PARCEL');

  expect(await feed?.reread('2878202252347')).toMatchObject({
    kind: 'PARCEL',
    shipment: { status: 'OUT_FOR_DELIVERY', reference: '300008236' },
  });
  expect(await feed?.reread('2878202252347')).toMatchObject({ kind: 'PARCEL' });
  expect(await feed?.reread('2878202252347')).toBeNull();
  expect(askedWithoutKey(qapla.requests)).toEqual(Array(3).fill('/getTrack/ trackingNumber=2878202252347 lang=ita'));
});
