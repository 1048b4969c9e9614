import type { KnownOrder } from '../directory/directory.js';
import type { OrderHead } from '../domain/order.js';
import { isKnown, type KnownRecords } from './known-records.js';
import type { ProviderHeads } from './order-heads.js';
import type { OrderLookup } from './order-lookup.js';
import { isOnePurchase, isSamePurchase } from './same-purchase.js';

interface TwinSources {
  readonly lookup: OrderLookup;
  readonly known: KnownRecords;
  readonly providers: readonly ProviderHeads[];
}

/** Which of the shop's orders an import is. */
export class OrderTwins {
  readonly #lookup: OrderLookup;
  readonly #known: KnownRecords;
  /** The shop's orders that were read for the list, by reference. */
  readonly #isShopListed: boolean;
  readonly #read: ReadonlyMap<string, OrderHead>;

  constructor({ lookup, known, providers }: TwinSources) {
    this.#lookup = lookup;
    this.#known = known;
    const shop = providers.filter(
      ({ provider, error, isKnown }) => provider === 'QUICKBUTIK' && (error === null || isKnown),
    );
    this.#isShopListed = shop.length > 0;
    this.#read = new Map(shop.flatMap(({ rows }) => rows).map((row) => [row.reference, row]));
  }

  /** The shop's order of the same purchase; null when there is none, or when it is not at hand to be compared. */
  async ofImport(imported: OrderHead): Promise<OrderHead | null> {
    const shop = this.#read.get(imported.reference) ?? (await this.#knownShopOrder(imported.reference));
    if (shop === undefined) return null;
    if (isDetailed(shop) && isDetailed(imported)) return isOnePurchase(factsOf(shop), factsOf(imported)) ? shop : null;
    try {
      const [one, other] = await Promise.all([this.#lookup.full(shop), this.#lookup.full(imported)]);
      return isSamePurchase(one, other) ? shop : null;
    } catch {
      // Not at hand: then the two stay two.
      return null;
    }
  }

  /** Whether an order of the shop is known to name nobody, so that the list of its buyer cannot hold it. */
  hasHiddenBuyer(shop: OrderHead): boolean {
    return !this.#read.has(shop.reference) && isDetailed(shop) && shop.emailHash === null;
  }

  async #knownShopOrder(reference: string): Promise<KnownOrder | undefined> {
    if (!this.#isShopListed) return undefined;
    return (await this.#known.ordersByReference(reference)).find(({ provider }) => provider === 'QUICKBUTIK');
  }
}

function isDetailed(head: OrderHead): head is KnownOrder {
  return isKnown(head) && head.isDetailed;
}

function factsOf({ reference, emailHash, total, placedAt }: KnownOrder) {
  return { reference, buyer: emailHash, total, placedAt };
}
