import type { IndexKind } from '../datasources/_shared/index-feed.js';
import { createSingleLoader, type Loader, once } from '../datasources/_shared/loaders.js';
import type { Directory, FillState, KnownCustomer, KnownOrder, KnownParcel } from '../directory/directory.js';
import { StoreUnavailableError } from '../directory/ordered-store.js';
import type { OrderHead } from '../domain/order.js';
import { type OrderPlace, placeOf } from '../domain/order-place.js';
import type { ProviderName } from '../domain/provider.js';

/** The providers whose orders the directory can know. */
export const orderProviders = ['QUICKBUTIK', 'QAPLA'] as const;

/** How many orders are read from the directory at once. */
const batchSize = 200;

/** The directory as one operation may use it. */
export interface DirectoryView {
  readonly directory: Directory;
  /** Has the changes of a provider's orders read unless that was done not longer ago. @throws UpstreamError when the provider fails */
  readonly freshenOrders: (provider: ProviderName, maxAgeMs: number) => Promise<void>;
  /** Resolves when the orders of providers were read once, or the time is up: half of what the operation has left, at the most. */
  readonly whenOrdersFilled: (providers: readonly ProviderName[], timeoutMs: number) => Promise<void>;
  /** Told of an order that is not known yet; ends when it was taken in, or soon. */
  readonly onNew: (provider: ProviderName, externalId: string) => Promise<void>;
  /** Told of an order that its provider has no more. */
  readonly onGone: (provider: ProviderName, externalId: string) => void;
  /** Told when the store cannot be used. */
  readonly onUnavailable: (error: StoreUnavailableError) => void;
}

interface Freshening {
  readonly provider: ProviderName;
  readonly maxAgeMs: number;
}

/** In an object: a loader whose answer is an error fails with it. */
interface Freshened {
  readonly error: Error | null;
}

/** What one operation asks the directory. Without a directory, and while its store cannot be used, nothing is known. */
export class KnownRecords {
  readonly #view: DirectoryView | null;
  readonly #states: () => Promise<readonly FillState[]>;
  /** How a reading of changes ended. A provider that failed is not asked again by each row that would like to know. */
  readonly #freshened: Loader<Freshening, Freshened>;

  constructor(view: DirectoryView | null) {
    this.#view = view;
    this.#states = once(() => this.#ask([], ({ directory }) => directory.fillStates()));
    this.#freshened = createSingleLoader((asked) => this.#freshenOne(asked), {
      cacheKey: ({ provider, maxAgeMs }) => `${provider} ${maxAgeMs}`,
    });
  }

  /** How much of a provider is known; null before the directory has read it once to the end. */
  async filled(provider: ProviderName, kind: IndexKind): Promise<FillState | null> {
    const states = await this.#states();
    return (
      states.find((state) => state.provider === provider && state.kind === kind && state.filledAt !== null) ?? null
    );
  }

  /** The states of a kind as they are now: a pass may have run since they were first asked for. */
  async statesNow(kind: IndexKind): Promise<readonly FillState[]> {
    const states = await this.#ask([], ({ directory }) => directory.fillStates());
    return states.filter((state) => state.kind === kind);
  }

  /** The keyed hash of an e-mail; null for somebody who was forgotten, and without a directory. */
  async hashOf(email: string): Promise<string | null> {
    return this.#ask(null, async ({ directory }) => {
      const hash = directory.hashEmail(email);
      return (await directory.isForgotten(hash)) ? null : hash;
    });
  }

  /** Orders of providers in the order of the merged list, in batches, everybody's with null. */
  async *orders(
    providers: readonly ProviderName[],
    emailHash: string | null,
    place: OrderPlace | null,
  ): AsyncGenerator<readonly KnownOrder[], void, undefined> {
    if (providers.length === 0) return;
    for (let behind = place; ; ) {
      const range = { providers, emailHash, place: behind, limit: batchSize };
      const batch = await this.#ask([], ({ directory }) => directory.orders(range));
      yield batch;
      const last = batch.at(-1);
      if (last === undefined || batch.length < batchSize) return;
      behind = placeOf(last);
    }
  }

  async ordersById(provider: ProviderName, externalId: string): Promise<readonly KnownOrder[]> {
    return this.#ask([], ({ directory }) => directory.ordersById(provider, externalId));
  }

  async ordersByReference(reference: string): Promise<readonly KnownOrder[]> {
    return this.#ask([], ({ directory }) => directory.ordersByReference(reference));
  }

  /** The hash of who bought an order; null when it is not known, and when the order names nobody. */
  async buyerOf(head: OrderHead): Promise<string | null> {
    const known = isKnown(head) ? [head] : await this.ordersById(head.provider, head.externalId);
    return known.find(({ placedAt, isDetailed }) => isDetailed && placedAt === head.placedAt)?.emailHash ?? null;
  }

  /** The records of an e-mail at a provider that keeps customers; null when the directory cannot tell. */
  async customers(provider: ProviderName, email: string): Promise<readonly KnownCustomer[] | null> {
    const [state, hash] = await Promise.all([this.filled(provider, 'CUSTOMER'), this.hashOf(email)]);
    if (state === null || hash === null) return null;
    const known = await this.#ask(null, ({ directory }) => directory.customers(hash));
    const own = known?.filter((customer) => customer.provider === provider) ?? null;
    // What is not here may exist all the same where not everything was in reach.
    return own?.length === 0 && !state.isComplete ? null : own;
  }

  /** Whether any provider has a record or an order with an e-mail; false says nothing. */
  async hasEmail(email: string): Promise<boolean> {
    const hash = await this.hashOf(email);
    if (hash === null) return false;
    const [customers, orders] = await Promise.all([
      this.#ask([], ({ directory }) => directory.customers(hash)),
      this.#ask([], ({ directory }) =>
        directory.orders({ providers: orderProviders, emailHash: hash, place: null, limit: 1 }),
      ),
    ]);
    return customers.length + orders.length > 0;
  }

  /** Whether a provider's orders name an e-mail; null when the directory cannot tell. */
  async hasOrder(provider: ProviderName, email: string): Promise<boolean | null> {
    const [state, emailHash] = await Promise.all([this.filled(provider, 'ORDER'), this.hashOf(email)]);
    if (state === null || emailHash === null) return null;
    const range = { providers: [provider], emailHash, place: null, limit: 1 };
    const known = await this.#ask(null, ({ directory }) => directory.orders(range));
    if (known === null || (known.length === 0 && !state.isComplete)) return null;
    return known.length > 0;
  }

  async parcels(reference: string): Promise<readonly KnownParcel[]> {
    return this.#ask([], ({ directory }) => directory.parcels(reference));
  }

  /** Has an order taken in that was found at its provider and is not known yet, so that it is in its buyer's list at once. */
  async meet({ provider, externalId }: OrderHead): Promise<void> {
    if (this.#view === null || (await this.filled(provider, 'ORDER')) === null) return;
    if ((await this.ordersById(provider, externalId)).length === 0) await this.#view.onNew(provider, externalId);
  }

  /** Says that an order's provider has it no more. */
  noteGone({ provider, externalId }: OrderHead): void {
    this.#view?.onGone(provider, externalId);
  }

  /** Has what changed read, unless that was done not longer ago; once in an operation. Gives the error of each provider that failed. */
  async freshen(providers: readonly ProviderName[], maxAgeMs = 0): Promise<ReadonlyMap<ProviderName, Error>> {
    const ended = await Promise.all(
      providers.map(async (provider) => {
        const { error } = await this.#freshened.load({ provider, maxAgeMs });
        return error === null ? [] : [[provider, error] as const];
      }),
    );
    return new Map(ended.flat());
  }

  async #freshenOne({ provider, maxAgeMs }: Freshening): Promise<Freshened> {
    try {
      await this.#view?.freshenOrders(provider, maxAgeMs);
      return { error: null };
    } catch (error) {
      return { error: error as Error };
    }
  }

  /** Waits until all orders were read once, no longer than asked for. */
  async waitForOrders(timeoutMs: number): Promise<void> {
    if (timeoutMs > 0)
      await this.#ask(undefined, ({ whenOrdersFilled }) => whenOrdersFilled(orderProviders, timeoutMs));
  }

  async #ask<Value>(unknown: Value, question: (view: DirectoryView) => Promise<Value>): Promise<Value> {
    if (this.#view === null) return unknown;
    try {
      return await question(this.#view);
    } catch (error) {
      if (!(error instanceof StoreUnavailableError)) throw error;
      this.#view.onUnavailable(error);
      return unknown;
    }
  }
}

/** Whether a head is the directory's picture of an order, not the provider's answer. */
export function isKnown(head: OrderHead): head is KnownOrder {
  return 'isDetailed' in head;
}
