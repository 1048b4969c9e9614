import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { EmailHash } from '../../../src/directory/email-hash.js';
import { openDirectoryStore } from '../../../src/directory/open-directory-store.js';
import { StoreUnavailableError } from '../../../src/directory/ordered-store.js';
import { StoredDirectory } from '../../../src/directory/stored-directory.js';
import { createLog } from '../../../src/observability/log.js';
import { startAnotherProcess } from './another-process.js';
import { listCustomer, listImport, listOrder, listParcel, whole } from './entries.js';
import { makeFolder, secret } from './stores.js';

const { format } = new EmailHash(secret);
const log = createLog('silent');
const open = (folder: string, of = format) => openDirectoryStore(folder, of, log);
const fileOf = (folder: string) => join(folder, 'directory', 'directory.mdb');
const directoriesIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.startsWith('directory'))
    .sort();

/** A directory with a thousand orders, closed. */
async function fill(folder: string): Promise<void> {
  const store = await open(folder);
  const orders = Array.from({ length: 1000 }, (_, index) => listOrder(whole(`${index}`, `p${index}@example.com`)));
  await new StoredDirectory({ store, secret }).put('QUICKBUTIK', orders);
  await store.close();
}

async function countOrders(folder: string): Promise<number> {
  const store = await open(folder);
  const directory = new StoredDirectory({ store, secret });
  const range = { providers: ['QUICKBUTIK'], emailHash: null, place: null, limit: 10_000 } as const;
  const count = (await directory.orders(range)).length;
  await store.close();
  return count;
}

afterEach(() => {
  vi.useRealTimers();
});

describe('a directory under a data folder', () => {
  it('is begun where none is, for its owner alone, and is there when it is opened again', async () => {
    using folder = makeFolder();
    const data = join(folder.path, 'data', 'live');
    await fill(data);
    expect(await countOrders(data)).toBe(1000);
    expect(statSync(join(data, 'directory')).mode & 0o777).toBe(0o700);
    expect(statSync(fileOf(data)).mode & 0o777).toBe(0o600);
    expect(directoriesIn(data)).toEqual(['directory']);
  });

  it('holds no e-mail, name or address in any of its bytes', async () => {
    using folder = makeFolder();
    const store = await open(folder.path);
    const directory = new StoredDirectory({ store, secret });
    const email = 'Astrid.Invented@example.com';
    await directory.put('QUICKBUTIK', [listOrder(whole('1', email))]);
    await directory.put('QAPLA', [listImport(whole('1', email)), listParcel('A1')]);
    await directory.put('QPILOT', [listCustomer('7', email)]);
    await directory.forget(directory.hashEmail(email));
    await store.close();
    const names = readdirSync(join(folder.path, 'directory'));
    const bytes = names.map((name) => readFileSync(join(folder.path, 'directory', name), 'latin1')).join('');
    expect(bytes).toContain('QUICKBUTIK');
    expect(bytes).not.toMatch(/astrid|invented|example|70 000 00 00/i);
  });

  it.each<[string, (path: string) => void]>([
    [
      'overwritten in the middle',
      (path) => overwrite(path, statSync(path).size / 3, randomBytes(Math.floor(statSync(path).size / 3))),
    ],
    ['with a digit changed', changeDigits],
    ['cut off', (path) => truncateSync(path, Math.floor(statSync(path).size / 3))],
    ['with another head', (path) => overwrite(path, 0, randomBytes(8192))],
    ['of another kind', (path) => writeFileSync(path, 'no directory at all\n'.repeat(1000))],
  ])('that is %s is left where it is, and the next begun', async (_, damage) => {
    using folder = makeFolder();
    await fill(folder.path);
    writeFileSync(join(folder.path, 'other-store'), 'untouched');
    damage(fileOf(folder.path));
    expect(await countOrders(folder.path)).toBe(0);
    expect(directoriesIn(folder.path)).toEqual(['directory', 'directory-2']);
    expect(readFileSync(join(folder.path, 'other-store'), 'utf8')).toBe('untouched');
    await fill(folder.path);
    expect(await countOrders(folder.path)).toBe(1000);
    expect(directoriesIn(folder.path)).toEqual(['directory', 'directory-2']);
  });

  it('of another version or secret is left, and the newest two of such are kept', async () => {
    using folder = makeFolder();
    await fill(folder.path);
    const formats = ['2-other', new EmailHash(Buffer.from('another secret')).format, '3-other', format];
    for (const other of formats) await (await open(folder.path, other)).close();
    expect(directoriesIn(folder.path)).toEqual(['directory-3', 'directory-4', 'directory-5']);
    expect(await countOrders(folder.path)).toBe(0);
  });

  it('of another version is not left while a process uses it, and is opened once that one is gone', async () => {
    using folder = makeFolder();
    await using older = await startAnotherProcess({ folder: folder.path, format: '2-other' });
    const before = Date.now();
    const store = await open(folder.path);
    await expect(store.get(['a'])).rejects.toThrow(StoreUnavailableError);
    expect(directoriesIn(folder.path)).toEqual(['directory']);
    await older.kill();
    await expect(store.get(['a'])).rejects.toThrow(StoreUnavailableError);
    vi.useFakeTimers({ toFake: ['Date'], now: before + 60_000 });
    expect(await store.get(['a'])).toEqual([null]);
    expect(directoriesIn(folder.path)).toEqual(['directory', 'directory-2']);
    await store.close();
  });

  it('that cannot be opened at all throws at each use and nowhere else', async () => {
    using folder = makeFolder();
    mkdirSync(join(folder.path, 'data'));
    writeFileSync(join(folder.path, 'data', 'directory'), 'a file in its place');
    const store = await open(join(folder.path, 'data'));
    await expect(store.get(['a'])).rejects.toThrow(StoreUnavailableError);
    await expect(store.write([{ key: 'a', value: 1 }])).rejects.toThrow(StoreUnavailableError);
    await store.close();
    await expect(store.range({ from: 'a', to: 'b', limit: 1 })).rejects.toThrow(StoreUnavailableError);
  });
});

function overwrite(path: string, at: number, bytes: Buffer): void {
  const all = readFileSync(path);
  bytes.copy(all, Math.floor(at));
  writeFileSync(path, all);
}

/** In every copy that the file holds: which of them counts only the engine knows. */
function changeDigits(path: string): void {
  writeFileSync(path, readFileSync(path, 'latin1').replaceAll('"100.00"', '"900.00"'), 'latin1');
}
