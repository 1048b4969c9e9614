import type { Datasources } from '../datasources/providers.js';
import type { KnownOrder } from '../directory/directory.js';
import { fromEpochMs, toEpochMs } from '../domain/instant.js';
import { normalizeReference } from '../domain/join-keys.js';
import type { Order } from '../domain/order.js';
import { RequestError } from '../errors/request-error.js';
import type { KnownRecords } from './known-records.js';
import { completeFromImport, isSamePurchase } from './same-purchase.js';

/** An import may be stamped in another zone or a little before its order: windows reach a day further back. */
const marginMs = 24 * 60 * 60 * 1000;

/** The orders that a shop sent to the parcel service, which can only be asked for by the time they came. */
export class Imports {
  readonly #qapla: Datasources['qapla'];
  readonly #known: KnownRecords;
  readonly #scanLimit: number;
  /** Those this operation has read, by reference: at hand for the question whether two are one purchase. */
  readonly #atHand = new Map<string, Order[]>();

  constructor(qapla: Datasources['qapla'], known: KnownRecords, scanLimit: number) {
    this.#qapla = qapla;
    this.#known = known;
    this.#scanLimit = scanLimit;
  }

  /** Keeps imports at hand. */
  note(orders: readonly Order[]): void {
    for (const order of orders) {
      const known = this.#atHand.get(order.reference);
      if (known) known.push(order);
      else this.#atHand.set(order.reference, [order]);
    }
  }

  /** All imports that carry a reference, as far as a search reaches. Tells whether others may exist. */
  async find(reference: string): Promise<{ found: readonly Order[]; isComplete: boolean }> {
    const state = await this.#known.filled('QAPLA', 'ORDER');
    const known = await this.#knownBy(reference);
    if (known.length > 0) return { found: await Promise.all(known.map((head) => this.load(head))), isComplete: true };
    if (state?.isComplete) {
      // Nobody has it, unless it came in the last seconds.
      const failure = (await this.#known.freshen(['QAPLA'])).get('QAPLA');
      if (failure) throw failure;
      const arrived = await this.#knownBy(reference);
      return { found: await Promise.all(arrived.map((head) => this.load(head))), isComplete: true };
    }
    const { rows, isComplete } = await this.#qapla.orders.newest(this.#scanLimit);
    const key = normalizeReference(reference);
    return { found: rows.filter((order) => normalizeReference(order.reference) === key), isComplete };
  }

  /** The import behind what the directory knows of it. @throws RequestError LOOKUP_INCOMPLETE when it is gone. */
  async load({ reference, importedAt, placedAt }: KnownOrder): Promise<Order> {
    const order =
      importedAt === null
        ? await this.#amongNewest(reference, placedAt)
        : await this.#qapla.orders.byImport.load({ reference, importedAt });
    if (order === null) throw new RequestError('LOOKUP_INCOMPLETE', 'The order is listed but its details are gone.');
    return order;
  }

  /** The shop's order with what an import at hand adds; one that names no e-mail has its import looked for. */
  async complete(order: Order): Promise<Order> {
    const twin = this.#twinOf(order) ?? (order.shopper?.email ? undefined : await this.#knownTwinOf(order));
    return twin === undefined ? order : completeFromImport(order, twin);
  }

  /** The imports with an order's reference that are another purchase, as far as one window around the order shows. */
  async others(order: Order): Promise<readonly Order[]> {
    if (!this.#qapla.isConfigured) return [];
    try {
      if ((await this.#known.filled('QAPLA', 'ORDER')) !== null) this.note((await this.find(order.reference)).found);
      else if (order.placedAt !== null) {
        // One window is enough to see a second purchase; the rest of a long list would only cost calls.
        const since = fromEpochMs(toEpochMs(order.placedAt) - marginMs);
        this.note((await this.#qapla.orders.since(since, 100)).rows);
      }
    } catch {
      // The shop's order answers without its import; fields that need Qapla' tell its failure themselves.
    }
    return this.#of(order.reference).filter((imported) => !isSamePurchase(order, imported));
  }

  #twinOf(order: Order): Order | undefined {
    return this.#of(order.reference).find((imported) => isSamePurchase(order, imported));
  }

  async #knownTwinOf(order: Order): Promise<Order | undefined> {
    if (!this.#qapla.isConfigured) return undefined;
    try {
      const known = await this.#knownBy(order.reference);
      this.note(await Promise.all(known.map((head) => this.load(head))));
    } catch {
      // The shop's order answers as it is; fields that need Qapla' tell its failure themselves.
    }
    return this.#twinOf(order);
  }

  async #knownBy(reference: string): Promise<readonly KnownOrder[]> {
    return (await this.#known.ordersByReference(reference)).filter(({ provider }) => provider === 'QAPLA');
  }

  async #amongNewest(reference: string, placedAt: string | null): Promise<Order | null> {
    const { rows } = await this.#qapla.orders.newest(this.#scanLimit);
    return rows.find((order) => order.reference === reference && order.placedAt === placedAt) ?? null;
  }

  #of(reference: string): readonly Order[] {
    return this.#atHand.get(reference.trim()) ?? [];
  }
}
