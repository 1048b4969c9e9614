import { describe, expect, it } from 'vitest';
import type { IndexFeed } from '../../../src/datasources/_shared/index-feed.js';
import type { QardSource } from '../../../src/datasources/qard/source.js';
import { askedOf } from '../../support/fake-upstream.js';
import { fillAll } from '../../support/fill-feed.js';
import { pageReply, startQard } from './start-qard.js';

const customers = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => ({ id: `c-${from + index}`, email: `c${from + index}@example.com` }));

function customerFeed({ feeds }: QardSource): IndexFeed {
  const [feed, ...others] = feeds;
  if (feed?.kind !== 'CUSTOMER' || others.length > 0) throw new Error('customers alone are offered');
  return feed;
}

const path = '/api/v6/users/user-1/commerce-customers';

describe('the feed of customers', () => {
  it('reads a hundred a call and keeps the page each was on', async () => {
    const all = customers(230);
    await using qard = await startQard((request) => pageReply(all, request));
    const { entries, isComplete } = await fillAll(customerFeed(qard.source));
    expect(entries).toEqual(
      all.map(({ id, email }, index) => ({
        kind: 'CUSTOMER',
        customer: { provider: 'QARD', externalId: id, email, place: `${Math.floor(index / 100) + 1}/100` },
      })),
    );
    expect(isComplete).toBe(true);
    expect(askedOf(qard.requests)).toEqual([1, 2, 3].map((page) => `GET ${path}?page=${page}&per_page=100`));
  });

  it('is empty and complete before the first synchronization', async () => {
    await using qard = await startQard(() => ({ status: 404 }));
    expect(await fillAll(customerFeed(qard.source))).toEqual({ entries: [], isComplete: true });
  });

  it('reads customers anew by walking the list once, and tells who is gone', async () => {
    const all = customers(130);
    await using qard = await startQard((request) => pageReply(all, request));
    const { reread, changedSince } = customerFeed(qard.source);
    const [late, gone] = await Promise.all([reread('c-120'), reread('c-500')]);
    expect(late).toMatchObject({ customer: { externalId: 'c-120', place: '2/100' } });
    expect(gone).toBeNull();
    expect(qard.requests).toHaveLength(2);
    expect(changedSince).toBeNull();
  });

  it('does not call a customer gone when the list cannot be read whole', async () => {
    const firstPageAlone = customers(100);
    await using qard = await startQard(() => ({ json: { result: firstPageAlone } }));
    const { reread } = customerFeed(qard.source);
    expect(await reread('c-5')).toMatchObject({ customer: { externalId: 'c-5' } });
    await expect(reread('c-500')).rejects.toMatchObject({ code: 'PROVIDER_CONTRACT', provider: 'QARD' });
  });
});

describe('a record by its place', () => {
  const key = (externalId: string, place: string) => ({ kind: 'CUSTOMER', externalId, place }) as const;

  it('is one call for all records of a page', async () => {
    await using qard = await startQard((request) => pageReply(customers(230), request));
    const { byPlace } = qard.source.records;
    const found = await Promise.all(['c-100', 'c-150', 'c-199'].map((id) => byPlace.load(key(id, '2/100'))));
    expect(found.map((record) => record?.email)).toEqual(['c100@example.com', 'c150@example.com', 'c199@example.com']);
    expect(askedOf(qard.requests)).toEqual([`GET ${path}?page=2&per_page=100`]);
  });

  it('is found where records before it have moved it by up to a page', async () => {
    const rows = customers(300);
    await using qard = await startQard((request) => pageReply([...customers(1, 900), ...rows], request));
    expect(await qard.source.records.byPlace.load(key('c-199', '2/100'))).toMatchObject({ externalId: 'c-199' });
    expect(askedOf(qard.requests)).toEqual([2, 3].map((page) => `GET ${path}?page=${page}&per_page=100`));
    await using shorter = await startQard((request) => pageReply(rows.slice(1), request));
    expect(await shorter.source.records.byPlace.load(key('c-100', '2/100'))).toMatchObject({ externalId: 'c-100' });
    expect(shorter.requests).toHaveLength(3);
  });

  it('is null when it is on no neighboring page, and asks for no page that cannot be', async () => {
    await using qard = await startQard((request) => pageReply(customers(80), request));
    expect(await qard.source.records.byPlace.load(key('c-500', '1/100'))).toBeNull();
    expect(await qard.source.records.byPlace.load(key('c-5', 'elsewhere'))).toBeNull();
    expect(qard.requests).toHaveLength(1);
  });

  it('fails when Qard fails', async () => {
    await using qard = await startQard(() => ({ status: 401 }));
    await expect(qard.source.records.byPlace.load(key('c-5', '1/100'))).rejects.toMatchObject({
      code: 'PROVIDER_AUTH',
    });
  });
});
