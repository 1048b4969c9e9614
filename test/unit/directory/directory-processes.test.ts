import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EmailHash } from '../../../src/directory/email-hash.js';
import { openDirectoryStore } from '../../../src/directory/open-directory-store.js';
import { StoredDirectory } from '../../../src/directory/stored-directory.js';
import { createLog } from '../../../src/observability/log.js';
import { startAnotherProcess } from './another-process.js';
import { listOrder, whole } from './entries.js';
import { findStrays, makeFolder, secret } from './stores.js';

const { format } = new EmailHash(secret);

async function countOrders(directory: StoredDirectory): Promise<number> {
  const orders = await directory.orders({ providers: ['QUICKBUTIK'], emailHash: null, place: null, limit: 100_000 });
  return orders.length;
}

describe('a directory whose process is killed while it writes', () => {
  it.each([1, 7, 40])('keeps every order that was taken in, and every entry whole, after batch %i', async (batches) => {
    using folder = makeFolder();
    await using writing = await startAnotherProcess({ folder: folder.path, format, orders: 20_000, batchSize: 50 });
    writing.takeIn();
    await writing.untilTaken(batches * 50);
    await writing.kill();
    const store = await openDirectoryStore(folder.path, format, createLog('silent'));
    const directory = new StoredDirectory({ store, secret });
    expect(await countOrders(directory)).toBeGreaterThanOrEqual(writing.taken());
    expect(await countOrders(directory)).toBeLessThan(20_000);
    expect(await findStrays(store)).toEqual([]);
    expect(await directory.put('QUICKBUTIK', [listOrder(whole('new', 'astrid@example.com'))])).toHaveLength(1);
    expect(readdirSync(folder.path)).toEqual(['directory']);
    await store.close();
  });
});

describe('processes that take in the same orders', () => {
  it('are told of each of them once, all together', async () => {
    using folder = makeFolder();
    const task = { folder: folder.path, format, orders: 3000, batchSize: 60 };
    await using one = await startAnotherProcess(task);
    await using other = await startAnotherProcess(task);
    const store = await openDirectoryStore(folder.path, format, createLog('silent'));
    const directory = new StoredDirectory({ store, secret });
    one.takeIn();
    other.takeIn();
    const ids = Array.from({ length: 1000 }, (_, index) => 3 * index);
    const batch = ids.map((id) => listOrder(whole(`${id}`, 'astrid@example.com')));
    const told = (await directory.put('QUICKBUTIK', batch)).length;
    await Promise.all([one.untilDone(), other.untilDone()]);
    expect(told + one.told() + other.told()).toBe(3000);
    expect(await countOrders(directory)).toBe(3000);
    expect(await findStrays(store)).toEqual([]);
    await store.close();
  });
});

describe('processes that start on a damaged directory', () => {
  it('begin it anew once, and share what they have begun', async () => {
    using folder = makeFolder();
    const before = await openDirectoryStore(folder.path, format, createLog('silent'));
    const orders = Array.from({ length: 500 }, (_, index) => listOrder(whole(`${index}`, 'astrid@example.com')));
    await new StoredDirectory({ store: before, secret }).put('QUICKBUTIK', orders);
    await before.close();
    const file = join(folder.path, 'directory', 'directory.mdb');
    writeFileSync(file, readFileSync(file).fill('damaged', 8192));
    const task = { folder: folder.path, format, orders: 100, batchSize: 10 };
    const started = await Promise.all([
      startAnotherProcess(task),
      startAnotherProcess(task),
      startAnotherProcess(task),
    ]);
    for (const one of started) one.takeIn();
    await Promise.all(started.map((one) => one.untilDone()));
    expect(started.reduce((sum, one) => sum + one.told(), 0)).toBe(100);
    expect(readdirSync(folder.path).sort()).toEqual(['directory', 'directory-2']);
    for (const one of started) await one.kill();
  });
});
