import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PagedList, pagesOf, readPage, readRows } from '../../../src/datasources/_shared/upstream-pages.js';
import type { Page } from '../../../src/domain/page.js';

type Totals = 'both' | 'pages' | 'rows' | 'none';

interface Provider {
  readonly count: number;
  /** The most rows it gives, whatever was asked for. */
  readonly cap: number;
  readonly totals: Totals;
}

const maxPageSize = 100;
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

function listOf({ count, cap, totals }: Provider) {
  const asked: string[] = [];
  const list: PagedList<number> = {
    maxPageSize,
    keyOf: String,
    fetchPage: async (page, size) => {
      asked.push(`${page}/${size}`);
      const given = Math.min(size, cap);
      return {
        rows: numbers(count).slice((page - 1) * given, page * given),
        totalPages: totals === 'both' || totals === 'pages' ? Math.ceil(count / given) : null,
        totalRows: totals === 'both' || totals === 'rows' ? count : null,
      };
    },
  };
  return { list, asked };
}

/** Every row by following the cursors, with page sizes that may change on the way. */
async function follow(list: PagedList<number>, firsts: readonly number[]): Promise<number[]> {
  const seen: number[] = [];
  let after: string | null = null;
  for (let turn = 0; turn < 500; turn += 1) {
    const first = firsts[turn % firsts.length] ?? 1;
    const page: Page<number> = await readPage(list, { first, after }, { scanLimit: 1000 });
    expect(page.rows.length).toBeLessThanOrEqual(first);
    seen.push(...page.rows.map(({ row }) => row));
    if (!page.hasNextPage) return seen;
    after = page.rows.at(-1)?.cursor ?? after;
  }
  throw new Error('the list does not end');
}

const count = fc.integer({ min: 0, max: 260 });
const firsts = fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 1, maxLength: 4 });
const stated = fc.constantFrom<Totals>('both', 'pages', 'rows');
const usualCap = fc.constantFrom(10, 20, 25, 30, 40, 50, 75, 80, 100);

describe('a provider that gives fewer rows than asked for', () => {
  it('has each row shown once and in order where it states totals, whatever its cap', async () => {
    const provider = fc.record({ count, cap: fc.integer({ min: 1, max: 110 }), totals: stated });
    await fc.assert(
      fc.asyncProperty(provider, firsts, async (given, sizes) => {
        expect(await follow(listOf(given).list, sizes)).toEqual(numbers(given.count));
        expect(await readRows(listOf(given).list, 1000)).toEqual({ rows: numbers(given.count), isComplete: true });
      }),
      { numRuns: 400 },
    );
  });

  it('has each row shown once and in order where it states nothing and caps at a usual number', async () => {
    await fc.assert(
      fc.asyncProperty(count, usualCap, firsts, async (rows, cap, sizes) => {
        const given: Provider = { count: rows, cap, totals: 'none' };
        expect(await follow(listOf(given).list, sizes)).toEqual(numbers(rows));
        expect(await readRows(listOf(given).list, 1000)).toEqual({ rows: numbers(rows), isComplete: true });
      }),
      { numRuns: 400 },
    );
  });

  it('is asked for the page that holds the row, counted by the size it gives', async () => {
    const { list, asked } = listOf({ count: 130, cap: 50, totals: 'both' });
    const start = Buffer.from('place:99').toString('base64url');
    const page = await readPage(list, { first: 100, after: start }, { scanLimit: 1000 });
    expect(page.rows.map(({ row }) => row)).toEqual(numbers(130).slice(100));
    expect(asked).toEqual(['2/100', '1/100', '3/100']);
  });

  it('is asked once more where nothing is stated, and not again when that page is empty', async () => {
    const { list, asked } = listOf({ count: 50, cap: 100, totals: 'none' });
    expect(await readRows(list, 1000)).toEqual({ rows: numbers(50), isComplete: true });
    expect(asked).toEqual(['1/100', '2/100']);
    const odd = listOf({ count: 37, cap: 100, totals: 'none' });
    await readRows(odd.list, 1000);
    expect(odd.asked).toEqual(['1/100']);
  });

  it('does not make a list without an end out of one page that always comes back', async () => {
    const list: PagedList<number> = {
      maxPageSize,
      keyOf: String,
      fetchPage: async () => ({ rows: numbers(50), totalPages: null, totalRows: null }),
    };
    expect(await readRows(list, 1000)).toEqual({ rows: numbers(50), isComplete: true });
    expect(await follow(list, [30, 100])).toEqual(numbers(50));
  });
});

it('makes one call a page where nothing is capped and totals are stated', async () => {
  await fc.assert(
    fc.asyncProperty(count, fc.integer({ min: 1, max: maxPageSize }), async (rows, first) => {
      const { list, asked } = listOf({ count: rows, cap: maxPageSize, totals: 'both' });
      await follow(list, [first]);
      expect(asked).toHaveLength(Math.max(1, Math.ceil(rows / first)));
    }),
  );
});

it('counts rows that cannot be shown as rows of their page', async () => {
  const { list } = listOf({ count: 250, cap: 100, totals: 'both' });
  const shown = (row: number) => row % 7 !== 0;
  const partial: PagedList<number> = {
    ...list,
    fetchPage: async (page, size) => {
      const { rows, ...rest } = await list.fetchPage(page, size);
      return { ...rest, rows: rows.filter(shown), given: rows.length };
    },
  };
  expect((await readRows(partial, 1000)).rows).toEqual(numbers(250).filter(shown));
});

describe('a search that its limit ends', () => {
  const matches = (row: number) => row % 40 === 39;
  const isWanted = { scanLimit: 25, matches };

  it('says where to go on, so that following it finds every match once', async () => {
    for (const totals of ['both', 'pages', 'rows', 'none'] as const) {
      for (const cap of [10, 25, 100]) {
        const { list } = listOf({ count: 200, cap, totals });
        const seen: number[] = [];
        let after: string | null = null;
        for (let hasNextPage = true; hasNextPage; ) {
          const page: Page<number> = await readPage(list, { first: 3, after }, isWanted);
          seen.push(...page.rows.map(({ row }) => row));
          hasNextPage = page.hasNextPage;
          const next: string | null = page.endCursor ?? page.rows.at(-1)?.cursor ?? null;
          if (hasNextPage) expect(next).not.toBe(after);
          after = next;
        }
        expect(seen).toEqual(numbers(200).filter(matches));
      }
    }
  });

  it('has no end of its own when the page is full or the list has ended', async () => {
    const list = pagesOf(numbers(20), String);
    const full = await readPage(list, { first: 1, after: null }, { scanLimit: 100, matches: () => true });
    const ended = await readPage(list, { first: 5, after: null }, { scanLimit: 100, matches: () => false });
    expect([full.endCursor, full.hasNextPage]).toEqual([undefined, true]);
    expect(ended).toEqual({ rows: [], hasNextPage: false });
  });
});
