import { createKeyedLoader, type Loader, settleEach } from '../datasources/_shared/loaders.js';
import type { Datasources } from '../datasources/providers.js';
import { compareInstants, type Instant } from '../domain/instant.js';
import { isFull, type Order, type OrderHead } from '../domain/order.js';
import type { ProviderName } from '../domain/provider.js';
import { RequestError } from '../errors/request-error.js';
import { UpstreamError } from '../errors/upstream-error.js';
import { type InvoiceOrders, noInvoices } from '../records/placed-invoices.js';
import { Imports } from './imports.js';
import { isKnown, type KnownRecords } from './known-records.js';
import { isSamePurchase } from './same-purchase.js';

/** From how many references on the shop's list is read instead of one order a call. */
const worthListing = 3;

/** Single orders over the providers that have them. */
export class OrderLookup {
  readonly #sources: Pick<Datasources, 'quickbutik' | 'qapla'>;
  readonly imports: Imports;
  readonly #known: KnownRecords;
  /**
   * By order reference, for joins: the shop's, else the one import that carries it; null when there is none, AMBIGUOUS where the
   * directory knows of a second purchase. Many references of one tick are found in the shop's list, so that a page of parcels does not
   * cost a call each; what is found there is a head.
   */
  readonly byReference: Loader<string, OrderHead | null>;
  /** The whole orders behind heads of one tick, read together where a provider allows it. */
  readonly details: Loader<OrderHead, Order>;
  /** Orders of the provider that gives none back. */
  readonly invoices: InvoiceOrders;

  constructor(
    sources: Pick<Datasources, 'quickbutik' | 'qapla'>,
    { known, scanLimit }: { readonly known: KnownRecords; readonly scanLimit: number },
    invoices = noInvoices,
  ) {
    this.invoices = invoices;
    this.#known = known;
    this.imports = new Imports(sources.qapla, known, scanLimit);
    this.#sources = sources;
    this.byReference = createKeyedLoader((references) => this.#findAll(references), { cacheKey: (key) => key.trim() });
    this.details = createKeyedLoader((heads) => this.#readTogether(heads), {
      cacheKey: ({ provider, externalId }) => `${provider} ${externalId}`,
    });
  }

  /** By a provider's own id; null when it has none such. */
  async byExternalId(provider: ProviderName, externalId: string): Promise<Order | null> {
    if (provider === 'QUICKBUTIK') return this.#fromShop(externalId);
    if (provider === 'INFLUENCERSOFT')
      return (await this.invoices.all()).find((order) => order.externalId === externalId) ?? null;
    if (provider !== 'QAPLA') return null;
    const { found, isComplete } = await this.imports.find(externalId);
    if (found.length === 0 && !isComplete) throw unsettled();
    return onlyOne(found, externalId);
  }

  /**
   * By reference, for a caller who knows nothing else.
   *
   * @throws RequestError AMBIGUOUS for two purchases with one reference, LOOKUP_INCOMPLETE when a bounded search ended first.
   */
  async byReferenceStrict(reference: string): Promise<Order | null> {
    const order = this.#sources.quickbutik.isConfigured ? await this.#fromShop(reference) : null;
    if (order === null) return this.#findElsewhere(reference);
    const invoices = await this.#invoicesWith(reference);
    const isShared = invoices.some((invoice) => !isSamePurchase(order, invoice));
    if (isShared || (await this.imports.others(order)).length > 0) throw ambiguous(reference);
    return this.imports.complete(order);
  }

  /**
   * Says of which heads the whole orders will be asked for, so that they are read together where a provider allows it.
   *
   * @param areNewest whether no order is newer and left out
   */
  async prepare(heads: readonly OrderHead[], areNewest = false): Promise<void> {
    const ofShop = heads.filter((head) => head.provider === 'QUICKBUTIK' && !isFull(head));
    const oldest = areNewest ? oldestOf(ofShop) : null;
    const ids = ofShop.map(({ externalId }) => externalId);
    await this.#sources.quickbutik.orders.prepare(ids, oldest);
  }

  /** The whole order behind a head; one of a provider whose list is whole already is given back as it is. */
  async full(head: OrderHead): Promise<Order> {
    if (isFull(head)) return head;
    if (isKnown(head) && head.provider === 'QAPLA') return this.imports.load(head);
    const order = await this.#sources.quickbutik.orders.byReference.load(head.externalId);
    if (order === null) throw new RequestError('LOOKUP_INCOMPLETE', 'The order is listed but its details are gone.');
    return this.imports.complete(order);
  }

  async #readTogether(heads: readonly OrderHead[]): Promise<(Order | Error)[]> {
    await this.prepare(heads);
    return settleEach(heads, (head) => this.full(head));
  }

  async #findAll(references: readonly string[]): Promise<(OrderHead | null | Error)[]> {
    const { quickbutik } = this.#sources;
    const isListed = quickbutik.isConfigured && references.length >= worthListing;
    const list = isListed ? await quickbutik.orders.list({ statuses: null, paidFrom: null }) : null;
    const heads = new Map(list?.rows.map((head) => [head.reference, head]));
    return settleEach(references, async (reference) => {
      const head = heads.get(reference.trim()) ?? (await this.#find(reference, list?.isComplete !== true));
      if (head !== null && (await this.#isKnownToBeShared(head))) throw ambiguous(reference);
      return head;
    });
  }

  /** Whether the directory knows somebody else's purchase with an order's reference. A join asks nobody for one. */
  async #isKnownToBeShared({ provider, externalId, reference }: OrderHead): Promise<boolean> {
    if (provider !== 'QUICKBUTIK') return false;
    const known = await this.#known.ordersByReference(reference);
    const buyer = known.find((order) => order.provider === provider && order.externalId === externalId)?.emailHash;
    const others = known.flatMap((order) => (order.provider === provider ? [] : (order.emailHash ?? [])));
    return Boolean(buyer) && others.some((other) => other !== buyer);
  }

  async #find(reference: string, mayBeInShop: boolean): Promise<Order | null> {
    const { quickbutik, qapla } = this.#sources;
    const order = quickbutik.isConfigured && mayBeInShop ? await this.#fromShop(reference) : null;
    // With neither provider set up the parcel service's loader is the one to say so.
    if (order !== null) return order;
    if (quickbutik.isConfigured && !qapla.isConfigured) return onlyOne(await this.#invoicesWith(reference), reference);
    return this.#findElsewhere(reference);
  }

  /** None where they cannot be read: an order of another provider answers without them. */
  #invoicesWith(reference: string): Promise<readonly Order[]> {
    return this.invoices.byReference(reference).catch((error: unknown) => {
      if (error instanceof UpstreamError) return [];
      throw error;
    });
  }

  /** The one purchase with a reference that the shop does not have: an import, or an invoice. */
  async #findElsewhere(reference: string): Promise<Order | null> {
    const invoices = await this.#invoicesWith(reference);
    const search = this.imports.find(reference);
    // An invoice answers without the imports; fields that need Qapla' tell its failure themselves.
    const { found, isComplete } = await (invoices.length === 0 ? search : search.catch(noneWhenFailing));
    if (found.length + invoices.length === 0 && !isComplete) throw unsettled();
    return onlyOne([...found, ...invoices], reference);
  }

  async #fromShop(externalId: string): Promise<Order | null> {
    const order = await this.#sources.quickbutik.orders.byReference.load(externalId.trim());
    if (order === null) return null;
    await this.#known.meet(order);
    return this.imports.complete(order);
  }
}

function oldestOf(heads: readonly OrderHead[]): Instant | null {
  const times = heads.map(({ placedAt }) => placedAt).filter((placedAt) => placedAt !== null);
  return times.toSorted(compareInstants).at(0) ?? null;
}

function noneWhenFailing(error: unknown): { found: readonly Order[]; isComplete: boolean } {
  if (error instanceof UpstreamError) return { found: [], isComplete: false };
  throw error;
}

function onlyOne(found: readonly Order[], reference: string): Order | null {
  if (found.length > 1) throw ambiguous(reference);
  return found[0] ?? null;
}

function ambiguous(reference: string): RequestError {
  return new RequestError(
    'AMBIGUOUS',
    `Several purchases carry the reference "${reference}"; look the order up by its id.`,
  );
}

function unsettled(): RequestError {
  return new RequestError('LOOKUP_INCOMPLETE', 'The order was not among the newest ones in reach; it may still exist.');
}
