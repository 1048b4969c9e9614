import { createSingleLoader, type Loader } from '../datasources/_shared/loaders.js';
import type { Datasources } from '../datasources/providers.js';
import type { KnownCustomer } from '../directory/directory.js';
import type { CommerceRecord } from '../domain/commerce.js';
import type { CustomerRecord } from '../domain/customer.js';
import { normalizeEmail } from '../domain/join-keys.js';
import type { Order } from '../domain/order.js';
import type { PaymentMethod, ScheduledOrder } from '../domain/scheduled-order.js';
import { RequestError } from '../errors/request-error.js';
import { UpstreamError } from '../errors/upstream-error.js';
import { type Customer, type CustomerIdentity, customerOf } from './customer.js';
import type { KnownRecords } from './known-records.js';
import type { ShopperSearch } from './shopper-search.js';

/** What the providers together know of a customer. */
export class CustomerProfile {
  readonly #sources: Datasources;
  readonly #shoppers: ShopperSearch;
  readonly #known: KnownRecords;
  /** What the directory takes for a customer's records at QPilot. */
  readonly #knownInQPilot: Loader<string, readonly KnownCustomer[]>;
  readonly #qpilotRecords: Loader<string, readonly CustomerRecord[]>;
  /** By e-mail, the shopper of the newest order this operation has read. */
  readonly #atHand = new Map<string, CustomerRecord>();

  constructor(
    sources: Datasources,
    { shoppers, known }: { readonly shoppers: ShopperSearch; readonly known: KnownRecords },
  ) {
    this.#sources = sources;
    this.#shoppers = shoppers;
    this.#known = known;
    this.#knownInQPilot = createSingleLoader(async (email) => (await known.customers('QPILOT', email)) ?? []);
    this.#qpilotRecords = createSingleLoader(async (email) => (await this.#findQPilotRecords(email)).toSorted(byId));
  }

  /** The customer inside an order, who is then at hand; null when the order names nobody. */
  ofOrder(order: Order): Customer | null {
    if (order.shopper === null) return null;
    const email = normalizeEmail(order.shopper.email);
    if (email !== null) {
      const known = this.#atHand.get(email);
      if (known === undefined || isNewer(order.shopper, known)) this.#atHand.set(email, order.shopper);
    }
    return customerOf(order.shopper, order.externalId);
  }

  /**
   * The one record a customer's own fields come from: QPilot's, else the shopper of the newest shop order, else that of the newest
   * import, else that of the newest invoice, else the aggregator's. For a customer reached by an order the newest order at hand
   * stands for all of them.
   *
   * @throws the error of a provider that fails: whether it has a record is then unknown, and no other record may stand in.
   */
  async record(customer: Customer): Promise<CustomerRecord | null> {
    if (customer.key.kind === 'RECORD') return customer.record;
    const { email } = customer.key;
    const fromQPilot = (await this.qpilotRecords(customer))[0];
    if (fromQPilot !== undefined) return fromQPilot;
    if (customer.record !== null) return this.#atHand.get(email) ?? customer.record;
    return this.#searchRecord(email);
  }

  /** The record of the first provider that has one. A search that ended early leaves open whether a better one exists. */
  async #searchRecord(email: string): Promise<CustomerRecord | null> {
    for (const search of this.#shoppers.searches(email)) {
      const { found, isComplete } = await search();
      if (found !== null) return found;
      if (!isComplete) {
        throw new RequestError('LOOKUP_INCOMPLETE', 'A bounded search ended before the record that counts was found.');
      }
    }
    return null;
  }

  /**
   * QPilot's records of a customer, in the order of their ids; empty when QPilot is not part of this gateway. The one the customer was
   * reached by is among them whatever QPilot's search covers.
   */
  async qpilotRecords({ key, record }: Customer): Promise<readonly CustomerRecord[]> {
    if (!this.#sources.qpilot.isConfigured) return [];
    if (key.kind === 'RECORD') return record?.provider === 'QPILOT' ? [record] : [];
    const found = await this.#qpilotRecords.load(key.email);
    const isNew = record?.provider === 'QPILOT' && found.every(({ externalId }) => externalId !== record.externalId);
    return isNew ? [...found, record].toSorted(byId) : found;
  }

  /** By the ids the directory knows, which QPilot answers whatever its search can do; else by a search. */
  async #findQPilotRecords(email: string): Promise<readonly CustomerRecord[]> {
    const { byExternalId, byEmail } = this.#sources.qpilot.customers;
    const known = await this.#knownInQPilot.load(email);
    const records = await Promise.all(known.map(({ externalId }) => byExternalId.load(externalId)));
    const own = records.filter((record) => record !== null && normalizeEmail(record.email) === email);
    // One that is gone or has another e-mail by now may have a successor.
    const isCurrent = own.length > 0 && own.length === known.length;
    return isCurrent ? own.filter((record) => record !== null) : byEmail.load(email);
  }

  /** Cards of all of a customer's QPilot records. */
  paymentMethods(customer: Customer): Promise<readonly PaymentMethod[]> {
    return this.#ofQPilotRecords(customer, this.#sources.qpilot.paymentMethods.byCustomer);
  }

  /** Subscriptions of all of a customer's QPilot records. */
  scheduledOrders(customer: Customer): Promise<readonly ScheduledOrder[]> {
    return this.#ofQPilotRecords(customer, this.#sources.qpilot.scheduledOrders.byCustomer);
  }

  /** The aggregator's records of a customer. */
  async commerceCustomers({ key }: Customer): Promise<readonly CommerceRecord[]> {
    if (key.kind === 'RECORD') return [];
    const { records, isComplete } = await this.#shoppers.commerceCustomers(key.email);
    if (records.length > 0 || isComplete) return records;
    throw new RequestError(
      'LOOKUP_INCOMPLETE',
      'The aggregator has more customers than a bounded search reads; this one may be among them.',
    );
  }

  /** The records a customer is made of, with one error per provider that failed. */
  async identities(
    customer: Customer,
  ): Promise<{ identities: readonly CustomerIdentity[]; failures: readonly Error[] }> {
    if (customer.key.kind === 'RECORD') {
      const { provider } = customer.key;
      const externalId = customer.record?.externalId ?? null;
      return { identities: [{ provider, externalId, matchedBy: 'EXTERNAL_ID' }], failures: [] };
    }
    const { email } = customer.key;
    const { quickbutik, qapla, qard } = this.#sources;
    const noRecords = Promise.resolve([]);
    const searches = [
      this.qpilotRecords(customer),
      quickbutik.isConfigured ? this.#shopperOf('QUICKBUTIK', email) : noRecords,
      qapla.isConfigured ? this.#shopperOf('QAPLA', email) : noRecords,
      qard.isConfigured ? this.#commerceRecords(email) : noRecords,
      this.#shoppers.inInvoices(email).then(({ found }) => (found ? [found] : [])),
    ];
    const outcomes = await Promise.allSettled(searches);
    return {
      identities: outcomes.flatMap((outcome) =>
        outcome.status === 'fulfilled' ? outcome.value.map((record) => identityOf(record, customer)) : [],
      ),
      failures: outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as Error] : [])),
    };
  }

  /** That a provider's orders name an e-mail, which takes no order to be read where the directory knows them. */
  async #shopperOf(
    provider: 'QUICKBUTIK' | 'QAPLA',
    email: string,
  ): Promise<readonly Pick<CustomerRecord, 'provider' | 'externalId'>[]> {
    const isKnown = await this.#known.hasOrder(provider, email);
    const names = isKnown ?? (await this.#shoppers.newest(provider, email)).found !== null;
    return names ? [{ provider, externalId: null }] : [];
  }

  async #commerceRecords(email: string): Promise<readonly Pick<CustomerRecord, 'provider' | 'externalId'>[]> {
    const { records } = await this.#shoppers.commerceCustomers(email);
    return records.map(({ externalId }) => ({ provider: 'QARD', externalId }));
  }

  /** What belongs to a customer's QPilot records, of all of them. */
  async #ofQPilotRecords<Row>(customer: Customer, byCustomer: Loader<string, readonly Row[]>): Promise<readonly Row[]> {
    const [ids] = await Promise.all([this.#qpilotIds(customer), this.#askAhead(customer, byCustomer)]);
    return (await Promise.all(ids.map((id) => byCustomer.load(id)))).flat();
  }

  /**
   * Asks for what belongs to the records that the directory knows, while QPilot is asked whether they are still the customer's. What
   * turns out to be somebody else's is never looked at; what fails is told by whoever asks again.
   */
  async #askAhead({ key }: Customer, byCustomer: Loader<string, unknown>): Promise<void> {
    if (key.kind === 'RECORD' || !this.#sources.qpilot.isConfigured) return;
    for (const { externalId } of await this.#knownInQPilot.load(key.email)) byCustomer.load(externalId).catch(() => {});
  }

  async #qpilotIds(customer: Customer): Promise<readonly string[]> {
    // Without QPilot the field has to say so: an empty list would mean that there are none.
    if (!this.#sources.qpilot.isConfigured) throw new UpstreamError('PROVIDER_NOT_CONFIGURED', 'QPILOT');
    return (await this.qpilotRecords(customer)).flatMap(({ externalId }) => externalId ?? []);
  }
}

function byId(one: CustomerRecord, other: CustomerRecord): number {
  return (one.externalId ?? '') < (other.externalId ?? '') ? -1 : 1;
}

function identityOf(
  { provider, externalId }: Pick<CustomerRecord, 'provider' | 'externalId'>,
  { record, matchedBy }: Customer,
): CustomerIdentity {
  const isLookedUp = provider === 'QPILOT' && record?.externalId === externalId;
  return { provider, externalId, matchedBy: isLookedUp ? matchedBy : 'EMAIL' };
}

/** The shop's record before an import's, the newer one before the older. */
function isNewer(one: CustomerRecord, other: CustomerRecord): boolean {
  if (one.provider !== other.provider) return one.provider === 'QUICKBUTIK';
  return (one.seenAt ?? '') > (other.seenAt ?? '');
}
