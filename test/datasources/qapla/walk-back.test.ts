import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { walkBack } from '../../../src/datasources/qapla/walk-back.js';
import { readWalkPlace } from '../../../src/datasources/qapla/walk-place.js';
import type { WalkStep } from '../../../src/datasources/qapla/walk-windows.js';
import type { WindowList } from '../../../src/datasources/qapla/window.js';
import { formatLocal, parseInstant, toEpochMs } from '../../../src/domain/instant.js';
import { type ImportRow, importsAgo, type ListManner, manners, windowOf } from './import-list.js';

const zone = 'Europe/Rome';
const begin = '2000-01-01 00:00:00';
const oldestFirst: ListManner = { kept: 'oldest', sorted: 'ascending' };
const newestFirst: ListManner = { kept: 'newest', sorted: 'descending' };
const range = (count: number, step = 1) => Array.from({ length: count }, (_, index) => index * step);

type Answer = (dateFrom: string) => readonly ImportRow[];

function listOf(answer: Answer, isTimed = true): { list: WindowList<ImportRow>; starts: string[] } {
  const starts: string[] = [];
  const list: WindowList<ImportRow> = {
    fetch: (start) => {
      if (!('dateFrom' in start)) throw new Error('asked by days');
      starts.push(start.dateFrom);
      return Promise.resolve(answer(start.dateFrom));
    },
    keyOf: ({ reference }) => reference,
    importedAtOf: ({ importedAt }) => (isTimed ? importedAt : null),
    timeZone: zone,
  };
  return { list, starts };
}

/** Answers by texts, from rows sorted beforehand: ten thousand are asked for more than a hundred times. */
function answering(rows: readonly ImportRow[], { kept, sorted }: ListManner): Answer {
  const ascending = rows.toSorted((a, b) => (a.importedAt < b.importedAt ? -1 : a.importedAt > b.importedAt ? 1 : 0));
  return (dateFrom) => {
    const first = ascending.findIndex(({ importedAt }) => importedAt >= dateFrom);
    const found = first < 0 ? [] : ascending.slice(first);
    const window = kept === 'oldest' ? found.slice(0, 100) : found.slice(-100);
    return sorted === 'ascending' ? window : window.toReversed();
  };
}

interface Walked {
  readonly rows: Map<string, ImportRow>;
  readonly order: readonly ImportRow[];
  readonly cursors: readonly string[];
  readonly isComplete: boolean;
  readonly since: string | null;
}

/** Walks to the end, each place through text alone, as a restart leaves it. */
async function walkAll(list: WindowList<ImportRow>, nowMs = Date.now(), from: string | null = null): Promise<Walked> {
  const rows = new Map<string, ImportRow>();
  const order: ImportRow[] = [];
  const cursors: string[] = [];
  for (let cursor = from; ; ) {
    const step = await walkBack(list, readWalkPlace(cursor), { begin, nowMs });
    for (const row of step.rows) rows.set(row.reference, row);
    order.push(...step.rows);
    if (step.next === null) return { rows, order, cursors, isComplete: step.isComplete, since: step.since };
    cursor = JSON.stringify(step.next);
    cursors.push(cursor);
    if (cursors.length > 3000) throw new Error('a walk without an end');
  }
}

/** The rows that a walk claims to have although it has not. */
function falselyClaimed(all: readonly ImportRow[], { rows, isComplete, since }: Walked): ImportRow[] {
  const missing = all.filter(({ reference }) => !rows.has(reference));
  if (isComplete) return missing;
  return since === null ? [] : missing.filter(({ importedMs }) => importedMs >= toEpochMs(since));
}

test('has ten thousand orders that come evenly in a little more than a hundred calls, the newest first', async () => {
  const rows = importsAgo(range(10_000, 47), Date.now());
  const { list, starts } = listOf(answering(rows, oldestFirst));

  const walked = await walkAll(list);

  expect(walked).toMatchObject({ isComplete: true, since: null });
  expect(walked.rows.size).toBe(10_000);
  expect(starts.length).toBeLessThan(135);
  // Behind the first look at the beginning.
  const place = (reference: string) => walked.order.slice(100).findIndex((row) => row.reference === reference);
  expect(place('R1')).toBeLessThan(1000);
  expect(place('R9000')).toBeGreaterThan(8000);
});

test('has ten thousand orders that come by day and hardly by night', async () => {
  // Ninety orders a day between nine and nine; each as many minutes after the one before as that takes.
  const minutes = range(10_000).map((index) => Math.floor(index / 90) * 1440 + (index % 90) * 8);
  const { list, starts } = listOf(answering(importsAgo(minutes, Date.now()), oldestFirst));

  const walked = await walkAll(list);

  expect([walked.isComplete, walked.rows.size]).toEqual([true, 10_000]);
  expect(starts.length).toBeLessThan(150);
});

test('has ten thousand orders that all came within a day two years ago', async () => {
  const minutes = range(10_000).map((index) => 730 * 1440 + index / 8);
  const { list, starts } = listOf(answering(importsAgo(minutes, Date.now()), oldestFirst));

  const walked = await walkAll(list);

  expect([walked.isComplete, walked.rows.size]).toEqual([true, 10_000]);
  expect(starts.length).toBeLessThan(150);
});

test('has ten thousand parcels that state no import time, in windows that one call holds', async () => {
  const { list, starts } = listOf(answering(importsAgo(range(10_000, 47), Date.now()), oldestFirst), false);

  const walked = await walkAll(list);

  expect([walked.isComplete, walked.rows.size]).toEqual([true, 10_000]);
  expect(starts.length).toBeLessThan(250);
});

test('asks once for a list that one window holds', async () => {
  const { list, starts } = listOf(answering(importsAgo(range(99), Date.now()), newestFirst));

  expect(await walkAll(list)).toMatchObject({ isComplete: true, rows: { size: 99 } });
  expect(starts).toEqual([begin]);
});

test.each([
  ['that state their import', true],
  ['that state none', false],
])('ends soon where upstream gives the newest rows %s, and says since when they are whole', async (_case, isTimed) => {
  const rows = importsAgo(range(5000, 47), Date.now());
  const { list, starts } = listOf(answering(rows, newestFirst), isTimed);

  const walked = await walkAll(list);

  expect(walked.isComplete).toBe(false);
  expect(walked.rows.size).toBe(100);
  expect(walked.since).not.toBeNull();
  expect(falselyClaimed(rows, walked)).toEqual([]);
  expect(starts.length).toBeLessThan(12);
  if (isTimed) expect(toEpochMs(walked.since ?? '')).toBe((rows[99]?.importedMs ?? 0) + 1000);
});

test.each([
  ['that state their import', true],
  ['that state none', false],
])(
  'goes on behind a second of more than a hundred rows %s, and is complete only since then',
  async (_case, isTimed) => {
    const nowMs = Date.now();
    const rows = importsAgo(
      [...range(500, 10), ...range(150).map(() => 6000), ...range(500, 10).map((ago) => ago + 7000)],
      nowMs,
    );
    const { list } = listOf(answering(rows, oldestFirst), isTimed);

    const walked = await walkAll(list, nowMs);

    expect(walked.isComplete).toBe(false);
    expect(toEpochMs(walked.since ?? '')).toBe((rows[500]?.importedMs ?? 0) + 1000);
    expect(walked.rows.size).toBe(1100);
    expect(falselyClaimed(rows, walked)).toEqual([]);
  },
);

test.each([true, false])(
  'is not taken in by full windows of a provider that gives the newest rows, import times: %s',
  async (isTimed) => {
    const nowMs = Date.now();
    const rows = importsAgo(range(3000, 0.25), nowMs);
    const { list, starts } = listOf(answering(rows, newestFirst), isTimed);

    const walked = await walkAll(list, nowMs);

    expect(walked).toMatchObject({ isComplete: false, rows: { size: 100 } });
    expect(falselyClaimed(rows, walked)).toEqual([]);
    expect(starts.length).toBeLessThan(20);
  },
);

test('is not taken in by a row that changes between two calls to a provider that gives the newest rows', async () => {
  const nowMs = Date.now();
  const rows = importsAgo(range(3000, 2), nowMs);
  let calls = 0;
  const { list } = listOf((dateFrom) => {
    calls += 1;
    const window = answering(rows, newestFirst)(dateFrom);
    return window.map((row) => (row.reference === 'R9' ? { ...row, reference: `R9 at ${calls}` } : row));
  });

  const walked = await walkAll(list, nowMs);

  expect(walked.isComplete).toBe(false);
  expect(falselyClaimed(rows, walked).filter(({ reference }) => reference !== 'R9')).toEqual([]);
});

test('knows no more than that nothing came later where all rows are of one second', async () => {
  const nowMs = Date.now();
  const rows = importsAgo(
    range(150).map(() => 6000),
    nowMs,
  );
  const { list, starts } = listOf(answering(rows, oldestFirst));

  const walked = await walkAll(list, nowMs);

  expect(walked.isComplete).toBe(false);
  expect(falselyClaimed(rows, walked)).toEqual([]);
  expect(starts.length).toBeLessThan(60);
});

test('has the whole of a list that overlooks the time of day, unless one day holds more than a call', async () => {
  const byDay =
    (rows: readonly ImportRow[]): Answer =>
    (dateFrom) =>
      windowOf(rows, { dateFrom: `${dateFrom.slice(0, 10)} 00:00:00` }, oldestFirst);
  const few = importsAgo(range(1000, 30), Date.now());
  const many = importsAgo(range(1000, 5), Date.now());
  const [fewList, manyList] = [listOf(byDay(few)), listOf(byDay(many))];

  const whole = await walkAll(fewList.list);
  const cut = await walkAll(manyList.list);

  expect([whole.isComplete, whole.rows.size]).toEqual([true, 1000]);
  expect(cut.isComplete).toBe(false);
  expect(falselyClaimed(many, cut)).toEqual([]);
  expect(manyList.starts.length).toBeLessThan(200);
});

test('is not complete with a row that does not say which one it is', async () => {
  const rows = importsAgo(range(50), Date.now());
  const { list } = listOf(answering(rows, oldestFirst));
  const nameless = { ...list, keyOf: (row: ImportRow) => (row.reference === 'R20' ? null : row.reference) };

  const walked = await walkAll(nameless);

  expect(walked.isComplete).toBe(false);
  expect(toEpochMs(walked.since ?? '')).toBe((rows[20]?.importedMs ?? 0) + 1000);
});

test('is complete only since a row of an older window that does not say which one it is', async () => {
  const rows = importsAgo(range(1500, 30), Date.now());
  const { list } = listOf(answering(rows, oldestFirst));
  const nameless = { ...list, keyOf: (row: ImportRow) => (row.reference === 'R700' ? null : row.reference) };

  const walked = await walkAll(nameless);

  expect(walked.isComplete).toBe(false);
  expect(toEpochMs(walked.since ?? '')).toBe((rows[700]?.importedMs ?? 0) + 1000);
});

test('begins anew with a cursor that it cannot read', () => {
  expect([readWalkPlace('{"stage":"WINDOW","from":1}'), readWalkPlace('['), readWalkPlace(null)]).toEqual([
    null,
    null,
    null,
  ]);
});

/** Answers by instants, as a provider does that reads a text which clocks show twice as the first of the two, or as the second. */
const answeringByInstant =
  (pass: 'first' | 'second') =>
  (rows: readonly ImportRow[]): Answer =>
  (dateFrom) => {
    const firstMs = toEpochMs(parseInstant(dateFrom, zone) ?? '');
    const isDoubled = formatLocal(new Date(firstMs + 3_600_000).toISOString(), zone) === dateFrom;
    const fromMs = isDoubled && pass === 'second' ? firstMs + 3_600_000 : firstMs;
    return rows
      .filter(({ importedMs }) => importedMs >= fromMs)
      .toSorted((a, b) => a.importedMs - b.importedMs)
      .slice(0, 100);
  };

const byText = (rows: readonly ImportRow[]) => answering(rows, oldestFirst);

// No window of texts leads into an hour that comes twice and holds more rows than a call gives: eighty seconds keep within that.
test.each([
  ['in autumn, compared as texts', '2026-10-25T03:00:00Z', byText, 5],
  ['in autumn, read as the first of two instants', '2026-10-25T03:00:00Z', answeringByInstant('first'), 80],
  ['in autumn, read as the second', '2026-10-25T03:00:00Z', answeringByInstant('second'), 80],
  ['in spring, compared as texts', '2026-03-29T03:00:00Z', byText, 5],
  ['in spring, compared as instants', '2026-03-29T03:00:00Z', answeringByInstant('first'), 5],
])('loses no row around a change of clocks %s', async (_case, now, answer, leastSeconds) => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 300 }),
      fc.integer({ min: leastSeconds, max: 200 }),
      async (minutes, stepSeconds) => {
        const nowMs = Date.parse(now) + minutes * 60_000;
        const rows = importsAgo(
          range(400).map((index) => (index * stepSeconds) / 60),
          nowMs,
        );
        const { list, starts } = listOf(answer(rows));

        const walked = await walkAll(list, nowMs);

        expect([walked.isComplete, walked.rows.size]).toEqual([true, 400]);
        // No text is asked for that no clock showed.
        for (const start of starts) expect(formatLocal(parseInstant(start, zone) ?? '', zone)).toBe(start);
      },
    ),
    { numRuns: 60 },
  );
});

test('has what came behind a doubled hour that holds more rows than a call gives', async () => {
  const nowMs = Date.parse('2026-10-25T05:00:00Z');
  const rows = importsAgo(range(1500, 0.2), nowMs);
  const { list } = listOf(answeringByInstant('first')(rows));

  const walked = await walkAll(list, nowMs);

  const behind = rows.filter(({ importedMs }) => importedMs >= Date.parse('2026-10-25T02:00:00Z'));
  expect(behind.filter(({ reference }) => !walked.rows.has(reference))).toEqual([]);
  expect(walked.since).toBe('2026-10-25T02:00:00Z');
});

test('never claims a row it does not hold and ends, however upstream cuts and sorts, and wherever it is resumed', async () => {
  const gap = fc.oneof(
    { arbitrary: fc.integer({ min: 0, max: 60 * 24 * 3 }), weight: 3 },
    { arbitrary: fc.integer({ min: 0, max: 5 }), weight: 3 },
    { arbitrary: fc.constant(0), weight: 4 },
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(gap, { maxLength: 700, size: 'max' }),
      fc.constantFrom(...manners),
      fc.boolean(),
      fc.double({ min: 0, max: 1, noNaN: true }),
      async (steps, manner, isTimed, place) => {
        const nowMs = Date.now();
        let ago = 0;
        const rows = importsAgo(
          steps.map((step) => (ago += step)),
          nowMs,
        );
        const { list, starts } = listOf(answering(rows, manner), isTimed);
        const walked = await walkAll(list, nowMs);
        expect(falselyClaimed(rows, walked)).toEqual([]);
        expect(starts.length).toBeLessThan(400);

        // Behind the last cursor nothing is resumed: the list would be walked anew, an hour later.
        const at = Math.floor(place * Math.max(0, walked.cursors.length - 1));
        const before = new Map<string, ImportRow>();
        for (const cursor of [null, ...walked.cursors.slice(0, at)]) {
          const step = await walkBack(list, readWalkPlace(cursor), { begin, nowMs });
          for (const row of step.rows) before.set(row.reference, row);
        }
        const after = await walkAll(list, nowMs + 3_600_000, walked.cursors[at] ?? null);
        expect(new Set([...before.keys(), ...after.rows.keys()])).toEqual(new Set(walked.rows.keys()));
        expect([after.isComplete, after.since]).toEqual([walked.isComplete, walked.since]);
      },
    ),
    { numRuns: 80 },
  );
});

test('has all rows of a provider that gives the oldest, unless more than a hundred came at once', async () => {
  const gap = fc.oneof(fc.integer({ min: 0, max: 60 * 24 * 3 }), fc.integer({ min: 0, max: 5 }));
  await fc.assert(
    fc.asyncProperty(
      fc.array(gap, { minLength: 101, maxLength: 900, size: 'max' }),
      fc.constantFrom('ascending' as const, 'descending' as const),
      async (steps, sorted) => {
        const nowMs = Date.now();
        let ago = 0;
        const rows = importsAgo(
          steps.map((step) => (ago += step)),
          nowMs,
        );
        const { list } = listOf(answering(rows, { kept: 'oldest', sorted }));
        const walked = await walkAll(list, nowMs);
        expect([walked.isComplete, walked.rows.size]).toEqual([true, rows.length]);
      },
    ),
    { numRuns: 30 },
  );
});

test('moves no row out of sight that comes while it walks', async () => {
  const nowMs = Date.now();
  const rows = importsAgo(range(1000, 30), nowMs);
  const growing = [...rows];
  const { list } = listOf((dateFrom) => {
    const [row] = importsAgo([0], nowMs + growing.length * 1000);
    if (row) growing.push({ ...row, reference: `late${growing.length}` });
    return windowOf(growing, { dateFrom }, oldestFirst);
  });

  const walked = await walkAll(list, nowMs);

  expect(walked.isComplete).toBe(true);
  expect(rows.filter(({ reference }) => !walked.rows.has(reference))).toEqual([]);
});

test.each([
  ['descending', true],
  ['ascending', true],
  ['descending', false],
  ['ascending', false],
] as const)(
  'is not misled by rows that come while a provider is read that gives the newest, %s, import times: %s',
  async (sorted, isTimed) => {
    const nowMs = Date.now();
    const growing = importsAgo(range(1000, 30), nowMs);
    const { list } = listOf((dateFrom) => {
      const [row] = importsAgo([0], nowMs + growing.length * 1000);
      if (row) growing.push({ ...row, reference: `late${growing.length}` });
      return windowOf(growing, { dateFrom }, { kept: 'newest', sorted });
    }, isTimed);

    const walked = await walkAll(list, nowMs);

    expect(walked.isComplete).toBe(false);
    expect(walked.since).not.toBeNull();
    expect(falselyClaimed(growing, walked)).toEqual([]);
  },
);

test('says on its way since when it has all', async () => {
  const nowMs = Date.now();
  const rows = importsAgo(range(3000, 30), nowMs);
  const { list } = listOf(answering(rows, oldestFirst));
  const held = new Set<string>();
  let cursor: string | null = null;
  let claims = 0;
  do {
    const step: WalkStep<ImportRow> = await walkBack(list, readWalkPlace(cursor), { begin, nowMs });
    for (const { reference } of step.rows) held.add(reference);
    if (step.since !== null) {
      claims += 1;
      const sinceMs = toEpochMs(step.since);
      expect(rows.filter((row) => row.importedMs >= sinceMs && !held.has(row.reference))).toEqual([]);
    }
    cursor = step.next === null ? null : JSON.stringify(step.next);
  } while (cursor !== null);
  expect(claims).toBeGreaterThan(5);
});
