import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { askedOf } from '../../support/fake-upstream.js';
import { pageReply, startQard } from './start-qard.js';

const rows = (count: number) => Array.from({ length: count }, (_, index) => ({ id: index + 1, name: `R${index + 1}` }));
const idsOf = (page: { rows: readonly { row: { externalId: string } }[] }) =>
  page.rows.map(({ row }) => row.externalId);

describe('one page', () => {
  it.each([
    ['LOCATION', 'commerce-locations'],
    ['CUSTOMER', 'commerce-customers'],
    ['PRODUCT', 'commerce-products'],
    ['ORDER', 'commerce-orders'],
  ] as const)(
    'asks for the %s records at the address of the seed document, with the key as header',
    async (kind, path) => {
      await using started = await startQard((request) => pageReply(rows(2), request));
      const page = await started.source.records.list(kind, { first: 20, after: null });
      expect(page).toMatchObject({
        rows: [{ row: { kind, externalId: '1' } }, { row: { externalId: '2' } }],
        hasNextPage: false,
      });
      expect(askedOf(started.requests)).toEqual([`GET /api/v6/users/user-1/${path}?page=1&per_page=20`]);
      expect(started.requests[0]?.headers).toMatchObject({ 'x-api-key': 'qard_test_key', accept: 'application/json' });
    },
  );

  it.each([
    ['a bare array', rows(2)],
    ['result with totals', { result: rows(2), current_page: 1, last_page: 1, per_page: 10, total: 2 }],
    ['result alone', { result: rows(2) }],
    ['data', { data: rows(2) }],
    ['items', { items: rows(2) }],
  ])('reads %s', async (_name, json) => {
    await using started = await startQard(() => ({ json }));
    const page = await started.source.records.list('ORDER', { first: 10, after: null });
    expect([idsOf(page), page.hasNextPage]).toEqual([['1', '2'], false]);
    expect(started.requests).toHaveLength(1);
  });

  it('is empty before the first synchronization, which answers 404', async () => {
    await using started = await startQard(() => ({ status: 404, json: { error_code: 'NOT_FOUND' } }));
    expect(await started.source.records.list('ORDER', { first: 10, after: null })).toEqual({
      rows: [],
      hasNextPage: false,
    });
    expect(await started.source.records.scan('ORDER')).toEqual({ rows: [], isComplete: true });
  });

  it('goes through a paged list with one call a page', async () => {
    await using started = await startQard((request) => pageReply(rows(5), request));
    const { list } = started.source.records;
    const first = await list('ORDER', { first: 2, after: null });
    const second = await list('ORDER', { first: 2, after: first.rows.at(-1)?.cursor ?? '' });
    const third = await list('ORDER', { first: 2, after: second.rows.at(-1)?.cursor ?? '' });
    expect([first, second, third].map(idsOf)).toEqual([['1', '2'], ['3', '4'], ['5']]);
    expect([first, second, third].map(({ hasNextPage }) => hasNextPage)).toEqual([true, true, false]);
    expect(started.requests).toHaveLength(3);
  });

  it.each([[5], [6], [7]])(
    'pages a bare array of %i rows that ignores the page number, without a row twice',
    async (count) => {
      await using started = await startQard(() => ({ json: rows(count) }));
      const seen: string[] = [];
      let after: string | null = null;
      for (let hasNextPage = true; hasNextPage; ) {
        const page = await started.source.records.list('ORDER', { first: 2, after });
        seen.push(...idsOf(page));
        after = page.rows.at(-1)?.cursor ?? null;
        hasNextPage = page.hasNextPage;
      }
      expect(seen).toEqual(rows(count).map(({ id }) => String(id)));
    },
  );

  it('gives nothing behind the end of a bare array that ignores the page number', async () => {
    await using started = await startQard(() => ({ json: rows(2) }));
    const whole = await started.source.records.list('ORDER', { first: 2, after: null });
    const behind = await started.source.records.list('ORDER', { first: 2, after: whole.rows.at(-1)?.cursor ?? '' });
    expect([whole.hasNextPage, idsOf(behind)]).toEqual([false, []]);
  });

  it('refuses a cursor that is none', async () => {
    await using started = await startQard(() => ({ json: [] }));
    await expect(started.source.records.list('ORDER', { first: 2, after: 'x' })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
  });
});

describe('scan', () => {
  it('reads a kind once per operation, a hundred rows a call', async () => {
    await using started = await startQard((request) => pageReply(rows(150), request));
    const [one, other] = await Promise.all([
      started.source.records.scan('ORDER'),
      started.source.records.scan('ORDER'),
    ]);
    await started.source.records.scan('ORDER');
    expect(other).toBe(one);
    expect([one.rows.length, one.isComplete]).toEqual([150, true]);
    expect(askedOf(started.requests)).toEqual([
      'GET /api/v6/users/user-1/commerce-orders?page=1&per_page=100',
      'GET /api/v6/users/user-1/commerce-orders?page=2&per_page=100',
    ]);
  });

  it('stops at the scan limit and says so', async () => {
    await using started = await startQard((request) => pageReply(rows(350), request), { scanLimit: 120 });
    const { rows: found, isComplete } = await started.source.records.scan('PRODUCT');
    expect([found.length, isComplete]).toEqual([120, false]);
    expect(started.requests).toHaveLength(2);
  });
});

describe('failures', () => {
  it.each([
    [401, 'PROVIDER_AUTH'],
    [403, 'PROVIDER_AUTH'],
    [400, 'PROVIDER_REJECTED'],
    [409, 'PROVIDER_REJECTED'],
    [302, 'PROVIDER_CONTRACT'],
  ])('turns status %i into %s and does not ask again', async (status, code) => {
    const json = { error_code: 'E', error_message: 'secret words' };
    await using started = await startQard(() => ({ status, json }));
    await expect(started.source.links()).rejects.toMatchObject({ code, retryable: false, detail: `status ${status}` });
    expect(started.requests).toHaveLength(1);
  });

  it.each([
    ['no list', '{"count":2}'],
    ['a row that is a text', '["a"]'],
    ['null', 'null'],
    ['HTML', '<html>'],
    ['cut JSON', '[{"id":1'],
    ['nothing', ''],
  ])('takes %s for a broken contract', async (_name, text) => {
    await using started = await startQard(() => ({ text }));
    await expect(started.source.records.scan('ORDER')).rejects.toMatchObject({ code: 'PROVIDER_CONTRACT' });
  });

  it('asks again after a failing server and after a cut connection', async () => {
    let asked = 0;
    await using started = await startQard(() => {
      asked += 1;
      return asked === 1 ? { status: 500, text: '<html>' } : asked === 2 ? { drop: true } : { json: [] };
    });
    expect(await started.source.links()).toEqual([]);
    expect(asked).toBe(3);
  });

  it('shows the key in no error and no log', async () => {
    await using started = await startQard(({ headers }) => ({ status: 500, json: headers }));
    const error: unknown = await started.source.links().catch((cause: unknown) => cause);
    expect(error).toMatchObject({ code: 'PROVIDER_UNAVAILABLE', retryable: true });
    expect(started.logLines.length).toBeGreaterThan(0);
    expect(inspect(error, { depth: null }) + started.logLines.join('')).not.toContain('qard_test_key');
  });
});
