import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillFromPages } from '../../../src/datasources/_shared/fill-from-pages.js';
import type { FillStep, IndexEntry } from '../../../src/datasources/_shared/index-feed.js';
import type { PagedList, UpstreamPage } from '../../../src/datasources/_shared/upstream-pages.js';

type Answer = (rows: readonly string[], page: number, pageSize: number) => UpstreamPage<string>;

const entryOf = (id: string): IndexEntry => ({
  kind: 'CUSTOMER',
  customer: { provider: 'QARD', externalId: id, email: null, place: null },
});

const withTotals: Answer = (rows, page, pageSize) => ({
  rows: rows.slice((page - 1) * pageSize, page * pageSize),
  totalPages: Math.ceil(rows.length / pageSize),
  totalRows: rows.length,
});
const withoutTotals: Answer = (...asked) => ({ ...withTotals(...asked), totalPages: null, totalRows: null });
const ids = (count: number) => Array.from({ length: count }, (_, index) => `id-${index}`);

/** Runs a fill to its end; each step starts from the text of the one before, as after a restart. */
async function fillAll(answer: Answer, rows: string[], between: (step: number) => void = () => {}) {
  let calls = 0;
  const list: PagedList<string> = {
    maxPageSize: 10,
    fetchPage: (page, pageSize) => {
      calls += 1;
      return Promise.resolve(answer(rows, page, pageSize));
    },
    keyOf: (row) => row,
  };
  const seen: string[] = [];
  for (let cursor: string | null = null, step = 1; ; step += 1) {
    const { entries, next, isComplete }: FillStep = await fillFromPages(list, entryOf, cursor);
    seen.push(...entries.map((entry) => (entry.kind === 'CUSTOMER' ? entry.customer.externalId : '')));
    if (next === null) return { seen, isComplete, calls };
    cursor = next;
    between(step);
  }
}

describe('a fill by pages', () => {
  it.each([
    ['states totals', withTotals],
    ['states nothing', withoutTotals],
    ['gives seven rows whatever is asked, and states totals', (rows, page) => withTotals(rows, page, 7)],
    ['gives seven rows and states their number', (rows, page) => ({ ...withTotals(rows, page, 7), totalPages: null })],
    ['gives 40 to a page when asked for 10', (rows) => ({ rows, totalPages: null, totalRows: null })],
  ] satisfies [string, Answer][])('reads each row once of a list that %s', async (_, answer) => {
    const { seen, isComplete, calls } = await fillAll(answer, ids(41));
    expect(seen).toEqual(ids(41));
    expect(isComplete).toBe(true);
    expect(calls).toBeLessThanOrEqual(6);
  });

  it('is complete for an empty list', async () => {
    expect(await fillAll(withTotals, [])).toEqual({ seen: [], isComplete: true, calls: 1 });
  });

  it('ends with the last page where the provider gives that for any later one', async () => {
    const clamped: Answer = (rows, page, size) => withoutTotals(rows, Math.min(page, 3), size);
    const { seen, isComplete, calls } = await fillAll(clamped, ids(30));
    expect([...new Set(seen)]).toEqual(ids(30));
    expect({ isComplete, calls }).toEqual({ isComplete: true, calls: 4 });
  });

  it.each([
    ['that gives its first page for any other', (rows, _, size) => withoutTotals(rows, 1, size), 10],
    [
      'that promises more than it gives',
      (rows, page, size) => ({ ...withTotals(rows, page, size), totalRows: 90 }),
      35,
    ],
    [
      'whose later pages are empty',
      (rows, page, size) => (page > 2 ? { rows: [], totalPages: null, totalRows: null } : withTotals(rows, page, size)),
      20,
    ],
  ] satisfies [string, Answer, number][])('is not complete for a list %s', async (_, answer, count) => {
    const { seen, isComplete } = await fillAll(answer, ids(35));
    expect(new Set(seen).size).toBe(count);
    expect(isComplete).toBe(false);
  });

  it('is not complete with a row that could not be read, on whatever page it was', async () => {
    const odd: Answer = (rows, page, size) => {
      const answer = withTotals(rows, page, size);
      return page === 1 ? { ...answer, rows: answer.rows.slice(1), given: 10 } : answer;
    };
    expect(await fillAll(odd, ids(25))).toMatchObject({ isComplete: false });
  });

  it('begins anew with a cursor that it cannot read', async () => {
    const list: PagedList<string> = {
      maxPageSize: 10,
      fetchPage: (page, size) => Promise.resolve(withTotals(ids(5), page, size)),
      keyOf: (row) => row,
    };
    for (const cursor of ['page 7', '{"page":7}', '']) {
      expect((await fillFromPages(list, entryOf, cursor)).entries).toHaveLength(5);
    }
  });

  it('gives up a list that never ends', async () => {
    let made = 0;
    const endless: Answer = () => {
      made += 1;
      return { rows: ids(10).map((id) => `${id}-${made}`), totalPages: null, totalRows: null };
    };
    expect(await fillAll(endless, [])).toMatchObject({ isComplete: false, calls: 10_000 });
  });

  it('loses no row that stays, whatever is added or removed between two steps', async () => {
    const changes = fc.array(
      fc.record({ add: fc.nat(4), removeAt: fc.array(fc.nat(200), { maxLength: 5 }), atStart: fc.boolean() }),
      { maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 90 }), changes, async (count, steps) => {
        const rows = ids(count);
        const kept = new Set(rows);
        await fillAll(withTotals, rows, (step) => {
          const change = steps[step - 1];
          if (change === undefined) return;
          for (const at of change.removeAt) for (const gone of rows.splice(at, 1)) kept.delete(gone);
          // Rows added at the end would hide from the total that others are gone.
          if (change.removeAt.length === 0 && change.atStart)
            for (let index = 0; index < change.add; index += 1) rows.unshift(`new-${step}-${index}`);
        }).then(({ seen }) => expect([...kept].filter((id) => !seen.includes(id))).toEqual([]));
      }),
      { numRuns: 200 },
    );
  });
});
