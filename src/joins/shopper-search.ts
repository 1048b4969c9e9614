import { createSingleLoader, type Loader, once } from '../datasources/_shared/loaders.js';
import type { Datasources } from '../datasources/providers.js';
import type { CommerceRecord } from '../domain/commerce.js';
import type { CustomerRecord } from '../domain/customer.js';
import { normalizeEmail } from '../domain/join-keys.js';
import type { OrderHead } from '../domain/order.js';
import type { ProviderName } from '../domain/provider.js';
import { type Customer, customerOf } from './customer.js';
import type { Finding } from './first-found.js';
import type { KnownRecords } from './known-records.js';
import type { OrderCondition } from './order-condition.js';
import type { OrderFeed, OrderFeedPage } from './order-feed.js';
import type { OrderLookup } from './order-lookup.js';

/** The people inside orders and in the aggregated data, who have no resource of their own to ask for. */
export class ShopperSearch {
  readonly #sources: Datasources;
  readonly #feed: OrderFeed;
  readonly #orders: OrderLookup;
  readonly #known: KnownRecords;
  readonly #commerce: Loader<string, { records: readonly CommerceRecord[]; isComplete: boolean }>;
  readonly #newest: Loader<{ provider: ProviderName; email: string }, Finding<CustomerRecord>>;
  readonly #commerceByEmail: () => Promise<{ byEmail: ReadonlyMap<string, CommerceRecord[]>; isComplete: boolean }>;

  constructor(
    sources: Datasources,
    { feed, orders, known }: { readonly feed: OrderFeed; readonly orders: OrderLookup; readonly known: KnownRecords },
  ) {
    this.#sources = sources;
    this.#feed = feed;
    this.#orders = orders;
    this.#known = known;
    this.#commerce = createSingleLoader((email) => this.#findCommerce(email));
    this.#newest = createSingleLoader(({ provider, email }) => this.#searchOrders(provider, email), {
      cacheKey: ({ provider, email }) => `${provider} ${email}`,
    });
    this.#commerceByEmail = once(() => this.#indexCommerce());
  }

  /** One search for each place that may know an e-mail, the one whose record counts first. */
  searches(email: string): (() => Promise<Finding<CustomerRecord>>)[] {
    const { quickbutik, qapla, qard } = this.#sources;
    return [
      ...(quickbutik.isConfigured ? [() => this.newest('QUICKBUTIK', email)] : []),
      ...(qapla.isConfigured ? [() => this.newest('QAPLA', email)] : []),
      () => this.inInvoices(email),
      ...(qard.isConfigured ? [() => this.inCommerceData(email)] : []),
    ];
  }

  /** The shopper of the newest order that carries an e-mail, among the orders in reach. */
  newest(provider: 'QUICKBUTIK' | 'QAPLA', email: string): Promise<Finding<CustomerRecord>> {
    return this.#newest.load({ provider, email });
  }

  /** The shopper of the newest invoice issued through this gateway; others there are, but nobody can find them. */
  async inInvoices(email: string): Promise<Finding<CustomerRecord>> {
    const { found } = await this.#newest.load({ provider: 'INFLUENCERSOFT', email });
    return { found, isComplete: true };
  }

  /** The aggregator's records with an e-mail. */
  commerceCustomers(email: string): Promise<{ records: readonly CommerceRecord[]; isComplete: boolean }> {
    return this.#commerce.load(email);
  }

  /** The aggregator's record with an e-mail, as a customer record. */
  async inCommerceData(email: string): Promise<Finding<CustomerRecord>> {
    const { records, isComplete } = await this.#commerce.load(email);
    const record = records[0];
    return { found: record === undefined ? null : toCustomerRecord(record), isComplete };
  }

  /** The shopper without e-mail inside one order. */
  async ofOrder(provider: ProviderName, externalId: string): Promise<Customer | null> {
    const order = await this.#orders.byExternalId(provider, externalId);
    return order?.shopper ? customerOf(order.shopper, order.externalId) : null;
  }

  async #searchOrders(provider: ProviderName, email: string): Promise<Finding<CustomerRecord>> {
    const condition = { provider, statuses: null, placedFrom: null, placedTo: null, email };
    const { rows, coverage, failures } = await this.#newestOf(condition);
    const head: OrderHead | undefined = rows[0]?.row;
    const [failure] = failures.values();
    if (head === undefined && failure) throw failure;
    const order = head === undefined ? null : await this.#orders.full(head);
    return { found: order?.shopper ?? null, isComplete: coverage.every(({ complete }) => complete) };
  }

  /** What the directory does not know may have come in the last seconds: then it is asked for before it counts as absent. */
  async #newestOf(condition: OrderCondition & { readonly provider: ProviderName }): Promise<OrderFeedPage> {
    const page = { first: 1, after: null };
    const known = await this.#feed.page(condition, page);
    if (known.rows.length > 0 || (await this.#known.filled(condition.provider, 'ORDER')) === null) return known;
    const failure = (await this.#known.freshen([condition.provider])).get(condition.provider);
    if (failure) throw failure;
    return this.#feed.page(condition, page);
  }

  /** At the places of the list that the directory knows; else by reading the list. */
  async #findCommerce(email: string): Promise<{ records: readonly CommerceRecord[]; isComplete: boolean }> {
    const known = await this.#known.customers('QARD', email);
    const { byPlace } = this.#sources.qard.records;
    const places = known?.flatMap(({ externalId, place }) => (place === null ? [] : [{ externalId, place }]));
    const found = await Promise.all(places?.map((place) => byPlace.load({ kind: 'CUSTOMER', ...place })) ?? []);
    const own = found.filter((record) => record !== null).filter((record) => normalizeEmail(record.email) === email);
    if (known !== null && own.length === known.length) return { records: own, isComplete: true };
    const { byEmail, isComplete } = await this.#commerceByEmail();
    return { records: byEmail.get(email) ?? [], isComplete };
  }

  async #indexCommerce(): Promise<{ byEmail: ReadonlyMap<string, CommerceRecord[]>; isComplete: boolean }> {
    const { rows, isComplete } = await this.#sources.qard.records.scan('CUSTOMER');
    const byEmail = new Map<string, CommerceRecord[]>();
    for (const record of rows) {
      const email = normalizeEmail(record.email);
      if (email === null) continue;
      const known = byEmail.get(email);
      if (known) known.push(record);
      else byEmail.set(email, [record]);
    }
    return { byEmail, isComplete };
  }
}

function toCustomerRecord({ externalId, email, name }: CommerceRecord): CustomerRecord {
  const unknown = {
    firstName: null,
    lastName: null,
    phone: null,
    company: null,
    shippingAddress: null,
    billingAddress: null,
  };
  return { provider: 'QARD', externalId, email, name, ...unknown, seenAt: null };
}
