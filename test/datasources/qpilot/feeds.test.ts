import { describe, expect, it } from 'vitest';
import type { IndexEntry, IndexFeed, IndexKind } from '../../../src/datasources/_shared/index-feed.js';
import type { QPilotSource } from '../../../src/datasources/qpilot/source.js';
import type { ReceivedRequest } from '../../support/fake-upstream.js';
import { fillAll } from '../../support/fill-feed.js';
import { pageReply, siteCalls, startQPilot } from './start-qpilot.js';

interface WireOrder {
  readonly id: number;
  readonly status: string;
  readonly updatedUtc: string | null;
}

const minuteMs = 60_000;
const utc = (minutes: number) => new Date(Date.UTC(2026, 9, 1) + minutes * minuteMs).toISOString();

/** Orders by number; each was changed the given minutes after the first of October. */
const ordersChangedAt = (minutes: readonly number[], status = 'Active'): WireOrder[] =>
  minutes.map((at, index) => ({ id: index + 1, status, updatedUtc: utc(at) }));
const valueOf = ({ query }: ReceivedRequest, name: string) => query.find(([key]) => key === name)?.[1];

/** A list that can be ordered by the time of the change, as QPilot's is taken to be. */
function orderedReply(orders: readonly WireOrder[], request: ReceivedRequest) {
  const text = ({ updatedUtc }: WireOrder) => updatedUtc ?? '';
  const sorted = orders.toSorted((one, other) => (text(one) < text(other) ? -1 : text(one) > text(other) ? 1 : 0));
  if (valueOf(request, 'orderBy') !== 'UpdatedUtc') return pageReply(orders, request);
  return pageReply(valueOf(request, 'order') === 'desc' ? sorted.toReversed() : sorted, request);
}

function feedOf(source: QPilotSource, kind: IndexKind): IndexFeed {
  const feed = source.feeds.find((candidate) => candidate.kind === kind);
  if (feed === undefined) throw new Error(`no feed of ${kind}`);
  return feed;
}

const idsOf = (entries: readonly IndexEntry[]) =>
  entries.map((entry) => (entry.kind === 'SUBSCRIPTION' ? entry.subscription.externalId : ''));

describe('customers', () => {
  const everybody = Array.from({ length: 250 }, (_, index) => ({
    id: String(index).padStart(4, '0'),
    email: index === 7 ? null : `Shopper${index}@Example.com`,
  }));

  it('are read a hundred a call, with the e-mail as written and without a place', async () => {
    await using qpilot = await startQPilot((call, request) =>
      call === 'GET /Customers' ? pageReply(everybody, request) : undefined,
    );
    const { entries, isComplete } = await fillAll(feedOf(qpilot.source, 'CUSTOMER'));
    expect(entries).toEqual(
      everybody.map(({ id, email }) => ({
        kind: 'CUSTOMER',
        customer: { provider: 'QPILOT', externalId: id, email, place: null },
      })),
    );
    expect(isComplete).toBe(true);
    expect(siteCalls(qpilot.requests)).toEqual([1, 2, 3].map((page) => `GET /Customers?page=${page}&pageSize=100`));
  });

  it('are read anew each time by their id, and are gone when QPilot does not know them', async () => {
    let email = 'old@example.com';
    await using qpilot = await startQPilot((call) =>
      call === 'GET /Customers/0007' ? { json: { id: '0007', email } } : undefined,
    );
    const { changedSince, reread } = feedOf(qpilot.source, 'CUSTOMER');
    const customer = (address: string) => ({ provider: 'QPILOT', externalId: '0007', email: address, place: null });
    expect(await reread('0007')).toEqual({ kind: 'CUSTOMER', customer: customer('old@example.com') });
    email = 'new@example.com';
    expect(await reread('0007')).toEqual({ kind: 'CUSTOMER', customer: customer('new@example.com') });
    expect(await reread('0008')).toBeNull();
    expect(changedSince).toBeNull();
  });
});

describe('scheduled orders', () => {
  it('are read whole, the deleted ones too', async () => {
    const orders = ordersChangedAt([5, 4, 3]).concat({ id: 4, status: 'Deleted', updatedUtc: utc(9) });
    await using qpilot = await startQPilot((_, request) => orderedReply(orders, request));
    const { entries, isComplete } = await fillAll(feedOf(qpilot.source, 'SUBSCRIPTION'));
    expect(entries.map((entry) => entry.kind === 'SUBSCRIPTION' && entry.subscription.status)).toEqual([
      'ACTIVE',
      'ACTIVE',
      'ACTIVE',
      'DELETED',
    ]);
    expect(isComplete).toBe(true);
    expect(siteCalls(qpilot.requests)).toEqual(['GET /ScheduledOrders?page=1&pageSize=100&includeDeleted=true']);
  });

  it('are read without the deleted ones where the account refuses to be asked for them', async () => {
    const orders = ordersChangedAt(Array.from({ length: 150 }, (_, index) => index));
    await using qpilot = await startQPilot((_, request) =>
      valueOf(request, 'includeDeleted') === undefined ? orderedReply(orders, request) : { status: 400 },
    );
    const { entries, isComplete } = await fillAll(feedOf(qpilot.source, 'SUBSCRIPTION'));
    expect([entries.length, isComplete]).toEqual([150, true]);
    expect(siteCalls(qpilot.requests)).toHaveLength(3);
  });

  it('are read anew each time by their number', async () => {
    let status = 'Active';
    await using qpilot = await startQPilot((call) =>
      call === 'GET /ScheduledOrders/9' ? { json: { id: 9, status } } : undefined,
    );
    const { reread } = feedOf(qpilot.source, 'SUBSCRIPTION');
    expect(await reread('9')).toMatchObject({ subscription: { externalId: '9', status: 'ACTIVE' } });
    status = 'Paused';
    expect(await reread('9')).toMatchObject({ subscription: { externalId: '9', status: 'PAUSED' } });
    expect(await reread('10')).toBeNull();
  });
});

describe('changes of scheduled orders', () => {
  const many = Array.from({ length: 450 }, (_, index) => index);
  const shuffled = many.map((index) => (index * 197) % 450);
  const changed = async (orders: readonly WireOrder[], since: string, reply = orderedReply) => {
    await using qpilot = await startQPilot((_, request) => reply(orders, request));
    const { changedSince } = feedOf(qpilot.source, 'SUBSCRIPTION');
    const answer = await changedSince?.(since);
    return { ids: idsOf(answer?.entries ?? []), isComplete: answer?.isComplete, calls: siteCalls(qpilot.requests) };
  };

  it('are read back to the instant, and the other end of the list proves the order', async () => {
    const orders = ordersChangedAt(shuffled);
    const { ids, isComplete, calls } = await changed(orders, utc(330));
    const expected = orders.filter(({ updatedUtc }) => updatedUtc !== null && updatedUtc >= utc(330));
    expect(ids.toSorted()).toEqual(expected.map(({ id }) => String(id)).toSorted());
    expect(isComplete).toBe(true);
    expect(calls).toEqual([
      'GET /ScheduledOrders?page=1&pageSize=100&includeDeleted=true&orderBy=UpdatedUtc&order=desc',
      'GET /ScheduledOrders?page=2&pageSize=100&includeDeleted=true&orderBy=UpdatedUtc&order=desc',
      'GET /ScheduledOrders?page=1&pageSize=1&includeDeleted=true&orderBy=UpdatedUtc&order=asc',
    ]);
  });

  it('are all of a list of one page, in whatever order it comes', async () => {
    const unordered = await changed(ordersChangedAt([3, 9, 1]), utc(3), pageReply);
    expect(unordered).toMatchObject({ ids: ['1', '2'], isComplete: true });
    expect(unordered.calls).toHaveLength(1);
    const unstated = await changed([{ id: 1, status: 'Active', updatedUtc: null }], utc(3));
    expect(unstated).toMatchObject({ ids: ['1'], isComplete: true });
  });

  it('are not complete where the list ignores the order asked for', async () => {
    const { isComplete, calls } = await changed(ordersChangedAt(shuffled), utc(440), pageReply);
    expect(isComplete).toBe(false);
    expect(calls).toHaveLength(1);
  });

  it('are not complete where the list only looks ordered', async () => {
    // By number, newest first: an old order that was changed lately stands far behind.
    const byNumber = ordersChangedAt(many.map((index) => 450 - index));
    const lately = byNumber.map((order) => (order.id === 400 ? { ...order, updatedUtc: utc(500) } : order));
    const { ids, isComplete } = await changed(lately, utc(430), pageReply);
    expect(ids).not.toContain('400');
    expect(isComplete).toBe(false);
  });

  it('are not complete where some orders state no change, since a new one may be among them', async () => {
    const orders = ordersChangedAt(many).concat({ id: 999, status: 'Active', updatedUtc: null });
    expect(await changed(orders, utc(440))).toMatchObject({ isComplete: false });
  });

  it('are not complete, and no failure, where the account refuses to order its list', async () => {
    const refuse = (orders: readonly WireOrder[], request: ReceivedRequest) =>
      valueOf(request, 'orderBy') === undefined ? pageReply(orders, request) : { status: 400 };
    expect(await changed(ordersChangedAt(many), utc(440), refuse)).toMatchObject({ ids: [], isComplete: false });
  });

  it('are not complete with a row that cannot be read', async () => {
    const odd = (orders: readonly WireOrder[], request: ReceivedRequest) =>
      pageReply([...orders, { id: null, status: 'Active' }], request);
    expect(await changed(ordersChangedAt([9]), utc(3), odd)).toMatchObject({ ids: ['1'], isComplete: false });
  });

  it('fail when QPilot fails, and nothing else is asked then', async () => {
    await using qpilot = await startQPilot(() => ({ status: 503 }));
    const changes = feedOf(qpilot.source, 'SUBSCRIPTION').changedSince?.(utc(0));
    await expect(changes).rejects.toMatchObject({ code: 'PROVIDER_UNAVAILABLE' });
    expect(new Set(siteCalls(qpilot.requests)).size).toBe(1);
  });
});
