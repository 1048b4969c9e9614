import type { ProviderName } from '../domain/provider.js';
import { type AccountBook, placesOf } from '../stores/account-book.js';
import { OpenedPlaces } from '../stores/opened-places.js';
import type { AccountPlaces } from '../stores/place-book.js';
import {
  type LedgerEntry,
  type LedgerOwner,
  LedgerUnavailableError,
  type PlacedLedger,
  type WriteLedger,
} from './write-ledger.js';

const separator = ':';

/** The key of a write in the ledger: it belongs to the provider's account. */
export function ledgerKey(provider: ProviderName, key: string): string {
  return `${provider}${separator}${key}`;
}

/**
 * The ledger of a gateway: each write is remembered with the account it goes to, wherever that one's places are. A write that a place
 * knows which may be of the same account under an older key is not sent: who it belongs to has to be said first.
 */
export class AccountLedger implements WriteLedger {
  readonly #book: AccountBook;
  readonly #ledgers: OpenedPlaces<PlacedLedger>;
  #isClosed = false;

  constructor(book: AccountBook, open: (place: string) => PlacedLedger) {
    this.#book = book;
    this.#ledgers = new OpenedPlaces(open);
  }

  async read(key: string): Promise<LedgerEntry | null> {
    const { own, written } = await this.#find(key);
    for (const place of own) {
      const entry = await this.at(place).read(written);
      if (entry !== null) return entry;
    }
    return null;
  }

  async claim(key: string, entry: LedgerEntry): Promise<boolean> {
    const { own, doubtful, written } = await this.#find(key);
    const [first, ...older] = own;
    // An account that is not set up gets no write.
    if (first === undefined) return true;
    if (await this.#isKnownAt(older, written)) return false;
    if (!(await this.#isKnownAt(doubtful, written))) return this.at(first).claim(written, entry);
    if ((await this.at(first).read(written)) !== null) return false;
    throw new LedgerUnavailableError(
      'the write is known under another key of the provider, and nobody has said whether that is of the same account',
    );
  }

  async replace(key: string, known: LedgerEntry, next: LedgerEntry): Promise<boolean> {
    const { own, written } = await this.#find(key);
    for (const place of own) if (await this.at(place).replace(written, known, next)) return true;
    return own.length === 0;
  }

  async release(key: string, known: LedgerEntry): Promise<void> {
    const { own, written } = await this.#find(key);
    for (const place of own) await this.at(place).release(written, known);
  }

  /** A process shows that it is alive at the place it writes to. */
  async isAlive(owner: LedgerOwner): Promise<boolean> {
    for (const ledger of await this.#all()) if (await ledger.isAlive(owner)) return true;
    return false;
  }

  async forgetOutcomes(isAbout: (payload: unknown) => boolean): Promise<number> {
    let count = 0;
    for (const ledger of await this.#all()) count += await ledger.forgetOutcomes(isAbout);
    return count;
  }

  close(): Promise<void> {
    this.#isClosed = true;
    return this.#ledgers.close();
  }

  /** The ledger of one place. */
  at(place: string): PlacedLedger {
    if (this.#isClosed) throw new LedgerUnavailableError('the ledger is closed');
    return this.#ledgers.at(place);
  }

  async #isKnownAt(places: readonly string[], written: string): Promise<boolean> {
    for (const place of places) if ((await this.at(place).read(written)) !== null) return true;
    return false;
  }

  async #find(key: string): Promise<AccountPlaces & { readonly written: string }> {
    const end = key.indexOf(separator);
    const provider = key.slice(0, end) as ProviderName;
    try {
      return { ...(await placesOf(this.#book, provider)), written: key.slice(end + 1) };
    } catch (cause) {
      throw new LedgerUnavailableError('it cannot be told which ledger is the account’s', { cause });
    }
  }

  async #all(): Promise<readonly PlacedLedger[]> {
    try {
      const { accounts } = await this.#book.settled();
      return [...new Set([...accounts.values()].flatMap(({ own }) => own))].map((place) => this.at(place));
    } catch (cause) {
      throw new LedgerUnavailableError('it cannot be told which ledgers are the accounts’', { cause });
    }
  }
}
