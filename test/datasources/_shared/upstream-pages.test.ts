import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type PagedList,
  pagesOf,
  readPage,
  readRows,
  type UpstreamPage,
} from '../../../src/datasources/_shared/upstream-pages.js';
import type { Page } from '../../../src/domain/page.js';

type Style = 'totals' | 'pages only' | 'no totals' | 'ignores the page';
const styles: readonly Style[] = ['totals', 'pages only', 'no totals', 'ignores the page'];
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

/** A list of numbers that a provider gives in one of the known styles; `asked` has each call's page and size. */
function listOf(count: number, style: Style) {
  const asked: string[] = [];
  const list: PagedList<number> = {
    maxPageSize: 10,
    keyOf: String,
    fetchPage: (page, size): Promise<UpstreamPage<number>> => {
      asked.push(`${page}/${size}`);
      const all = numbers(count);
      const rows = style === 'ignores the page' ? all : all.slice((page - 1) * size, page * size);
      const totalPages = style === 'totals' || style === 'pages only' ? Math.ceil(count / size) : null;
      return Promise.resolve({ rows, totalPages, totalRows: style === 'totals' ? count : null });
    },
  };
  return { list, asked };
}

async function readAll(list: PagedList<number>, first: number, matches?: (row: number) => boolean): Promise<number[]> {
  const seen: number[] = [];
  let after: string | null = null;
  for (let hasNextPage = true; hasNextPage; ) {
    const page: Page<number> = await readPage(list, { first, after }, { scanLimit: 1000, ...(matches && { matches }) });
    seen.push(...page.rows.map(({ row }) => row));
    hasNextPage = page.hasNextPage;
    after = page.rows.at(-1)?.cursor ?? after;
  }
  return seen;
}

describe('one page', () => {
  it('takes one call where upstream states how many rows there are', async () => {
    const { list, asked } = listOf(25, 'totals');
    expect(await readPage(list, { first: 10, after: null }, { scanLimit: 100 })).toMatchObject({ hasNextPage: true });
    expect(asked).toEqual(['1/10']);
  });

  it('looks at the next page where upstream states nothing, or where rows are passed over', async () => {
    const silent = listOf(25, 'no totals');
    await readPage(silent.list, { first: 10, after: null }, { scanLimit: 100 });
    expect(silent.asked).toEqual(['1/10', '2/10']);
    const filtered = listOf(20, 'totals');
    const page = await readPage(
      filtered.list,
      { first: 10, after: null },
      { scanLimit: 100, matches: (row) => row < 10 },
    );
    expect([page.rows.length, page.hasNextPage]).toEqual([10, false]);
    expect(filtered.asked).toEqual(['1/10', '2/10']);
  });

  it('asks once for a list that comes whole', async () => {
    const { list, asked } = listOf(25, 'ignores the page');
    expect((await readRows(list, 100)).rows).toEqual(numbers(25));
    expect(asked).toEqual(['1/10']);
  });

  it('notices that the page behind the first is the first once more', async () => {
    const { list } = listOf(10, 'ignores the page');
    const whole = await readPage(list, { first: 10, after: null }, { scanLimit: 100 });
    const behind = await readPage(list, { first: 10, after: whole.rows.at(-1)?.cursor ?? '' }, { scanLimit: 100 });
    expect([whole.hasNextPage, behind.rows]).toEqual([false, []]);
  });
});

it.each(styles)('gives every row once and in order, page by page, from a list in the style "%s"', async (style) => {
  const sizes = fc.tuple(
    fc.integer({ min: 0, max: 35 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 4 }),
  );
  await fc.assert(
    fc.asyncProperty(sizes, async ([count, first, step]) => {
      expect(await readAll(listOf(count, style).list, first)).toEqual(numbers(count));
      expect(await readAll(pagesOf(numbers(count), String), first)).toEqual(numbers(count));
      const matches = (row: number) => row % step === 0;
      expect(await readAll(listOf(count, style).list, first, matches)).toEqual(numbers(count).filter(matches));
      expect(await readRows(listOf(count, style).list, 100)).toEqual({ rows: numbers(count), isComplete: true });
    }),
  );
});
