import { describe, expect, it } from 'vitest';
import type { Datasources } from '../../../src/datasources/providers.js';
import type { CustomerRecord } from '../../../src/domain/customer.js';
import type { Order, OrderHead, OrderStatus } from '../../../src/domain/order.js';
import { KnownRecords } from '../../../src/joins/known-records.js';
import type { OrderCondition } from '../../../src/joins/order-condition.js';
import { OrderFeed } from '../../../src/joins/order-feed.js';
import { OrderHeads } from '../../../src/joins/order-heads.js';
import { OrderLookup } from '../../../src/joins/order-lookup.js';
import { noInvoices } from '../../../src/records/placed-invoices.js';
import { noDetails } from '../../support/order-details.js';

const day = (count: number) => new Date(Date.UTC(2026, 0, 1) + count * 86_400_000).toISOString().replace('.000Z', 'Z');

function order(
  provider: 'QUICKBUTIK' | 'QAPLA',
  reference: string,
  more: Partial<Order> & { email?: string } = {},
): Order {
  const { email = `${reference}@example.com`, ...fields } = more;
  const shopper = { provider, externalId: null, email, name: null } as unknown as CustomerRecord;
  return {
    provider,
    externalId: reference,
    reference,
    status: 'PAID',
    rawStatus: null,
    placedAt: day(0),
    total: null,
    ...noDetails,
    shopper,
    ...fields,
  };
}

/** A shop and imports made of given orders; windows hold at most `windowSize` rows, the oldest first. */
function feedOf(shop: readonly Order[], imports: readonly Order[], windowSize = 1000) {
  const asked: string[] = [];
  const head = ({ provider, externalId, reference, status, rawStatus, placedAt, total }: Order): OrderHead => ({
    provider,
    externalId,
    reference,
    status,
    rawStatus,
    placedAt,
    total,
  });
  const byAge = (rows: readonly Order[]) =>
    [...rows].sort((one, other) => (one.placedAt ?? '').localeCompare(other.placedAt ?? ''));
  const sources = {
    quickbutik: {
      isConfigured: true,
      orders: {
        list: async ({ statuses }: { statuses: readonly OrderStatus[] | null }) => ({
          rows: shop.filter(({ status }) => statuses === null || statuses.includes(status)).map(head),
          isComplete: true,
        }),
        prepare: async () => {},
        byReference: { load: async (reference: string) => shop.find((row) => row.reference === reference) ?? null },
      },
    },
    qapla: {
      isConfigured: true,
      orders: {
        since: async (since: string) => {
          asked.push(`since ${since}`);
          const rows = byAge(imports).filter(({ placedAt }) => (placedAt ?? '') >= since);
          return { rows: rows.slice(0, windowSize), isComplete: rows.length <= windowSize, since: null };
        },
        newest: async () => {
          asked.push('newest');
          const rows = byAge(imports).reverse().slice(0, windowSize);
          return { rows, isComplete: imports.length <= windowSize, since: rows.at(-1)?.placedAt ?? null };
        },
      },
    },
  } as unknown as Datasources;
  return { feed: overSources(sources, windowSize), asked };
}

/** A feed without a directory. */
function overSources(sources: Datasources, scanLimit: number): OrderFeed {
  const known = new KnownRecords(null);
  const lookup = new OrderLookup(sources, { known, scanLimit }, noInvoices);
  const heads = new OrderHeads(sources, { lookup, known }, { scanLimit, remainingMs: () => 10_000 });
  return new OrderFeed(heads, lookup, known);
}

const all: OrderCondition = { provider: null, statuses: null, placedFrom: null, placedTo: null, email: null };
const references = (page: { rows: readonly { row: OrderHead }[] }) =>
  page.rows.map(({ row }) => `${row.provider} ${row.reference}`);

describe('the merged list of orders', () => {
  it('reaches back to the page that the time filter leaves, not to the newest orders of the shop', async () => {
    const shop = Array.from({ length: 30 }, (_, index) => order('QUICKBUTIK', `s${index}`, { placedAt: day(index) }));
    const { feed } = feedOf(shop, [order('QAPLA', 'x', { placedAt: day(2) })]);
    const page = await feed.page({ ...all, placedTo: day(4) }, { first: 10, after: null });
    expect(references(page)).toEqual(['QUICKBUTIK s3', 'QAPLA x', 'QUICKBUTIK s2', 'QUICKBUTIK s1', 'QUICKBUTIK s0']);
  });

  it('begins with the newest imports when a window cannot hold them all, and says since when it is complete', async () => {
    const shop = [order('QUICKBUTIK', 's0', { placedAt: day(0) }), order('QUICKBUTIK', 's1', { placedAt: day(1) })];
    const imports = Array.from({ length: 50 }, (_, index) => order('QAPLA', `q${index}`, { placedAt: day(2 + index) }));
    const { feed } = feedOf(shop, imports, 20);
    const page = await feed.page(all, { first: 3, after: null });
    expect(references(page)).toEqual(['QAPLA q49', 'QAPLA q48', 'QAPLA q47']);
    expect(page.coverage[1]).toMatchObject({ provider: 'QAPLA', complete: false, since: day(2 + 30) });
  });

  it('asks for one window that reaches as far back as the page', async () => {
    const shop = Array.from({ length: 30 }, (_, index) => order('QUICKBUTIK', `s${index}`, { placedAt: day(index) }));
    const { feed, asked } = feedOf(shop, []);
    await feed.page(all, { first: 5, after: null });
    expect(asked).toEqual([`since ${day(24 - 1)}`]);
  });

  it('shows a purchase known to both once, in the state the shop gives it, whatever the filter', async () => {
    const shop = [order('QUICKBUTIK', '7', { status: 'DONE', email: 'Ann@example.com' })];
    const imports = [order('QAPLA', '7', { status: 'PAID', email: 'ann@EXAMPLE.com' })];
    const { feed } = feedOf(shop, imports);
    expect(references(await feed.page(all, { first: 5, after: null }))).toEqual(['QUICKBUTIK 7']);
    expect(references(await feed.page({ ...all, statuses: ['PAID'] }, { first: 5, after: null }))).toEqual([]);
    expect(references(await feed.page({ ...all, statuses: ['DONE'] }, { first: 5, after: null }))).toEqual([
      'QUICKBUTIK 7',
    ]);
  });

  it('shows two purchases that only share a reference as two', async () => {
    const { feed } = feedOf(
      [order('QUICKBUTIK', '7', { email: 'a@example.com' })],
      [order('QAPLA', '7', { email: 'b@example.com' })],
    );
    expect(references(await feed.page(all, { first: 5, after: null }))).toEqual(['QAPLA 7', 'QUICKBUTIK 7']);
  });

  it('shows each order once over all pages, also when new ones arrive in between', async () => {
    const shop = Array.from({ length: 23 }, (_, index) => order('QUICKBUTIK', `s${index}`, { placedAt: day(index) }));
    const imports = Array.from({ length: 9 }, (_, index) => order('QAPLA', `q${index}`, { placedAt: day(index * 2) }));
    const seen: string[] = [];
    for (let after: string | null = null; ; ) {
      const { feed } = feedOf(shop, imports);
      const page = await feed.page(all, { first: 4, after });
      seen.push(...references(page));
      shop.push(order('QUICKBUTIK', `new${seen.length}`, { placedAt: day(100 + seen.length) }));
      if (!page.hasNextPage) break;
      after = page.rows.at(-1)?.cursor ?? null;
    }
    expect(seen).toHaveLength(32);
    expect(new Set(seen).size).toBe(32);
  });

  it('is not complete since a second of which a bounded search has left an order out', async () => {
    const days = [5, 4, 3, 3, 2];
    const shop = days.map((age, index) => order('QUICKBUTIK', `s${index}`, { placedAt: day(age) }));
    const { feed } = feedOf(shop, [], 3);
    const page = await feed.page({ ...all, provider: 'QUICKBUTIK', email: 'x@example.com' }, { first: 5, after: null });
    expect(page.coverage).toMatchObject([{ complete: false, since: day(4) }]);
  });

  it('has no list when no provider answers, and one failure for each', async () => {
    const { feed } = feedOf([], []);
    const broken = {
      quickbutik: { isConfigured: true, orders: { list: () => Promise.reject(new Error('shop down')) } },
      qapla: { isConfigured: true, orders: { newest: () => Promise.reject(new Error('imports down')) } },
    } as unknown as Datasources;
    const page = await overSources(broken, 10).page(all, { first: 5, after: null });
    expect(page.isAnswered).toBe(false);
    expect([...page.failures.values()].map(({ message }) => message)).toEqual(['shop down', 'imports down']);
    expect((await feed.page(all, { first: 5, after: null })).isAnswered).toBe(true);
  });
});
