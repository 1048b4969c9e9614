import { createSingleLoader, type Loader } from '../datasources/_shared/loaders.js';
import type { Datasources } from '../datasources/providers.js';
import type { CustomerRecord } from '../domain/customer.js';
import { normalizeEmail } from '../domain/join-keys.js';
import { RequestError } from '../errors/request-error.js';
import { type Customer, type CustomerKey, customerOf } from './customer.js';
import { type Finding, firstFound } from './first-found.js';
import type { KnownRecords } from './known-records.js';
import type { ShopperSearch } from './shopper-search.js';

/** Finds customers by key over all providers. */
export class CustomerLookup {
  readonly #sources: Datasources;
  readonly #shoppers: ShopperSearch;
  readonly #known: KnownRecords;
  readonly #patienceMs: number;
  readonly #existing: Loader<string, Customer | null>;

  /** @param patienceMs how long the cheapest provider may keep silent before the others are asked too */
  constructor(
    sources: Datasources,
    { shoppers, known }: { readonly shoppers: ShopperSearch; readonly known: KnownRecords },
    patienceMs: number,
  ) {
    this.#sources = sources;
    this.#shoppers = shoppers;
    this.#known = known;
    this.#patienceMs = patienceMs;
    this.#existing = createSingleLoader((email) => this.#find(email));
  }

  /**
   * The customer with an e-mail, if any provider knows it.
   *
   * @throws the error of a provider that failed when no other knows the e-mail; RequestError LOOKUP_INCOMPLETE when a
   * bounded search ended before it could be ruled out.
   */
  byEmail(email: string): Promise<Customer | null> {
    const key = normalizeEmail(email);
    return key === null ? Promise.resolve(null) : this.#existing.load(key);
  }

  /** The customer QPilot keeps under the shop's customer id. */
  async byExternalId(externalId: string): Promise<Customer | null> {
    const record = await this.#sources.qpilot.customers.byExternalId.load(externalId);
    return record === null ? null : customerOf(record, null, 'EXTERNAL_ID');
  }

  /** The customer behind a global id. */
  async byKey(key: CustomerKey): Promise<Customer | null> {
    if (key.kind === 'EMAIL') return this.byEmail(key.email);
    if (key.provider === 'QPILOT') return this.byExternalId(key.externalId);
    return this.#shoppers.ofOrder(key.provider, key.externalId);
  }

  async #find(email: string): Promise<Customer | null> {
    const { qpilot, quickbutik, qapla, qard } = this.#sources;
    if (!qpilot.isConfigured && !quickbutik.isConfigured && !qapla.isConfigured && !qard.isConfigured) {
      await qpilot.customers.byEmail.load(email);
    }
    if (await this.#known.hasEmail(email)) return existing(email);
    const cheap = qpilot.isConfigured
      ? async () => complete((await qpilot.customers.byEmail.load(email))[0] ?? null)
      : null;
    const dear = this.#shoppers.searches(email);
    const { found, isComplete, failures } = await firstFound(cheap, dear, this.#patienceMs);
    // Which provider answered first decides only that there is such a customer; whose record counts is another question.
    if (found !== null) return existing(email);
    if (failures.length > 0) throw failures[0] as Error;
    if (isComplete) return null;
    throw new RequestError(
      'LOOKUP_INCOMPLETE',
      'No customer with this e-mail is among the records in reach; one may still exist.',
    );
  }
}

function existing(email: string): Customer {
  return { key: { kind: 'EMAIL', email }, record: null, matchedBy: 'EMAIL' };
}

function complete(found: CustomerRecord | null): Finding<CustomerRecord> {
  return { found, isComplete: true };
}
