import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { IndexEntry, IndexFeed } from '../../../src/datasources/_shared/index-feed.js';
import type { Order, OrderHead } from '../../../src/domain/order.js';
import { askedOf } from '../../support/fake-upstream.js';
import { answerOrders, emailOf, makeOrders, type ShopManner, type ShopOrder } from './order-shop.js';
import { documentedOrder, startShop } from './start-shop.js';

const daySeconds = 24 * 60 * 60;

/** A shop whose orders may grow and shrink between calls. */
async function startOrders(orders: ShopOrder[], manner: ShopManner) {
  const shop = await startShop((request) => answerOrders(orders, manner, request));
  const feed = shop.source.feeds.find(({ kind }) => kind === 'ORDER');
  if (feed === undefined) throw new Error('no feed of orders');
  return { ...shop, feed, [Symbol.asyncDispose]: () => shop[Symbol.asyncDispose]() };
}

interface Filled {
  readonly orders: ReadonlyMap<string, OrderHead | Order>;
  readonly cursors: readonly string[];
  readonly isComplete: boolean;
  readonly since: string | null;
}

/** Runs a fill to its end, in the shape a restart leaves it: each cursor through text alone. */
async function fillAll(feed: IndexFeed, from: string | null = null, between = () => {}): Promise<Filled> {
  const orders = new Map<string, OrderHead | Order>();
  const cursors: string[] = [];
  for (let cursor = from; ; ) {
    const step = await feed.fill(cursor);
    for (const { externalId, order } of step.entries.map(orderOf)) orders.set(externalId, order);
    if (step.next === null) return { orders, cursors, isComplete: step.isComplete, since: step.since };
    cursors.push(step.next);
    cursor = step.next;
    between();
    if (cursors.length > 5000) throw new Error('a fill without an end');
  }
}

function orderOf(entry: IndexEntry) {
  if (entry.kind !== 'ORDER') throw new Error('no order');
  return { externalId: entry.order.externalId, order: entry.order };
}

const emailIn = (order: OrderHead | Order | undefined) =>
  order !== undefined && 'shopper' in order ? order.shopper?.email : undefined;
const missing = (orders: readonly ShopOrder[], { orders: found }: Filled) => orders.filter(({ id }) => !found.has(id));

test('fills ten thousand whole orders in eleven calls where details are offered: the tenth does not tell that it is the last', async () => {
  const orders = makeOrders(10_000);
  await using shop = await startOrders(orders, {});

  const filled = await fillAll(shop.feed);

  expect(filled).toMatchObject({ isComplete: true, since: null });
  expect(missing(orders, filled)).toEqual([]);
  expect([...filled.orders].every(([id, order]) => emailIn(order) === emailOf(id))).toBe(true);
  expect(shop.requests).toHaveLength(11);
  expect(askedOf(shop.requests).slice(0, 2)).toEqual([
    'GET /orders?limit=1000&offset=0&include_details=true',
    'GET /orders?limit=1000&offset=995&include_details=true',
  ]);
});

test.each([
  ['the parameters are overlooked', { limits: false, details: false }, 1, false],
  ['the limit is overlooked and details are offered', { limits: false }, 1, true],
  ['the parameters are refused with 400', { refuses: 400, limits: false }, 2, false],
  ['the parameters are refused with 422', { refuses: 422, limits: false }, 2, false],
  ['the parameters find nothing', { refuses: 404, limits: false }, 2, false],
])('has ten thousand orders when %s', async (_case, manner, calls, isDetailed) => {
  const orders = makeOrders(10_000);
  await using shop = await startOrders(orders, manner);

  const filled = await fillAll(shop.feed);

  expect(filled).toMatchObject({ isComplete: true, since: null });
  expect(missing(orders, filled)).toEqual([]);
  expect(shop.requests).toHaveLength(calls);
  expect([...filled.orders.values()].every((order) => 'lines' in order)).toBe(isDetailed);
});

test('reads an answer that is too large for one call in smaller pages', async () => {
  const orders = makeOrders(350);
  await using shop = await startShop((request) => {
    const isLarge = request.query.some(([name, value]) => name === 'limit' && value === '1000');
    return isLarge ? { text: '[{"order_id":' } : answerOrders(orders, {}, request);
  });

  const filled = await fillAll(shop.source.feeds[0] as IndexFeed);

  expect(filled.isComplete).toBe(true);
  expect(missing(orders, filled)).toEqual([]);
  expect(shop.requests).toHaveLength(5);
});

test('follows a shop that gives fewer rows than asked for by its own page size', async () => {
  const orders = makeOrders(730);
  await using shop = await startOrders(orders, { cap: 50 });

  const filled = await fillAll(shop.feed);

  expect(filled.isComplete).toBe(true);
  expect(missing(orders, filled)).toEqual([]);
});

test('is complete in one further call where as many orders as a page holds are all there are', async () => {
  const orders = makeOrders(100);
  await using shop = await startOrders(orders, {});

  expect(await fillAll(shop.feed)).toMatchObject({ isComplete: true });
  expect(shop.requests).toHaveLength(2);
});

test('takes a round number that is no likely cap for the whole list where offsets are overlooked', async () => {
  await using shop = await startOrders(makeOrders(120), { limits: false });

  expect(await fillAll(shop.feed)).toMatchObject({ isComplete: true });
  expect(shop.requests).toHaveLength(2);
});

test.each([0, 1, 4, 30, 2500])(
  'loses no order when %d are deleted and new ones come between two pages',
  async (count) => {
    const orders = makeOrders(3500);
    await using shop = await startOrders(orders, {});
    const deleted = new Set<string>();
    let hasMoved = false;

    const filled = await fillAll(shop.feed, null, () => {
      if (hasMoved) return;
      hasMoved = true;
      for (const { id } of orders.splice(orders.length - count, count)) deleted.add(id);
      const [last] = makeOrders(1);
      if (last) orders.push(...[1, 2, 3].map((number) => ({ ...last, id: `new${number}` })));
    });

    const remaining = orders.filter(({ id }) => !id.startsWith('new'));
    expect(missing(remaining, filled)).toEqual([]);
    expect(filled.isComplete).toBe(true);
  },
);

test('has unpaid and paid orders of a list that is cut, and does not claim the cancelled ones', async () => {
  const orders = makeOrders(3000);
  await using shop = await startOrders(orders, { limits: false, details: false, cap: 500 });

  const filled = await fillAll(shop.feed);

  expect(filled.isComplete).toBe(false);
  expect(missing(orders, filled).every(({ status, paidAt }) => status === '0' && paidAt === null)).toBe(true);
  // An hour between orders: sixteen days of changes are 384 rows, sixty-four would be cut.
  expect(Date.parse(filled.since ?? '') / 1000).toBeCloseTo(Date.now() / 1000 - 16 * daySeconds, -1);
  const claimed = missing(orders, filled).filter(({ placedAt }) => placedAt >= Date.parse(filled.since ?? '') / 1000);
  expect(claimed).toEqual([]);
  expect(shop.requests.length).toBeLessThan(60);
});

test('fills ten thousand orders of a list that is cut at a hundred, details refused', async () => {
  const orders = makeOrders(10_000);
  await using shop = await startOrders(orders, { limits: false, refuses: 400, cap: 100 });

  const filled = await fillAll(shop.feed);

  // A thousand are unpaid: of those that no answer shows nobody knows when they were placed.
  expect(filled).toMatchObject({ isComplete: false, since: null });
  expect(missing(orders, filled).every(({ paidAt }) => paidAt === null)).toBe(true);
  expect(shop.requests.length).toBeLessThan(600);
  expect(askedOf(shop.requests).slice(2, 6)).toEqual([
    'GET /orders?status=unpaid',
    'GET /orders?status=paid',
    'GET /orders?status=done',
    expect.stringMatching(/^GET \/orders\?from_status_date=\d{10}$/),
  ]);
});

test('is complete after all where only the list without a filter is cut', async () => {
  const orders = makeOrders(730);
  await using shop = await startShop((request) => {
    const isFiltered = request.query.some(([name]) => ['status', 'from_status_date'].includes(name));
    return answerOrders(orders, { limits: false, ...(isFiltered ? {} : { cap: 100 }) }, request);
  });

  const filled = await fillAll(shop.source.feeds[0] as IndexFeed);

  expect(filled).toMatchObject({ isComplete: true, since: null });
  expect(missing(orders, filled)).toEqual([]);
});

test('ends soon and claims nothing where the list is cut and filters are overlooked', async () => {
  await using shop = await startOrders(makeOrders(3000), { limits: false, cap: 500, filters: false });

  expect(await fillAll(shop.feed)).toMatchObject({ isComplete: false, since: null });
  expect(shop.requests.length).toBeLessThan(10);
});

test('does not claim to be complete with a row that states no id', async () => {
  await using shop = await startShop(() => ({ json: [{ order_id: '1' }, { status: '1' }] }));

  const { entries, ...rest } = (await shop.source.feeds[0]?.fill(null)) ?? { entries: [] };

  expect(entries).toMatchObject([{ kind: 'ORDER', order: { externalId: '1' }, importedAt: null }]);
  expect(rest).toEqual({ next: null, isComplete: false, since: null });
});

test('fails with a provider that is down or refuses the key, and asks no more', async () => {
  await using down = await startShop(() => ({ status: 503 }));
  await using locked = await startShop(() => ({ status: 401 }));

  await expect(down.source.feeds[0]?.fill(null)).rejects.toMatchObject({ code: 'PROVIDER_UNAVAILABLE' });
  await expect(locked.source.feeds[0]?.fill(null)).rejects.toMatchObject({ code: 'PROVIDER_AUTH' });
  expect(locked.requests).toHaveLength(1);
});

test('begins anew with a cursor that it cannot read', async () => {
  await using shop = await startOrders(makeOrders(3), {});

  expect((await shop.feed.fill('{"page":{"offset":"far"}}')).entries).toHaveLength(3);
  expect((await shop.feed.fill('no json')).entries).toHaveLength(3);
});

const manners: readonly ShopManner[] = [
  {},
  { cap: 50 },
  { limits: false },
  { limits: false, cap: 50 },
  { limits: false, refuses: 400, cap: 100 },
];

test('gives the same orders when it is resumed at any step', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...manners),
      fc.integer({ min: 0, max: 250 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      async (manner, count, place) => {
        const orders = makeOrders(count);
        await using shop = await startOrders(orders, manner);
        const all = await fillAll(shop.feed);
        const at = Math.floor(place * all.cursors.length);
        const cursor = all.cursors[at] ?? null;
        // The steps up to the cursor, and what another process makes of it.
        const before = new Set<string>();
        for (const given of [null, ...all.cursors.slice(0, at)]) {
          for (const entry of (await shop.feed.fill(given)).entries) before.add(orderOf(entry).externalId);
        }
        await using restarted = await startOrders(orders, manner);
        const after = await fillAll(restarted.feed, cursor);
        expect(new Set([...before, ...after.orders.keys()])).toEqual(new Set(all.orders.keys()));
        expect(after.isComplete).toBe(all.isComplete);
        if (all.isComplete) expect(all.orders.size).toBe(count);
      },
    ),
    { numRuns: 15 },
  );
});

test('asks for changes as documented, in UNIX seconds, and once where there are none or few', async () => {
  const orders = makeOrders(5000);
  await using shop = await startOrders(orders, { limits: false, refuses: 400 });
  const since = new Date(((orders[4998] as ShopOrder).statusAt - 1) * 1000).toISOString();

  const changed = await shop.feed.changedSince?.(since);
  const unchanged = await shop.feed.changedSince?.('2100-01-01T00:00:00Z');

  expect(changed?.entries.map(orderOf).map(({ externalId }) => externalId)).toEqual(['5999', '5998']);
  expect([changed?.isComplete, unchanged]).toEqual([true, { entries: [], isComplete: true }]);
  expect(askedOf(shop.requests)).toEqual([
    `GET /orders?from_status_date=${Date.parse(since) / 1000}`,
    'GET /orders?from_status_date=4102444800',
  ]);
});

test('asks for changes as whole orders where there are several, and pages through many', async () => {
  const orders = makeOrders(5000);
  await using shop = await startOrders(orders, {});
  const changesOf = async (count: number) => {
    const since = new Date(((orders[5000 - count] as ShopOrder).statusAt - 1) * 1000).toISOString();
    return shop.feed.changedSince?.(since);
  };

  const few = await changesOf(5);
  const callsForFew = shop.requests.length;
  const many = await changesOf(2500);

  expect(few?.entries.map(orderOf).every(({ order }) => 'lines' in order)).toBe(true);
  expect(callsForFew).toBe(2);
  expect(new Set(many?.entries.map(orderOf).map(({ externalId }) => externalId)).size).toBe(2500);
  expect([few?.isComplete, many?.isComplete]).toEqual([true, true]);
  expect(shop.requests.length - callsForFew).toBe(4);
});

test('knows that changes may be missing where their list may be cut', async () => {
  await using shop = await startOrders(makeOrders(3000), { limits: false, refuses: 400, cap: 100 });

  const changed = await shop.feed.changedSince?.('2020-01-01T00:00:00Z');

  expect(changed?.entries).toHaveLength(100);
  expect(changed?.isComplete).toBe(false);
});

test('reads an order anew each time, and knows one that is gone from an answer about another', async () => {
  const replies = [{ json: documentedOrder }, { json: [documentedOrder] }, { status: 404, text: '' }];
  await using shop = await startShop(({ query }) =>
    query[0]?.[1] === '115' ? (replies.shift() ?? {}) : { json: documentedOrder },
  );
  const reread = (id: string) => shop.source.feeds[0]?.reread(id);

  expect(await reread('115')).toMatchObject({
    kind: 'ORDER',
    order: { shopper: { email: 'dummy@example.com' } },
    importedAt: null,
  });
  expect(await reread('115')).toMatchObject({ order: { externalId: '115' } });
  expect(await reread('115')).toBeNull();
  await expect(reread('116')).rejects.toMatchObject({ code: 'PROVIDER_CONTRACT' });
  expect(shop.requests).toHaveLength(4);
});
