import { normalizeEmail } from '../domain/join-keys.js';
import { isFull, type OrderHead } from '../domain/order.js';
import { compareHeads, isBehind, type OrderPlace } from '../domain/order-place.js';
import type { Coverage, Page, PageRequest } from '../domain/page.js';
import type { ProviderName } from '../domain/provider.js';
import { coverageOf } from './coverage.js';
import { decodeFeedCursor, encodeFeedCursor } from './feed-cursor.js';
import type { KnownRecords } from './known-records.js';
import { beginsBefore, matchesHead, type OrderCondition } from './order-condition.js';
import type { OrderHeads, ProviderHeads } from './order-heads.js';
import type { OrderLookup } from './order-lookup.js';
import { chunksOf, mergeInOrder, selectRows } from './order-stream.js';
import { OrderTwins } from './order-twins.js';

export interface OrderFeedPage extends Page<OrderHead> {
  readonly coverage: readonly Coverage[];
  /** The error of each provider whose rows are missing. */
  readonly failures: ReadonlyMap<ProviderName, Error>;
  /** False when no provider answered: then there is no list, only its failures. */
  readonly isAnswered: boolean;
  /** Providers of which the directory was told just now what has changed. */
  readonly fresh: ReadonlySet<ProviderName>;
  /** Whether no order is newer and left out. */
  readonly isNewest: boolean;
}

/** How many orders are looked into side by side while searching for an e-mail. */
const searchChunk = 24;

/** Whether nothing has to be found out about heads of everybody's list: no import may be another row of the same purchase. */
function isPlain(heads: readonly OrderHead[], { condition }: Search): boolean {
  return condition.email === null && heads.every(({ provider }) => provider !== 'QAPLA');
}

interface Search {
  readonly condition: OrderCondition;
  /** The keyed hash of the condition's e-mail; null where the directory cannot help. */
  readonly emailHash: string | null;
  readonly twins: OrderTwins;
  readonly failures: Map<ProviderName, Error>;
  readonly down: ReadonlyMap<ProviderName, Error>;
}

/** Orders over all providers, newest first, each purchase once. */
export class OrderFeed {
  readonly #heads: OrderHeads;
  readonly #lookup: OrderLookup;
  readonly #known: KnownRecords;

  constructor(heads: OrderHeads, lookup: OrderLookup, known: KnownRecords) {
    this.#heads = heads;
    this.#lookup = lookup;
    this.#known = known;
  }

  /**
   * One page. A provider that fails costs its own rows: they are missing, its coverage is incomplete, its error is in `failures`.
   *
   * @param down providers found to be failing while an earlier reading of this page was completed: it is read without their rows
   * @throws RequestError BAD_USER_INPUT for a foreign cursor; UpstreamError PROVIDER_NOT_CONFIGURED.
   */
  async page(
    condition: OrderCondition,
    { first, after }: PageRequest,
    down: ReadonlyMap<ProviderName, Error> = new Map(),
  ): Promise<OrderFeedPage> {
    const place = after === null ? null : decodeFeedCursor(after);
    const providers = await this.#heads.read(condition, { first, place, down });
    const failures = new Map(providers.flatMap(({ provider, error }) => (error ? [[provider, error] as const] : [])));
    const search: Search = {
      condition,
      emailHash: condition.email === null ? null : await this.#known.hashOf(condition.email),
      twins: new OrderTwins({ lookup: this.#lookup, known: this.#known, providers }),
      failures,
      down,
    };
    const rows: { row: OrderHead; cursor: string }[] = [];
    if (condition.email !== null) await this.#prepare(providers, search);
    const chunkSize = condition.email === null ? first + 1 : searchChunk;
    for await (const chunk of chunksOf(this.#candidates(providers, place, search), chunkSize)) {
      const kept = isPlain(chunk, search) ? chunk : await Promise.all(chunk.map((head) => this.#keep(head, search)));
      // The place of a row is that of the head it was found by, whichever record of the purchase is shown.
      rows.push(
        ...chunk.flatMap((head, index) => {
          const row = kept[index];
          return row ? [{ row, cursor: encodeFeedCursor(head) }] : [];
        }),
      );
      if (rows.length > first) break;
    }
    return {
      rows: rows.slice(0, first),
      hasNextPage: rows.length > first,
      coverage: providers.map((state) => coverageOf(state, failures.has(state.provider))),
      failures,
      fresh: freshIn(providers, condition),
      isNewest: place === null && leavesNoneOut(condition),
      isAnswered: providers.length === 0 || providers.some(({ error, isKnown }) => error === null || isKnown),
    };
  }

  /** What may be on the page, in order: rows that were read for it, and those that the directory knows. */
  #candidates(
    providers: readonly ProviderHeads[],
    place: OrderPlace | null,
    { condition, emailHash, down }: Search,
  ): AsyncIterable<readonly OrderHead[]> {
    const live = providers
      .flatMap(({ rows }) => rows)
      .filter((head) => matchesHead(head, condition) && (place === null || isBehind(head, place)))
      .sort(compareHeads);
    // A search that reads a provider live takes what the directory knows of it as well: it may reach further back.
    const known = providers
      .filter(({ provider, isKnown }) => isKnown || (emailHash !== null && !down.has(provider)))
      .map(({ provider }) => provider);
    const stream = this.#known.orders(known, emailHash, startOf(condition, place));
    const rows = selectRows(stream, {
      matches: (head) => matchesHead(head, condition),
      isEnd: (head) => beginsBefore(head, condition),
    });
    return distinct(mergeInOrder(live, rows));
  }

  /** The row to show for a head: itself, the shop's order for an import of it, or none. */
  async #keep(head: OrderHead, search: Search): Promise<OrderHead | null> {
    if (!(await this.#isWanted(head, search))) return null;
    if (head.provider !== 'QAPLA') return head;
    const twin = await search.twins.ofImport(head);
    if (twin === null) return head;
    // The shop's order stands at its own place, but not in the list of a buyer whom only its import names.
    return search.condition.email !== null && search.twins.hasHiddenBuyer(twin) ? twin : null;
  }

  /** Has the orders read together of which only the whole one tells whose they are. */
  async #prepare(providers: readonly ProviderHeads[], { condition, emailHash }: Search): Promise<void> {
    const heads = providers.flatMap(({ rows }) => rows).filter((head) => matchesHead(head, condition));
    const buyers = emailHash === null ? [] : await Promise.all(heads.map((head) => this.#known.buyerOf(head)));
    await this.#lookup.prepare(heads.filter((_, index) => (buyers[index] ?? null) === null));
  }

  async #isWanted(head: OrderHead, { condition, emailHash, failures }: Search): Promise<boolean> {
    if (condition.email === null) return true;
    if (isFull(head)) return normalizeEmail(head.shopper?.email) === condition.email;
    const buyer = emailHash === null ? null : await this.#known.buyerOf(head);
    if (buyer !== null) return buyer === emailHash;
    try {
      return normalizeEmail((await this.#lookup.full(head)).shopper?.email) === condition.email;
    } catch (error) {
      // Whose order this is stays unknown: it is left out, and the list says that it is not complete.
      failures.set(head.provider, error as Error);
      return false;
    }
  }
}

/** A list of everybody's orders asks the shop what has changed; the parcel service cannot be asked that of its imports. */
function freshIn(providers: readonly ProviderHeads[], { email }: OrderCondition): ReadonlySet<ProviderName> {
  const asked = providers.filter(
    ({ provider, error }) => provider === 'QUICKBUTIK' && email === null && error === null,
  );
  return new Set(asked.map(({ provider }) => provider));
}

/** Whether a condition leaves none out that is newer than one it has. */
function leavesNoneOut({ email, statuses, placedTo }: OrderCondition): boolean {
  return email === null && statuses === null && placedTo === null;
}

/** Where the known orders begin: behind the cursor, or at the newest that the condition leaves. */
function startOf({ placedTo }: OrderCondition, place: OrderPlace | null): OrderPlace | null {
  return place ?? (placedTo === null ? null : [placedTo, '', '']);
}

/** Each head once: one that was read live may be known as well. */
async function* distinct(
  batches: AsyncIterable<readonly OrderHead[]>,
): AsyncGenerator<readonly OrderHead[], void, undefined> {
  const seen = new Set<string>();
  for await (const batch of batches) {
    yield batch.filter(({ provider, externalId, placedAt }) => {
      const name = JSON.stringify([provider, externalId, placedAt]);
      const isNew = !seen.has(name);
      seen.add(name);
      return isNew;
    });
  }
}
