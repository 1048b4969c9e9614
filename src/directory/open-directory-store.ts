import type { Logger } from 'pino';
import { keys } from './directory-keys.js';
import { beginNextGeneration, generationFile, newestGeneration } from './generations.js';
import { LmdbOrderedStore } from './lmdb-ordered-store.js';
import type { OrderedStore } from './ordered-store.js';
import { isHeldByOther, isUsableDirectory } from './probe-directory.js';
import { ReopeningStore } from './reopening-store.js';

const tries = 5;

/**
 * The directory's store under a data folder. One that is damaged, or was written in another form or under another secret, is left where
 * it is and the next begun: all that is in it can be read from the providers again. One that another process uses is not left.
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
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const generation = newestGeneration(folder);
    const path = generationFile(folder, generation);
    if (await isUsableDirectory(path, format)) {
      const store = await openOfFormat(path, format);
      if (store !== null) return store;
    } else if (await isHeldByOther(path)) {
      // Unless the next has been begun by another process meanwhile.
      if (newestGeneration(folder) === generation) {
        throw new Error('another process uses a directory that this one cannot read');
      }
    } else if (beginNextGeneration(folder, generation)) {
      log.warn('the directory could not be read, or is of another version: the next is begun');
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
