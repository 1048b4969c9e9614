import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { WindowStart } from '../../../src/datasources/qapla/calls.js';
import { readNewest } from '../../../src/datasources/qapla/newest-rows.js';
import { readForward, type WindowList, type WindowRead } from '../../../src/datasources/qapla/window.js';
import { type ImportRow, importsAgo, type ListManner, manners, windowOf } from './import-list.js';

const oldestFirst: ListManner = { kept: 'oldest', sorted: 'ascending' };
const beginning = '2000-01-01 00:00:00';
const range = (count: number, step = 1) => Array.from({ length: count }, (_, index) => index * step);

function listOf(rows: readonly ImportRow[], manner: ListManner) {
  const starts: WindowStart[] = [];
  const list: WindowList<ImportRow> = {
    fetch: (start) => {
      starts.push(start);
      return Promise.resolve(windowOf(rows, start, manner));
    },
    keyOf: ({ reference }) => reference,
    importedAtOf: ({ importedAt }) => importedAt,
    timeZone: 'Europe/Rome',
  };
  return { list, starts };
}

/** The rows that a read claims to have although it has not. */
function falselyClaimed(rows: readonly ImportRow[], read: WindowRead<ImportRow>): ImportRow[] {
  const held = new Set(read.rows.map(({ reference }) => reference));
  const missing = rows.filter(({ reference }) => !held.has(reference));
  if (read.isComplete) return missing;
  const { completeSince } = read;
  return completeSince === null ? [] : missing.filter(({ importedMs }) => importedMs >= Date.parse(completeSince));
}

test('reads on from the newest import of each full window until one is not full', async () => {
  const rows = importsAgo(range(250), Date.now());
  const { list, starts } = listOf(rows, oldestFirst);

  const read = await readForward(list, { dateFrom: beginning, maxCalls: 12 });

  expect(read).toMatchObject({ isComplete: true, completeSince: null, calls: 3 });
  expect(new Set(read.rows)).toEqual(new Set(rows));
  const ascending = rows.toReversed();
  expect(starts).toEqual(
    [beginning, ascending[99]?.importedAt, ascending[198]?.importedAt].map((dateFrom) => ({ dateFrom })),
  );
});

test('stops once it holds the rows that were wanted, or at its last call, and claims nothing', async () => {
  const { list } = listOf(importsAgo(range(500), Date.now()), oldestFirst);
  const incomplete = { isComplete: false, completeSince: null };

  expect(await readForward(list, { dateFrom: beginning, maxCalls: 12, wantedRows: 150 })).toMatchObject({
    ...incomplete,
    calls: 2,
  });
  expect(await readForward(list, { dateFrom: beginning, maxCalls: 3 })).toMatchObject({ ...incomplete, calls: 3 });
});

test('is complete since the oldest import of a provider that gives the newest rows', async () => {
  const rows = importsAgo(range(250), Date.now());
  const { list } = listOf(rows, { kept: 'newest', sorted: 'descending' });

  const read = await readForward(list, { dateFrom: beginning, maxCalls: 12 });

  expect(read).toMatchObject({ isComplete: false, calls: 2 });
  expect(Date.parse(read.completeSince ?? '')).toBe((rows[99]?.importedMs ?? 0) + 1000);
});

test('is not misled by a row imported while a provider that gives the newest rows is being read', async () => {
  const nowMs = Date.now();
  const rows = importsAgo(range(250), nowMs);
  const late = importsAgo([0], nowMs + 1000).map((row) => ({ ...row, reference: 'late' }));
  const { list, starts } = listOf(rows, { kept: 'newest', sorted: 'descending' });
  const growing: WindowList<ImportRow> = {
    ...list,
    fetch: async (start) => {
      const window = await list.fetch(start);
      return starts.length === 1 ? window : [...late, ...window];
    },
  };

  const read = await readForward(growing, { dateFrom: beginning, maxCalls: 12 });

  expect(read).toMatchObject({ isComplete: false, rows: { length: 101 } });
  expect(falselyClaimed(rows, read)).toEqual([]);
});

test('gives up on more than a hundred rows of one second', async () => {
  const { list } = listOf(
    importsAgo(
      Array.from({ length: 150 }, () => 5),
      Date.now(),
    ),
    oldestFirst,
  );

  expect(await readForward(list, { dateFrom: beginning, maxCalls: 12 })).toMatchObject({
    isComplete: false,
    completeSince: null,
    calls: 2,
  });
});

test('cannot read on where rows state no import time', async () => {
  const { list } = listOf(importsAgo(range(250), Date.now()), oldestFirst);

  const read = await readForward({ ...list, importedAtOf: () => null }, { dateFrom: beginning, maxCalls: 12 });

  expect(read).toMatchObject({ isComplete: false, completeSince: null, calls: 1 });
});

test('has the whole of a list that fits into one window in one call', async () => {
  const rows = importsAgo(range(99), Date.now());
  const { list, starts } = listOf(rows, oldestFirst);

  expect(await readNewest(list, { limit: 20, nowMs: Date.now() })).toMatchObject({
    isComplete: true,
    rows: { length: 99 },
  });
  expect(starts).toEqual([{ dateFrom: beginning }]);
});

test('widens windows of days until one is full and reads that one to the present', async () => {
  // One import every eight hours for two years: a full window lies between 16 and 64 days back.
  const nowMs = Date.now();
  const rows = importsAgo(range(2190, 480), nowMs);
  const { list, starts } = listOf(rows, oldestFirst);

  const read = await readNewest(list, { limit: 150, nowMs });

  expect(starts.slice(2, 6)).toEqual([{ days: 1 }, { days: 4 }, { days: 16 }, { days: 64 }]);
  expect(Date.parse(read.completeSince ?? '')).toBe(nowMs - 64 * 24 * 3_600_000);
  expect(read.rows.length).toBeGreaterThanOrEqual(150);
  expect(falselyClaimed(rows, read)).toEqual([]);
});

test('stops widening once a window holds enough', async () => {
  const nowMs = Date.now();
  const { list, starts } = listOf(importsAgo(range(2190, 480), nowMs), oldestFirst);

  const read = await readNewest(list, { limit: 10, nowMs });

  expect(starts.at(-1)).toEqual({ days: 4 });
  expect(read.rows.length).toBeGreaterThanOrEqual(10);
});

test('claims only the last window that was not full when the full one is too long to read', async () => {
  const nowMs = Date.now();
  const dayMinutes = 24 * 60;
  const recent = range(50, 10);
  // Behind yesterday's start, whatever the hour: two thousand rows within a day.
  const rows = importsAgo([...recent, ...range(2000).map((index) => 2 * dayMinutes + 30 + index / 2)], nowMs);
  const { list, starts } = listOf(rows, oldestFirst);

  const read = await readNewest(list, { limit: 200, nowMs });

  expect(starts).toHaveLength(12);
  expect(read.calls).toBe(12);
  expect(Date.parse(read.completeSince ?? '')).toBe(nowMs - dayMinutes * 60_000);
  expect(falselyClaimed(rows, read)).toEqual([]);
});

test('never claims a row it does not hold and never takes more than twelve calls, however upstream cuts and sorts', async () => {
  const gaps = fc.array(fc.oneof(fc.integer({ min: 0, max: 60 * 24 * 3 }), fc.constant(0)), { maxLength: 700 });
  await fc.assert(
    fc.asyncProperty(
      gaps,
      fc.constantFrom(...manners),
      fc.integer({ min: 1, max: 400 }),
      async (steps, manner, limit) => {
        const nowMs = Date.now();
        let ago = 0;
        const rows = importsAgo(
          steps.map((step) => (ago += step)),
          nowMs,
        );
        const { list, starts } = listOf(rows, manner);
        const newest = await readNewest(list, { limit, nowMs });
        expect(starts.length).toBe(newest.calls);
        expect(starts.length).toBeLessThanOrEqual(12);
        const forward = await readForward(list, { dateFrom: rows.at(-1)?.importedAt ?? beginning, maxCalls: 12 });
        expect(falselyClaimed(rows, newest)).toEqual([]);
        expect(falselyClaimed(rows, forward)).toEqual([]);
        expect(new Set(newest.rows).size).toBe(newest.rows.length);
      },
    ),
    { numRuns: 150 },
  );
});
