import { isDeepStrictEqual } from 'node:util';
import { open, type RootDatabase } from 'lmdb';
import { makePrivateFiles, makePrivateFolder } from '../stores/private-files.js';
import { processLives } from '../stores/process-lives.js';
import { dropExpired, isExpired } from './drop-expired.js';
import { startOf } from './entry-times.js';
import { isReadableStore } from './probe-store.js';
import { type LedgerEntry, type LedgerOwner, LedgerUnavailableError, type PlacedLedger } from './write-ledger.js';

interface Stored {
  readonly entry: LedgerEntry;
  readonly expiresAt: number;
}

/** The ledger in an embedded store under the data folder. */
export class LmdbLedger implements PlacedLedger {
  readonly #store: RootDatabase<Stored, string> | null;
  readonly #ttlMs: number;
  readonly #stopDropping: (() => Promise<void>) | null;

  /** Never throws: a store that cannot be opened makes every method throw LedgerUnavailableError, and is left as it is. */
  constructor(folder: string, ttlMs: number) {
    this.#ttlMs = ttlMs;
    this.#store = openStore(folder);
    this.#stopDropping = this.#store === null ? null : dropExpired(this.#store);
  }

  async read(key: string): Promise<LedgerEntry | null> {
    return this.#guard(async (store) => current(store.get(key)));
  }

  async claim(key: string, entry: LedgerEntry): Promise<boolean> {
    return this.#put(key, entry, (found) => found === null);
  }

  async replace(key: string, known: LedgerEntry, next: LedgerEntry): Promise<boolean> {
    return this.#put(key, next, (found) => isDeepStrictEqual(found, known));
  }

  async release(key: string, known: LedgerEntry): Promise<void> {
    await this.#guard((store) =>
      store.transaction(() => {
        if (isDeepStrictEqual(current(store.get(key)), known)) void store.remove(key);
      }),
    );
  }

  /** A process of an earlier start that has our id is gone: the id was given to us. */
  async isAlive({ processId }: LedgerOwner): Promise<boolean> {
    return processId !== process.pid && processLives(processId);
  }

  async forgetOutcomes(isAbout: (payload: unknown) => boolean): Promise<number> {
    return this.#guard(async (store) => {
      const forgotten = await store.transaction(() => {
        const about = [...store.getRange({})].filter(
          ({ value: { entry } }) => entry.state === 'DONE' && isAbout(entry.payload),
        );
        for (const { key, value } of about) {
          const { fingerprint, claimedAt } = value.entry;
          void store.put(key, { ...value, entry: { state: 'FORGOTTEN', fingerprint, claimedAt } });
        }
        return about.length;
      });
      await store.flushed;
      return forgotten;
    });
  }

  async isEmpty(): Promise<boolean> {
    return this.#guard(async (store) => {
      for (const { value } of store.getRange({})) if (current(value) !== null) return false;
      return true;
    });
  }

  async close(): Promise<void> {
    await this.#stopDropping?.();
    await this.#store?.close();
  }

  /** Writes when the entry found is the expected one: one transaction, exclusive over all processes, on disk when it ends. */
  #put(key: string, entry: LedgerEntry, isExpected: (found: LedgerEntry | null) => boolean): Promise<boolean> {
    return this.#guard(async (store) => {
      const isWritten = await store.transaction(() => {
        if (!isExpected(current(store.get(key)))) return false;
        void store.put(key, { entry, expiresAt: startOf(entry) + this.#ttlMs });
        return true;
      });
      await store.flushed;
      return isWritten;
    });
  }

  async #guard<Value>(work: (store: RootDatabase<Stored, string>) => Promise<Value>): Promise<Value> {
    if (this.#store === null) throw new LedgerUnavailableError('the ledger could not be opened');
    try {
      return await work(this.#store);
    } catch (cause) {
      throw new LedgerUnavailableError('the ledger failed', { cause });
    }
  }
}

function openStore(folder: string): RootDatabase<Stored, string> | null {
  try {
    makePrivateFolder(folder);
    const path = `${folder}/ledger.mdb`;
    if (!isReadableStore(path)) return null;
    makePrivateFiles(path);
    return open<Stored, string>({ path, encoding: 'json', compression: false });
  } catch {
    return null;
  }
}

function current(stored: Stored | undefined): LedgerEntry | null {
  return stored !== undefined && !isExpired(stored) ? stored.entry : null;
}
