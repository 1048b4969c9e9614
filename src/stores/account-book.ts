import type { ProviderAccount } from '../config/provider-accounts.js';
import { canonicalJson } from '../domain/canonical-json.js';
import type { ProviderName } from '../domain/provider.js';
import { type AccountPlaces, type PlaceBook, type Settlement, type Settlers, settle } from './place-book.js';
import type { PlaceKeeper } from './place-keeper.js';

/** Where the accounts of this start have their places. */
export interface AccountBook {
  readonly accounts: readonly ProviderAccount[];
  /** @throws Error while the book cannot be read; the next call tries again */
  settled(): Promise<Pick<Settlement, 'accounts' | 'book' | 'common'>>;
  close(): Promise<void>;
}

const nowhere: AccountPlaces = { own: [], doubtful: [] };
const tries = 20;

/** Where the outcomes and records of a provider's account are. */
export async function placesOf(book: AccountBook, provider: ProviderName): Promise<AccountPlaces> {
  return (await book.settled()).accounts.get(provider) ?? nowhere;
}

/** The book that is kept, read and settled once a start. */
export function keptBook(keeper: PlaceKeeper, settlers: Settlers): AccountBook {
  let settling: Promise<Settlement> | null = null;
  return {
    accounts: settlers.accounts,
    settled: () => {
      settling ??= settleIn(keeper, settlers).catch((error: unknown) => {
        settling = null;
        throw error;
      });
      return settling;
    },
    close: () => keeper.close(),
  };
}

/** One place for all providers, as long as the process lives: for the sandbox. */
export function passingBook(place: string, providers: readonly ProviderName[]): AccountBook {
  const accounts = new Map(providers.map((provider) => [provider, { own: [place], doubtful: [] }] as const));
  const book: PlaceBook = { places: {}, strangers: [] };
  return { accounts: [], settled: async () => ({ accounts, book, common: place }), close: async () => {} };
}

/** Of several that start at the same time each sees what the others wrote. */
async function settleIn(keeper: PlaceKeeper, settlers: Settlers): Promise<Settlement> {
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const known = await keeper.read();
    const found = await keeper.findPlaces(known);
    const settlement = settle(withStrangers(known, found), settlers);
    if (known !== null && canonicalJson(known) === canonicalJson(settlement.book)) return settlement;
    if (await keeper.swap(known, settlement.book)) return settlement;
  }
  throw new Error('the book of places is changed by others all the time');
}

function withStrangers(known: PlaceBook | null, found: readonly string[]): PlaceBook | null {
  if (known === null && found.length === 0) return null;
  const { places, strangers } = known ?? { places: {}, strangers: [] };
  const settled = new Set(Object.values(places).flat());
  const unknown = found.filter((place) => !settled.has(place));
  return { places, strangers: [...new Set([...strangers, ...unknown])].sort() };
}
