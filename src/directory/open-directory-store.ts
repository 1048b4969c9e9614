import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { keys } from './directory-keys.js';
import { LmdbOrderedStore } from './lmdb-ordered-store.js';
import type { OrderedStore } from './ordered-store.js';
import { isHeldByOther, isUsableDirectory } from './probe-directory.js';
import { ReopeningStore } from './reopening-store.js';

const keptBroken = 2;
const tries = 5;

/**
 * The directory's store under a data folder. One that is damaged, or was written in another form or under another secret, is moved aside
 * and begun anew: all that is in it can be read from the providers again. One that another process uses is not moved.
 *
 * @param format see `EmailHash.format`
 * @returns always a store: while it cannot be opened every use throws StoreUnavailableError, and it is tried again from time to time
 */
export async function openDirectoryStore(folder: string, format: string, log: Logger): Promise<OrderedStore> {
  const store = new ReopeningStore(() => openNow(folder, format, log), log);
  await store.open();
  return store;
}

async function openNow(folder: string, format: string, log: Logger): Promise<OrderedStore> {
  const home = join(folder, 'directory');
  const path = join(home, 'directory.mdb');
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const file = fileIdOf(path);
    if (await isUsableDirectory(path, format)) {
      const store = await openOfFormat(path, format);
      if (store !== null) return store;
    } else if (await isHeldByOther(path)) {
      // Unless it is a new one, begun by another process meanwhile.
      if (fileIdOf(path) === file) throw new Error('another process uses a directory that this one cannot read');
    } else if (moveAside(folder, file)) {
      log.warn('the directory could not be read, or is of another version: it is begun anew');
    }
  }
  throw new Error('other processes begin the directory anew all the time');
}

/** Of several starting processes one sets the format. The read has the engine list this process among those that use the file. */
async function openOfFormat(path: string, format: string): Promise<OrderedStore | null> {
  const store = new LmdbOrderedStore(path);
  try {
    await store.write([{ key: keys.format, value: format }], [{ key: keys.format, value: null }]);
    const [found] = await store.get([keys.format]);
    if (found === format) return store;
  } catch (error) {
    await store.close();
    throw error;
  }
  await store.close();
  return null;
}

/** False when another process has begun a new one meanwhile: that one stays where it is. */
function moveAside(folder: string, file: number | null): boolean {
  const home = join(folder, 'directory');
  if (file === null || fileIdOf(join(home, 'directory.mdb')) !== file) return false;
  const aside = join(folder, `directory.broken-${Date.now()}`);
  renameSync(home, aside);
  if (fileIdOf(join(aside, 'directory.mdb')) !== file) {
    if (!existsSync(home)) renameSync(aside, home);
    return false;
  }
  const broken = readdirSync(folder).filter((name) => /^directory\.broken-\d+$/.test(name));
  const oldestFirst = broken.sort((one, other) => timeOf(one) - timeOf(other));
  for (const name of oldestFirst.slice(0, -keptBroken)) rmSync(join(folder, name), { recursive: true, force: true });
  return true;
}

function fileIdOf(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.ino ?? null;
}

function timeOf(name: string): number {
  return Number(name.slice(name.lastIndexOf('-') + 1));
}
