import type { Secret } from '../../config/secret.js';
import type { CustomerRecord } from '../../domain/customer.js';
import type { Page, PageRequest } from '../../domain/page.js';
import type { Product } from '../../domain/product.js';
import type {
  PaymentMethod,
  ProcessingCycle,
  ScheduledOrder,
  ScheduledOrderStatus,
} from '../../domain/scheduled-order.js';
import type { Forgettable } from '../_shared/forgettable.js';
import type { IndexFeed } from '../_shared/index-feed.js';
import type { Loader } from '../_shared/loaders.js';
import type { ChangedOrder, ChangeOutcome, ScheduledOrderChange } from './change-scheduled-order.js';
import type { NewScheduledOrder } from './create-scheduled-order.js';
import type { NewCustomer } from './customer-body.js';
import type { NewCard } from './payment-method-body.js';
import type { NewProduct } from './product-body.js';

export interface ScheduledOrderQuery extends PageRequest {
  /** Null for every status. */
  readonly statuses: readonly ScheduledOrderStatus[] | null;
  /** The customer's external id; null for everybody's. */
  readonly customerExternalId: string | null;
}

/** What the graph reads from and writes to QPilot: customers, their cards and scheduled orders, and the products of those. */
export interface QPilotSource extends Forgettable {
  readonly isConfigured: boolean;
  readonly customers: {
    /** By the shop's customer id; null for an unknown one. */
    readonly byExternalId: Loader<string, CustomerRecord | null>;
    /** By normalized e-mail; several when two customers share it. */
    readonly byEmail: Loader<string, readonly CustomerRecord[]>;
    /** All customers, or those QPilot finds for a search text. */
    readonly list: (query: PageRequest & { readonly search: string | null }) => Promise<Page<CustomerRecord>>;
  };
  readonly paymentMethods: {
    readonly byExternalId: Loader<string, PaymentMethod | null>;
    readonly byCustomer: Loader<string, readonly PaymentMethod[]>;
  };
  readonly scheduledOrders: {
    readonly byExternalId: Loader<string, ScheduledOrder | null>;
    readonly byCustomer: Loader<string, readonly ScheduledOrder[]>;
    readonly list: (query: ScheduledOrderQuery) => Promise<Page<ScheduledOrder>>;
    /** The newest runs first; null when this QPilot account does not offer them. */
    readonly cycles: Loader<string, readonly ProcessingCycle[] | null>;
  };
  readonly products: {
    /** By the shop's product id, many in one call. */
    readonly byExternalId: Loader<string, Product | null>;
    readonly bySku: Loader<string, readonly Product[]>;
    readonly list: (query: PageRequest) => Promise<Page<Product>>;
  };
  /** Customers and scheduled orders, for the directory. */
  readonly feeds: readonly IndexFeed[];
  /** By the shop's customer id: a token limited to that customer, to be handed to nobody else and never logged. */
  readonly customerToken: Loader<string, Secret>;
  /**
   * Writes: sent once each. UpstreamRejection when QPilot refused, PROVIDER_OUTCOME_UNKNOWN when one may have happened; every other
   * error means that it has not.
   */
  readonly writes: {
    readonly createCustomer: (customer: NewCustomer) => Promise<CustomerRecord>;
    readonly addPaymentMethod: (method: {
      readonly customerExternalId: string;
      readonly card: NewCard;
    }) => Promise<PaymentMethod>;
    readonly createProduct: (product: NewProduct) => Promise<Product>;
    readonly createScheduledOrder: (order: NewScheduledOrder) => Promise<ScheduledOrder>;
    readonly changeScheduledOrder: (change: {
      /** The customer as whom it is sent, who may change their own orders alone (guide, customer scope); without it the merchant. */
      readonly onBehalfOf?: string | null;
      readonly id: string;
      readonly change: ScheduledOrderChange;
    }) => Promise<ChangeOutcome>;
  };
  /** What a write has left behind, compared field by field and read anew; null when QPilot does not show that it happened. */
  readonly written: {
    readonly customer: (customer: NewCustomer) => Promise<CustomerRecord | null>;
    readonly product: (product: NewProduct) => Promise<Product | null>;
    /** Found by its reference: null for one sent without. */
    readonly scheduledOrder: (order: NewScheduledOrder) => Promise<ScheduledOrder | null>;
    /** The order with those of the changes it shows; null when there is no such order. */
    readonly changes: (changed: {
      readonly id: string;
      readonly changes: readonly ScheduledOrderChange[];
    }) => Promise<ChangedOrder | null>;
  };
}
