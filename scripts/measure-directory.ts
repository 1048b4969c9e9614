import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IndexEntry } from '../src/datasources/_shared/index-feed.js';
import { EmailHash } from '../src/directory/email-hash.js';
import { openDirectoryStore } from '../src/directory/open-directory-store.js';
import { StoredDirectory } from '../src/directory/stored-directory.js';
import { fromEpochMs } from '../src/domain/instant.js';
import type { Order, OrderHead } from '../src/domain/order.js';
import { createLog } from '../src/observability/log.js';
import { noDetails } from '../test/support/order-details.js';

// Fills a fresh directory with invented orders and prints what it costs: npx tsx scripts/measure-directory.ts [orders] [customers]
const orderCount = Number(process.argv[2] ?? 10_000);
const customerCount = Number(process.argv[3] ?? 3000);
const batchSize = 1000;
const firstOrderAt = Date.parse('2024-01-01T00:00:00Z');
const secret = Buffer.from('an invented secret to measure with');

function inventHead(index: number): OrderHead {
  const amount = `${(index * 37) % 2000}.00`;
  return {
    provider: 'QUICKBUTIK',
    externalId: `${100_000 + index}`,
    reference: `${100_000 + index}`,
    status: 'PAID',
    rawStatus: '1',
    placedAt: fromEpochMs(firstOrderAt + index * 600_000),
    total: { amount, currency: 'SEK', raw: amount },
  };
}

function inventOrder(index: number): Order {
  const head = inventHead(index);
  return {
    ...head,
    ...noDetails,
    subtotal: head.total,
    shopper: {
      provider: 'QUICKBUTIK',
      externalId: null,
      email: emailOf(index % customerCount),
      name: null,
      firstName: null,
      lastName: null,
      phone: null,
      company: null,
      shippingAddress: null,
      billingAddress: null,
      seenAt: head.placedAt,
    },
  };
}

function emailOf(customer: number): string {
  return `shopper.number.${customer}@example.com`;
}

function inventCustomer(index: number): IndexEntry {
  const customer = { provider: 'QPILOT', externalId: `${index}`, email: emailOf(index), place: null } as const;
  return { kind: 'CUSTOMER', customer };
}

const toEntry = (order: OrderHead | Order): IndexEntry => ({ kind: 'ORDER', order, importedAt: null });
const orders = Array.from({ length: orderCount }, (_, index) => toEntry(inventOrder(orderCount - index)));
const heads = Array.from({ length: orderCount }, (_, index) => toEntry(inventHead(orderCount - index)));
const customers = Array.from({ length: customerCount }, (_, index) => inventCustomer(index));

const folder = mkdtempSync(join(tmpdir(), 'commercegraph-measure-'));
const store = await openDirectoryStore(folder, new EmailHash(secret).format, createLog('silent'));
const directory = new StoredDirectory({ store, secret });

async function takeIn(what: string, provider: 'QUICKBUTIK' | 'QPILOT', entries: readonly IndexEntry[]): Promise<void> {
  let changes = 0;
  await timed(`${what} (${entries.length})`, async () => {
    for (let start = 0; start < entries.length; start += batchSize) {
      changes += (await directory.put(provider, entries.slice(start, start + batchSize))).length;
    }
  });
  console.log(`${' '.repeat(44)}${changes} changes`);
}

async function timed(what: string, work: () => Promise<unknown>): Promise<void> {
  const begin = performance.now();
  await work();
  console.log(`${what.padEnd(44)}${(performance.now() - begin).toFixed(0)} ms`);
}

function diskBytes(): number {
  const home = join(folder, 'directory');
  return readdirSync(home).reduce((sum, name) => sum + statSync(join(home, name)).size, 0);
}

const inMegabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

try {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  await takeIn('whole orders, newest first', 'QUICKBUTIK', orders);
  await takeIn('customers', 'QPILOT', customers);
  const after = process.memoryUsage().rss;
  await takeIn('the same whole orders again', 'QUICKBUTIK', orders);
  await takeIn('the same as heads', 'QUICKBUTIK', heads);
  await timed('every order in pages of 50', async () => {
    const range = { providers: ['QUICKBUTIK'], emailHash: null, limit: 50 } as const;
    for (let place: [string, string, string] | null = null, page; ; ) {
      page = await directory.orders({ ...range, place });
      const last = page.at(-1);
      if (last === undefined) break;
      place = [last.placedAt ?? '', last.provider, last.externalId];
    }
  });
  await timed('orders and records of every customer', async () => {
    for (let index = 0; index < customerCount; index += 1) {
      const emailHash = directory.hashEmail(emailOf(index));
      await directory.orders({ providers: ['QUICKBUTIK'], emailHash, place: null, limit: 50 });
      await directory.customers(emailHash);
    }
  });
  console.log(`${'disk'.padEnd(44)}${inMegabytes(diskBytes())}`);
  console.log(`${'growth of resident memory while filling'.padEnd(44)}${inMegabytes(after - before)}`);
} finally {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
}
