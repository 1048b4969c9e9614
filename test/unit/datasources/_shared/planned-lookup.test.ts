import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createPlannedLoader,
  lookUpPlanned,
  rememberPages,
} from '../../../../src/datasources/_shared/planned-lookup.js';
import { UpstreamError } from '../../../../src/errors/upstream-error.js';

interface Row {
  readonly key: string | null;
  readonly serial: number;
}

type Lookup = Parameters<typeof lookUpPlanned<Row>>[1];

const stylesOfTotals = ['pages', 'rows', 'none'] as const;

interface ProviderStyle {
  readonly pageSize?: number;
  readonly totals?: (typeof stylesOfTotals)[number];
}

/** A provider with a list and a search; `asked` has every call. Its search gives rows of other keys as well. */
function providerOf(rows: readonly Row[], { pageSize = 5, totals = 'pages' }: ProviderStyle = {}) {
  const asked: string[] = [];
  const lookup: Lookup = {
    keyOf: ({ key }) => key,
    searchOne: async (key) => {
      asked.push(`search ${key}`);
      return rows.filter((row) => row.key?.startsWith(key.slice(0, 1)));
    },
    list: {
      maxPageSize: pageSize,
      keyOf: ({ serial }) => String(serial),
      fetchPage: async (page, size) => {
        asked.push(`page ${page}`);
        return {
          rows: rows.slice((page - 1) * size, page * size),
          totalPages: totals === 'pages' ? Math.ceil(rows.length / size) : null,
          totalRows: totals === 'rows' ? rows.length : null,
        };
      },
    },
  };
  return { lookup, asked };
}

const key = fc.constantFrom('a1', 'a2', 'b1', 'b2', 'c', 'd');
const rowsOf = (keys: readonly (string | null)[]) => keys.map((one, serial) => ({ key: one, serial }));

it('finds the same by list and by search: every row of each key and no other', async () => {
  const anyRows = fc.array(fc.option(key), { maxLength: 40 }).map(rowsOf);
  const anyKeys = fc.uniqueArray(key, { minLength: 1 });
  await fc.assert(
    fc.asyncProperty(anyRows, anyKeys, fc.constantFrom(...stylesOfTotals), async (rows, keys, totals) => {
      const { lookup, asked } = providerOf(rows, { totals });
      expect(await lookUpPlanned(keys, lookup)).toEqual(keys.map((one) => rows.filter((row) => row.key === one)));
      // One look at the list may be in vain; beyond it the plan is never dearer than searching.
      expect(asked.length).toBeLessThanOrEqual(keys.length + 1);
    }),
  );
});

describe('the plan', () => {
  const rows = rowsOf(['a1', 'b1', 'c', 'd']);

  it('searches for few keys without a look at the list', async () => {
    const { lookup, asked } = providerOf(rows);
    await lookUpPlanned(['a1', 'c'], lookup);
    expect(asked).toEqual(['search a1', 'search c']);
  });

  it('reads a short list once for many keys', async () => {
    const { lookup, asked } = providerOf(rows);
    await lookUpPlanned(['a1', 'b1', 'c'], lookup);
    expect(asked).toEqual(['page 1']);
  });

  it('searches where the list is longer than the keys are many, or does not say how long it is', async () => {
    const long = rowsOf(Array.from({ length: 50 }, () => 'a1'));
    for (const totals of stylesOfTotals) {
      const { lookup, asked } = providerOf(long, { totals });
      await lookUpPlanned(['a1', 'b1', 'c'], lookup);
      expect(asked).toEqual(['page 1', 'search a1', 'search b1', 'search c']);
    }
  });

  it('searches where the account has no list, and fails where the list fails', async () => {
    const { lookup, asked } = providerOf(rows);
    const failing = (code: 'PROVIDER_REJECTED' | 'PROVIDER_UNAVAILABLE'): Lookup => ({
      ...lookup,
      list: { ...lookup.list, fetchPage: () => Promise.reject(new UpstreamError(code, 'QPILOT')) },
    });
    await lookUpPlanned(['a1', 'b1', 'c'], failing('PROVIDER_REJECTED'));
    expect(asked).toEqual(['search a1', 'search b1', 'search c']);
    const lost = lookUpPlanned(['a1', 'b1', 'c'], failing('PROVIDER_UNAVAILABLE'));
    await expect(lost).rejects.toMatchObject({ code: 'PROVIDER_UNAVAILABLE' });
  });
});

describe('a planned loader', () => {
  const normalize = (text: string) => text.trim().toLowerCase() || null;

  it('gives every key its rows by its normal form, and a key without one an empty list without a call', async () => {
    const { lookup, asked } = providerOf(rowsOf(['a1', 'b1']));
    const loader = createPlannedLoader(lookup, normalize);
    const found = await loader.loadMany([' A1', '', 'a1 ', '  ']);
    expect(found.map((rows) => (rows instanceof Error ? rows : rows.length))).toEqual([1, 0, 1, 0]);
    expect(asked).toEqual(['search a1']);
  });

  it.each([new Error('lost'), 'lost'])('fails only the key whose search fails with %s', async (reason) => {
    const { lookup } = providerOf(rowsOf(['a1', 'b1']));
    const searchOne = (one: string) => (one === 'a1' ? Promise.reject(reason) : lookup.searchOne(one));
    const loader = createPlannedLoader({ ...lookup, searchOne }, normalize);
    const [lost, found] = await loader.loadMany(['a1', 'b1']);
    expect([lost instanceof Error, found]).toEqual([true, [{ key: 'b1', serial: 1 }]]);
  });
});

it('asks for each remembered page once', async () => {
  const { lookup, asked } = providerOf(rowsOf(['a1', 'b1']));
  const list = rememberPages(lookup.list);
  const [one, again] = await Promise.all([list.fetchPage(1, 5), list.fetchPage(1, 5)]);
  await list.fetchPage(2, 5);
  await list.fetchPage(1, 2);
  expect(one).toEqual(again);
  expect(asked).toEqual(['page 1', 'page 2', 'page 1']);
});

describe('a list whose pages are silently capped', () => {
  /** A list asked for a hundred rows a page that gives fifty. */
  function capped(count: number, totals: 'pages as asked' | 'pages' | 'rows' | 'none') {
    const rows = rowsOf(Array.from({ length: count }, (_, index) => `k${index}`));
    const { lookup, asked } = providerOf(rows, { pageSize: 100 });
    const pages = Math.ceil(count / (totals === 'pages as asked' ? 100 : 50));
    const fetchPage: typeof lookup.list.fetchPage = async (page) => {
      asked.push(`page ${page}`);
      return {
        rows: rows.slice((page - 1) * 50, page * 50),
        totalPages: totals === 'pages' || totals === 'pages as asked' ? pages : null,
        totalRows: totals === 'rows' || totals === 'pages as asked' ? count : null,
      };
    };
    const searchOne = async (one: string) => {
      asked.push(`search ${one}`);
      return rows.filter((row) => row.key === one);
    };
    return { lookup: { ...lookup, searchOne, list: { ...lookup.list, fetchPage } }, asked };
  }
  const keys = ['k0', 'k60', 'k129', 'absent'];
  const expected = [['k0'], ['k60'], ['k129'], []];
  const keysOf = (found: readonly (readonly Row[] | Error)[]) =>
    found.map((rows) => (rows instanceof Error ? rows : rows.map((row) => row.key)));

  it.each(['pages as asked', 'pages', 'rows'] as const)('is read to its end where it states %s', async (totals) => {
    const { lookup, asked } = capped(130, totals);
    expect(keysOf(await lookUpPlanned(keys, lookup))).toEqual(expected);
    expect(asked).toEqual(['page 1', 'page 2', 'page 3']);
  });

  it('gives way to searches where it states nothing and goes on, and does not where it ends', async () => {
    const long = capped(130, 'none');
    expect(keysOf(await lookUpPlanned(keys, long.lookup))).toEqual(expected);
    expect(long.asked).toEqual(['page 1', 'page 2', ...keys.map((one) => `search ${one}`)]);
    const short = capped(50, 'none');
    expect(keysOf(await lookUpPlanned(keys, short.lookup))).toEqual([['k0'], [], [], []]);
    expect(short.asked).toEqual(['page 1', 'page 2']);
  });
});
