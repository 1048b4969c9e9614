import { describe, expect, it } from 'vitest';
import { at, startTestGateway, type TestGateway } from '../support/gateway.js';
import { appliedOf } from '../support/writing.js';

const document = `mutation ($input: SyncCommerceDataInput!) {
  syncCommerceData(input: $input) { syncs { dataType status requestedAt completedAt } userErrors { code } }
}`;
const old = { id: 'o1', data_type: 'COMMERCE_ORDER', status: 'FETCH_ERROR', requested_at: '2026-03-01 10:00:00' };
const queued = { id: 'n1', data_type: 'COMMERCE_ORDER', status: 'QUEUED', requested_at: '2026-11-24 02:50:00' };
const shown = { dataType: 'ORDER', status: 'QUEUED', requestedAt: '2026-11-24T02:50:00Z', completedAt: null };

/** A gateway whose aggregator answers the start and the look at the latest synchronizations as told. */
async function startWith({ answer, latest }: { answer: object; latest: object[] | null }) {
  const gateway = await startTestGateway({ sandbox: { orders: 20 } });
  const { faults } = gateway.sandbox.providers.qard;
  faults.add({ fault: { kind: 'status', status: 202, body: answer }, method: 'POST', pathIncludes: '/sync' });
  const look = latest === null ? { status: 500 } : { status: 200, body: latest };
  faults.add({ fault: { kind: 'status', ...look }, method: 'GET', pathIncludes: '/sync/latest' });
  return gateway;
}

async function start(gateway: TestGateway, dataTypes: string[] = ['ORDER']) {
  const answer = await gateway.query(document, { input: { idempotencyKey: 'k', dataTypes } });
  expect(answer.errors).toBeUndefined();
  return at(answer, 'syncCommerceData');
}

describe('a synchronization that was started', () => {
  it('is the one of the answer, whatever the latest ones still show', async () => {
    await using gateway = await startWith({ answer: [queued], latest: [old] });
    expect(await start(gateway)).toEqual({ syncs: [shown], userErrors: [] });
    expect(await start(gateway)).toEqual({ syncs: [shown], userErrors: [] });
    expect(gateway.calls()).toEqual({ qard: 1 });
  });

  it('is looked for among the latest ones where the answer does not state its kind, and never one from before', async () => {
    const requested_at = new Date(Date.now() + 60_000).toISOString().slice(0, 19).replace('T', ' ');
    const product = { id: 'n2', data_type: 'COMMERCE_PRODUCT', status: 'FETCHING', requested_at };
    await using gateway = await startWith({ answer: [queued], latest: [old, product] });
    expect(await start(gateway, ['ORDER', 'PRODUCT', 'LOCATION'])).toMatchObject({
      syncs: [shown, { dataType: 'PRODUCT', status: 'FETCHING' }],
      userErrors: [],
    });
  });

  it('is not told, but no failure either, while the latest ones are those from before', async () => {
    await using gateway = await startWith({ answer: { id: 'n1', status: 'QUEUED' }, latest: [old] });
    expect(await start(gateway)).toEqual({ syncs: [], userErrors: [] });
  });

  it('is not told, but no failure either, when the latest ones cannot be read', async () => {
    await using gateway = await startWith({ answer: { id: 'n1', status: 'QUEUED' }, latest: null });
    expect(await start(gateway)).toEqual({ syncs: null, userErrors: [] });
    expect(await appliedOf(gateway, 'qard')).toEqual({});
  });
});
