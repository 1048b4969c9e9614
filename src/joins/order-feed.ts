import type { Instant } from '../domain/instant.js';
import { normalizeEmail } from '../domain/join-keys.js';
import type { OrderHead, OrderStatus } from '../domain/order.js';
import type { Coverage, Page, PageRequest } from '../domain/page.js';
import type { ProviderName } from '../domain/provider.js';
import { compareHeads, decodeFeedCursor, encodeFeedCursor, isBehind } from './feed-cursor.js';
import type { OrderHeads, ProviderHeads } from './order-heads.js';
import { isFull, type OrderLookup } from './order-lookup.js';
import { isSamePurchase } from './same-purchase.js';

/** Which orders a list shows; null leaves a condition out. */
export interface OrderCondition {
  readonly provider: ProviderName | null;
  readonly statuses: readonly OrderStatus[] | null;
  readonly placedFrom: Instant | null;
  readonly placedTo: Instant | null;
  readonly email: string | null;
}

export interface OrderFeedPage extends Page<OrderHead> {
  readonly coverage: readonly Coverage[];
  /** One error per provider whose rows are missing. */
  readonly failures: readonly Error[];
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
   * @throws the error itself when no provider answered; RequestError BAD_USER_INPUT for a foreign cursor.
   */
  async page(condition: OrderCondition, { first, after }: PageRequest): Promise<OrderFeedPage> {
    const place = after === null ? null : decodeFeedCursor(after);
    const providers = await this.#heads.read(condition, { first, place });
    const failures = new Map(providers.flatMap(({ provider, error }) => (error ? [[provider, error] as const] : [])));
    if (providers.length > 0 && failures.size === providers.length) throw [...failures.values()][0] as Error;
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

function matchesHead(head: OrderHead, { statuses, placedFrom, placedTo }: OrderCondition): boolean {
  if (statuses !== null && !statuses.includes(head.status)) return false;
  if (placedFrom === null && placedTo === null) return true;
  if (head.placedAt === null) return false;
  const placedAt = Date.parse(head.placedAt);
  return (
    (placedFrom === null || placedAt >= Date.parse(placedFrom)) &&
    (placedTo === null || placedAt < Date.parse(placedTo))
  );
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
