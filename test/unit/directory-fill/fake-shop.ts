import type { IndexEntry, IndexFeed } from '../../../src/datasources/_shared/index-feed.js';
import type { ProviderFeeds } from '../../../src/datasources/providers.js';
import { fromEpochMs, toEpochMs } from '../../../src/domain/instant.js';
import type { Order, OrderHead } from '../../../src/domain/order.js';
import { pause } from '../../../src/http/retry.js';
import type { OperationScope } from '../../../src/http/upstream-request.js';
import { noDetails } from '../../support/order-details.js';

interface ShopOrder {
  status: Order['status'];
  email: string;
  placedAt: number;
  changedAt: number;
}

interface ShopOptions {
  /** Rows of one step of reading everything. */
  readonly pageSize?: number;
  /** Whether its lists show whole orders. */
  readonly showsDetails?: boolean;
  readonly canTellChanges?: boolean;
  readonly latencyMs?: number;
  /** How far its clock is behind. */
  readonly behindMs?: number;
}

/** A shop as the directory sees it: orders, lists newest first, and how often it was asked what. */
export class FakeShop {
  readonly orders = new Map<string, ShopOrder>();
  /** Since when changes were asked for, in milliseconds since 1970. */
  readonly since: number[] = [];
  readonly calls = { fill: 0, changes: 0, rereads: [] as string[], scopes: [] as OperationScope[] };
  /** Thrown by every call. */
  failure: Error | null = null;
  /** Thrown by looking at one order. */
  readonly troubled = new Map<string, Error>();
  isLossy = false;
  isCutOff = false;
  latencyMs: number;
  readonly #options: ShopOptions;
  #largestId = 0;

  constructor(options: ShopOptions = {}) {
    this.#options = options;
    this.latencyMs = options.latencyMs ?? 0;
  }

  /** Adds orders, each a minute after the one before; the last is placed now. */
  add(count: number): void {
    for (let index = count - 1; index >= 0; index -= 1) {
      const placedAt = this.#now() - index * 60_000;
      this.#largestId += 1;
      const id = String(this.#largestId);
      this.orders.set(id, { status: 'PAID', email: `shopper${id}@example.com`, placedAt, changedAt: placedAt });
    }
  }

  change(id: string, status: Order['status'] = 'DONE'): void {
    const order = this.orders.get(id);
    if (order) Object.assign(order, { status, changedAt: this.#now() });
  }

  #now(): number {
    return Date.now() - (this.#options.behindMs ?? 0);
  }

  readonly feedsOf = (scope: OperationScope): readonly ProviderFeeds[] => [
    { provider: 'QUICKBUTIK', feeds: [this.feed(scope)] },
  ];

  feed(scope: OperationScope): IndexFeed {
    const { pageSize = 10, canTellChanges = true } = this.#options;
    return {
      kind: 'ORDER',
      fill: async (cursor) => {
        this.calls.fill += 1;
        const ids = this.#newestFirst();
        await this.#answer(scope);
        const from = cursor === null ? 0 : ids.findIndex((id) => Number(id) < Number(cursor));
        const page = from === -1 ? [] : ids.slice(from, from + pageSize);
        const next = from === -1 || from + pageSize >= ids.length ? null : (page.at(-1) ?? null);
        return { entries: page.map((id) => this.#listed(id)), next, isComplete: !this.isCutOff, since: null };
      },
      changedSince: canTellChanges
        ? async (since) => {
            this.calls.changes += 1;
            this.since.push(toEpochMs(since));
            const ids = this.#newestFirst().filter((id) => (this.orders.get(id)?.changedAt ?? 0) >= toEpochMs(since));
            const entries = ids.map((id) => this.#listed(id));
            await this.#answer(scope);
            return { entries, isComplete: !this.isLossy };
          }
        : null,
      reread: async (id) => {
        this.calls.rereads.push(id);
        const trouble = this.troubled.get(id);
        if (trouble) throw trouble;
        const order = this.orders.has(id) ? this.#whole(id) : null;
        await this.#answer(scope);
        return order;
      },
    };
  }

  #newestFirst(): string[] {
    return [...this.orders.keys()].sort((one, other) => Number(other) - Number(one));
  }

  async #answer(scope: OperationScope): Promise<void> {
    this.calls.scopes.push(scope);
    if (this.latencyMs > 0) await pause(this.latencyMs, scope.signal);
    if (this.failure) throw this.failure;
  }

  #listed(id: string): IndexEntry {
    return this.#options.showsDetails ? this.#whole(id) : { kind: 'ORDER', order: this.#head(id), importedAt: null };
  }

  #head(id: string): OrderHead {
    const { status, placedAt } = this.orders.get(id) as ShopOrder;
    return {
      provider: 'QUICKBUTIK',
      externalId: id,
      reference: `R${id}`,
      status,
      rawStatus: status.toLowerCase(),
      placedAt: fromEpochMs(placedAt),
      total: { amount: '10.00', currency: null, raw: '10' },
    };
  }

  #whole(id: string): IndexEntry {
    const { email, changedAt } = this.orders.get(id) as ShopOrder;
    const order: Order = {
      ...this.#head(id),
      ...noDetails,
      total: { amount: '10.00', currency: 'SEK', raw: '10' },
      updatedAt: fromEpochMs(changedAt),
      shopper: { email } as Order['shopper'],
    };
    return { kind: 'ORDER', order, importedAt: null };
  }
}
