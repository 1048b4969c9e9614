import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Page } from '../../../src/domain/page.js';
import { pageOf, toConnection } from '../../../src/resolvers/connection.js';

describe('a connection', () => {
  const rows = [
    { row: 'a', cursor: '1' },
    { row: 'b', cursor: '2' },
  ];

  it('shows rows as nodes and edges with the cursors of its ends', () => {
    expect(toConnection({ rows, hasNextPage: true }, { first: 2, after: null })).toEqual({
      edges: [
        { cursor: '1', node: 'a' },
        { cursor: '2', node: 'b' },
      ],
      nodes: ['a', 'b'],
      pageInfo: { hasNextPage: true, hasPreviousPage: false, startCursor: '1', endCursor: '2' },
    });
  });

  it('without rows has no cursors', () => {
    const { pageInfo } = toConnection({ rows: [], hasNextPage: false }, { first: 2, after: '2' });
    expect(pageInfo).toEqual({ hasNextPage: false, hasPreviousPage: true, startCursor: null, endCursor: null });
  });
});

describe('a page of rows at hand', () => {
  const rowList = fc.uniqueArray(fc.string({ unit: 'grapheme' }), { maxLength: 30 });

  it('gives each row exactly once, page by page', () => {
    fc.assert(
      fc.property(rowList, fc.integer({ min: 1, max: 10 }), (rows, first) => {
        const seen: string[] = [];
        let after: string | null = null;
        for (let pages = 0; pages <= rows.length; pages += 1) {
          const page: Page<string> = pageOf(rows, { first, after }, (row) => row);
          expect(page.rows.length).toBeLessThanOrEqual(first);
          seen.push(...page.rows.map(({ row }) => row));
          after = page.rows.at(-1)?.cursor ?? null;
          if (!page.hasNextPage) break;
        }
        expect(seen).toEqual(rows);
      }),
    );
  });

  it('goes on behind the same row when rows came before it', () => {
    const cursor = pageOf(['a', 'b', 'c'], { first: 2, after: null }, String).rows.at(-1)?.cursor ?? '';
    const page = pageOf(['new', 'a', 'b', 'c'], { first: 2, after: cursor }, String);
    expect(page.rows.map(({ row }) => row)).toEqual(['c']);
  });

  it('is refused when the row to go on behind is gone or never was', () => {
    const cursor = pageOf(['a', 'b'], { first: 1, after: null }, String).rows[0]?.cursor ?? '';
    for (const after of [cursor, '', 'x']) {
      expect(() => pageOf(['b'], { first: 1, after }, String)).toThrow(
        expect.objectContaining({ code: 'BAD_USER_INPUT', message: expect.stringContaining('"after"') }),
      );
    }
  });
});
