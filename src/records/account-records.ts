import type { ProviderName } from '../domain/provider.js';
import { type AccountBook, placesOf } from '../stores/account-book.js';
import { OpenedPlaces } from '../stores/opened-places.js';
import { type RecordKind, type RecordKinds, type RecordsStore, RecordsUnavailableError } from './records-store.js';

/** Whose account a kind of record belongs to; that a person was forgotten holds at all of them. */
const providerOf: Readonly<Record<RecordKind, ProviderName | null>> = {
  tracking: 'QUICKBUTIK',
  trackingByNumber: 'QUICKBUTIK',
  invoice: 'INFLUENCERSOFT',
  forgotten: null,
};

/** The kinds of records that belong to a provider's account. */
export function kindsOf(provider: ProviderName): readonly RecordKind[] {
  return (Object.keys(providerOf) as RecordKind[]).filter((kind) => providerOf[kind] === provider);
}

/** Where records of a kind are: written to the first, looked for in all. */
interface Places {
  readonly first: readonly string[];
  readonly older: readonly string[];
  readonly all: readonly string[];
}

/** The records of a gateway: each is kept with the account it was written at, wherever that one's places are. */
export class AccountRecords implements RecordsStore {
  readonly #book: AccountBook;
  readonly #stores: OpenedPlaces<RecordsStore>;
  /** A book is settled once: a page asks for a record of each of its rows. */
  readonly #known = new Map<RecordKind, Places>();

  constructor(book: AccountBook, open: (place: string) => RecordsStore) {
    this.#book = book;
    this.#stores = new OpenedPlaces(open);
  }

  /** Taken out of the older places when it is in the first: one that lost a person's data must not come back. */
  async put<Kind extends RecordKind>(kind: Kind, key: string, value: RecordKinds[Kind]): Promise<void> {
    const { first, older } = await this.#places(kind);
    for (const place of first) await this.at(place).put(kind, key, value);
    for (const place of older) await this.at(place).remove(kind, key);
  }

  /** Each as the first place that has it keeps it. */
  async get<Kind extends RecordKind>(
    kind: Kind,
    keys: readonly string[],
  ): Promise<readonly (RecordKinds[Kind] | null)[]> {
    const { all } = await this.#places(kind);
    const found = new Map<string, RecordKinds[Kind]>();
    for (const place of all) {
      const missing = keys.filter((key) => !found.has(key));
      if (missing.length === 0) break;
      const values = await this.at(place).get(kind, missing);
      for (const [index, value] of values.entries()) if (value !== null) found.set(missing[index] ?? '', value);
    }
    return keys.map((key) => found.get(key) ?? null);
  }

  /** By key within each place, those of the first place last: they are the newest. */
  async list<Kind extends RecordKind>(kind: Kind, keyStart?: string): Promise<readonly RecordKinds[Kind][]> {
    const { first, older } = await this.#places(kind);
    const found: RecordKinds[Kind][] = [];
    for (const place of [...older, ...first]) found.push(...(await this.at(place).list(kind, keyStart)));
    return found;
  }

  async remove(kind: RecordKind, key: string): Promise<boolean> {
    const { all } = await this.#places(kind);
    let isRemoved = false;
    for (const place of all) isRemoved = (await this.at(place).remove(kind, key)) || isRemoved;
    return isRemoved;
  }

  close(): Promise<void> {
    return this.#stores.close();
  }

  /** The records of one place. */
  at(place: string): RecordsStore {
    return this.#stores.at(place);
  }

  async #places(kind: RecordKind): Promise<Places> {
    const known = this.#known.get(kind);
    if (known !== undefined) return known;
    try {
      const provider = providerOf[kind];
      const { accounts } = await this.#book.settled();
      const owns = provider === null ? [...accounts.values()] : [await placesOf(this.#book, provider)];
      const first = [...new Set(owns.flatMap(({ own }) => own.slice(0, 1)))];
      const older = [...new Set(owns.flatMap(({ own }) => own))].filter((place) => !first.includes(place));
      const places = { first, older, all: [...first, ...older] };
      this.#known.set(kind, places);
      return places;
    } catch (cause) {
      throw new RecordsUnavailableError('it cannot be told which records are the account’s', { cause });
    }
  }
}
