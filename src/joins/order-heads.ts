import type { Datasources } from '../datasources/providers.js';
import { fromEpochMs, type Instant, toEpochMs } from '../domain/instant.js';
import type { OrderHead, OrderStatus } from '../domain/order.js';
import { compareHeads, isBehind, type OrderPlace } from '../domain/order-place.js';
import type { ProviderName } from '../domain/provider.js';
import { UpstreamError } from '../errors/upstream-error.js';
import { type KnownRecords, orderProviders } from './known-records.js';
import { matchesHead, type OrderCondition } from './order-condition.js';
import type { OrderLookup } from './order-lookup.js';
import { waitPatiently } from './patience.js';

/** One provider's share of the merged list. */
export interface ProviderHeads {
  readonly provider: ProviderName;
  /** Rows that were read for this list. Those of a provider that the directory knows are read from there as the page needs them. */
  readonly rows: readonly OrderHead[];
  readonly isKnown: boolean;
  readonly isComplete: boolean;
  readonly since: Instant | null;
  /** When the provider was read; null when it could not be. */
  readonly readAt: Instant | null;
  readonly error: Error | null;
}

export interface FeedLimits {
  /** The most rows a search without an index reads at one provider. */
  readonly scanLimit: number;
  /** What the operation has left, in milliseconds. */
  readonly remainingMs: () => number;
}

interface Wanted {
  readonly first: number;
  readonly place: OrderPlace | null;
  /** Providers that were found to be failing while this list was read. */
  readonly down: ReadonlyMap<ProviderName, Error>;
}

const marginMs = 24 * 60 * 60 * 1000;
const shopStatuses = ['UNPAID', 'PAID', 'DONE'] as const;

/** A list of everybody's orders shows no older picture than this, in milliseconds. */
const listMaxAgeMs = 2000;

/** The candidates of the merged list, as cheaply as each provider allows. */
export class OrderHeads {
  readonly #sources: Pick<Datasources, 'quickbutik' | 'qapla'>;
  readonly #lookup: OrderLookup;
  readonly #known: KnownRecords;
  readonly #limits: FeedLimits;

  constructor(
    sources: Pick<Datasources, 'quickbutik' | 'qapla'>,
    { lookup, known }: { readonly lookup: OrderLookup; readonly known: KnownRecords },
    limits: FeedLimits,
  ) {
    this.#sources = sources;
    this.#lookup = lookup;
    this.#known = known;
    this.#limits = limits;
  }

  /** @throws UpstreamError PROVIDER_NOT_CONFIGURED when no provider that the condition leaves is configured. */
  async read(condition: OrderCondition, wanted: Wanted): Promise<readonly ProviderHeads[]> {
    const invoices = await this.#readInvoices(condition);
    const asked = orderProviders.filter((name) => condition.provider === null || condition.provider === name);
    const isShopAsked = asked.includes('QUICKBUTIK') && this.#sources.quickbutik.isConfigured;
    const isImportAsked = asked.includes('QAPLA') && this.#sources.qapla.isConfigured;
    if (asked[0] !== undefined && !isShopAsked && !isImportAsked && invoices === null)
      throw new UpstreamError('PROVIDER_NOT_CONFIGURED', asked[0]);
    const configured = asked.filter((name) => (name === 'QUICKBUTIK' ? isShopAsked : isImportAsked));
    const known = await this.#readKnown(configured, condition);
    const live = await this.#readLive(
      configured.filter((name) => !known.some(({ provider }) => provider === name)),
      condition,
      wanted,
    );
    const read = [...known, ...live].map((heads) => withoutRows(heads, wanted.down.get(heads.provider)));
    const inOrder = read.toSorted((one, other) => orderOfProviders(one) - orderOfProviders(other));
    return [...inOrder, ...(invoices === null ? [] : [invoices])];
  }

  /**
   * The providers whose orders the directory knows. A list of everybody's orders takes them from there only where it knows all of
   * the providers: rows of one that is read live reach as far back as the other's.
   */
  async #readKnown(
    providers: readonly ProviderName[],
    { email, statuses }: OrderCondition,
  ): Promise<readonly ProviderHeads[]> {
    if (email !== null && (await this.#known.hashOf(email)) === null) return [];
    const states = await Promise.all(providers.map((name) => this.#known.filled(name, 'ORDER')));
    const filled = states.filter((state) => state !== null);
    if (email === null && filled.length < providers.length) return [];
    // Whose order it is does not change; what state it is in may have changed just now.
    const failures =
      email === null ? await this.#known.freshen(providers, listMaxAgeMs) : new Map<ProviderName, Error>();
    const current = email === null ? await this.#known.statesNow('ORDER') : filled;
    return current
      .filter(({ provider }) => filled.some((state) => state.provider === provider))
      .map(({ provider, isComplete, since, updatedAt }) => {
        // The parcel service cannot be asked which imports have changed their state: some that match now may not be known to.
        const isSure = provider !== 'QAPLA' || statuses === null;
        return {
          provider,
          rows: [],
          isKnown: true,
          isComplete: isComplete && isSure,
          since: isSure ? since : null,
          readAt: updatedAt,
          error: failures.get(provider) ?? null,
        };
      });
  }

  async #readLive(
    providers: readonly ProviderName[],
    condition: OrderCondition,
    wanted: Wanted,
  ): Promise<readonly ProviderHeads[]> {
    const isShopAsked = providers.includes('QUICKBUTIK');
    const isImportAsked = providers.includes('QAPLA');
    const isMerged = isShopAsked && isImportAsked;
    const shop = isShopAsked ? this.#inTime(isMerged, this.#readShop(condition, !isImportAsked), 'QUICKBUTIK') : null;
    // A search by e-mail cannot tell how far back its page reaches; the two providers are read side by side then.
    const reach = condition.email === null ? reachOf(await shop, condition, wanted) : null;
    const imports = isImportAsked ? this.#inTime(isMerged, this.#readImports(condition, reach), 'QAPLA') : null;
    return Promise.all([shop, imports].filter((part) => part !== null));
  }

  /** Where two providers are merged, one that keeps silent must leave time for what the rows of the other one need. */
  async #inTime(isMerged: boolean, read: Promise<ProviderHeads>, provider: ProviderName): Promise<ProviderHeads> {
    if (!isMerged || (await waitPatiently(read, this.#limits.remainingMs()))) return read;
    const error = new UpstreamError('PROVIDER_TIMEOUT', provider);
    return { provider, rows: [], isKnown: false, isComplete: false, since: null, readAt: null, error };
  }

  /**
   * @param isAlone whether no other provider's orders are merged in: only then may the shop leave orders out, since an import of a
   * left-out order would pass for an order of its own.
   */
  #readShop({ statuses, placedFrom, email }: OrderCondition, isAlone: boolean): Promise<ProviderHeads> {
    return attempt('QUICKBUTIK', async () => {
      // A paid order was paid after it was placed; of other states nothing is known of the time of payment.
      const paidFrom =
        isAlone && placedFrom !== null && statuses?.every((status) => status === 'PAID') ? before(placedFrom) : null;
      const { rows, isComplete } = await this.#sources.quickbutik.orders.list({
        statuses: isAlone ? shopStatusesOf(statuses) : null,
        paidFrom,
      });
      if (email === null || rows.length <= this.#limits.scanLimit) return { rows, isComplete, since: null };
      const searched = rows.slice(0, this.#limits.scanLimit);
      return { rows: searched, isComplete: false, since: completeSince(searched, rows[searched.length]) };
    });
  }

  /** Null when nobody asked for invoices and there are none: most merchants never issue one. */
  async #readInvoices({ provider }: OrderCondition): Promise<ProviderHeads | null> {
    if (provider !== null && provider !== 'INFLUENCERSOFT') return null;
    const read = await attempt('INFLUENCERSOFT', async () => {
      const rows = await this.#lookup.invoices.all();
      // Those issued elsewhere the provider shows to nobody.
      return { rows, isComplete: false, since: null };
    });
    return provider === null && read.error === null && read.rows.length === 0 ? null : read;
  }

  #readImports({ placedFrom }: OrderCondition, reach: Instant | null): Promise<ProviderHeads> {
    return attempt('QAPLA', async () => {
      const from = [placedFrom, reach]
        .filter((instant) => instant !== null)
        .sort()
        .at(-1);
      const { orders } = this.#sources.qapla;
      const recent = from === undefined ? null : await orders.since(before(from), this.#limits.scanLimit);
      // A window that is too full shows its oldest rows; a list that begins with the newest needs the other end.
      const window = recent?.isComplete ? recent : await orders.newest(this.#limits.scanLimit);
      this.#lookup.imports.note(window.rows);
      return window;
    });
  }
}

/**
 * How far back imports can matter for a page: to the shop's order that would be the first of the next page. Null when the
 * shop has no such order, so that all imports matter.
 */
function reachOf(shop: ProviderHeads | null, condition: OrderCondition, { first, place }: Wanted): Instant | null {
  if (shop === null || shop.error !== null) return null;
  const rows = shop.rows
    .filter((head) => matchesHead(head, condition) && (place === null || isBehind(head, place)))
    .sort(compareHeads);
  return rows[first]?.placedAt ?? null;
}

/** Since when the searched rows are all: an order that was left out may have been placed in the same second as the last of them. */
function completeSince(searched: readonly OrderHead[], leftOut: OrderHead | undefined): Instant | null {
  const oldest = searched.at(-1)?.placedAt ?? null;
  if (oldest === null || oldest !== leftOut?.placedAt) return oldest;
  return searched.findLast(({ placedAt }) => placedAt !== oldest)?.placedAt ?? null;
}

/** A provider that is failing shows no rows. */
function withoutRows(heads: ProviderHeads, error: Error | undefined): ProviderHeads {
  return error === undefined ? heads : { ...heads, rows: [], isKnown: false, isComplete: false, since: null, error };
}

function orderOfProviders({ provider }: ProviderHeads): number {
  return provider === 'QUICKBUTIK' ? 0 : 1;
}

function before(instant: Instant): Instant {
  return fromEpochMs(toEpochMs(instant) - marginMs);
}

function shopStatusesOf(statuses: readonly OrderStatus[] | null): readonly (typeof shopStatuses)[number][] | null {
  if (statuses === null) return null;
  const named = shopStatuses.filter((status) => statuses.includes(status));
  // The shop's filter has no word for the other states: then all are read and checked here.
  return named.length === new Set(statuses).size ? named : null;
}

async function attempt(
  provider: ProviderName,
  read: () => Promise<{ rows: readonly OrderHead[]; isComplete: boolean; since: Instant | null }>,
): Promise<ProviderHeads> {
  try {
    const { rows, isComplete, since } = await read();
    return { provider, rows, isKnown: false, isComplete, since, readAt: fromEpochMs(Date.now()), error: null };
  } catch (error) {
    return { provider, rows: [], isKnown: false, isComplete: false, since: null, readAt: null, error: error as Error };
  }
}
