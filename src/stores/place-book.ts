import { createHash } from 'node:crypto';
import type { ProviderAccount } from '../config/provider-accounts.js';
import type { ProviderName } from '../domain/provider.js';

/** Where each account's outcomes and records are. Entries are only added to: what was once kept for an account stays reachable for it. */
export interface PlaceBook {
  /** Places by what an account is known as, those that are written to first. */
  readonly places: Readonly<Record<string, readonly string[]>>;
  /** Places from before there was a book, whose accounts nobody knows. */
  readonly strangers: readonly string[];
}

/** Where one account's outcomes and records are, and where else a repeated write may have left its outcome. */
export interface AccountPlaces {
  /** The first is written to, all are read. Empty for an account that is not set up. */
  readonly own: readonly string[];
  /**
   * Places that may be of the same account under an older key, or of another account: nothing in them is shown, and no write that they
   * know is sent.
   */
  readonly doubtful: readonly string[];
}

export interface Settlement {
  readonly book: PlaceBook;
  readonly accounts: ReadonlyMap<ProviderName, AccountPlaces>;
  /** The place for what belongs to all accounts together. */
  readonly common: string;
}

/** Which accounts are to be settled, and by which names their places may be known already. */
export interface Settlers {
  readonly accounts: readonly ProviderAccount[];
  /** The place of the same credentials before there was a book. */
  readonly formerPlace: string;
  /** Tells this set of accounts from another. */
  readonly accountsDigest: string;
}

const separator = '\n';
const codeLength = 12;

/** What an account may be called in `{PROVIDER}_ACCOUNT` by somebody who gave it no name in time. */
export function codeOf(identity: string): string {
  return `known-${createHash('sha256').update(identity).digest('hex').slice(0, codeLength)}`;
}

/**
 * Finds the places of accounts. A place holds at most one account of each provider.
 *
 * - An account is where its id, its key or its name is known to be.
 * - A name that is new takes over what its key is known by; from then on it leads there whatever the key is.
 * - What is called like the old fingerprint of these very credentials is theirs.
 * - An account that is new gets a place in which no other account of its provider is.
 */
export function settle(known: PlaceBook | null, { accounts, formerPlace, accountsDigest }: Settlers): Settlement {
  const book = new OpenBook(known ?? { places: {}, strangers: [] }, formerPlace);
  // Those that are known first: one that is new may join them.
  const inOrder = accounts.toSorted((one, other) => Number(book.knows(other)) - Number(book.knows(one)));
  const chains = new Map(inOrder.map((account) => [account, book.settle(account)] as const));
  const common = book.settleKnown(identityOf({ provider: 'ALL', home: '', kind: 'set', as: accountsDigest }));
  const strangers = book.strangers;
  const found = accounts.map((account) => {
    const own = chains.get(account) ?? [];
    const doubtful = [...strangers, ...book.siblings(account)].filter((place) => !own.includes(place));
    return [account.provider, { own, doubtful: [...new Set(doubtful)] }] as const;
  });
  return { book: { places: book.places, strangers }, accounts: new Map(found), common: common[0] ?? formerPlace };
}

/** What to call an account that has a place, in `{PROVIDER}_ACCOUNT`: its name, else its code. Null for a place of a stranger. */
export function nameAt({ places }: PlaceBook, account: ProviderAccount, place: string): string | null {
  const there = Object.keys(places).filter((other) => isAt(other, account) && places[other]?.includes(place) === true);
  const named = there.find((identity) => isNameAt(identity, account));
  if (named !== undefined) return named.slice(nameOf(account, '').length);
  return there[0] === undefined ? null : codeOf(there[0]);
}

class OpenBook {
  readonly places: Record<string, readonly string[]>;
  readonly #strangers: readonly string[];
  readonly #formerPlace: string;
  readonly #isFormerPlaceOurs: boolean;
  /** Places of this start's accounts. */
  readonly #ours: string[] = [];

  constructor({ places, strangers }: PlaceBook, formerPlace: string) {
    this.places = { ...places };
    this.#strangers = strangers;
    this.#formerPlace = formerPlace;
    this.#isFormerPlaceOurs = strangers.includes(formerPlace);
  }

  knows(account: ProviderAccount): boolean {
    const { name } = account;
    if (this.places[knownAs(account)] !== undefined) return true;
    return name !== null && (this.places[nameOf(account, name)] ?? this.#byCode(account)) !== undefined;
  }

  settle(account: ProviderAccount): readonly string[] {
    const key = knownAs(account);
    if (account.name === null) return this.settleKnown(key);
    const name = nameOf(account, account.name);
    const named = this.places[name] ?? this.#byCode(account) ?? [];
    const others = Object.keys(this.places).filter((other) => isNameAt(other, account) && other !== name);
    // A key that was of another name has been moved on purpose: what that name had stays with it.
    const isTaken = (place: string) => others.some((other) => this.places[other]?.includes(place) === true);
    const own = (this.places[key] ?? []).filter((place) => !isTaken(place) && !named.includes(place));
    const chain = this.#withFormerPlace([...own, ...named]);
    return this.#enter(name, chain);
  }

  settleKnown(identity: string): readonly string[] {
    return this.#enter(identity, this.#withFormerPlace(this.places[identity] ?? []));
  }

  /** Places of accounts that may be this one under another key. */
  siblings(account: ProviderAccount): readonly string[] {
    if (account.known.by === 'id') return [];
    const near = Object.keys(this.places).filter((identity) => isAt(identity, account));
    const all = near.flatMap((identity) => this.places[identity] ?? []);
    if (account.name === null) return all;
    const named = near.filter((identity) => isNameAt(identity, account));
    return all.filter((place) => !named.some((identity) => this.places[identity]?.includes(place) === true));
  }

  get strangers(): readonly string[] {
    const settled = new Set(Object.values(this.places).flat());
    return this.#strangers.filter((place) => !settled.has(place));
  }

  /** What a code stands for that the gateway has told. */
  #byCode(account: ProviderAccount): readonly string[] | undefined {
    const identity = Object.keys(this.places).find((other) => isAt(other, account) && codeOf(other) === account.name);
    return identity === undefined ? undefined : this.places[identity];
  }

  #withFormerPlace(chain: readonly string[]): readonly string[] {
    if (!this.#isFormerPlaceOurs || chain.includes(this.#formerPlace)) return chain;
    return [this.#formerPlace, ...chain];
  }

  #enter(identity: string, chain: readonly string[]): readonly string[] {
    const places = chain.length > 0 ? chain : [this.#newPlace(identity)];
    this.places[identity] = places;
    this.#ours.push(...places.slice(0, 1));
    return places;
  }

  /** A place that others of this start have is better than one more, where no other account of the provider is in it. */
  #newPlace(identity: string): string {
    const provider = identity.split(separator, 1)[0] ?? '';
    const taken = new Set(
      Object.keys(this.places)
        .filter((other) => other.startsWith(`${provider}${separator}`))
        .flatMap((other) => this.places[other] ?? []),
    );
    const free = [...this.#ours, this.#formerPlace].find((place) => !taken.has(place));
    if (free !== undefined) return free;
    return createHash('sha256').update(`${this.#formerPlace} ${identity}`).digest('hex').slice(0, 16);
  }
}

function identityOf(parts: { provider: string; home: string; kind: string; as: string }): string {
  return [parts.provider, parts.home, parts.kind, parts.as].join(separator);
}

function knownAs({ provider, home, known }: ProviderAccount): string {
  return identityOf({ provider, home, kind: known.by, as: known.as });
}

function nameOf({ provider, home }: ProviderAccount, name: string): string {
  return identityOf({ provider, home, kind: 'name', as: name });
}

function isAt(identity: string, { provider, home }: ProviderAccount): boolean {
  return identity.startsWith(`${provider}${separator}${home}${separator}`);
}

function isNameAt(identity: string, account: ProviderAccount): boolean {
  return identity.startsWith(nameOf(account, ''));
}
