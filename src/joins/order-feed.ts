import { normalizeEmail } from '../domain/join-keys.js';
import type { OrderHead } from '../domain/order.js';
import { compareHeads, isBehind } from '../domain/order-place.js';
import type { Coverage, Page, PageRequest } from '../domain/page.js';
import type { ProviderName } from '../domain/provider.js';
import { decodeFeedCursor, encodeFeedCursor } from './feed-cursor.js';
import { matchesHead, type OrderCondition } from './order-condition.js';
import type { OrderHeads, ProviderHeads } from './order-heads.js';
import { isFull, type OrderLookup } from './order-lookup.js';
import { isSamePurchase } from './same-purchase.js';

export interface OrderFeedPage extends Page<OrderHead> {
  readonly coverage: readonly Coverage[];
  /** One error per provider whose rows are missing. */
  readonly failures: readonly Error[];
  /** False when no provider answered: then there is no list, only its failures. */
  readonly isAnswered: boolean;
}

/** How many orders are looked into side by side while searching for an e-mail. */
const searchChunk = 24;

/** Orders over all providers, newest first, each purchase once. */
export class OrderFeed {
  readonly #heads: OrderHeads;
  readonly #lookup: OrderLookup;

  constructor(heads: OrderHeads, lookup: OrderLookup) {
    this.#heads = heads;
    this.#lookup = lookup;
  }

  /**
   * One page. A provider that fails costs its own rows: they are missing, its coverage is incomplete, its error is in `failures`.
   *
   * @throws RequestError BAD_USER_INPUT for a foreign cursor; UpstreamError PROVIDER_NOT_CONFIGURED.
   */
  async page(condition: OrderCondition, { first, after }: PageRequest): Promise<OrderFeedPage> {
    const place = after === null ? null : decodeFeedCursor(after);
    const providers = await this.#heads.read(condition, { first, place });
    const failures = new Map(providers.flatMap(({ provider, error }) => (error ? [[provider, error] as const] : [])));
    const candidates = providers
      .flatMap(({ rows }) => rows)
      .filter((head) => matchesHead(head, condition) && (place === null || isBehind(head, place)))
      .sort(compareHeads);
    const shopHeads = new Map(
      providers
        .filter(({ provider }) => provider === 'QUICKBUTIK')
        .flatMap(({ rows }) => rows.map((row) => [row.reference, row])),
    );
    const rows: { row: OrderHead; cursor: string }[] = [];
    const chunkSize = condition.email === null ? first + 1 : searchChunk;
    for (let start = 0; start < candidates.length && rows.length <= first; start += chunkSize) {
      const chunk = candidates.slice(start, start + chunkSize);
      const kept = await Promise.all(chunk.map((head) => this.#keeps(head, { condition, shopHeads, failures })));
      rows.push(...chunk.filter((_, index) => kept[index]).map((row) => ({ row, cursor: encodeFeedCursor(row) })));
    }
    return {
      rows: rows.slice(0, first),
      hasNextPage: rows.length > first,
      coverage: providers.map((state) => coverageOf(state, failures.has(state.provider))),
      failures: [...failures.values()],
      isAnswered: providers.length === 0 || providers.some(({ error }) => error === null),
    };
  }

  async #keeps(
    head: OrderHead,
    {
      condition,
      shopHeads,
      failures,
    }: { condition: OrderCondition; shopHeads: ReadonlyMap<string, OrderHead>; failures: Map<ProviderName, Error> },
  ): Promise<boolean> {
    if (isFull(head)) {
      const isWanted = condition.email === null || normalizeEmail(head.shopper?.email) === condition.email;
      const twin = head.provider === 'QAPLA' ? shopHeads.get(head.reference) : undefined;
      if (!isWanted || twin === undefined) return isWanted;
      try {
        return !isSamePurchase(await this.#lookup.full(twin), head);
      } catch {
        // The shop's order is not at hand: then the two stay two.
        return true;
      }
    }
    if (condition.email === null) return true;
    try {
      return normalizeEmail((await this.#lookup.full(head)).shopper?.email) === condition.email;
    } catch (error) {
      // Whose order this is stays unknown: it is left out, and the list says that it is not complete.
      failures.set(head.provider, error as Error);
      return false;
    }
  }
}

function coverageOf({ provider, isComplete, since, readAt }: ProviderHeads, hasFailed: boolean): Coverage {
  const complete = isComplete && !hasFailed;
  return {
    provider,
    complete,
    since: complete ? null : since,
    updatedAt: readAt,
    lagSeconds: readAt === null ? null : 0,
  };
}
