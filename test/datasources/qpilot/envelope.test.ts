import { describe, expect, it } from 'vitest';
import { qpilot } from '../../../src/datasources/qpilot/index.js';
import type { FakeReply } from '../../support/fake-upstream.js';
import { startSource } from '../../support/provider-parts.js';
import { qpilotSettings, siteCalls, startQPilot } from './start-qpilot.js';

const rows = [{ id: 'a' }, { id: 'b' }];

async function listed(reply: FakeReply) {
  await using started = await startQPilot(() => reply);
  const page = await started.source.customers.list({ first: 10, after: null, search: null });
  return { ids: page.rows.map(({ row }) => row.externalId), calls: siteCalls(started.requests).length };
}

describe('list envelopes', () => {
  it.each([
    ['a bare array', rows],
    ['items', { items: rows, totalCount: 2, totalPages: 1 }],
    ['results beside empty items', { items: [], results: rows, totalCount: 2, totalPages: 1 }],
    ['results alone', { results: rows }],
    ['data', { data: rows }],
    ['capitals', { Items: [{ Id: 'a' }, { Id: 'b' }], TotalCount: '2', TotalPages: '1' }],
    ['a total of none that contradicts the rows', { items: rows, totalCount: 0, totalPages: 0 }],
  ])('reads %s', async (_name, json) => {
    expect(await listed({ json })).toEqual({ ids: ['a', 'b'], calls: 1 });
  });

  it.each([
    ['no list', { count: 2 }],
    ['a text', 'oops'],
    ['a row without an id', [{ email: 'a@example.com' }]],
  ])('takes %s for a broken contract', async (_name, json) => {
    await expect(listed({ json })).rejects.toMatchObject({ code: 'PROVIDER_CONTRACT' });
  });

  it('ends on an empty page although more were promised', async () => {
    await using started = await startQPilot((_call, { query }) =>
      query.some(([name, value]) => name === 'page' && value === '1')
        ? { json: { items: rows, totalCount: 9, totalPages: 5 } }
        : { json: { items: [], totalCount: 9, totalPages: 5 } },
    );
    expect(await started.source.customers.list({ first: 10, after: null, search: null })).toMatchObject({
      hasNextPage: false,
    });
    expect(siteCalls(started.requests)).toHaveLength(2);
  });
});

describe('failures', () => {
  it.each([
    ['a message', 400, JSON.stringify({ message: 'qp secret words' })],
    ['nested messages', 422, JSON.stringify({ messages: { errors: ['qp secret words'], userMessage: [] } })],
    ['a code', 409, JSON.stringify({ code: 1001 })],
    ['an empty body', 400, ''],
    ['HTML', 405, '<h1>qp secret words</h1>'],
  ])('is rejected with the status alone for %s', async (_name, status, text) => {
    await using started = await startQPilot(() => ({ status, text }));
    await expect(started.source.paymentMethods.byExternalId.load('1')).rejects.toMatchObject({
      code: 'PROVIDER_REJECTED',
      retryable: false,
      detail: `status ${status}`,
    });
    expect(siteCalls(started.requests)).toHaveLength(1);
  });

  it.each([
    ['HTML', '<html>'],
    ['cut JSON', '{"id": "1"'],
    ['nothing', ''],
  ])('takes %s with status 200 for a broken contract', async (_name, text) => {
    await using started = await startQPilot(() => ({ text }));
    await expect(started.source.customers.byExternalId.load('1')).rejects.toMatchObject({ code: 'PROVIDER_CONTRACT' });
  });

  it('reads a body behind a byte-order mark', async () => {
    await using started = await startQPilot(() => ({ text: '\ufeff{"id":"1"}' }));
    expect(await started.source.customers.byExternalId.load('1')).toMatchObject({ externalId: '1' });
  });

  it('asks again after a 429 with a wait of no seconds', async () => {
    let asked = 0;
    await using started = await startQPilot(() =>
      asked++ === 0 ? { status: 429, headers: { 'retry-after': '0' } } : { json: { id: '1' } },
    );
    expect(await started.source.customers.byExternalId.load('1')).not.toBeNull();
    expect(asked).toBe(2);
  });

  it.each([
    ['seconds', '3600'],
    ['a date', new Date(Date.now() + 3_600_000).toUTCString()],
  ])('says how long to wait when a 429 asks for longer than the operation lasts (%s)', async (_name, header) => {
    await using started = await startQPilot(() => ({ status: 429, headers: { 'retry-after': header } }));
    const error: unknown = await started.source.customers.byExternalId.load('1').catch((cause: unknown) => cause);
    expect(error).toMatchObject({ code: 'PROVIDER_RATE_LIMITED', retryable: true });
    expect(Reflect.get(error as object, 'retryAfterMs')).toBeGreaterThan(3_500_000);
    expect(siteCalls(started.requests)).toHaveLength(1);
  });

  it('is a time-out when the answer does not come before the end of the operation', async () => {
    await using started = await startSource(
      qpilot,
      { ...qpilotSettings, deadlineMs: 150 },
      () => new Promise(() => {}),
    );
    await expect(started.source.customers.byExternalId.load('1')).rejects.toMatchObject({ code: 'PROVIDER_TIMEOUT' });
    expect(started.requests).toHaveLength(1);
  });

  it('names the field of a misfit and never its value', async () => {
    await using started = await startQPilot(() => ({ json: { id: { own: 'ann@example.com' }, firstName: 'Ann' } }));
    const error: unknown = await started.source.customers.byExternalId.load('1').catch((cause: unknown) => cause);
    expect(error).toMatchObject({ code: 'PROVIDER_CONTRACT', detail: expect.stringContaining('id') as string });
    expect(String(error)).not.toContain('ann@');
  });
});
