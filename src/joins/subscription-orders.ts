import type { Datasources } from '../datasources/providers.js';
import { normalizeEmail } from '../domain/join-keys.js';
import type { Order } from '../domain/order.js';
import type { PaymentMethod, ScheduledOrder } from '../domain/scheduled-order.js';
import { RequestError } from '../errors/request-error.js';
import type { Customer } from './customer.js';
import { customerOf } from './customer.js';
import type { CustomerProfile } from './customer-profile.js';
import type { OrderLookup } from './order-lookup.js';

/** What a subscription is tied to: its customer, its card, and the orders the shop made for its runs. */
export class SubscriptionOrders {
  readonly #sources: Pick<Datasources, 'qpilot' | 'quickbutik'>;
  readonly #orders: OrderLookup;
  readonly #profile: CustomerProfile;

  constructor(sources: Pick<Datasources, 'qpilot' | 'quickbutik'>, orders: OrderLookup, profile: CustomerProfile) {
    this.#sources = sources;
    this.#orders = orders;
    this.#profile = profile;
  }

  /** Who gets it; null when QPilot does not know its customer (any more). */
  async customer({ customer, customerExternalId }: ScheduledOrder): Promise<Customer | null> {
    if (customerExternalId === null) return null;
    const record = customer ?? (await this.#sources.qpilot.customers.byExternalId.load(customerExternalId));
    return record === null ? null : customerOf(record);
  }

  /** The card: from the customer's cards, one call for all subscriptions of a customer, else by its own id. */
  async paymentMethod(order: ScheduledOrder): Promise<PaymentMethod | null> {
    const { paymentMethodExternalId: id, customerExternalId } = order;
    if (order.paymentMethod !== null || id === null) return order.paymentMethod;
    const { byCustomer, byExternalId } = this.#sources.qpilot.paymentMethods;
    const cards = customerExternalId === null ? [] : await byCustomer.load(customerExternalId);
    return cards.find(({ externalId }) => externalId === id) ?? byExternalId.load(id);
  }

  /** The ids of the orders its runs made, newest run first; null when QPilot does not offer them. */
  async orderIds({ externalId }: ScheduledOrder): Promise<readonly string[] | null> {
    const cycles = await this.#sources.qpilot.scheduledOrders.cycles.load(externalId);
    return cycles === null ? null : [...new Set(cycles.flatMap(({ orderExternalId }) => orderExternalId ?? []))];
  }

  /** The shop's order behind an id that a run names; null when the shop has none such. */
  order(externalId: string): Promise<Order | null> {
    return this.#orders.byExternalId('QUICKBUTIK', externalId);
  }

  /**
   * Whether an order that a run names may be the subscription's. QPilot can be connected to another shop, whose order numbers are this
   * one's too: an order that names somebody else than the subscription's customer is a stranger's.
   *
   * @throws UpstreamError when QPilot cannot say who the customer is
   */
  async isOf({ shopper }: Order, scheduledOrder: ScheduledOrder): Promise<boolean> {
    const email = normalizeEmail(shopper?.email);
    const customer = email === null ? null : await this.customer(scheduledOrder);
    return customer?.key.kind !== 'EMAIL' || customer.key.email === email;
  }

  /**
   * The subscription that made an order: among those of its customer the one whose runs name it.
   *
   * @throws RequestError AMBIGUOUS when two of them name it.
   */
  async ofOrder(order: Order): Promise<ScheduledOrder | null> {
    const customer = this.#profile.ofOrder(order);
    if (customer === null || order.provider !== 'QUICKBUTIK') return null;
    const candidates = await this.#profile.scheduledOrders(customer);
    const named = await Promise.all(
      candidates.map(async (candidate) => (await this.orderIds(candidate))?.includes(order.externalId) ?? false),
    );
    const found = candidates.filter((_, index) => named[index]);
    if (found.length > 1) throw new RequestError('AMBIGUOUS', 'Several subscriptions name this order as theirs.');
    return found[0] ?? null;
  }
}
