import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type PagedList,
  pagesOf,
  readPage,
  readRows,
  type UpstreamPage,
} from '../../../../src/datasources/_shared/upstream-pages.js';
import type { Page } from '../../../../src/domain/page.js';

type Totals = 'both' | 'pages' | 'rows' | 'none';
type Ignored = 'nothing' | 'page number' | 'page number and size';

interface Provider {
  readonly count: number;
  readonly maxPageSize: number;
  readonly totals: Totals;
  /** The page size the provider really uses, given the one asked for. */
  readonly sizeFor: (asked: number) => number;
  readonly ignored?: Ignored;
}

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

function listOf({ count, maxPageSize, totals, sizeFor, ignored = 'nothing' }: Provider): PagedList<number> {
  return {
    maxPageSize,
    keyOf: String,
    fetchPage: (page, asked): Promise<UpstreamPage<number>> => {
      const size = ignored === 'page number and size' ? Math.max(count, 1) : sizeFor(asked);
      const start = ignored === 'nothing' ? (page - 1) * size : 0;
      const totalPages = totals === 'both' || totals === 'pages' ? Math.ceil(count / size) : null;
      const totalRows = totals === 'both' || totals === 'rows' ? count : null;
      return Promise.resolve({ rows: numbers(count).slice(start, start + size), totalPages, totalRows });
    },
  };
}

/** Every row by following the cursors to the end. */
async function follow(list: PagedList<number>, first: number, scanLimit = 1000): Promise<number[]> {
  const seen: number[] = [];
  let after: string | null = null;
  for (let pages = 0; pages < 500; pages += 1) {
    const page: Page<number> = await readPage(list, { first, after }, { scanLimit });
    expect(page.rows.length).toBeLessThanOrEqual(first);
    seen.push(...page.rows.map(({ row }) => row));
    if (!page.hasNextPage) return seen;
    after = page.rows.at(-1)?.cursor ?? after;
  }
  throw new Error('the list does not end');
}

const shape = fc.record({
  count: fc.integer({ min: 0, max: 60 }),
  maxPageSize: fc.integer({ min: 1, max: 25 }),
  totals: fc.constantFrom<Totals>('both', 'pages', 'rows', 'none'),
});
const first = fc.integer({ min: 1, max: 30 });

describe('following the cursors gives each row exactly once', () => {
  it('of a list with any page size, length and totals', async () => {
    await fc.assert(
      fc.asyncProperty(shape, first, async (given, size) => {
        const list = listOf({ ...given, sizeFor: (asked) => asked });
        expect(await follow(list, size)).toEqual(numbers(given.count));
      }),
    );
  });

  it('when each page of the connection has another size', async () => {
    await fc.assert(
      fc.asyncProperty(shape, fc.array(first, { minLength: 60, maxLength: 60 }), async (given, sizes) => {
        const list = listOf({ ...given, sizeFor: (asked) => asked });
        const seen: number[] = [];
        let after: string | null = null;
        for (const size of sizes) {
          const page: Page<number> = await readPage(list, { first: size, after }, { scanLimit: 1000 });
          seen.push(...page.rows.map(({ row }) => row));
          if (!page.hasNextPage) break;
          after = page.rows.at(-1)?.cursor ?? null;
        }
        expect(seen).toEqual(numbers(given.count));
      }),
    );
  });

  it('of a provider that ignores page number and size, and gives all there is every time', async () => {
    await fc.assert(
      fc.asyncProperty(shape, first, async (given, size) => {
        const list = listOf({ ...given, sizeFor: (asked) => asked, ignored: 'page number and size' });
        expect(await follow(list, size)).toEqual(numbers(given.count));
      }),
    );
  });

  it('of a provider that states totals and uses a page size of its own', async () => {
    const totals = fc.constantFrom<Totals>('both', 'pages', 'rows');
    await fc.assert(
      fc.asyncProperty(shape, totals, first, fc.integer({ min: 1, max: 40 }), async (given, stated, size, own) => {
        const list = listOf({ ...given, totals: stated, sizeFor: () => own });
        expect(await follow(list, size)).toEqual(numbers(given.count));
        expect(await readRows(list, 1000)).toEqual({ rows: numbers(given.count), isComplete: true });
      }),
    );
  });

  it('of a provider that states totals and gives at most so many rows', async () => {
    const totals = fc.constantFrom<Totals>('both', 'pages', 'rows');
    await fc.assert(
      fc.asyncProperty(shape, totals, first, fc.integer({ min: 1, max: 20 }), async (given, stated, size, most) => {
        const list = listOf({ ...given, totals: stated, sizeFor: (asked) => Math.min(asked, most) });
        expect(await follow(list, size)).toEqual(numbers(given.count));
      }),
    );
  });
});

describe('a provider that ignores the page number', () => {
  it('never has a row shown twice', async () => {
    await fc.assert(
      fc.asyncProperty(shape, first, async (given, size) => {
        const list = listOf({ ...given, totals: 'none', sizeFor: (asked) => asked, ignored: 'page number' });
        const seen = await follow(list, size);
        expect(seen).toEqual(numbers(seen.length));
        const { rows } = await readRows(list, 1000);
        expect(rows).toEqual(numbers(rows.length));
      }),
    );
  });
});

describe('a search that passes over rows', () => {
  const list = listOf({ count: 100, maxPageSize: 10, totals: 'both', sizeFor: (asked) => asked });

  it('ends at its limit and says that there may be more', async () => {
    const page = await readPage(list, { first: 5, after: null }, { scanLimit: 20, matches: () => false });
    expect(page).toEqual({ rows: [], hasNextPage: true, endCursor: expect.any(String) });
  });

  it('says that the list ended when it did', async () => {
    const page = await readPage(list, { first: 5, after: null }, { scanLimit: 100, matches: (row) => row === 99 });
    expect([page.rows.map(({ row }) => row), page.hasNextPage]).toEqual([[99], false]);
  });
});

describe('a cursor', () => {
  it.each(['', 'x', '7', Buffer.from('place:-1').toString('base64url'), Buffer.from('key:1').toString('base64url')])(
    'that is none of the list is BAD_USER_INPUT: %j',
    async (after) => {
      const page = readPage(pagesOf([1, 2, 3], String), { first: 1, after }, { scanLimit: 10 });
      await expect(page).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    },
  );

  it('behind the end gives an empty last page', async () => {
    const after = Buffer.from('place:999999999').toString('base64url');
    const page = await readPage(pagesOf([1, 2, 3], String), { first: 1, after }, { scanLimit: 10 });
    expect(page).toEqual({ rows: [], hasNextPage: false });
  });
});

it('reads rows up to a limit and says whether that was all', async () => {
  const list = listOf({ count: 30, maxPageSize: 10, totals: 'none', sizeFor: (asked) => asked });
  expect(await readRows(list, 29)).toEqual({ rows: numbers(29), isComplete: false });
  expect(await readRows(list, 30)).toEqual({ rows: numbers(30), isComplete: true });
});
