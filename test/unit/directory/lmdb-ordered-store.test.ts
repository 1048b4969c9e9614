import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LmdbOrderedStore } from '../../../src/directory/lmdb-ordered-store.js';
import { StoreUnavailableError } from '../../../src/directory/ordered-store.js';
import { askProbe } from '../../../src/stores/probe-store.js';
import { describeOrderedStore } from '../../support/ordered-store-contract.js';
import { makeFolder } from './stores.js';

describeOrderedStore('the embedded store', async () => {
  const folder = makeFolder();
  const path = join(folder.path, 'directory', 'directory.mdb');
  const one = new LmdbOrderedStore(path);
  const other = new LmdbOrderedStore(path);
  return {
    one,
    other,
    [Symbol.asyncDispose]: async () => {
      await one.close();
      await other.close();
      folder[Symbol.dispose]();
    },
  };
});

describe('the embedded store', () => {
  it('cannot be used once it is closed, and another connection to it can', async () => {
    using folder = makeFolder();
    const path = join(folder.path, 'directory.mdb');
    const [one, other] = [new LmdbOrderedStore(path), new LmdbOrderedStore(path)];
    await one.write([{ key: 'a', value: 1 }]);
    await one.close();
    await expect(one.get(['a'])).rejects.toThrow(StoreUnavailableError);
    await expect(one.range({ from: 'a', to: 'b', limit: 1 })).rejects.toThrow(StoreUnavailableError);
    await expect(one.write([{ key: 'a', value: 2 }])).rejects.toThrow(StoreUnavailableError);
    expect(await other.get(['a'])).toEqual([1]);
    await other.close();
  });

  it('is readable and writable by its owner alone, also where its files were open to others', async () => {
    using folder = makeFolder();
    const path = join(folder.path, 'home', 'directory.mdb');
    mkdirSync(dirname(path), { mode: 0o755 });
    writeFileSync(path, '', { mode: 0o644 });
    const store = new LmdbOrderedStore(path);
    await store.write([{ key: 'a', value: 1 }]);
    const modes = [dirname(path), path, `${path}-lock`].map((file) => statSync(file).mode & 0o777);
    expect(modes).toEqual([0o700, 0o600, 0o600]);
    await store.close();
  });

  it('throws instead of giving a value whose bytes were damaged', async () => {
    using folder = makeFolder();
    const path = join(folder.path, 'directory.mdb');
    const before = new LmdbOrderedStore(path);
    await before.write([{ key: 'a', value: { amount: '1234567.00' } }]);
    await before.close();
    const bytes = readFileSync(path);
    bytes.write('9', bytes.indexOf('1234567.00'));
    writeFileSync(path, bytes);
    const store = new LmdbOrderedStore(path);
    await expect(store.get(['a'])).rejects.toThrow(StoreUnavailableError);
    await expect(store.range({ from: 'a', to: 'b', limit: 1 })).rejects.toThrow(StoreUnavailableError);
    expect(await store.get(['b'])).toEqual([null]);
    await store.close();
  });

  it('stays known to other processes as in use while one of several connections to it is open', async () => {
    using folder = makeFolder();
    const path = join(folder.path, 'directory.mdb');
    const look = `
      const store = open({ path, encoding: 'string', compression: false, readOnly: true });
      store.readerCheck();
      tell(store.readerList().includes(' ' + process.ppid + ' '));
    `;
    const one = new LmdbOrderedStore(path);
    await one.get(['a']);
    const other = new LmdbOrderedStore(path);
    expect(await askProbe({ path, look })).toBe(true);
    await other.close();
    expect(await askProbe({ path, look })).toBe(true);
    await one.close();
    expect(await askProbe({ path, look })).toBe(false);
  });
});
