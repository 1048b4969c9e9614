import { describe, expect, it } from 'vitest';
import type { Instant } from '../../../src/domain/instant.js';
import type { FakeReply } from '../../support/fake-upstream.js';
import { askedOf } from '../../support/fake-upstream.js';
import { documentedOrder, paramOf, startShop } from './start-shop.js';

const all = { statuses: null, paidFrom: null };
const ids = (count: number) => Array.from({ length: count }, (_, index) => String(index + 1));
const head = (order_id: string) => ({
  order_id,
  date_created: '2020-07-29 11:35:39',
  total_amount: '1.00',
  status: '1',
});
const whole = (order_id: string) => ({ ...documentedOrder, order_id });

/** A shop of so many orders whose answer to `include_details` is as told. */
function startListing(count: number, detailed: () => FakeReply) {
  return startShop((request) => {
    const id = paramOf(request, 'order_id');
    if (id !== null) return { json: whole(id) };
    return paramOf(request, 'include_details') === null ? { json: ids(count).map(head) } : detailed();
  });
}

type Listing = Awaited<ReturnType<typeof startListing>>;

/** Reads the list, then orders of it, as a page does that shows what a list does not. @returns their numbers, and the calls */
async function readPage({ requests }: Listing, orders: Listing['source']['orders'], wanted: readonly string[]) {
  const before = requests.length;
  await orders.list(all);
  await orders.prepare(wanted, null);
  const read = await Promise.all(wanted.map((id) => orders.byReference.load(id)));
  return { read: read.map((order) => order?.reference), calls: askedOf(requests.slice(before)) };
}

const detailedList = 'GET /orders?include_details=true';

describe('orders of a list', () => {
  it('are read whole in one call where the shop shows them so', async () => {
    await using shop = await startListing(6, () => ({ json: ids(6).map(whole) }));
    const page = await readPage(shop, shop.source.orders, ids(6));
    expect(page).toEqual({ read: ids(6), calls: ['GET /orders', detailedList] });
  });

  it('are read singly where they are few of a long list, or not of it', async () => {
    await using shop = await startListing(30, () => ({ json: ids(30).map(whole) }));
    expect((await readPage(shop, shop.source.orders, ids(5))).calls).toHaveLength(6);
    expect((await readPage(shop, shop.sourceOfNextOperation().orders, ['99', ...ids(9)])).calls).toHaveLength(11);
    expect((await readPage(shop, shop.sourceOfNextOperation().orders, ids(2))).calls).toHaveLength(3);
  });

  it('are read singly as far as the call does not bring them', async () => {
    await using shop = await startListing(6, () => ({ json: [...ids(4).map(whole), head('5')] }));
    const { read, calls } = await readPage(shop, shop.source.orders, ids(6));
    expect(read).toEqual(ids(6));
    expect(calls).toEqual(['GET /orders', detailedList, 'GET /orders?order_id=5', 'GET /orders?order_id=6']);
  });

  it.each<[string, () => FakeReply]>([
    ['refuses the question', () => ({ status: 400, json: { code: 400, error: 'unknown parameter' } })],
    ['finds nothing because of it', () => ({ json: [] })],
    ['answers with something else', () => ({ json: { hello: 'there' } })],
  ])('are read singly where the shop %s, which is asked twice at the most', async (_, detailed) => {
    await using shop = await startListing(6, detailed);
    const pages = [ids(6), ids(5), ids(4)];
    const asked: boolean[] = [];
    for (const wanted of pages) {
      const { read, calls } = await readPage(shop, shop.sourceOfNextOperation().orders, wanted);
      expect(read).toEqual(wanted);
      asked.push(calls.includes(detailedList));
    }
    expect(asked).toEqual([true, true, false]);
  });

  it('are read singly where the shop overlooks the question, which is asked once', async () => {
    await using shop = await startListing(6, () => ({ json: ids(6).map(head) }));
    const asked: boolean[] = [];
    for (const wanted of [ids(6), ids(5)]) {
      const { read, calls } = await readPage(shop, shop.sourceOfNextOperation().orders, wanted);
      expect(read).toEqual(wanted);
      asked.push(calls.includes(detailedList));
    }
    expect(asked).toEqual([true, false]);
  });

  it('are read singly when the call fails for a passing reason, and the shop is asked again', async () => {
    await using shop = await startListing(6, () => ({ status: 503, headers: { 'retry-after': '3600' } }));
    for (const wanted of [ids(6), ids(5), ids(4)]) {
      const { read, calls } = await readPage(shop, shop.sourceOfNextOperation().orders, wanted);
      expect(read).toEqual(wanted);
      expect(calls).toContain(detailedList);
    }
  });
});

describe('the newest orders of a shop', () => {
  const since = '2020-07-29T09:35:39Z' as Instant;
  const newest = 'GET /orders?from_status_date=1596015338&limit=12&include_details=true';

  /** Reads the orders as a page does whose rows the directory knows. */
  async function readNewest({ requests }: Listing, { orders }: Listing['source'], wanted: readonly string[]) {
    const before = requests.length;
    await orders.prepare(wanted, since);
    const read = await Promise.all(wanted.map((id) => orders.byReference.load(id)));
    return { read: read.map((order) => order?.reference), calls: askedOf(requests.slice(before)) };
  }

  it('are read whole in one call without their list, by when they changed, with room for others that changed as well', async () => {
    await using shop = await startListing(30, () => ({ json: [whole('old'), ...ids(6).map(whole)] }));
    expect(await readNewest(shop, shop.source, ids(6))).toEqual({ read: ids(6), calls: [newest] });
  });

  it('are read singly where they are too few, and as far as the call does not bring them', async () => {
    await using shop = await startListing(30, () => ({ json: ids(5).map(whole) }));
    expect((await readNewest(shop, shop.source, ids(2))).calls).toHaveLength(2);
    const { read, calls } = await readNewest(shop, shop.sourceOfNextOperation(), ids(6));
    expect(read).toEqual(ids(6));
    expect(calls).toEqual([newest, 'GET /orders?order_id=6']);
  });

  it('are not asked for so where filling the directory has shown that the shop overlooks details', async () => {
    await using shop = await startListing(6, () => ({ json: ids(6).map(head) }));
    await shop.source.feeds[0]?.fill(null);
    expect((await readNewest(shop, shop.sourceOfNextOperation(), ids(6))).calls).not.toContain(newest);
  });
});
