import type { Instant } from '../../domain/instant.js';
import type { Order, OrderHead } from '../../domain/order.js';
import type { Product } from '../../domain/product.js';
import type { Category, ShippingMethod, ShopPaymentMethod } from '../../domain/shop.js';
import type {
  NewShopProduct,
  RowOutcome,
  ShopOrderChange,
  ShopOrderContent,
  ShopProductChange,
  ShopStatusChange,
} from '../../domain/shop-writes.js';
import type { Forgettable } from '../_shared/forgettable.js';
import type { IndexFeed } from '../_shared/index-feed.js';
import type { Loader } from '../_shared/loaders.js';
import type { NewCategory } from './create-category.js';

export interface ShopOrderQuery {
  /** Sent as names; null sends none, and an empty list finds nothing. */
  readonly statuses: readonly ('UNPAID' | 'PAID' | 'DONE')[] | null;
  /** Orders paid at or after this instant; null sends no limit. */
  readonly paidFrom: Instant | null;
}

/** What the graph reads from Quickbutik: the shop's products, orders and set-up. */
export interface QuickbutikSource extends Forgettable {
  readonly isConfigured: boolean;
  readonly orders: {
    /** The full order; one call each, since the document gives no way to ask for several. Null for an unknown one. */
    readonly byReference: Loader<string, Order | null>;
    /**
     * Says which orders will be asked for by reference: those of a list that was read in this operation, and the shop's newest, come in one
     * call where the shop allows it. Never throws; what it does not bring is one call each.
     *
     * @param newestSince when they are the shop's newest orders: the time of the oldest of them
     */
    readonly prepare: (references: readonly string[], newestSince: Instant | null) => Promise<void>;
    /** Heads of all orders that the filter leaves, newest first. Rows are not yet checked against the filter. */
    readonly list: (
      query: ShopOrderQuery,
    ) => Promise<{ readonly rows: readonly OrderHead[]; readonly isComplete: boolean }>;
  };
  readonly products: {
    /** Full products, fifty ids in one call. */
    readonly byExternalId: Loader<string, Product | null>;
    /** All that carry exactly this sku, on the product or on a variant. */
    readonly bySku: Loader<string, { readonly products: readonly Product[]; readonly isComplete: boolean }>;
    /** The newest fifty, simplified. Incomplete when the shop may have more. One call per operation. */
    readonly newest: () => Promise<{ readonly rows: readonly Product[]; readonly isComplete: boolean }>;
  };
  readonly categories: {
    readonly all: () => Promise<readonly Category[]>;
    readonly byExternalId: Loader<string, Category | null>;
  };
  readonly shippingMethods: {
    readonly all: () => Promise<readonly ShippingMethod[]>;
    readonly byExternalId: Loader<string, ShippingMethod | null>;
  };
  readonly paymentMethods: {
    readonly all: () => Promise<readonly ShopPaymentMethod[]>;
    readonly byExternalId: Loader<string, ShopPaymentMethod | null>;
  };
  /** What the directory can take in: the orders. */
  readonly feeds: readonly IndexFeed[];
  /**
   * Writes: sent once each; PROVIDER_OUTCOME_UNKNOWN when one may have happened. A write of many gives an outcome per row, in their
   * order, with the record as it is afterwards; it throws when nothing is known of any row, or when the shop refused the whole call.
   */
  readonly writes: {
    readonly createCategory: (category: NewCategory) => Promise<Category>;
    readonly createProducts: (products: readonly NewShopProduct[]) => Promise<RowOutcome<Product>[]>;
    /** Reads back; null when it cannot be told. */
    readonly findCreatedProducts: (
      products: readonly NewShopProduct[],
      claimedAtMs: number,
    ) => Promise<RowOutcome<Product>[] | null>;
    readonly updateProducts: (changes: readonly ShopProductChange[]) => Promise<RowOutcome<Product>[]>;
    readonly createOrders: (orders: readonly ShopOrderContent[]) => Promise<RowOutcome<OrderHead>[]>;
    /** Reads back; null when it cannot be told. */
    readonly findCreatedOrders: (
      orders: readonly ShopOrderContent[],
      claimedAtMs: number,
    ) => Promise<RowOutcome<OrderHead>[] | null>;
    readonly updateOrders: (changes: readonly ShopOrderChange[]) => Promise<RowOutcome<OrderHead>[]>;
    readonly setOrderStatus: (changes: readonly ShopStatusChange[]) => Promise<RowOutcome<OrderHead>[]>;
  };
}
