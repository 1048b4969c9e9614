import type { IndexFeed } from '../../datasources/_shared/index-feed.js';
import type { ProviderName } from '../../domain/provider.js';
import type { KnownOrder } from '../directory.js';
import type { DirectoryWork } from '../directory-work.js';
import { rereadKnown } from '../reread-known.js';
import { growingPauseMs } from './growing-pause.js';
import { readSideBySide } from './read-side-by-side.js';
import type { Intake } from './take-in.js';
import { takeInRead } from './take-in-news.js';

/** Orders read whole before they are taken in together: what a killed process reads again. */
const takenTogether = 20;
/** Orders that cannot be read are passed over; so many of them are a failure of the provider. */
const mostTroubled = 500;

interface Trouble {
  readonly failures: number;
  readonly retryAt: number;
}

/** Orders of one provider that are known by their heads alone, newest first. */
export class MissingDetails {
  readonly #provider: ProviderName;
  readonly #work: DirectoryWork;
  readonly #troubled = new Map<string, Trouble>();
  #justRead: ReadonlySet<string> = new Set();

  constructor(provider: ProviderName, work: DirectoryWork) {
    this.#provider = provider;
    this.#work = work;
  }

  /** The newest order without details; null when all have them. */
  async newest(): Promise<KnownOrder | null> {
    return (await this.#work.undetailed(this.#provider, 1))[0] ?? null;
  }

  /** The orders to read next: the newest, without those that could not be read a while ago. */
  async next(): Promise<readonly string[]> {
    const limit = takenTogether + this.#troubled.size;
    const orders = await this.#work.undetailed(this.#provider, limit);
    const ids = new Set(orders.map(({ externalId }) => externalId));
    // All that are without details: what is not among them has been read by others.
    if (orders.length < limit) for (const id of this.#troubled.keys()) if (!ids.has(id)) this.#troubled.delete(id);
    // Read a moment ago and still without details: the provider gives none, and would be asked without end.
    for (const id of ids) if (this.#justRead.has(id)) this.#noteTrouble(id, null);
    this.#justRead = new Set();
    const now = Date.now();
    return [...ids].filter((id) => (this.#troubled.get(id)?.retryAt ?? 0) <= now).slice(0, takenTogether);
  }

  /** When the next of the orders that could not be read is to be tried again; null when there are none. */
  retryAt(): number | null {
    const times = [...this.#troubled.values()].map(({ retryAt }) => retryAt);
    return times.length === 0 ? null : Math.min(...times);
  }

  /**
   * Reads orders whole and takes them in.
   *
   * @throws what the provider threw when it fails
   */
  async read(intake: Intake, feed: IndexFeed, externalIds: readonly string[], isTold: boolean): Promise<void> {
    const askedAt = Date.now();
    const toRef = (externalId: string) => ({ provider: this.#provider, kind: 'ORDER', externalId }) as const;
    const outcomes = await readSideBySide(externalIds, (id) => rereadKnown(intake.directory, feed, toRef(id)));
    const read = [...outcomes.byId].filter(([, outcome]) => 'entries' in outcome);
    this.#justRead = new Set(read.map(([id]) => id));
    for (const [id, outcome] of outcomes.byId) if ('error' in outcome) this.#noteTrouble(id, outcome.error);
    await takeInRead(intake, { provider: this.#provider, kind: 'ORDER', askedAt, isTold }, outcomes);
  }

  #noteTrouble(id: string, error: unknown): void {
    if (this.#troubled.size >= mostTroubled && !this.#troubled.has(id))
      throw error ?? new Error('orders without details');
    const failures = (this.#troubled.get(id)?.failures ?? 0) + 1;
    this.#troubled.set(id, { failures, retryAt: Date.now() + growingPauseMs(failures, error) });
  }
}
