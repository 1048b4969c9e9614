import type { Logger } from 'pino';
import {
  type Change,
  type Entry,
  type KeyRange,
  type OrderedStore,
  type StoredValue,
  StoreUnavailableError,
} from './ordered-store.js';

const pauseMs = 10_000;

/** A store that may not be there yet: each use goes on with it as soon as it can be opened. */
export class ReopeningStore implements OrderedStore {
  readonly #openNow: () => Promise<OrderedStore>;
  readonly #log: Logger;
  #store: OrderedStore | null = null;
  #opening: Promise<void> | null = null;
  #nextTryAt = 0;
  #isClosed = false;

  constructor(openNow: () => Promise<OrderedStore>, log: Logger) {
    this.#openNow = openNow;
    this.#log = log;
  }

  /** Tries to open the store, once in a while; never throws. */
  async open(): Promise<void> {
    if (this.#store !== null || this.#isClosed) return;
    if (this.#opening === null && Date.now() < this.#nextTryAt) return;
    this.#opening ??= this.#tryToOpen().finally(() => {
      this.#opening = null;
      this.#nextTryAt = Date.now() + pauseMs;
    });
    await this.#opening;
  }

  async get(keys: readonly string[]): Promise<readonly (StoredValue | null)[]> {
    return (await this.#current()).get(keys);
  }

  async range(range: KeyRange): Promise<readonly Entry[]> {
    return (await this.#current()).range(range);
  }

  async write(changes: readonly Change[], expected: readonly Change[] = []): Promise<boolean> {
    return (await this.#current()).write(changes, expected);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#opening;
    await this.#store?.close();
    this.#store = null;
  }

  async #current(): Promise<OrderedStore> {
    await this.open();
    if (this.#store === null) throw new StoreUnavailableError('the directory store is not open');
    return this.#store;
  }

  async #tryToOpen(): Promise<void> {
    try {
      this.#store = await this.#openNow();
    } catch (error) {
      // Said once: what goes on failing is tried again quietly.
      if (this.#nextTryAt === 0) this.#log.error({ err: error }, 'the directory cannot be opened');
    }
  }
}
