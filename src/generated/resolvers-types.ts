import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Category as CategoryParent, ShippingMethod as ShippingMethodParent, ShopPaymentMethod as ShopPaymentMethodParent } from '../domain/shop.js';
import type { CommerceRecord as CommerceCustomerParent, CommerceLink as CommerceLinkParent, CommerceRecord as CommerceLocationParent, CommerceRecord as CommerceOrderParent, CommerceRecord as CommerceProductParent, CommerceProviderState as CommerceProviderStateParent } from '../domain/commerce.js';
import type { CommerceDataParent } from '../resolvers/CommerceData.js';
import type { Customer as CustomerParent } from '../joins/customer.js';
import type { OrderHead as OrderParent } from '../domain/order.js';
import type { ChangeEvent as OrderChangeParent, ChangeEvent as ScheduledOrderChangeParent, ChangeEvent as ShipmentChangeParent } from '../events/change-events.js';
import type { OrderLineParent } from '../resolvers/OrderLine.js';
import type { PaymentMethod as PaymentMethodParent, ScheduledOrder as ScheduledOrderParent, ScheduledOrderItem as ScheduledOrderItemParent } from '../domain/scheduled-order.js';
import type { Product as ProductParent } from '../domain/product.js';
import type { ProviderStateParent } from '../resolvers/ProviderState.js';
import type { PushOrderResultParent } from '../resolvers/PushOrderResult.js';
import type { PushShipmentResultParent } from '../resolvers/PushShipmentResult.js';
import type { Shipment as ShipmentParent } from '../domain/shipment.js';
import type { GatewayContext } from '../context/gateway-context.js';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A calendar date without a time zone, `YYYY-MM-DD`. */
  Date: { input: string; output: string; }
  /**
   * An instant as RFC 3339. Answers are in UTC (`2020-01-01T11:01:45Z`), with the provider's time zone already applied;
   * arguments may carry any offset but must carry one.
   */
  DateTime: { input: string; output: string; }
  /** An exact decimal number as a string, such as `"79.80"`. Never a floating-point number. */
  Decimal: { input: string; output: string; }
  /** A length of time: a number with `ms`, `s` or `m`, such as `5s`, or an ISO 8601 duration in seconds or minutes, such as `PT5S`. */
  Duration: { input: number; output: number; }
  /** Any JSON value, passed through as the provider sent it. */
  JSON: { input: unknown; output: unknown; }
};

/** Who may ask for a field. A caller who may do more may do this too. */
export type AccessScope =
  /** Everybody the catalog is shown to: known callers, and those without credentials where the catalog is public. */
  | 'ANYONE'
  /** A shopper, for what is their own, and the merchant. */
  | 'CUSTOMER'
  /** The merchant alone. */
  | 'MERCHANT';

/** A card or account to save for a customer of QPilot. The gateway's tokens are sent on and never shown or stored. */
export type AddPaymentMethodInput = {
  /** Whose it is: the global id, or QPilot's own, which is the shop's. */
  customerId: Scalars['ID']['input'];
  /** What the shop or shopper calls it. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** When the card ends, as MMYY. */
  expiresOn?: InputMaybe<Scalars['String']['input']>;
  /** The gateway's token of the customer. */
  gatewayCustomerId: Scalars['String']['input'];
  /** The gateway's token of the card or account. */
  gatewayPaymentId: Scalars['String']['input'];
  /** Makes the write happen once; send it with every write. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Whether it is used where no other is chosen. */
  isDefault?: InputMaybe<Scalars['Boolean']['input']>;
  /** Last four digits of the card, no more. */
  lastFourDigits?: InputMaybe<Scalars['String']['input']>;
  /** The gateway; UNKNOWN cannot be sent. */
  type: PaymentMethodType;
};

/** What became of a card or account. */
export type AddPaymentMethodPayload = {
  __typename?: 'AddPaymentMethodPayload';
  /** The card or account; null when there are `userErrors`. */
  paymentMethod?: Maybe<PaymentMethod>;
  /** What is wrong with the input. */
  userErrors: Array<UserError>;
};

/** A postal address as far as its record gives it. */
export type Address = {
  __typename?: 'Address';
  /** City. */
  city?: Maybe<Scalars['String']['output']>;
  /** The company. */
  company?: Maybe<Scalars['String']['output']>;
  /** ISO 3166-1 alpha-2 code, from a code or from a country's Swedish, Italian or English name. Null when unknown. */
  countryCode?: Maybe<Scalars['String']['output']>;
  /** Street lines. */
  lines: Array<Scalars['String']['output']>;
  /** The person. */
  name?: Maybe<Scalars['String']['output']>;
  /** Postal code, as written: it may hold blanks and leading zeros. */
  postalCode?: Maybe<Scalars['String']['output']>;
  /** State, province or region, as written. */
  region?: Maybe<Scalars['String']['output']>;
};

/** Where and to whom, as a write takes it. A provider that has no place for a given part says so in `userErrors`. */
export type AddressInput = {
  /** Town. */
  city?: InputMaybe<Scalars['String']['input']>;
  /** The company. */
  company?: InputMaybe<Scalars['String']['input']>;
  /** ISO 3166-1 alpha-2 */
  countryCode?: InputMaybe<Scalars['String']['input']>;
  /** E-mail address. */
  email?: InputMaybe<Scalars['String']['input']>;
  /** First name, where the name is given in parts. */
  firstName?: InputMaybe<Scalars['String']['input']>;
  /** Last name, where the name is given in parts. */
  lastName?: InputMaybe<Scalars['String']['input']>;
  /** Street lines */
  lines?: InputMaybe<Array<Scalars['String']['input']>>;
  /** The name of the person, as one text. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Phone number. */
  phone?: InputMaybe<Scalars['String']['input']>;
  /** Postal code. */
  postalCode?: InputMaybe<Scalars['String']['input']>;
  /** State, province or region, as people there write it. */
  region?: InputMaybe<Scalars['String']['input']>;
};

/** Who may store an answer. */
export type CacheControlScope =
  /** The caller alone. */
  | 'PRIVATE'
  /** Everybody on the way, such as a content delivery network. */
  | 'PUBLIC';

/** A category of the shop. */
export type Category = Node & {
  __typename?: 'Category';
  /** The shop's own id. */
  externalId: Scalars['String']['output'];
  /** The global id. */
  id: Scalars['ID']['output'];
  /** What it is called. */
  name: Scalars['String']['output'];
  /** The category above; null at the top. */
  parent?: Maybe<Category>;
  /** Names from the top down, as the shop prints them: `Herr > Skor > Sulor`. */
  path?: Maybe<Scalars['String']['output']>;
  /** Its address in the shop. */
  url?: Maybe<Scalars['String']['output']>;
};

/** What has happened to a thing. */
export type ChangeKind =
  /** It is new. */
  | 'CREATED'
  /** Its provider has it no more. */
  | 'DELETED'
  /** It is different from what it was. */
  | 'UPDATED';

/** How calls are held back. */
export type CircuitState =
  /** A few are let through to try: one, then up to three at once while they are answered. */
  | 'HALF_OPEN'
  /** None is let through. */
  | 'OPEN';

/** The app's credentials at the commerce platform. They are passed on and kept nowhere. */
export type CommerceCredentialsInput = {
  /** The app's client id; the platform calls it API key. */
  clientId: Scalars['String']['input'];
  /** The app's client secret; the platform calls it API secret key. */
  clientSecret: Scalars['String']['input'];
};

/** A customer of the platform. */
export type CommerceCustomer = Node & {
  __typename?: 'CommerceCustomer';
  /** The same person over all providers, by e-mail. Null for a record without one. */
  customer?: Maybe<Customer>;
  /** E-mail, as written. */
  email?: Maybe<Scalars['String']['output']>;
  /** The record's own id; a digest of its content where it has none. */
  externalId: Scalars['String']['output'];
  /** The global id. */
  id: Scalars['ID']['output'];
  /** Full name. */
  name?: Maybe<Scalars['String']['output']>;
  /** The record as the aggregator sent it. Its fields are not documented and may change. */
  raw: Scalars['JSON']['output'];
};

/** A page of platform customers. */
export type CommerceCustomerConnection = {
  __typename?: 'CommerceCustomerConnection';
  /** Rows with their cursors. */
  edges: Array<CommerceCustomerEdge>;
  /** The rows. */
  nodes: Array<CommerceCustomer>;
  /** Where the page lies. */
  pageInfo: PageInfo;
};

/** A row of such a page. */
export type CommerceCustomerEdge = {
  __typename?: 'CommerceCustomerEdge';
  /** The place to go on behind. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: CommerceCustomer;
};

/** The merchant's commerce platform data, as the aggregator held them at its last synchronization: a snapshot, not live. */
export type CommerceData = {
  __typename?: 'CommerceData';
  /** Customers of the platform. */
  customers?: Maybe<CommerceCustomerConnection>;
  /** The latest synchronization of each kind of data. */
  latestSyncs?: Maybe<Array<CommerceSync>>;
  /** Connections between the merchant and commerce platforms. */
  links?: Maybe<Array<CommerceLink>>;
  /** Places goods are sold or sent from. */
  locations?: Maybe<CommerceLocationConnection>;
  /** Orders of the platform. */
  orders?: Maybe<CommerceOrderConnection>;
  /** Products of the platform. */
  products?: Maybe<CommerceProductConnection>;
  /** How the aggregator is set up for a platform. Null when it does not know the platform. */
  provider?: Maybe<CommerceProviderState>;
};


/** The merchant's commerce platform data, as the aggregator held them at its last synchronization: a snapshot, not live. */
export type CommerceDataCustomersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** The merchant's commerce platform data, as the aggregator held them at its last synchronization: a snapshot, not live. */
export type CommerceDataLocationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** The merchant's commerce platform data, as the aggregator held them at its last synchronization: a snapshot, not live. */
export type CommerceDataOrdersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** The merchant's commerce platform data, as the aggregator held them at its last synchronization: a snapshot, not live. */
export type CommerceDataProductsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** The merchant's commerce platform data, as the aggregator held them at its last synchronization: a snapshot, not live. */
export type CommerceDataProviderArgs = {
  name?: InputMaybe<CommerceProvider>;
};

/** Kinds of commerce data. */
export type CommerceDataType =
  /** Customers. */
  | 'CUSTOMER'
  /** Places. */
  | 'LOCATION'
  /** Orders. */
  | 'ORDER'
  /** Products. */
  | 'PRODUCT'
  /** One this schema does not know; see the raw word beside it. */
  | 'UNKNOWN';

/** A connection between the merchant and a commerce platform. */
export type CommerceLink = Node & {
  __typename?: 'CommerceLink';
  /** The aggregator's own id. */
  externalId: Scalars['String']['output'];
  /** The global id. */
  id: Scalars['ID']['output'];
  /** The platform. */
  provider: CommerceProvider;
  /** The platform in the aggregator's word. */
  rawProvider?: Maybe<Scalars['String']['output']>;
  /** Where the merchant goes on to give consent; null when there is nothing to do. */
  redirectUrl?: Maybe<Scalars['String']['output']>;
  /** How the connection stands, in the aggregator's word: `CONNECTED` when data can be synchronized. */
  status?: Maybe<Scalars['String']['output']>;
};

/** A place goods are sold or sent from. */
export type CommerceLocation = Node & {
  __typename?: 'CommerceLocation';
  /** The record's own id; a digest of its content where it has none. */
  externalId: Scalars['String']['output'];
  /** The global id. */
  id: Scalars['ID']['output'];
  /** What it is called. */
  name?: Maybe<Scalars['String']['output']>;
  /** The record as the aggregator sent it. Its fields are not documented and may change. */
  raw: Scalars['JSON']['output'];
};

/** A page of places. */
export type CommerceLocationConnection = {
  __typename?: 'CommerceLocationConnection';
  /** Rows with their cursors. */
  edges: Array<CommerceLocationEdge>;
  /** The rows. */
  nodes: Array<CommerceLocation>;
  /** Where the page lies. */
  pageInfo: PageInfo;
};

/** A row of such a page. */
export type CommerceLocationEdge = {
  __typename?: 'CommerceLocationEdge';
  /** The place to go on behind. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: CommerceLocation;
};

/** An order of the platform. */
export type CommerceOrder = Node & {
  __typename?: 'CommerceOrder';
  /** When it was placed. */
  createdAt?: Maybe<Scalars['DateTime']['output']>;
  /** E-mail of the buyer, as written. */
  email?: Maybe<Scalars['String']['output']>;
  /** The record's own id; a digest of its content where it has none. */
  externalId: Scalars['String']['output'];
  /** The global id. */
  id: Scalars['ID']['output'];
  /** The same order in the shop, by order number. Null when the shop has none of that number. */
  order?: Maybe<Order>;
  /** The platform's order number, as written, often with a leading `#`. */
  orderNumber?: Maybe<Scalars['String']['output']>;
  /** The record as the aggregator sent it. Its fields are not documented and may change. */
  raw: Scalars['JSON']['output'];
  /** What it costs, as stated. */
  total?: Maybe<Money>;
};

/** A page of platform orders. */
export type CommerceOrderConnection = {
  __typename?: 'CommerceOrderConnection';
  /** Rows with their cursors. */
  edges: Array<CommerceOrderEdge>;
  /** The rows. */
  nodes: Array<CommerceOrder>;
  /** Where the page lies. */
  pageInfo: PageInfo;
};

/** A row of such a page. */
export type CommerceOrderEdge = {
  __typename?: 'CommerceOrderEdge';
  /** The place to go on behind. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: CommerceOrder;
};

/** A product of the platform. */
export type CommerceProduct = Node & {
  __typename?: 'CommerceProduct';
  /** The record's own id; a digest of its content where it has none. */
  externalId: Scalars['String']['output'];
  /** Global trade item number of 14 digits; null when the text is none. */
  gtin?: Maybe<Scalars['String']['output']>;
  /** The global id. */
  id: Scalars['ID']['output'];
  /** The same product in the shop or at QPilot, by sku. Null when there is none or the sku is repeated. */
  product?: Maybe<Product>;
  /** The record as the aggregator sent it. Its fields are not documented and may change. */
  raw: Scalars['JSON']['output'];
  /** Stock-keeping unit; null when its variants have several. */
  sku?: Maybe<Scalars['String']['output']>;
  /** What it is called. */
  title?: Maybe<Scalars['String']['output']>;
};

/** A page of platform products. */
export type CommerceProductConnection = {
  __typename?: 'CommerceProductConnection';
  /** Rows with their cursors. */
  edges: Array<CommerceProductEdge>;
  /** The rows. */
  nodes: Array<CommerceProduct>;
  /** Where the page lies. */
  pageInfo: PageInfo;
};

/** A row of such a page. */
export type CommerceProductEdge = {
  __typename?: 'CommerceProductEdge';
  /** The place to go on behind. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: CommerceProduct;
};

/** Commerce platforms the aggregator reads. */
export type CommerceProvider =
  /** Shopify. */
  | 'SHOPIFY'
  /** One this schema does not know; see the raw word beside it. */
  | 'UNKNOWN';

/** How the aggregator is set up for a platform. */
export type CommerceProviderState = {
  __typename?: 'CommerceProviderState';
  /** Whether new users are connected without being asked. */
  autoConnect?: Maybe<Scalars['Boolean']['output']>;
  /** Whether the aggregator offers it at the moment. */
  available?: Maybe<Scalars['Boolean']['output']>;
  /** Whether it is switched on. */
  enabled?: Maybe<Scalars['Boolean']['output']>;
  /** The platform. */
  name: CommerceProvider;
};

/** One synchronization of one kind of data. */
export type CommerceSync = {
  __typename?: 'CommerceSync';
  /** When it ended; null while it runs. The data are as of this instant. */
  completedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What was synchronized. */
  dataType: CommerceDataType;
  /** The kind in the aggregator's word. */
  rawDataType?: Maybe<Scalars['String']['output']>;
  /** When it was asked for. */
  requestedAt?: Maybe<Scalars['DateTime']['output']>;
  /** How it went, in the aggregator's word: QUEUED, FETCHING, SUCCESS, AUTH_ERROR, FETCH_ERROR, INTERNAL_ERROR. */
  status?: Maybe<Scalars['String']['output']>;
};

/** How the aggregator is to be set up for a platform. What is left out stays as it is. */
export type ConfigureCommerceProviderInput = {
  /** Whether new users are connected without being asked. */
  autoConnect?: InputMaybe<Scalars['Boolean']['input']>;
  /** The app's credentials at the platform. */
  credentials?: InputMaybe<CommerceCredentialsInput>;
  /** Whether it is switched on. */
  enabled?: InputMaybe<Scalars['Boolean']['input']>;
  /** Makes the write happen once; send it with every write. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The platform. */
  provider: CommerceProvider;
};

/** What became of a set-up. */
export type ConfigureCommerceProviderPayload = {
  __typename?: 'ConfigureCommerceProviderPayload';
  /** How the platform is set up now; null when nothing was sent or when it could not be read. */
  provider?: Maybe<CommerceProviderState>;
  /** What is wrong, and what took effect before it. */
  userErrors: Array<UserError>;
};

/** A connection to ask for. */
export type ConnectCommerceDataInput = {
  /** Kinds of data to read, each once. */
  dataTypes: Array<CommerceDataType>;
  /** Makes the write happen once; send it with every write. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The platform. */
  provider: CommerceProvider;
};

/** What became of a connection that was asked for. */
export type ConnectCommerceDataPayload = {
  __typename?: 'ConnectCommerceDataPayload';
  /** The connection, also where there was one already; null when there are `userErrors` or when it could not be read. */
  link?: Maybe<CommerceLink>;
  /** Why there is none. */
  userErrors: Array<UserError>;
};

/** A carrier the parcel service supports. */
export type Courier = {
  __typename?: 'Courier';
  /** The code to register parcels with. */
  code: Scalars['String']['output'];
  /** Country or region in the provider's words: a two-letter code, `eu` or `global`. */
  country?: Maybe<Scalars['String']['output']>;
  /** The name for people. */
  name: Scalars['String']['output'];
};

/** How much of one provider's rows a merged or scanned list could see at this moment. */
export type Coverage = {
  __typename?: 'Coverage';
  /**
   * Whether every row of the provider that belongs to the list was in reach. False after a failure, and where the provider
   * shows a window only or the search was bounded.
   */
  complete: Scalars['Boolean']['output'];
  /** How many seconds the list lags behind the provider: 0 when it was read live. */
  lagSeconds?: Maybe<Scalars['Int']['output']>;
  /** The provider the statement is about. */
  provider: Provider;
  /** When incomplete: the list is complete for rows since this instant. Null when unknown. */
  since?: Maybe<Scalars['DateTime']['output']>;
  /** When the provider was last read for this list. Null when it could not be read. */
  updatedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** A new category of the shop. */
export type CreateCategoryInput = {
  /** Makes the write happen once; send it with every write. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What it is called. */
  name: Scalars['String']['input'];
  /** The category above: the global id, or the shop's own. Without it the new one stands at the top. */
  parentId?: InputMaybe<Scalars['ID']['input']>;
};

/** What became of a new category. */
export type CreateCategoryPayload = {
  __typename?: 'CreateCategoryPayload';
  /** The category; null when there are `userErrors`. */
  category?: Maybe<Category>;
  /** What is wrong with the input. */
  userErrors: Array<UserError>;
};

/** A new customer of QPilot. */
export type CreateCustomerInput = {
  /** Where bills go, in the same form. */
  billingAddress?: InputMaybe<AddressInput>;
  /** E-mail address; QPilot keeps one for a customer, so one inside an address must be the same. */
  email: Scalars['String']['input'];
  /** The shop's customer id, which is QPilot's too. What becomes of one that is taken is QPilot's choice. */
  externalId: Scalars['String']['input'];
  /** Given name. */
  firstName?: InputMaybe<Scalars['String']['input']>;
  /** Makes the write happen once; send it with every write. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Family name. */
  lastName?: InputMaybe<Scalars['String']['input']>;
  /** Cards to save in the same call; at most 20. */
  paymentMethods?: InputMaybe<Array<PaymentMethodInput>>;
  /** Phone number; QPilot keeps one for a customer. Without it that of an address is taken. */
  phone?: InputMaybe<Scalars['String']['input']>;
  /** Where parcels go: at most two street lines. A `name` alone is cut at its last blank. Its company becomes the customer's. */
  shippingAddress?: InputMaybe<AddressInput>;
};

/** What became of a new customer. */
export type CreateCustomerPayload = {
  __typename?: 'CreateCustomerPayload';
  /** The customer; null when there are `userErrors`. */
  customer?: Maybe<Customer>;
  /** What is wrong with the input. */
  userErrors: Array<UserError>;
};

/** An invoice to issue. */
export type CreateInvoiceInput = {
  /** Logins of partners, the first one of the first level. */
  affiliates?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Whether the order is confirmed. */
  confirmed?: InputMaybe<Scalars['Boolean']['input']>;
  /** The provider's id of the coupon. */
  couponId?: InputMaybe<Scalars['ID']['input']>;
  /** When it was placed; now when left out. */
  createdAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Who gets it. */
  customer: InvoiceCustomerInput;
  /** Makes the write happen once; send it with every write. It becomes the invoice's reference. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** A note on the invoice. Nothing is added to it. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** When it was paid. */
  paidAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** How it is to be paid. */
  paymentMethod?: InputMaybe<InvoicePaymentMethod>;
  /** By position; may be shorter than productIds */
  prices?: InputMaybe<Array<Scalars['Decimal']['input']>>;
  /** The provider's own ids of the products, at least one; an id given twice is two pieces. */
  productIds: Array<Scalars['ID']['input']>;
  /** The provider's id of the member of staff in charge. */
  salesManagerId?: InputMaybe<Scalars['ID']['input']>;
  /** How far it is. */
  status?: InputMaybe<InvoiceStatus>;
  /** The one tag of the order. Nothing is added to it. */
  tag?: InputMaybe<Scalars['String']['input']>;
  /** Marks of the campaign it came from. */
  utm?: InputMaybe<UtmInput>;
};

/** What became of an invoice. */
export type CreateInvoicePayload = {
  __typename?: 'CreateInvoicePayload';
  /** Whether the provider issued it. */
  accepted: Scalars['Boolean']['output'];
  /**
   * Names the invoice in this gateway: the idempotency key, else a generated id. The provider gives no id and does not know this one.
   * Once accepted, `order(by: { reference })` shows the invoice as it was issued; that is all that is known of it.
   */
  reference: Scalars['String']['output'];
  /** Why it was not issued. */
  userErrors: Array<UserError>;
};

/** A new order of the shop. It is unpaid at first. */
export type CreateOrderInput = {
  /** Who buys. */
  customer: OrderCustomerInput;
  /** An amount off, in the shop's currency. */
  discount?: InputMaybe<Scalars['Decimal']['input']>;
  /** How it was paid outside the shop. */
  payment?: InputMaybe<OrderPaymentInput>;
  /** What is bought, at least one product. */
  products: Array<OrderProductInput>;
  /** How it is shipped. */
  shipping?: InputMaybe<OrderShippingInput>;
};

/** What became of one new order. */
export type CreateOrderResult = {
  __typename?: 'CreateOrderResult';
  /** Where the buyer pays, when the payment was left out. Null when the shop gives none, and when the order was found again after a lost answer. */
  checkoutUrl?: Maybe<Scalars['String']['output']>;
  /** Its place in the input, from 0. */
  index: Scalars['Int']['output'];
  /** The order. Null when it was not made. */
  order?: Maybe<Order>;
  /** Why it was not made. When it is not known whether it was, `errors` says so at this place. */
  userErrors: Array<UserError>;
};

/** Orders to make. */
export type CreateOrdersInput = {
  /** Makes the write happen once; send it with every write. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The orders, at most 100. */
  orders: Array<CreateOrderInput>;
};

/** What became of orders to make. */
export type CreateOrdersPayload = {
  __typename?: 'CreateOrdersPayload';
  /** One result for each order. When one has a problem in the input, none is sent. */
  results: Array<CreateOrderResult>;
  /** What is wrong with the input as a whole. */
  userErrors: Array<UserError>;
};

/** Products to make. */
export type CreateProductsInput = {
  /** Makes the write happen once; send it with every write. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The products, at most 100. */
  products: Array<ShopProductInput>;
};

/** What became of products to make. */
export type CreateProductsPayload = {
  __typename?: 'CreateProductsPayload';
  /** One result for each product. When one has a problem in the input, none is sent. */
  results: Array<ShopProductResult>;
  /** What is wrong with the input as a whole. */
  userErrors: Array<UserError>;
};

/** A new subscription. */
export type CreateScheduledOrderInput = {
  /** Who gets it: the global id, or QPilot's own, which is the shop's. */
  customerId: Scalars['ID']['input'];
  /** How often it runs. */
  frequency: FrequencyInput;
  /** Makes the write happen once; send it with every write. QPilot keeps it as the order's `originalExternalId`, to find it again. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What is sent; at least one, at most 100. */
  items: Array<ScheduledOrderItemInput>;
  /** When it runs first. Without it QPilot counts from now. */
  nextOccurrenceAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Free text on the subscription. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** The card or account it is charged to: the global id, or QPilot's number. Without it the customer's default one. */
  paymentMethodId?: InputMaybe<Scalars['ID']['input']>;
};

/** What became of a new subscription. */
export type CreateScheduledOrderPayload = {
  __typename?: 'CreateScheduledOrderPayload';
  /** The subscription; null when there are `userErrors`. */
  scheduledOrder?: Maybe<ScheduledOrder>;
  /** What is wrong with the input. */
  userErrors: Array<UserError>;
};

/** A new product at QPilot, for subscriptions. */
export type CreateSubscriptionProductInput = {
  /** Whether it can be put into scheduled orders. */
  addToScheduledOrder?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether it can be bought; UNKNOWN cannot be sent. */
  availability?: InputMaybe<ProductAvailability>;
  /** The shop's product id, which is QPilot's too. What becomes of one that is taken is QPilot's choice. */
  externalId: Scalars['String']['input'];
  /** Global trade item number. */
  gtin?: InputMaybe<Scalars['String']['input']>;
  /** Height, in `lengthUnit`. */
  height?: InputMaybe<Scalars['Decimal']['input']>;
  /** Makes the write happen once; send it with every write. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Length, in `lengthUnit`. */
  length?: InputMaybe<Scalars['Decimal']['input']>;
  /** What the dimensions count. */
  lengthUnit?: InputMaybe<LengthUnit>;
  /** Manufacturer's part number. */
  mpn?: InputMaybe<Scalars['String']['input']>;
  /** What it costs, in the currency of the site. */
  price: Scalars['Decimal']['input'];
  /** Whether scheduled orders that hold it are run. */
  processScheduledOrder?: InputMaybe<Scalars['Boolean']['input']>;
  /** The lower price for subscribers. */
  salePrice?: InputMaybe<Scalars['Decimal']['input']>;
  /** Stock-keeping unit. */
  sku?: InputMaybe<Scalars['String']['input']>;
  /** Pieces in stock. */
  stock?: InputMaybe<Scalars['Int']['input']>;
  /** What it is called. */
  title: Scalars['String']['input'];
  /** Weight, in `weightUnit`. */
  weight?: InputMaybe<Scalars['Decimal']['input']>;
  /** What `weight` counts. */
  weightUnit?: InputMaybe<WeightUnit>;
  /** Width, in `lengthUnit`. */
  width?: InputMaybe<Scalars['Decimal']['input']>;
};

/** What became of a new product. */
export type CreateSubscriptionProductPayload = {
  __typename?: 'CreateSubscriptionProductPayload';
  /** The product; null when there are `userErrors`. */
  product?: Maybe<Product>;
  /** What is wrong with the input. */
  userErrors: Array<UserError>;
};

/** Prepaid credits of a service. */
export type Credits = {
  __typename?: 'Credits';
  /** When the service counted them. */
  at?: Maybe<Scalars['DateTime']['output']>;
  /** How many are left. */
  remaining: Scalars['Int']['output'];
};

/**
 * One shopper: all records of the merchant with the same e-mail (trimmed, lower case), over all providers. A record without an
 * e-mail is a customer of its own. Name, phone and addresses come whole from one record: QPilot's, else that of the newest
 * order, else Qapla's, else Qard's.
 */
export type Customer = Node & {
  __typename?: 'Customer';
  /** Where bills go, when it is kept apart. */
  billingAddress?: Maybe<Address>;
  /** What the aggregator holds of this person, as of its last synchronization, found by e-mail. */
  commerceCustomers?: Maybe<Array<CommerceCustomer>>;
  /** Company name; null for a private person. */
  company?: Maybe<Scalars['String']['output']>;
  /** E-mail in lower case; null for a record that has none. */
  email?: Maybe<Scalars['String']['output']>;
  /** QPilot's customer id, which is the shop's. Null when QPilot has no record, or has several. */
  externalId?: Maybe<Scalars['String']['output']>;
  /** Given name, where the record keeps it apart. */
  firstName?: Maybe<Scalars['String']['output']>;
  /** The global id. For a customer with an e-mail it is made from the e-mail, encrypted: it costs no call and shows nothing. */
  id: Scalars['ID']['output'];
  /** The records this customer is made of, and how each was found. QPilot, Qard and the orders in reach of a bounded search. */
  identities: Array<CustomerIdentity>;
  /** Family name, where the record keeps it apart. */
  lastName?: Maybe<Scalars['String']['output']>;
  /** Full name. */
  name?: Maybe<Scalars['String']['output']>;
  /** Orders over all providers, newest first, found by e-mail. See `coverage` for how much of each provider was in reach. */
  orders?: Maybe<OrderConnection>;
  /** Saved cards and accounts at QPilot; of all its records when it has several for this e-mail. */
  paymentMethods?: Maybe<Array<PaymentMethod>>;
  /** Phone number as the customer wrote it. */
  phone?: Maybe<Scalars['String']['output']>;
  /** Subscriptions at QPilot; of all its records when it has several for this e-mail. */
  scheduledOrders?: Maybe<ScheduledOrderConnection>;
  /** Parcels of this customer's orders, those of the newest order first. See `coverage` for how much of the orders was in reach. */
  shipments?: Maybe<ShipmentConnection>;
  /** Where parcels go. */
  shippingAddress?: Maybe<Address>;
};


/**
 * One shopper: all records of the merchant with the same e-mail (trimmed, lower case), over all providers. A record without an
 * e-mail is a customer of its own. Name, phone and addresses come whole from one record: QPilot's, else that of the newest
 * order, else Qapla's, else Qard's.
 */
export type CustomerOrdersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  wait?: InputMaybe<Scalars['Duration']['input']>;
};


/**
 * One shopper: all records of the merchant with the same e-mail (trimmed, lower case), over all providers. A record without an
 * e-mail is a customer of its own. Name, phone and addresses come whole from one record: QPilot's, else that of the newest
 * order, else Qapla's, else Qard's.
 */
export type CustomerScheduledOrdersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * One shopper: all records of the merchant with the same e-mail (trimmed, lower case), over all providers. A record without an
 * e-mail is a customer of its own. Name, phone and addresses come whole from one record: QPilot's, else that of the newest
 * order, else Qapla's, else Qard's.
 */
export type CustomerShipmentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  wait?: InputMaybe<Scalars['Duration']['input']>;
};

/** The customer a token is asked for. */
export type CustomerAccessTokenInput = {
  /** The global id, or QPilot's own, which is the shop's. */
  customerId: Scalars['ID']['input'];
};

/** A token for one customer. */
export type CustomerAccessTokenPayload = {
  __typename?: 'CustomerAccessTokenPayload';
  /** Lets its holder change this customer's scheduled orders at QPilot: give it to that customer and nobody else. Null when there are `userErrors`. */
  token?: Maybe<Scalars['String']['output']>;
  /** What is wrong with the input. */
  userErrors: Array<UserError>;
};

/** A page of customers. */
export type CustomerConnection = {
  __typename?: 'CustomerConnection';
  /** Rows with their cursors. */
  edges: Array<CustomerEdge>;
  /** The rows. */
  nodes: Array<Customer>;
  /** Where the page lies. */
  pageInfo: PageInfo;
};

/** A customer in a list. */
export type CustomerEdge = {
  __typename?: 'CustomerEdge';
  /** The place to go on behind. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: Customer;
};

/** One provider's record of a customer. */
export type CustomerIdentity = {
  __typename?: 'CustomerIdentity';
  /** The provider's own id of the customer. Null where it has none: a shop's order names a shopper without an id. */
  externalId?: Maybe<Scalars['String']['output']>;
  /** By which key the record was found to belong to this customer. */
  matchedBy: MatchedBy;
  /** Whose record it is. */
  provider: Provider;
};

/** Names one customer. */
export type CustomerLookup =
  /** The e-mail, in any case. */
  { email: Scalars['String']['input']; externalId?: never; id?: never; }
  |  /** QPilot's customer id, which is the shop's */
  { email?: never; externalId: Scalars['String']['input']; id?: never; }
  |  /** The global id, or QPilot's own. */
  { email?: never; externalId?: never; id: Scalars['ID']['input']; };

/** Kinds of buyers. */
export type CustomerType =
  /** A company. */
  | 'BUSINESS'
  /** A private person. */
  | 'CONSUMER';

/** A parcel to delete. */
export type DeleteShipmentInput = {
  /** Makes the write happen once; send it with every write. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The number it was registered with. */
  trackingNumber: Scalars['String']['input'];
};

/** What became of a parcel to delete. */
export type DeleteShipmentPayload = {
  __typename?: 'DeleteShipmentPayload';
  /** The number that is registered no more; null when there are `userErrors`. */
  deletedTrackingNumber?: Maybe<Scalars['String']['output']>;
  /** Why it was not deleted. */
  userErrors: Array<UserError>;
};

/** Whose personal data to forget. */
export type ForgetCustomerInput = {
  /** Exactly one key of the person. */
  by: CustomerLookup;
};

/** What became of a request to forget. */
export type ForgetCustomerPayload = {
  __typename?: 'ForgetCustomerPayload';
  /** What was removed, store by store. What the providers keep is theirs and stays. */
  removed: Array<ForgottenRecords>;
  /** What is wrong with the input. */
  userErrors: Array<UserError>;
};

/** What was removed from one of the gateway's own stores. */
export type ForgottenRecords = {
  __typename?: 'ForgottenRecords';
  /** How many records the person's data were removed from. */
  records: Scalars['Int']['output'];
  /** The store: `ledger` keeps the outcomes of writes, `records` what only this gateway knows. */
  store: Scalars['String']['output'];
};

/** How often a subscription runs. */
export type Frequency = {
  __typename?: 'Frequency';
  /** The unit in QPilot's word. */
  rawUnit?: Maybe<Scalars['String']['output']>;
  /** What `value` counts. */
  unit: FrequencyUnit;
  /** Every n days, weeks or months; 1 (Sunday) to 7 for DAY_OF_THE_WEEK; the day for DAY_OF_THE_MONTH. */
  value?: Maybe<Scalars['Int']['output']>;
};

/** How often a subscription is to run. */
export type FrequencyInput = {
  /** What `value` counts; UNKNOWN cannot be sent. */
  unit: FrequencyUnit;
  /** Every n days, weeks or months; 1 (Sunday) to 7 for DAY_OF_THE_WEEK; the day for DAY_OF_THE_MONTH */
  value: Scalars['Int']['input'];
};

/** What a frequency counts. */
export type FrequencyUnit =
  /** Every n days. */
  | 'DAYS'
  /** On a day of the month. */
  | 'DAY_OF_THE_MONTH'
  /** On a day of the week, 1 (Sunday) to 7. */
  | 'DAY_OF_THE_WEEK'
  /** Every n months. */
  | 'MONTHS'
  /** A unit this schema does not know; see `rawUnit`. */
  | 'UNKNOWN'
  /** Every n weeks. */
  | 'WEEKS';

/** Calls of one name that a service kept failing at. */
export type HeldCalls = {
  __typename?: 'HeldCalls';
  /** When the next one is let through to try, whatever comes of those under way; in the past where the next one to come is. */
  nextProbeAt: Scalars['DateTime']['output'];
  /** Name of the call, as in the log. */
  operation: Scalars['String']['output'];
  /** Since when they are held back. */
  since: Scalars['DateTime']['output'];
  /** Whether it is tried again yet. */
  state: CircuitState;
};

/** Who gets an invoice. */
export type InvoiceCustomerInput = {
  /** Where the invoice goes: at most two lines, no names and no phone. */
  billingAddress?: InputMaybe<AddressInput>;
  /** E-mail address of the contact. */
  email: Scalars['String']['input'];
  /** First name. */
  firstName?: InputMaybe<Scalars['String']['input']>;
  /** The IP address the order came from. */
  ip?: InputMaybe<Scalars['String']['input']>;
  /** Last name. */
  lastName?: InputMaybe<Scalars['String']['input']>;
  /** Middle name. */
  middleName?: InputMaybe<Scalars['String']['input']>;
  /** Phone number. */
  phone?: InputMaybe<Scalars['String']['input']>;
  /** Where goods go: at most two lines, and no names, for which the provider has no fields. */
  shippingAddress?: InputMaybe<AddressInput>;
};

/** How an invoice is to be paid. */
export type InvoicePaymentMethod =
  /** PayPal. */
  | 'PAYPAL'
  /** Stripe. */
  | 'STRIPE';

/** How far an invoice is. */
export type InvoiceStatus =
  /** Called off. */
  | 'CANCEL'
  /** Payment is expected. */
  | 'EXPECTED'
  /** Paid back. */
  | 'MONEY_BACK'
  /** Paid. */
  | 'PAID';

/** Units of length. */
export type LengthUnit =
  /** Centimeter. */
  | 'CENTIMETER'
  /** Foot. */
  | 'FOOT'
  /** Inch. */
  | 'INCH'
  /** Meter. */
  | 'METER'
  /** Millimeter. */
  | 'MILLIMETER'
  /** Yard. */
  | 'YARD';

/** The key by which two records were found to belong together. */
export type MatchedBy =
  /** Equal e-mail. */
  | 'EMAIL'
  /** Equal id, as both sides use the shop's. */
  | 'EXTERNAL_ID'
  /** Equal order number. */
  | 'ORDER_NUMBER'
  /** Equal order reference. */
  | 'REFERENCE'
  /** Equal stock-keeping unit. */
  | 'SKU';

/** An amount exactly as the provider states it. Nothing is rounded, converted or recomputed. */
export type Money = {
  __typename?: 'Money';
  /**
   * The decimal amount with at least two decimals and no further trailing zeros: `29.00`, `7.73`, `7.735`.
   * Null when the provider's text cannot be read without guessing; `raw` then shows it.
   */
  amount?: Maybe<Scalars['Decimal']['output']>;
  /** ISO 4217 code. Null unless the provider states it or the operator configured it. */
  currency?: Maybe<Scalars['String']['output']>;
  /** The text the provider sent, for example `EUR 29.` or `150,00`. */
  raw: Scalars['String']['output'];
};

/** An amount with its currency, as a write takes it. */
export type MoneyInput = {
  /** The decimal amount, such as `99.90`. */
  amount: Scalars['Decimal']['input'];
  /** ISO 4217 code, such as `EUR`. */
  currency: Scalars['String']['input'];
};

/**
 * What can be written. Each mutation takes one `input` and answers with what it changed and `userErrors`. An input is checked whole before
 * anything is sent. With an `idempotencyKey` a write happens once, however often it is asked for: the same key and input give the same
 * answer again. A write whose outcome stays unknown is PROVIDER_OUTCOME_UNKNOWN and is never sent again by itself.
 */
export type Mutation = {
  __typename?: 'Mutation';
  /** Saves a card or account for a customer of QPilot. When the answer is lost nothing can tell whether it was saved: look at the customer's `paymentMethods`. */
  addPaymentMethod?: Maybe<AddPaymentMethodPayload>;
  /** Sets up a platform for all users of the account: credentials, then `autoConnect`, then `enabled`, up to the first that fails. */
  configureCommerceProvider?: Maybe<ConfigureCommerceProviderPayload>;
  /** Asks for a connection to a platform. The merchant then goes on to its `redirectUrl` to give consent. */
  connectCommerceData?: Maybe<ConnectCommerceDataPayload>;
  /** Adds a category to the shop. */
  createCategory?: Maybe<CreateCategoryPayload>;
  /** Makes a customer at QPilot, cards included, in one call. */
  createCustomer?: Maybe<CreateCustomerPayload>;
  /** Issues an invoice in the funnel. The provider cannot be asked for it afterwards: when its answer is lost the outcome stays unknown. */
  createInvoice?: Maybe<CreateInvoicePayload>;
  /** Makes orders in the shop, each made or refused by itself. */
  createOrders?: Maybe<CreateOrdersPayload>;
  /** Adds products to the shop. */
  createProducts?: Maybe<CreateProductsPayload>;
  /** Sets up a subscription. QPilot charges the customer at each run. */
  createScheduledOrder?: Maybe<CreateScheduledOrderPayload>;
  /** Makes a product at QPilot, so that scheduled orders can hold it. */
  createSubscriptionProduct?: Maybe<CreateSubscriptionProductPayload>;
  /** Asks QPilot for a token limited to one customer. Each call makes a new one; the gateway keeps none. */
  customerAccessToken?: Maybe<CustomerAccessTokenPayload>;
  /** Deletes a parcel at the parcel service. After a lost answer it counts as done when the service has no such parcel, whoever deleted it. */
  deleteShipment?: Maybe<DeleteShipmentPayload>;
  /**
   * Removes a person's data from the gateway's own stores. The marks by which a write is known to have happened stay, so that nothing is
   * sent again.
   */
  forgetCustomer?: Maybe<ForgetCustomerPayload>;
  /** Imports orders at the parcel service, each taken or refused by itself. */
  pushOrders?: Maybe<PushOrdersPayload>;
  /** Registers parcels at the parcel service, each taken or refused by itself. */
  pushShipments?: Maybe<PushShipmentsPayload>;
  /**
   * Marks orders of the shop as paid, sent or called off, in one call. After a lost answer the outcome stays
   * unknown: an order may have had the status before, and nobody can see whether its mail went out.
   */
  setOrderStatus?: Maybe<SetOrderStatusPayload>;
  /** Starts a synchronization, which goes on for hours: ask `latestSyncs` how it goes. The connection must be `CONNECTED`. */
  syncCommerceData?: Maybe<SyncCommerceDataPayload>;
  /** Changes what orders of the shop hold, each changed or refused by itself. */
  updateOrders?: Maybe<UpdateOrdersPayload>;
  /** Changes products or variants of the shop. */
  updateProducts?: Maybe<UpdateProductsPayload>;
  /**
   * Changes a subscription, one call for each field: pausing first; then frequency, next occurrence, payment method; activating last.
   * Stops at the first that fails and says which were done before.
   */
  updateScheduledOrder?: Maybe<UpdateScheduledOrderPayload>;
};


/**
 * What can be written. Each mutation takes one `input` and answers with what it changed and `userErrors`. An input is checked whole before
 * anything is sent. With an `idempotencyKey` a write happens once, however often it is asked for: the same key and input give the same
 * answer again. A write whose outcome stays unknown is PROVIDER_OUTCOME_UNKNOWN and is never sent again by itself.
 */
export type MutationAddPaymentMethodArgs = {
  input: AddPaymentMethodInput;
};


/**
 * What can be written. Each mutation takes one `input` and answers with what it changed and `userErrors`. An input is checked whole before
 * anything is sent. With an `idempotencyKey` a write happens once, however often it is asked for: the same key and input give the same
 * answer again. A write whose outcome stays unknown is PROVIDER_OUTCOME_UNKNOWN and is never sent again by itself.
 */
export type MutationConfigureCommerceProviderArgs = {
  input: ConfigureCommerceProviderInput;
};


/**
 * What can be written. Each mutation takes one `input` and answers with what it changed and `userErrors`. An input is checked whole before
 * anything is sent. With an `idempotencyKey` a write happens once, however often it is asked for: the same key and input give the same
 * answer again. A write whose outcome stays unknown is PROVIDER_OUTCOME_UNKNOWN and is never sent again by itself.
 */
export type MutationConnectCommerceDataArgs = {
  input: ConnectCommerceDataInput;
};


/**
 * What can be written. Each mutation takes one `input` and answers with what it changed and `userErrors`. An input is checked whole before
 * anything is sent. With an `idempotencyKey` a write happens once, however often it is asked for: the same key and input give the same
 * answer again. A write whose outcome stays unknown is PROVIDER_OUTCOME_UNKNOWN and is never sent again by itself.
 */
export type MutationCreateCategoryArgs = {
  input: CreateCategoryInput;
};


/**
 * What can be written. Each mutation takes one `input` and answers with what it changed and `userErrors`. An input is checked whole before
 * anything is sent. With an `idempotencyKey` a write happens once, however often it is asked for: the same key and input give the same
 * answer again. A write whose outcome stays unknown is PROVIDER_OUTCOME_UNKNOWN and is never sent again by itself.
 */
export type MutationCreateCustomerArgs = {
  input: CreateCustomerInput;
};


/**
 * What can be written. Each mutation takes one `input` and answers with what it changed and `userErrors`. An input is checked whole before
 * anything is sent. With an `idempotencyKey` a write happens once, however often it is asked for: the same key and input give the same
 * answer again. A write whose outcome stays unknown is PROVIDER_OUTCOME_UNKNOWN and is never sent again by itself.
 */
export type MutationCreateInvoiceArgs = {
  input: CreateInvoiceInput;
};


/**
 * What can be written. Each mutation takes one `input` and answers with what it changed and `userErrors`. An input is checked whole before
 * anything is sent. With an `idempotencyKey` a write happens once, however often it is asked for: the same key and input give the same
 * answer again. A write whose outcome stays unknown is PROVIDER_OUTCOME_UNKNOWN and is never sent again by itself.
 */
export type MutationCreateOrdersArgs = {
  input: CreateOrdersInput;
};


/**
 * What can be written. Each mutation takes one `input` and answers with what it changed and `userErrors`. An input is checked whole before
 * anything is sent. With an `idempotencyKey` a write happens once, however often it is asked for: the same key and input give the same
 * answer again. A write whose outcome stays unknown is PROVIDER_OUTCOME_UNKNOWN and is never sent again by itself.
 */
export type MutationCreateProductsArgs = {
  input: CreateProductsInput;
};


/**
 * What can be written. Each mutation takes one `input` and answers with what it changed and `userErrors`. An input is checked whole before
 * anything is sent. With an `idempotencyKey` a write happens once, however often it is asked for: the same key and input give the same
 * answer again. A write whose outcome stays unknown is PROVIDER_OUTCOME_UNKNOWN and is never sent again by itself.
 */
export type MutationCreateScheduledOrderArgs = {
  input: CreateScheduledOrderInput;
};


/**
 * What can be written. Each mutation takes one `input` and answers with what it changed and `userErrors`. An input is checked whole before
 * anything is sent. With an `idempotencyKey` a write happens once, however often it is asked for: the same key and input give the same
 * answer again. A write whose outcome stays unknown is PROVIDER_OUTCOME_UNKNOWN and is never sent again by itself.
 */
export type MutationCreateSubscriptionProductArgs = {
  input: CreateSubscriptionProductInput;
};


/**
 * What can be written. Each mutation takes one `input` and answers with what it changed and `userErrors`. An input is checked whole before
 * anything is sent. With an `idempotencyKey` a write happens once, however often it is asked for: the same key and input give the same
 * answer again. A write whose outcome stays unknown is PROVIDER_OUTCOME_UNKNOWN and is never sent again by itself.
 */
export type MutationCustomerAccessTokenArgs = {
  input: CustomerAccessTokenInput;
};


/**
 * What can be written. Each mutation takes one `input` and answers with what it changed and `userErrors`. An input is checked whole before
 * anything is sent. With an `idempotencyKey` a write happens once, however often it is asked for: the same key and input give the same
 * answer again. A write whose outcome stays unknown is PROVIDER_OUTCOME_UNKNOWN and is never sent again by itself.
 */
export type MutationDeleteShipmentArgs = {
  input: DeleteShipmentInput;
};


/**
 * What can be written. Each mutation takes one `input` and answers with what it changed and `userErrors`. An input is checked whole before
 * anything is sent. With an `idempotencyKey` a write happens once, however often it is asked for: the same key and input give the same
 * answer again. A write whose outcome stays unknown is PROVIDER_OUTCOME_UNKNOWN and is never sent again by itself.
 */
export type MutationForgetCustomerArgs = {
  input: ForgetCustomerInput;
};


/**
 * What can be written. Each mutation takes one `input` and answers with what it changed and `userErrors`. An input is checked whole before
 * anything is sent. With an `idempotencyKey` a write happens once, however often it is asked for: the same key and input give the same
 * answer again. A write whose outcome stays unknown is PROVIDER_OUTCOME_UNKNOWN and is never sent again by itself.
 */
export type MutationPushOrdersArgs = {
  input: PushOrdersInput;
};


/**
 * What can be written. Each mutation takes one `input` and answers with what it changed and `userErrors`. An input is checked whole before
 * anything is sent. With an `idempotencyKey` a write happens once, however often it is asked for: the same key and input give the same
 * answer again. A write whose outcome stays unknown is PROVIDER_OUTCOME_UNKNOWN and is never sent again by itself.
 */
export type MutationPushShipmentsArgs = {
  input: PushShipmentsInput;
};


/**
 * What can be written. Each mutation takes one `input` and answers with what it changed and `userErrors`. An input is checked whole before
 * anything is sent. With an `idempotencyKey` a write happens once, however often it is asked for: the same key and input give the same
 * answer again. A write whose outcome stays unknown is PROVIDER_OUTCOME_UNKNOWN and is never sent again by itself.
 */
export type MutationSetOrderStatusArgs = {
  input: SetOrderStatusInput;
};


/**
 * What can be written. Each mutation takes one `input` and answers with what it changed and `userErrors`. An input is checked whole before
 * anything is sent. With an `idempotencyKey` a write happens once, however often it is asked for: the same key and input give the same
 * answer again. A write whose outcome stays unknown is PROVIDER_OUTCOME_UNKNOWN and is never sent again by itself.
 */
export type MutationSyncCommerceDataArgs = {
  input: SyncCommerceDataInput;
};


/**
 * What can be written. Each mutation takes one `input` and answers with what it changed and `userErrors`. An input is checked whole before
 * anything is sent. With an `idempotencyKey` a write happens once, however often it is asked for: the same key and input give the same
 * answer again. A write whose outcome stays unknown is PROVIDER_OUTCOME_UNKNOWN and is never sent again by itself.
 */
export type MutationUpdateOrdersArgs = {
  input: UpdateOrdersInput;
};


/**
 * What can be written. Each mutation takes one `input` and answers with what it changed and `userErrors`. An input is checked whole before
 * anything is sent. With an `idempotencyKey` a write happens once, however often it is asked for: the same key and input give the same
 * answer again. A write whose outcome stays unknown is PROVIDER_OUTCOME_UNKNOWN and is never sent again by itself.
 */
export type MutationUpdateProductsArgs = {
  input: UpdateProductsInput;
};


/**
 * What can be written. Each mutation takes one `input` and answers with what it changed and `userErrors`. An input is checked whole before
 * anything is sent. With an `idempotencyKey` a write happens once, however often it is asked for: the same key and input give the same
 * answer again. A write whose outcome stays unknown is PROVIDER_OUTCOME_UNKNOWN and is never sent again by itself.
 */
export type MutationUpdateScheduledOrderArgs = {
  input: UpdateScheduledOrderInput;
};

/** Anything with a global id. The id is enough to load the record again through `node`. */
export type Node = {
  /** The global id: opaque, stable, usable in every argument and input that takes an id. */
  id: Scalars['ID']['output'];
};

/**
 * One purchase. A shop's order and its import at the parcel service are one Order when they agree in reference and e-mail (or,
 * without e-mail, in amount, currency and time): the shop's record wins and the import adds what it lacks. An order of
 * INFLUENCERSOFT is an invoice issued through this gateway, as it was issued: the provider gives none back, so that is all that is known.
 */
export type Order = Node & {
  __typename?: 'Order';
  /** Who bought it, over all providers. Null when the order names nobody. */
  customer?: Maybe<Customer>;
  /** Discount, as stated. */
  discountTotal?: Maybe<Money>;
  /** The provider's own id. */
  externalId: Scalars['String']['output'];
  /** The global id. */
  id: Scalars['ID']['output'];
  /** What was bought. */
  lines?: Maybe<Array<OrderLine>>;
  /** Free text on the order. */
  note?: Maybe<Scalars['String']['output']>;
  /** How it was or will be paid. */
  payment?: Maybe<OrderPayment>;
  /** When it was placed. */
  placedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whose record it is. */
  provider: Provider;
  /** The status in the provider's word or number. */
  rawStatus?: Maybe<Scalars['String']['output']>;
  /** The order number that shop, parcel and import share. Text: it may have leading zeros, blanks and letters. */
  reference: Scalars['String']['output'];
  /** The subscription that made this order. Null when none did, or when QPilot does not say. */
  scheduledOrder?: Maybe<ScheduledOrder>;
  /** Its parcels, found by reference. Empty when none is known yet. Of several parcels with one reference the parcel service may show only one. */
  shipments?: Maybe<Array<Shipment>>;
  /** Where it goes. */
  shippingAddress?: Maybe<Address>;
  /** Name of the chosen way of shipping. */
  shippingMethodName?: Maybe<Scalars['String']['output']>;
  /** Shipping, as stated. */
  shippingTotal?: Maybe<Money>;
  /** How far the purchase is. */
  status: OrderStatus;
  /** Sum of the lines, as stated. */
  subtotal?: Maybe<Money>;
  /** Tax, as stated. */
  taxTotal?: Maybe<Money>;
  /** What the order costs, as stated. */
  total?: Maybe<Money>;
  /** When the provider last changed it, where it says so. */
  updatedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** That an order is new, different or gone. */
export type OrderChange = {
  __typename?: 'OrderChange';
  /** What has happened to it. */
  event: ChangeKind;
  /** The provider's own id of the order. */
  externalId: Scalars['String']['output'];
  /** The order as it is now, read when it is told. Null when it is gone, and, with an entry in `errors`, when it could not be read. */
  order?: Maybe<Order>;
  /** Whose record of the purchase it is. */
  provider: Provider;
  /** The order number. Null when the news came without it; `order` has it then. */
  reference?: Maybe<Scalars['String']['output']>;
};

/**
 * Narrows the changes of orders. All given conditions must hold for the order as it is when it is told. Of an order that is gone only what the
 * news itself says can hold.
 */
export type OrderChangeFilter = {
  /** Orders of the customer with this e-mail, in any case. */
  customerEmail?: InputMaybe<Scalars['String']['input']>;
  /** Orders of this customer: the global id, or QPilot's own. */
  customerId?: InputMaybe<Scalars['ID']['input']>;
  /** Orders of this provider only. */
  provider?: InputMaybe<Provider>;
  /** The order with this number. */
  reference?: InputMaybe<Scalars['String']['input']>;
  /** Orders that are in one of these states now. */
  status?: InputMaybe<Array<OrderStatus>>;
};

/** What became of one order to change. */
export type OrderChangeResult = {
  __typename?: 'OrderChangeResult';
  /** Its place in the input, from 0. */
  index: Scalars['Int']['output'];
  /** The order as it is after the write. Null when it was not changed; also when it was and cannot be read. */
  order?: Maybe<Order>;
  /** Why it was not changed. When it is not known whether it was, `errors` says so at this place. */
  userErrors: Array<UserError>;
};

/** A page of orders over all providers that have them. */
export type OrderConnection = {
  __typename?: 'OrderConnection';
  /** How much of each provider's orders was in reach. */
  coverage: Array<Coverage>;
  /** Rows with their cursors. */
  edges: Array<OrderEdge>;
  /** The rows. */
  nodes: Array<Order>;
  /** Where the page lies. */
  pageInfo: PageInfo;
};

/** Who buys. What the shop has no field for is refused: a region, a third street line, an e-mail or phone inside the address. */
export type OrderCustomerInput = {
  /** Whether the buyer gets a login to the shop. */
  createLogin?: InputMaybe<Scalars['Boolean']['input']>;
  /** The buyer's e-mail. */
  email: Scalars['String']['input'];
  /** Whether the buyer gets the newsletter. */
  newsletterSubscribe?: InputMaybe<Scalars['Boolean']['input']>;
  /** The buyer's phone. */
  phone?: InputMaybe<Scalars['String']['input']>;
  /** Where it goes: at most two street lines. A single `name` is split at its first blank. */
  shippingAddress?: InputMaybe<AddressInput>;
  /** A business needs `shippingAddress.company`; a consumer has none. */
  type: CustomerType;
};

/** An order in a list. */
export type OrderEdge = {
  __typename?: 'OrderEdge';
  /** The place to go on behind. It stays valid while new orders arrive. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: Order;
};

/** Narrows a list of orders. All given conditions must hold. */
export type OrderFilter = {
  /** Orders of the customer with this e-mail, in any case. */
  customerEmail?: InputMaybe<Scalars['String']['input']>;
  /** Orders placed at or after this instant. */
  placedFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** Orders placed before this instant. */
  placedTo?: InputMaybe<Scalars['DateTime']['input']>;
  /** Orders of this provider only. */
  provider?: InputMaybe<Provider>;
  /** Orders in one of these states. */
  status?: InputMaybe<Array<OrderStatus>>;
};

/** One line of an order. */
export type OrderLine = {
  __typename?: 'OrderLine';
  /** The product as it is today, by the order's product id, else by sku. Null when it is gone. */
  product?: Maybe<Product>;
  /** The order's provider's own id of the product. Null where the line names its product by sku only. */
  productExternalId?: Maybe<Scalars['String']['output']>;
  /** How many. A number, since some providers state fractions. */
  quantity?: Maybe<Scalars['Float']['output']>;
  /** Stock-keeping unit. */
  sku?: Maybe<Scalars['String']['output']>;
  /** Product title at the time of the order. */
  title?: Maybe<Scalars['String']['output']>;
  /** Total of the line where the provider states it. It need not be quantity times price. */
  total?: Maybe<Money>;
  /** Price of one, as stated. */
  unitPrice?: Maybe<Money>;
  /** The chosen variant, as text. */
  variant?: Maybe<Scalars['String']['output']>;
};

/** Names one order. */
export type OrderLookup =
  /** The global id, or the shop's own order id. */
  { id: Scalars['ID']['input']; reference?: never; }
  |  /** The order number that shop, parcel and import share. */
  { id?: never; reference: Scalars['String']['input']; };

/** How an order is paid. */
export type OrderPayment = {
  __typename?: 'OrderPayment';
  /** The way to pay, in the provider's word. */
  method?: Maybe<Scalars['String']['output']>;
  /** The payment's reference at the payment service. */
  transactionId?: Maybe<Scalars['String']['output']>;
};

/** How an order was paid outside the shop. Without it the buyer pays in the shop's checkout. */
export type OrderPaymentInput = {
  /** The way to pay, in words of your own. */
  method?: InputMaybe<Scalars['String']['input']>;
  /** The payment's reference. Give one for each order: it is what an order is found again by when its answer is lost. */
  transactionId?: InputMaybe<Scalars['String']['input']>;
};

/** A product of an order: by sku, or by id with or without a variant's. */
export type OrderProductInput = {
  /** The product: the global id, or the shop's own. */
  productId?: InputMaybe<Scalars['ID']['input']>;
  /** How many, from 1 to 100. The shop counts in pieces: each is a line of the request. */
  quantity?: InputMaybe<Scalars['Int']['input']>;
  /** The sku of the product or variant. Not together with `productId`. */
  sku?: InputMaybe<Scalars['String']['input']>;
  /** The variant, by the shop's own id; null says that there is none. */
  variantId?: InputMaybe<Scalars['ID']['input']>;
};

/** How an order is shipped. What is left out comes from the shop's shipping method. */
export type OrderShippingInput = {
  /** The shipping method: the global id, or the shop's own. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** The name to show. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** What it costs, in the shop's currency. */
  price?: InputMaybe<Scalars['Decimal']['input']>;
};

/** How far a purchase is. */
export type OrderStatus =
  /** Called off. */
  | 'CANCELLED'
  /** Sent or finished. */
  | 'DONE'
  /** Paid, not sent. */
  | 'PAID'
  /** Being worked on, where the provider says no more. */
  | 'PROCESSING'
  /** Paid back. */
  | 'REFUNDED'
  /** A status this schema does not know; see `rawStatus`. */
  | 'UNKNOWN'
  /** Placed, not paid. */
  | 'UNPAID';

/** A step that an order of the shop can take. */
export type OrderStatusChange =
  /** Called off. */
  | 'CANCELLED'
  /** Sent. The shop may collect the payment. */
  | 'DONE'
  /** Paid. The buyer gets a confirmation unless `sendEmail` is false. */
  | 'PAID';

/** A step of one order. */
export type OrderStatusInput = {
  /** The language of the confirmation: en, sv or da. With PAID only. */
  language?: InputMaybe<Scalars['String']['input']>;
  /** The order: its reference, or the global id. */
  reference: Scalars['String']['input'];
  /** Whether the buyer is told. With PAID and DONE; left out, the shop decides. */
  sendEmail?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether the shop's webhooks are told. With PAID only. */
  sendWebhook?: InputMaybe<Scalars['Boolean']['input']>;
  /** How it was sent. With DONE only. */
  shipping?: InputMaybe<ShippingInfoInput>;
  /** The step. */
  status: OrderStatusChange;
};

/** Where a page of a connection lies. Go on with `first: n, after: endCursor` while `hasNextPage`. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Cursor of the last row; null on an empty page. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether rows follow behind `endCursor`. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether rows precede `startCursor`: true on every page that was asked for with `after`. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first row; null on an empty page. */
  startCursor?: Maybe<Scalars['String']['output']>;
};

/** A row of a parcel or of an order to import. */
export type ParcelRowInput = {
  /** What it is called. */
  name: Scalars['String']['input'];
  /** How many, at least 1. */
  quantity: Scalars['Int']['input'];
  /** Stock-keeping unit. */
  sku: Scalars['String']['input'];
  /** Total of the row. It is sent as given. */
  total: Scalars['Decimal']['input'];
  /** Price of one. */
  unitPrice: Scalars['Decimal']['input'];
};

/** A saved card or account at a payment gateway, kept by QPilot. Its gateway tokens are never shown. */
export type PaymentMethod = Node & {
  __typename?: 'PaymentMethod';
  /** What the shop or shopper called it. */
  description?: Maybe<Scalars['String']['output']>;
  /** When the card ends, as QPilot writes it, usually MMYY. */
  expiresOn?: Maybe<Scalars['String']['output']>;
  /** QPilot's own id. */
  externalId: Scalars['String']['output'];
  /** The global id. */
  id: Scalars['ID']['output'];
  /** Whether it is used where no other is chosen. */
  isDefault?: Maybe<Scalars['Boolean']['output']>;
  /** Last four digits of the card. */
  lastFourDigits?: Maybe<Scalars['String']['output']>;
  /** The gateway in QPilot's word, for a type this schema does not know yet. */
  rawType?: Maybe<Scalars['String']['output']>;
  /** The gateway. */
  type: PaymentMethodType;
};

/** A card or account to save at QPilot. The gateway's tokens are as good as credentials: they are sent on and never shown or stored. */
export type PaymentMethodInput = {
  /** What the shop or shopper calls it. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** When the card ends, as MMYY. */
  expiresOn?: InputMaybe<Scalars['String']['input']>;
  /** The gateway's token of the customer. */
  gatewayCustomerId: Scalars['String']['input'];
  /** The gateway's token of the card or account. */
  gatewayPaymentId: Scalars['String']['input'];
  /** Whether it is used where no other is chosen. */
  isDefault?: InputMaybe<Scalars['Boolean']['input']>;
  /** Last four digits of the card, no more. */
  lastFourDigits?: InputMaybe<Scalars['String']['input']>;
  /** The gateway; UNKNOWN cannot be sent. */
  type: PaymentMethodType;
};

/** Payment gateways. */
export type PaymentMethodType =
  /** Authorize.Net. */
  | 'AUTHORIZE_NET'
  /** Braintree. */
  | 'BRAINTREE'
  /** Checkout.com. */
  | 'CHECKOUT'
  /** CyberSource. */
  | 'CYBERSOURCE'
  /** CyberSource, second generation. */
  | 'CYBERSOURCE_V2'
  /** Global Payments. */
  | 'GPG'
  /** NMI. */
  | 'NMI'
  /** Paya, first generation. */
  | 'PAYA_V1'
  /** PayPal. */
  | 'PAYPAL'
  /** PayPal, third generation. */
  | 'PAYPAL_V3'
  /** Sage. */
  | 'SAGE'
  /** Square. */
  | 'SQUARE'
  /** Stripe. */
  | 'STRIPE'
  /** A test gateway: no money moves. */
  | 'TEST'
  /** TrustCommerce. */
  | 'TRUST_COMMERCE'
  /** One this schema does not know yet; see `rawType`. */
  | 'UNKNOWN';

/** A product of one provider. The same product at another provider is a `counterpart`. */
export type Product = Node & {
  __typename?: 'Product';
  /** Whether it can be bought, where the provider states it. Quickbutik does not. */
  availability?: Maybe<ProductAvailability>;
  /** Its main category's name. */
  categoryName?: Maybe<Scalars['String']['output']>;
  /** The price it is compared with, when it is on offer in the shop. */
  compareAtPrice?: Maybe<Money>;
  /** The same product at other providers, by sku. Several when the sku is repeated there. */
  counterparts?: Maybe<Array<ProductCounterpart>>;
  /** Description, HTML as the shop wrote it: clean it before you show it. */
  description?: Maybe<Scalars['String']['output']>;
  /** The provider's own id. */
  externalId: Scalars['String']['output'];
  /** Global trade item number, as the provider has it: some shops write other texts here. */
  gtin?: Maybe<Scalars['String']['output']>;
  /** The global id. */
  id: Scalars['ID']['output'];
  /** Whether shoppers see it. */
  isVisible?: Maybe<Scalars['Boolean']['output']>;
  /** Manufacturer's part number. */
  mpn?: Maybe<Scalars['String']['output']>;
  /** What it costs. */
  price?: Maybe<Money>;
  /** Whose record it is. */
  provider: Provider;
  /** The availability in the provider's word. */
  rawAvailability?: Maybe<Scalars['String']['output']>;
  /** The lower price for subscribers, where QPilot has one. */
  salePrice?: Maybe<Money>;
  /** Stock-keeping unit. May be blank where only the variants have one. */
  sku?: Maybe<Scalars['String']['output']>;
  /** Pieces in stock. May be negative where the shop sells on. */
  stock?: Maybe<Scalars['Int']['output']>;
  /** What it is called. */
  title?: Maybe<Scalars['String']['output']>;
  /** When it was last changed. */
  updatedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Its page in the shop. */
  url?: Maybe<Scalars['String']['output']>;
  /** Its variants; empty for a product without. */
  variants?: Maybe<Array<ProductVariant>>;
  /** Weight in grams. */
  weightGrams?: Maybe<Scalars['Decimal']['output']>;
};

/** Whether a product can be bought. */
export type ProductAvailability =
  /** Can be bought now. */
  | 'IN_STOCK'
  /** Sold out. */
  | 'OUT_OF_STOCK'
  /** Can be ordered ahead. */
  | 'PREORDER'
  /** The provider says that it does not say. */
  | 'UNDEFINED'
  /** A word this schema does not know; see `rawAvailability`. */
  | 'UNKNOWN';

/** A page of products. */
export type ProductConnection = {
  __typename?: 'ProductConnection';
  /** How much of each provider's rows was in reach. */
  coverage: Array<Coverage>;
  /** Rows with their cursors. */
  edges: Array<ProductEdge>;
  /** The rows. */
  nodes: Array<Product>;
  /** Where the page lies. */
  pageInfo: PageInfo;
};

/** The same product at another provider. */
export type ProductCounterpart = {
  __typename?: 'ProductCounterpart';
  /** The key both share. */
  matchedBy: MatchedBy;
  /** The other provider's record. */
  product: Product;
};

/** A row of such a page. */
export type ProductEdge = {
  __typename?: 'ProductEdge';
  /** The place to go on behind. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: Product;
};

/** Names one product. */
export type ProductLookup =
  /** The global id, or the shop's own, else QPilot's own. */
  { id: Scalars['ID']['input']; sku?: never; }
  |  /** The stock-keeping unit, exactly. Looked for in the shop first, then at QPilot. */
  { id?: never; sku: Scalars['String']['input']; };

/** A variant of a product: a size, a color. */
export type ProductVariant = {
  __typename?: 'ProductVariant';
  /** The provider's own id of the variant. */
  externalId: Scalars['String']['output'];
  /** Global trade item number, as the provider has it. */
  gtin?: Maybe<Scalars['String']['output']>;
  /** What it costs. */
  price?: Maybe<Money>;
  /** Stock-keeping unit. */
  sku?: Maybe<Scalars['String']['output']>;
  /** Pieces in stock. */
  stock?: Maybe<Scalars['Int']['output']>;
  /** What sets it apart. */
  title?: Maybe<Scalars['String']['output']>;
};

/** The services behind the graph. A provider is a value, never a prefix of a type. */
export type Provider =
  /** InfluencerSoft: funnel invoices. */
  | 'INFLUENCERSOFT'
  /** Qapla': parcels and the orders imported for them. */
  | 'QAPLA'
  /** Qard: the merchant's commerce data, aggregated from Shopify. */
  | 'QARD'
  /** QPilot: customers, cards, subscription products and scheduled orders. */
  | 'QPILOT'
  /** Quickbutik: the shop with its products and orders. */
  | 'QUICKBUTIK';

/** What a provider is connected to. */
export type ProviderMode =
  /** The real service. */
  | 'LIVE'
  /** Nothing: no credentials are configured. */
  | 'OFF'
  /** The built-in imitation on this machine. */
  | 'SANDBOX';

/** One of the five services behind the graph, as this gateway is set up for it. */
export type ProviderState = {
  __typename?: 'ProviderState';
  /** Whether the gateway has credentials for it. Fields that need an unconfigured one answer PROVIDER_NOT_CONFIGURED. */
  configured: Scalars['Boolean']['output'];
  /** Prepaid credits left, where the service counts them (Qapla'). Null for the others. */
  credits?: Maybe<Credits>;
  /** Calls that this process holds back because they kept failing; none when all is well. Fields that need them answer PROVIDER_UNAVAILABLE at once, but for a call now and then that tries. */
  heldCalls: Array<HeldCalls>;
  /** LIVE against the real service, SANDBOX against the built-in imitation, OFF when not configured. */
  mode: ProviderMode;
  /** Which service. */
  name: Provider;
  /** How it has answered this process lately. UNKNOWN until it was first asked. */
  status: ProviderStatus;
};

/** How a provider has answered lately. */
export type ProviderStatus =
  /** Some of the newest calls failed. */
  | 'DEGRADED'
  /** All of the newest calls failed. */
  | 'DOWN'
  /** The newest calls all succeeded. */
  | 'OK'
  /** Not asked yet. */
  | 'UNKNOWN';

/** An order to import at the parcel service. One whose reference is known there is changed. */
export type PushOrderInput = {
  /** What it costs, at most two decimals. */
  amount?: InputMaybe<MoneyInput>;
  /** The courier's code, as `couriers` lists it. */
  courier?: InputMaybe<Scalars['String']['input']>;
  /** When it was placed. */
  createdAt: Scalars['DateTime']['input'];
  /** Who bought it. Name, lines, city, region and postal code are required; lines are joined by a comma. */
  customer: AddressInput;
  /** Height, in the unit of the account. */
  height?: InputMaybe<Scalars['Decimal']['input']>;
  /** Length, in the unit of the account. */
  length?: InputMaybe<Scalars['Decimal']['input']>;
  /** Free text on the order. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** The shop's internal id of the order. It is never given back. */
  orderId?: InputMaybe<Scalars['String']['input']>;
  /** How many parcels. */
  parcels?: InputMaybe<Scalars['Int']['input']>;
  /** Whether it is paid for at the door. */
  payOnDelivery?: InputMaybe<Scalars['Boolean']['input']>;
  /** How it is paid, in the shop's own word. */
  paymentType: Scalars['String']['input'];
  /** The order number, which becomes the reference. */
  reference: Scalars['String']['input'];
  /** What was bought. */
  rows?: InputMaybe<Array<ParcelRowInput>>;
  /** How far the order is, in the shop's own word. */
  status: Scalars['String']['input'];
  /** When it was last changed. */
  updatedAt: Scalars['DateTime']['input'];
  /** Weight, in the unit of the account. */
  weight?: InputMaybe<Scalars['Decimal']['input']>;
  /** Width, in the unit of the account. */
  width?: InputMaybe<Scalars['Decimal']['input']>;
};

/** What became of one order. */
export type PushOrderResult = {
  __typename?: 'PushOrderResult';
  /** What the provider did, in its word: `ins` for a new order, `upd` for one that was there. Null when it did not say. */
  action?: Maybe<Scalars['String']['output']>;
  /** Its place in the input, from 0. */
  index: Scalars['Int']['output'];
  /** The imported order as the provider shows it. Null when it was not imported. */
  order?: Maybe<Order>;
  /** The order's reference. Null when it was not imported. */
  reference?: Maybe<Scalars['String']['output']>;
  /** Why it was not imported. When it is not known whether it was, `errors` says so at this place. */
  userErrors: Array<UserError>;
};

/** Orders to import. */
export type PushOrdersInput = {
  /** Makes the write happen once; send it with every write. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The orders, 1 to 100, each reference once. */
  orders: Array<PushOrderInput>;
};

/** What became of orders to import. */
export type PushOrdersPayload = {
  __typename?: 'PushOrdersPayload';
  /** One result for each order. When one has a problem in the input, none is sent. */
  results: Array<PushOrderResult>;
  /** What is wrong with the input as a whole. */
  userErrors: Array<UserError>;
};

/** A parcel to register. The first three fields are enough; mails to the recipient need more. */
export type PushShipmentInput = {
  /** E-mail address of the sales contact. */
  agentEmail?: InputMaybe<Scalars['String']['input']>;
  /** What is to be paid, at most two decimals. */
  amount?: InputMaybe<Scalars['Decimal']['input']>;
  /** The courier's code, as `couriers` lists it. */
  courier: Scalars['String']['input'];
  /** A value of your own, at most 255 characters. */
  custom1?: InputMaybe<Scalars['String']['input']>;
  /** A second one. */
  custom2?: InputMaybe<Scalars['String']['input']>;
  /** A third one. */
  custom3?: InputMaybe<Scalars['String']['input']>;
  /** Whether `trackingNumber` is the courier's real number. */
  isTrackingNumber?: InputMaybe<Scalars['Boolean']['input']>;
  /** A note on the parcel, at most 255 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** The day the order was placed. */
  orderedOn?: InputMaybe<Scalars['Date']['input']>;
  /** Whether it is paid for at the door. */
  payOnDelivery?: InputMaybe<Scalars['Boolean']['input']>;
  /** Who gets it. Street lines are joined by a comma; the name is `name`, else first and last name, else the company. */
  recipient?: InputMaybe<AddressInput>;
  /** The order number it belongs to. */
  reference?: InputMaybe<Scalars['String']['input']>;
  /** The day on which delivery is asked for. */
  requestedDeliveryOn?: InputMaybe<Scalars['Date']['input']>;
  /** What is in it. */
  rows?: InputMaybe<Array<ParcelRowInput>>;
  /** The day it was handed over. */
  shippedOn: Scalars['Date']['input'];
  /** What shipping costs, at most two decimals. */
  shippingCost?: InputMaybe<Scalars['Decimal']['input']>;
  /** Groups parcels that belong together. */
  tag?: InputMaybe<Scalars['String']['input']>;
  /** The courier's number of the parcel, or a number that stands for it until there is one. */
  trackingNumber: Scalars['String']['input'];
};

/** What became of one parcel. */
export type PushShipmentResult = {
  __typename?: 'PushShipmentResult';
  /** Its place in the input, from 0. */
  index: Scalars['Int']['output'];
  /** The parcel. Null when it was not registered. */
  shipment?: Maybe<Shipment>;
  /** A page for the shopper to follow it. Null when it was not registered. */
  trackingUrl?: Maybe<Scalars['String']['output']>;
  /** Why it was not registered. When it is not known whether it was, `errors` says so at this place. */
  userErrors: Array<UserError>;
};

/** Parcels to register. */
export type PushShipmentsInput = {
  /** Makes the write happen once; send it with every write. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The parcels, 1 to 100, each tracking number once. */
  shipments: Array<PushShipmentInput>;
};

/** What became of parcels to register. */
export type PushShipmentsPayload = {
  __typename?: 'PushShipmentsPayload';
  /** One result for each parcel. When one has a problem in the input, none is sent. */
  results: Array<PushShipmentResult>;
  /** What is wrong with the input as a whole. */
  userErrors: Array<UserError>;
};

/**
 * What can be read. Lists are connections, newest first unless the field says otherwise; look-ups take exactly one key.
 * A field that crosses to another provider is nullable: when that provider fails, the field is null and `errors` says why.
 */
export type Query = {
  __typename?: 'Query';
  /** All categories of the shop. */
  categories?: Maybe<Array<Category>>;
  /** The merchant's commerce platform data as of their last synchronization. */
  commerceData: CommerceData;
  /** Carriers the parcel service supports. */
  couriers?: Maybe<Array<Courier>>;
  /** One shopper with everything known over all providers. Null when no provider knows the key. */
  customer?: Maybe<Customer>;
  /** Customers of QPilot, the one provider that keeps a list of them. */
  customers?: Maybe<CustomerConnection>;
  /** One record by its global id. Null when no such record exists (any more). */
  node?: Maybe<Node>;
  /** Several records by their global ids, in the order of the ids, with null for each that does not exist. At most 100. */
  nodes: Array<Maybe<Node>>;
  /**
   * One order. By reference: null with code AMBIGUOUS when two different purchases carry it, with LOOKUP_INCOMPLETE when
   * a bounded search could not settle it.
   */
  order?: Maybe<Order>;
  /** Orders over all providers that have them, newest first. When a provider fails, the rows of the others stay, `errors` names it and `coverage` marks it. */
  orders?: Maybe<OrderConnection>;
  /** One product. Null when no provider has it; null with code AMBIGUOUS when a provider has several with the sku. */
  product?: Maybe<Product>;
  /** Products: the shop's newest first, then QPilot's. The shop shows at most its fifty newest; `coverage` says when that is not all. */
  products?: Maybe<ProductConnection>;
  /** The five services, whether each is configured, and how it has answered lately. */
  providers: Array<ProviderState>;
  /** One subscription. Null when QPilot does not know it. */
  scheduledOrder?: Maybe<ScheduledOrder>;
  /** Subscriptions in QPilot's order. */
  scheduledOrders?: Maybe<ScheduledOrderConnection>;
  /** One parcel. Null when the parcel service does not know it. */
  shipment?: Maybe<Shipment>;
  /**
   * Parcels registered since an instant, in the provider's order. The provider shows at most 100 and cannot be asked for more:
   * a full window ends the list, and `coverage` says so.
   */
  shipments?: Maybe<ShipmentConnection>;
  /** All ways of shipping the shop offers. */
  shippingMethods?: Maybe<Array<ShippingMethod>>;
  /** All ways to pay the shop offers. */
  shopPaymentMethods?: Maybe<Array<ShopPaymentMethod>>;
};


/**
 * What can be read. Lists are connections, newest first unless the field says otherwise; look-ups take exactly one key.
 * A field that crosses to another provider is nullable: when that provider fails, the field is null and `errors` says why.
 */
export type QueryCouriersArgs = {
  countries?: InputMaybe<Array<Scalars['String']['input']>>;
};


/**
 * What can be read. Lists are connections, newest first unless the field says otherwise; look-ups take exactly one key.
 * A field that crosses to another provider is nullable: when that provider fails, the field is null and `errors` says why.
 */
export type QueryCustomerArgs = {
  by: CustomerLookup;
};


/**
 * What can be read. Lists are connections, newest first unless the field says otherwise; look-ups take exactly one key.
 * A field that crosses to another provider is nullable: when that provider fails, the field is null and `errors` says why.
 */
export type QueryCustomersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/**
 * What can be read. Lists are connections, newest first unless the field says otherwise; look-ups take exactly one key.
 * A field that crosses to another provider is nullable: when that provider fails, the field is null and `errors` says why.
 */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/**
 * What can be read. Lists are connections, newest first unless the field says otherwise; look-ups take exactly one key.
 * A field that crosses to another provider is nullable: when that provider fails, the field is null and `errors` says why.
 */
export type QueryNodesArgs = {
  ids: Array<Scalars['ID']['input']>;
};


/**
 * What can be read. Lists are connections, newest first unless the field says otherwise; look-ups take exactly one key.
 * A field that crosses to another provider is nullable: when that provider fails, the field is null and `errors` says why.
 */
export type QueryOrderArgs = {
  by: OrderLookup;
};


/**
 * What can be read. Lists are connections, newest first unless the field says otherwise; look-ups take exactly one key.
 * A field that crosses to another provider is nullable: when that provider fails, the field is null and `errors` says why.
 */
export type QueryOrdersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<OrderFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  wait?: InputMaybe<Scalars['Duration']['input']>;
};


/**
 * What can be read. Lists are connections, newest first unless the field says otherwise; look-ups take exactly one key.
 * A field that crosses to another provider is nullable: when that provider fails, the field is null and `errors` says why.
 */
export type QueryProductArgs = {
  by: ProductLookup;
};


/**
 * What can be read. Lists are connections, newest first unless the field says otherwise; look-ups take exactly one key.
 * A field that crosses to another provider is nullable: when that provider fails, the field is null and `errors` says why.
 */
export type QueryProductsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * What can be read. Lists are connections, newest first unless the field says otherwise; look-ups take exactly one key.
 * A field that crosses to another provider is nullable: when that provider fails, the field is null and `errors` says why.
 */
export type QueryScheduledOrderArgs = {
  by: ScheduledOrderLookup;
};


/**
 * What can be read. Lists are connections, newest first unless the field says otherwise; look-ups take exactly one key.
 * A field that crosses to another provider is nullable: when that provider fails, the field is null and `errors` says why.
 */
export type QueryScheduledOrdersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ScheduledOrderFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * What can be read. Lists are connections, newest first unless the field says otherwise; look-ups take exactly one key.
 * A field that crosses to another provider is nullable: when that provider fails, the field is null and `errors` says why.
 */
export type QueryShipmentArgs = {
  by: ShipmentLookup;
};


/**
 * What can be read. Lists are connections, newest first unless the field says otherwise; look-ups take exactly one key.
 * A field that crosses to another provider is nullable: when that provider fails, the field is null and `errors` says why.
 */
export type QueryShipmentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  since: Scalars['DateTime']['input'];
};

/** A subscription at QPilot: what is sent to whom, how often, and paid with which card. */
export type ScheduledOrder = Node & {
  __typename?: 'ScheduledOrder';
  /** When it was set up. */
  createdAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who gets it. */
  customer?: Maybe<Customer>;
  /** QPilot's own id. */
  externalId: Scalars['String']['output'];
  /** How often it runs. */
  frequency?: Maybe<Frequency>;
  /** The global id. */
  id: Scalars['ID']['output'];
  /** What is sent. */
  items: Array<ScheduledOrderItem>;
  /** When it ran last. */
  lastOccurrenceAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it runs next. */
  nextOccurrenceAt?: Maybe<Scalars['DateTime']['output']>;
  /** Free text on the subscription. */
  note?: Maybe<Scalars['String']['output']>;
  /** Orders the shop made for its runs, newest run first, where QPilot names them. One that names another customer is left out, and `coverage` is not complete: QPilot may be connected to a shop with the same order numbers. */
  orders?: Maybe<OrderConnection>;
  /** The card or account it is charged to. Null when none is chosen. */
  paymentMethod?: Maybe<PaymentMethod>;
  /** The status in QPilot's word. */
  rawStatus?: Maybe<Scalars['String']['output']>;
  /** Shipping, as QPilot states it. */
  shippingTotal?: Maybe<Money>;
  /** Whether it runs. */
  status: ScheduledOrderStatus;
  /** Sum of the items, as QPilot states it. */
  subtotal?: Maybe<Money>;
  /** Tax, as QPilot states it. */
  taxTotal?: Maybe<Money>;
  /** What one run costs, as QPilot states it. */
  total?: Maybe<Money>;
  /** When it was last changed. */
  updatedAt?: Maybe<Scalars['DateTime']['output']>;
};


/** A subscription at QPilot: what is sent to whom, how often, and paid with which card. */
export type ScheduledOrderOrdersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** That a subscription of a customer is new, different or gone. */
export type ScheduledOrderChange = {
  __typename?: 'ScheduledOrderChange';
  /** What has happened to it. */
  event: ChangeKind;
  /** The provider's own id of the scheduled order. */
  externalId: Scalars['String']['output'];
  /** Whose record it is. */
  provider: Provider;
  /** The scheduled order as it is now, read when it is told. Null when it is gone, and, with an entry in `errors`, when it could not be read. */
  scheduledOrder?: Maybe<ScheduledOrder>;
};

/**
 * Narrows the changes of scheduled orders. All given conditions must hold for the scheduled order as it is when it is told. Of one that is gone
 * only what the news itself says can hold.
 */
export type ScheduledOrderChangeFilter = {
  /** Scheduled orders of this customer: the global id, or QPilot's own. */
  customerId?: InputMaybe<Scalars['ID']['input']>;
  /** This scheduled order: the global id, or QPilot's own. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** Scheduled orders that are in one of these states now. */
  status?: InputMaybe<Array<ScheduledOrderStatus>>;
};

/** A page of subscriptions. */
export type ScheduledOrderConnection = {
  __typename?: 'ScheduledOrderConnection';
  /** Rows with their cursors. */
  edges: Array<ScheduledOrderEdge>;
  /** The rows. */
  nodes: Array<ScheduledOrder>;
  /** Where the page lies. */
  pageInfo: PageInfo;
};

/** A row of such a page. */
export type ScheduledOrderEdge = {
  __typename?: 'ScheduledOrderEdge';
  /** The place to go on behind. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: ScheduledOrder;
};

/** Narrows a list of subscriptions. All given conditions must hold. */
export type ScheduledOrderFilter = {
  /** Subscriptions of this customer: the global id, or QPilot's own. */
  customerId?: InputMaybe<Scalars['ID']['input']>;
  /** Subscriptions in one of these states. */
  status?: InputMaybe<Array<ScheduledOrderStatus>>;
};

/** One product of a subscription. */
export type ScheduledOrderItem = {
  __typename?: 'ScheduledOrderItem';
  /** The product at QPilot. Null when it is gone. */
  product?: Maybe<Product>;
  /** How many pieces a run. */
  quantity?: Maybe<Scalars['Int']['output']>;
  /** What one piece is charged: the sale price where one is set, else the price. */
  unitPrice?: Maybe<Money>;
};

/** One product of a new subscription. */
export type ScheduledOrderItemInput = {
  /** The product at QPilot: the global id, or the shop's own. */
  productId: Scalars['ID']['input'];
  /** How many pieces a run. */
  quantity: Scalars['Int']['input'];
};

/** Names one subscription. */
export type ScheduledOrderLookup =
  /** The global id, or QPilot's own. */
  { id: Scalars['ID']['input']; };

/** Whether a subscription runs. */
export type ScheduledOrderStatus =
  /** Runs at its next occurrence. */
  | 'ACTIVE'
  /** Removed, kept for the record. */
  | 'DELETED'
  /** Its last run failed. */
  | 'FAILED'
  /** Cannot be changed at the moment. */
  | 'LOCKED'
  /** Waits until it is activated. */
  | 'PAUSED'
  /** A run is under way. */
  | 'PROCESSING'
  /** A run is about to start. */
  | 'QUEUED'
  /** A status this schema does not know; see `rawStatus`. */
  | 'UNKNOWN';

/** Orders to take a step. */
export type SetOrderStatusInput = {
  /** Makes the write happen once; send it with every write. A repeated step tells the buyer again. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The steps, at most 100, each order once. */
  orders: Array<OrderStatusInput>;
};

/** What became of orders to take a step. */
export type SetOrderStatusPayload = {
  __typename?: 'SetOrderStatusPayload';
  /** One result for each order. When one has a problem in the input, none is sent. */
  results: Array<OrderChangeResult>;
  /** What is wrong with the input as a whole. */
  userErrors: Array<UserError>;
};

/** A parcel and where it is. */
export type Shipment = Node & {
  __typename?: 'Shipment';
  /** Who carries it. */
  courier?: Maybe<ShipmentCourier>;
  /** The courier's own page, as the provider gives it; it may be out of date. */
  courierTrackingUrl?: Maybe<Scalars['String']['output']>;
  /** What happened, newest first, in the provider's order: several events of one day have no times to sort by. */
  events: Array<ShipmentEvent>;
  /** The tracking number, by which the provider knows the parcel. */
  externalId: Scalars['String']['output'];
  /** The global id. */
  id: Scalars['ID']['output'];
  /** The newest event; null when there is none yet. */
  lastEvent?: Maybe<ShipmentEvent>;
  /** The order it belongs to, by reference. Null when no provider knows the reference; null with code AMBIGUOUS when two purchases are known to carry it. */
  order?: Maybe<Order>;
  /** The status in the provider's words, for display. */
  rawStatus?: Maybe<Scalars['String']['output']>;
  /** The order number the parcel was registered with. */
  reference?: Maybe<Scalars['String']['output']>;
  /** Where the parcel is in its life, from the provider's language-independent mark. */
  status: ShipmentStatus;
  /** When it took this status; null while the provider gives dates without times. */
  statusAt?: Maybe<Scalars['DateTime']['output']>;
  /** The courier's number of the parcel. */
  trackingNumber: Scalars['String']['output'];
  /** A page for the shopper to follow the parcel. */
  trackingUrl?: Maybe<Scalars['String']['output']>;
};

/** That a parcel is new, has moved or is gone. */
export type ShipmentChange = {
  __typename?: 'ShipmentChange';
  /** What has happened to it. */
  event: ChangeKind;
  /** Whose record it is. */
  provider: Provider;
  /** The order number the parcel was registered with. Null when the news came without it; `shipment` may have it then. */
  reference?: Maybe<Scalars['String']['output']>;
  /** The parcel as it is now, read when it is told. Null when it is gone, and, with an entry in `errors`, when it could not be read. */
  shipment?: Maybe<Shipment>;
  /** The courier's number of the parcel. */
  trackingNumber: Scalars['String']['output'];
};

/**
 * Narrows the changes of parcels. All given conditions must hold for the parcel as it is when it is told. Of a parcel that is gone only what the
 * news itself says can hold.
 */
export type ShipmentChangeFilter = {
  /** Parcels registered with this order number. */
  reference?: InputMaybe<Scalars['String']['input']>;
  /** Parcels that are in one of these states now. */
  status?: InputMaybe<Array<ShipmentStatus>>;
  /** The parcel with this number, with or without blanks and hyphens. */
  trackingNumber?: InputMaybe<Scalars['String']['input']>;
};

/** A page of parcels. */
export type ShipmentConnection = {
  __typename?: 'ShipmentConnection';
  /** How much of each provider's rows was in reach. */
  coverage: Array<Coverage>;
  /** Rows with their cursors. */
  edges: Array<ShipmentEdge>;
  /** The rows. */
  nodes: Array<Shipment>;
  /** Where the page lies. */
  pageInfo: PageInfo;
};

/** Who carries a parcel. */
export type ShipmentCourier = {
  __typename?: 'ShipmentCourier';
  /** The provider's code, as `couriers` lists it. */
  code: Scalars['String']['output'];
  /** The name for people. */
  name: Scalars['String']['output'];
};

/** A row of such a page. */
export type ShipmentEdge = {
  __typename?: 'ShipmentEdge';
  /** The place to go on behind. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: Shipment;
};

/** One step of a parcel. */
export type ShipmentEvent = {
  __typename?: 'ShipmentEvent';
  /** The instant, where the provider gives a time of day. Null when all times of the history are midnight: then they are placeholders. */
  at?: Maybe<Scalars['DateTime']['output']>;
  /** The courier's words. */
  description?: Maybe<Scalars['String']['output']>;
  /** The day it happened. */
  on?: Maybe<Scalars['Date']['output']>;
  /** Where it happened. */
  place?: Maybe<Scalars['String']['output']>;
  /** The status in the provider's words. */
  rawStatus?: Maybe<Scalars['String']['output']>;
  /** Where the parcel was in its life. */
  status: ShipmentStatus;
};

/** Names one parcel. */
export type ShipmentLookup =
  /** The global id, or the tracking number. */
  { id: Scalars['ID']['input']; reference?: never; trackingNumber?: never; }
  |  /** The order number the parcel was registered with. */
  { id?: never; reference: Scalars['String']['input']; trackingNumber?: never; }
  |  /** The courier's number, with or without blanks and hyphens. */
  { id?: never; reference?: never; trackingNumber: Scalars['String']['input']; };

/** Where a parcel is in its life. */
export type ShipmentStatus =
  /** Waiting at a pick-up point. */
  | 'AT_PICKUP_POINT'
  /** Waiting to be collected. */
  | 'AWAITING_PICKUP'
  /** Late. */
  | 'DELAYED'
  /** Handed over. */
  | 'DELIVERED'
  /** A delivery was tried and failed. */
  | 'DELIVERY_FAILED'
  /** Collected from the sender. */
  | 'DEPARTED'
  /** A problem: held, refused, damaged or lost. It need not be the end. */
  | 'EXCEPTION'
  /** Moving. */
  | 'IN_TRANSIT'
  /** On its last way to the door. */
  | 'OUT_FOR_DELIVERY'
  /** Known; no news from the courier. */
  | 'PENDING'
  /** Being processed. */
  | 'PROCESSING'
  /** Registered; the courier was not asked yet. */
  | 'QUEUED'
  /** Back at the sender. */
  | 'RETURNED'
  /** A status this schema does not know; see `rawStatus`. */
  | 'UNKNOWN';

/** How an order was sent. */
export type ShippingInfoInput = {
  /** The carrier, in words of your own. */
  company?: InputMaybe<Scalars['String']['input']>;
  /** The carrier's number of the parcel. The shop never gives it back; it is kept here and shown with the order's shipments. */
  trackingNumber?: InputMaybe<Scalars['String']['input']>;
};

/** A way of shipping the shop offers. */
export type ShippingMethod = Node & {
  __typename?: 'ShippingMethod';
  /** Whether shoppers can choose it. */
  active?: Maybe<Scalars['Boolean']['output']>;
  /** More words for shoppers. */
  description?: Maybe<Scalars['String']['output']>;
  /** The shop's own id. */
  externalId: Scalars['String']['output'];
  /** The global id. */
  id: Scalars['ID']['output'];
  /** What it costs, where it has one price. */
  price?: Maybe<Money>;
  /** What the price depends on, in the shop's word: `weight`. */
  priceBasis?: Maybe<Scalars['String']['output']>;
  /** What shoppers see. */
  title?: Maybe<Scalars['String']['output']>;
};

/** A way to pay the shop offers. Not a shopper's saved card: that is PaymentMethod. */
export type ShopPaymentMethod = Node & {
  __typename?: 'ShopPaymentMethod';
  /** Who may use it. Null when the shop's mark is unknown. */
  customerTypes?: Maybe<Array<CustomerType>>;
  /** The shop's own id of the way to pay. */
  externalId: Scalars['String']['output'];
  /** The global id. */
  id: Scalars['ID']['output'];
};

/** A new product of the shop. It needs a title or a sku; what else is left out, the shop decides. */
export type ShopProductInput = {
  /** Name of its main category. */
  categoryName?: InputMaybe<Scalars['String']['input']>;
  /** The price to compare with. */
  compareAtPrice?: InputMaybe<Scalars['Decimal']['input']>;
  /** HTML. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** Whether it stops being sold at a stock of zero. */
  disableNegativeStock?: InputMaybe<Scalars['Boolean']['input']>;
  /** Trade item number, free text. */
  gtin?: InputMaybe<Scalars['String']['input']>;
  /** What it costs, in the shop's currency. */
  price?: InputMaybe<Scalars['Decimal']['input']>;
  /** What the shop pays, without tax. */
  purchasePrice?: InputMaybe<Scalars['Decimal']['input']>;
  /** Stock-keeping unit. */
  sku?: InputMaybe<Scalars['String']['input']>;
  /** How many there are. */
  stock?: InputMaybe<Scalars['Int']['input']>;
  /** Tax in percent, such as 25, 12 or 6. */
  taxRatePercent?: InputMaybe<Scalars['Decimal']['input']>;
  /** What it is called. */
  title?: InputMaybe<Scalars['String']['input']>;
  /** Whether shoppers see it. */
  visible?: InputMaybe<Scalars['Boolean']['input']>;
  /** Weight in grams. */
  weightGrams?: InputMaybe<Scalars['Decimal']['input']>;
};

/** What became of one product. */
export type ShopProductResult = {
  __typename?: 'ShopProductResult';
  /** Its place in the input, from 0. */
  index: Scalars['Int']['output'];
  /** The product as it is after the write. Null when it was not written; also when it was changed and cannot be read or told by its sku. */
  product?: Maybe<Product>;
  /** Why it was not written. When it is not known whether it was, `errors` says so at this place. */
  userErrors: Array<UserError>;
};

/** Changes of one product: named by its id, by its id and a variant's, or by sku. What is left out stays; an empty text clears a field. */
export type ShopProductUpdateInput = {
  /** The price to compare with. */
  compareAtPrice?: InputMaybe<Scalars['Decimal']['input']>;
  /** First free field. */
  dataField1?: InputMaybe<Scalars['String']['input']>;
  /** Second free field. */
  dataField2?: InputMaybe<Scalars['String']['input']>;
  /** Third free field. */
  dataField3?: InputMaybe<Scalars['String']['input']>;
  /** HTML. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** Whether it stops being sold at a stock of zero. */
  disableNegativeStock?: InputMaybe<Scalars['Boolean']['input']>;
  /** Trade item number, free text. */
  gtin?: InputMaybe<Scalars['String']['input']>;
  /** What it costs, in the shop's currency. */
  price?: InputMaybe<Scalars['Decimal']['input']>;
  /** The product: the global id, or the shop's own. Not together with `sku`. */
  productId?: InputMaybe<Scalars['ID']['input']>;
  /** What the shop pays, without tax. */
  purchasePrice?: InputMaybe<Scalars['Decimal']['input']>;
  /** Description for search engines; the description when cleared. */
  seoDescription?: InputMaybe<Scalars['String']['input']>;
  /** Title for search engines; the title when cleared. */
  seoTitle?: InputMaybe<Scalars['String']['input']>;
  /** The sku of the product or variant to change. A sku cannot be changed itself. */
  sku?: InputMaybe<Scalars['String']['input']>;
  /** How many there are. Replaces the stock: a sale in between is overwritten. */
  stock?: InputMaybe<Scalars['Int']['input']>;
  /** Where it lies in stock. */
  stockLocation?: InputMaybe<Scalars['String']['input']>;
  /** Name of the supplier. */
  supplierName?: InputMaybe<Scalars['String']['input']>;
  /** The supplier's number of it. */
  supplierSku?: InputMaybe<Scalars['String']['input']>;
  /** Tax in percent, such as 25, 12 or 6. */
  taxRatePercent?: InputMaybe<Scalars['Decimal']['input']>;
  /** What it is called. It cannot be cleared. */
  title?: InputMaybe<Scalars['String']['input']>;
  /** The variant, by the shop's own id: then it is changed and not its product. */
  variantId?: InputMaybe<Scalars['ID']['input']>;
  /** Whether shoppers see it. */
  visible?: InputMaybe<Scalars['Boolean']['input']>;
};

/**
 * What can be followed, over WebSocket at /graphql and as Server-Sent Events at /graphql/stream. Each change is told with the thing as it is
 * at that moment. A subscriber who takes the changes too slowly gets EVENTS_LOST and the subscription ends: subscribe anew and read what
 * matters again, as after every loss of the connection.
 */
export type Subscription = {
  __typename?: 'Subscription';
  /** Orders that are new, different or gone, in the order in which it became known. Null only with an entry in `errors`: then it could not be found out whether a change passes the filter. */
  orderChanged?: Maybe<OrderChange>;
  /** Scheduled orders that are new, different or gone, in the order in which it became known. Null only with an entry in `errors`: then it could not be found out whether a change passes the filter. */
  scheduledOrderChanged?: Maybe<ScheduledOrderChange>;
  /** Parcels that are new, have moved or are gone, in the order in which it became known. Null only with an entry in `errors`: then it could not be found out whether a change passes the filter. */
  shipmentChanged?: Maybe<ShipmentChange>;
};


/**
 * What can be followed, over WebSocket at /graphql and as Server-Sent Events at /graphql/stream. Each change is told with the thing as it is
 * at that moment. A subscriber who takes the changes too slowly gets EVENTS_LOST and the subscription ends: subscribe anew and read what
 * matters again, as after every loss of the connection.
 */
export type SubscriptionOrderChangedArgs = {
  filter?: InputMaybe<OrderChangeFilter>;
};


/**
 * What can be followed, over WebSocket at /graphql and as Server-Sent Events at /graphql/stream. Each change is told with the thing as it is
 * at that moment. A subscriber who takes the changes too slowly gets EVENTS_LOST and the subscription ends: subscribe anew and read what
 * matters again, as after every loss of the connection.
 */
export type SubscriptionScheduledOrderChangedArgs = {
  filter?: InputMaybe<ScheduledOrderChangeFilter>;
};


/**
 * What can be followed, over WebSocket at /graphql and as Server-Sent Events at /graphql/stream. Each change is told with the thing as it is
 * at that moment. A subscriber who takes the changes too slowly gets EVENTS_LOST and the subscription ends: subscribe anew and read what
 * matters again, as after every loss of the connection.
 */
export type SubscriptionShipmentChangedArgs = {
  filter?: InputMaybe<ShipmentChangeFilter>;
};

/** A synchronization to start. */
export type SyncCommerceDataInput = {
  /** Kinds of data to read, each once. */
  dataTypes: Array<CommerceDataType>;
  /** Makes the write happen once; send it with every write. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What became of a synchronization. */
export type SyncCommerceDataPayload = {
  __typename?: 'SyncCommerceDataPayload';
  /**
   * The synchronizations that were started, without those that the aggregator does not show yet; null when there are `userErrors` or when
   * they could not be read.
   */
  syncs?: Maybe<Array<CommerceSync>>;
  /** Why none was started: TAKEN while one is running. */
  userErrors: Array<UserError>;
};

/** Changes of one order. What is left out stays. */
export type UpdateOrderInput = {
  /** An amount off, in the shop's currency. Not together with `removeDiscount`. */
  addDiscount?: InputMaybe<Scalars['Decimal']['input']>;
  /** Products to add. */
  addProducts?: InputMaybe<Array<OrderProductInput>>;
  /** Who buys. */
  customer?: InputMaybe<OrderCustomerInput>;
  /** How it was paid outside the shop. */
  payment?: InputMaybe<OrderPaymentInput>;
  /** Replaces every line. */
  products?: InputMaybe<Array<OrderProductInput>>;
  /** The order: its reference, or the global id. */
  reference: Scalars['String']['input'];
  /** Whether the discount goes. */
  removeDiscount?: InputMaybe<Scalars['Boolean']['input']>;
  /** Products to take out. */
  removeProducts?: InputMaybe<Array<OrderProductInput>>;
  /** How it is shipped. */
  shipping?: InputMaybe<OrderShippingInput>;
};

/** Orders to change. */
export type UpdateOrdersInput = {
  /** Makes the write happen once; send it with every write. Adding a product or a discount twice adds it twice. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The changes, at most 100, each order once. */
  orders: Array<UpdateOrderInput>;
};

/** What became of orders to change. */
export type UpdateOrdersPayload = {
  __typename?: 'UpdateOrdersPayload';
  /** One result for each change. When one has a problem in the input, none is sent. */
  results: Array<OrderChangeResult>;
  /** What is wrong with the input as a whole. */
  userErrors: Array<UserError>;
};

/** Products to change. */
export type UpdateProductsInput = {
  /** Makes the write happen once; send it with every write. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The changes, at most 100. Of two of one product the later wins. */
  products: Array<ShopProductUpdateInput>;
};

/** What became of products to change. */
export type UpdateProductsPayload = {
  __typename?: 'UpdateProductsPayload';
  /** One result for each change. When one has a problem in the input, none is sent. */
  results: Array<ShopProductResult>;
  /** What is wrong with the input as a whole. */
  userErrors: Array<UserError>;
};

/** What is to change about a subscription; at least one field. */
export type UpdateScheduledOrderInput = {
  /** How often it is to run. */
  frequency?: InputMaybe<FrequencyInput>;
  /** Which: the global id, or QPilot's own. */
  id: Scalars['ID']['input'];
  /** Makes the write happen once; send it with every write. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** When it is to run next. Parts of a second are kept as far as QPilot keeps them for this subscription. */
  nextOccurrenceAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** The card or account it is to be charged to: the global id, or QPilot's number. */
  paymentMethodId?: InputMaybe<Scalars['ID']['input']>;
  /** ACTIVE or PAUSED */
  status?: InputMaybe<ScheduledOrderStatus>;
};

/** What became of changes to a subscription. */
export type UpdateScheduledOrderPayload = {
  __typename?: 'UpdateScheduledOrderPayload';
  /** The subscription with what was done; null when nothing was. */
  scheduledOrder?: Maybe<ScheduledOrder>;
  /** What is wrong with the input. When some changes were done before one failed, its message ends in `Done before: …`; the code is INTERRUPTED when it failed for a passing reason. */
  userErrors: Array<UserError>;
};

/** A problem with what the caller sent. Everything else that goes wrong is in `errors`. */
export type UserError = {
  __typename?: 'UserError';
  /** What is wrong, for programs: REQUIRED, INVALID, TOO_LONG, TOO_MANY, NOT_FOUND, TAKEN, UNSUPPORTED, REJECTED by the provider, or INTERRUPTED: a write of several steps stopped after some of them for a passing reason. */
  code: Scalars['String']['output'];
  /** The way to the field below `input`, list places as numbers: `["orders", "0", "customer", "email"]`. Empty for the whole input. */
  field: Array<Scalars['String']['output']>;
  /** What is wrong, for people. */
  message: Scalars['String']['output'];
};

/** Marks of a campaign. */
export type UtmInput = {
  /** `utm_campaign`. */
  campaign?: InputMaybe<Scalars['String']['input']>;
  /** `utm_content`. */
  content?: InputMaybe<Scalars['String']['input']>;
  /** `utm_medium`. */
  medium?: InputMaybe<Scalars['String']['input']>;
  /** `utm_source`. */
  source?: InputMaybe<Scalars['String']['input']>;
  /** `utm_term`. */
  term?: InputMaybe<Scalars['String']['input']>;
};

/** Units of weight. */
export type WeightUnit =
  /** Gram. */
  | 'GRAM'
  /** Kilogram. */
  | 'KILOGRAM'
  /** Ounce. */
  | 'OUNCE'
  /** Pound. */
  | 'POUND';



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;




/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node:
    | ( CategoryParent )
    | ( CommerceCustomerParent )
    | ( CommerceLinkParent )
    | ( CommerceLocationParent )
    | ( CommerceOrderParent )
    | ( CommerceProductParent )
    | ( CustomerParent )
    | ( OrderParent )
    | ( PaymentMethodParent )
    | ( ProductParent )
    | ( ScheduledOrderParent )
    | ( ShipmentParent )
    | ( ShippingMethodParent )
    | ( ShopPaymentMethodParent )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AccessScope: AccessScope;
  AddPaymentMethodInput: AddPaymentMethodInput;
  AddPaymentMethodPayload: ResolverTypeWrapper<Omit<AddPaymentMethodPayload, 'paymentMethod'> & { paymentMethod?: Maybe<ResolversTypes['PaymentMethod']> }>;
  Address: ResolverTypeWrapper<Address>;
  AddressInput: AddressInput;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  CacheControlScope: CacheControlScope;
  Category: ResolverTypeWrapper<CategoryParent>;
  ChangeKind: ChangeKind;
  CircuitState: CircuitState;
  CommerceCredentialsInput: CommerceCredentialsInput;
  CommerceCustomer: ResolverTypeWrapper<CommerceCustomerParent>;
  CommerceCustomerConnection: ResolverTypeWrapper<Omit<CommerceCustomerConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['CommerceCustomerEdge']>, nodes: Array<ResolversTypes['CommerceCustomer']> }>;
  CommerceCustomerEdge: ResolverTypeWrapper<Omit<CommerceCustomerEdge, 'node'> & { node: ResolversTypes['CommerceCustomer'] }>;
  CommerceData: ResolverTypeWrapper<CommerceDataParent>;
  CommerceDataType: CommerceDataType;
  CommerceLink: ResolverTypeWrapper<CommerceLinkParent>;
  CommerceLocation: ResolverTypeWrapper<CommerceLocationParent>;
  CommerceLocationConnection: ResolverTypeWrapper<Omit<CommerceLocationConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['CommerceLocationEdge']>, nodes: Array<ResolversTypes['CommerceLocation']> }>;
  CommerceLocationEdge: ResolverTypeWrapper<Omit<CommerceLocationEdge, 'node'> & { node: ResolversTypes['CommerceLocation'] }>;
  CommerceOrder: ResolverTypeWrapper<CommerceOrderParent>;
  CommerceOrderConnection: ResolverTypeWrapper<Omit<CommerceOrderConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['CommerceOrderEdge']>, nodes: Array<ResolversTypes['CommerceOrder']> }>;
  CommerceOrderEdge: ResolverTypeWrapper<Omit<CommerceOrderEdge, 'node'> & { node: ResolversTypes['CommerceOrder'] }>;
  CommerceProduct: ResolverTypeWrapper<CommerceProductParent>;
  CommerceProductConnection: ResolverTypeWrapper<Omit<CommerceProductConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['CommerceProductEdge']>, nodes: Array<ResolversTypes['CommerceProduct']> }>;
  CommerceProductEdge: ResolverTypeWrapper<Omit<CommerceProductEdge, 'node'> & { node: ResolversTypes['CommerceProduct'] }>;
  CommerceProvider: CommerceProvider;
  CommerceProviderState: ResolverTypeWrapper<CommerceProviderStateParent>;
  CommerceSync: ResolverTypeWrapper<CommerceSync>;
  ConfigureCommerceProviderInput: ConfigureCommerceProviderInput;
  ConfigureCommerceProviderPayload: ResolverTypeWrapper<Omit<ConfigureCommerceProviderPayload, 'provider'> & { provider?: Maybe<ResolversTypes['CommerceProviderState']> }>;
  ConnectCommerceDataInput: ConnectCommerceDataInput;
  ConnectCommerceDataPayload: ResolverTypeWrapper<Omit<ConnectCommerceDataPayload, 'link'> & { link?: Maybe<ResolversTypes['CommerceLink']> }>;
  Courier: ResolverTypeWrapper<Courier>;
  Coverage: ResolverTypeWrapper<Coverage>;
  CreateCategoryInput: CreateCategoryInput;
  CreateCategoryPayload: ResolverTypeWrapper<Omit<CreateCategoryPayload, 'category'> & { category?: Maybe<ResolversTypes['Category']> }>;
  CreateCustomerInput: CreateCustomerInput;
  CreateCustomerPayload: ResolverTypeWrapper<Omit<CreateCustomerPayload, 'customer'> & { customer?: Maybe<ResolversTypes['Customer']> }>;
  CreateInvoiceInput: CreateInvoiceInput;
  CreateInvoicePayload: ResolverTypeWrapper<CreateInvoicePayload>;
  CreateOrderInput: CreateOrderInput;
  CreateOrderResult: ResolverTypeWrapper<Omit<CreateOrderResult, 'order'> & { order?: Maybe<ResolversTypes['Order']> }>;
  CreateOrdersInput: CreateOrdersInput;
  CreateOrdersPayload: ResolverTypeWrapper<Omit<CreateOrdersPayload, 'results'> & { results: Array<ResolversTypes['CreateOrderResult']> }>;
  CreateProductsInput: CreateProductsInput;
  CreateProductsPayload: ResolverTypeWrapper<Omit<CreateProductsPayload, 'results'> & { results: Array<ResolversTypes['ShopProductResult']> }>;
  CreateScheduledOrderInput: CreateScheduledOrderInput;
  CreateScheduledOrderPayload: ResolverTypeWrapper<Omit<CreateScheduledOrderPayload, 'scheduledOrder'> & { scheduledOrder?: Maybe<ResolversTypes['ScheduledOrder']> }>;
  CreateSubscriptionProductInput: CreateSubscriptionProductInput;
  CreateSubscriptionProductPayload: ResolverTypeWrapper<Omit<CreateSubscriptionProductPayload, 'product'> & { product?: Maybe<ResolversTypes['Product']> }>;
  Credits: ResolverTypeWrapper<Credits>;
  Customer: ResolverTypeWrapper<CustomerParent>;
  CustomerAccessTokenInput: CustomerAccessTokenInput;
  CustomerAccessTokenPayload: ResolverTypeWrapper<CustomerAccessTokenPayload>;
  CustomerConnection: ResolverTypeWrapper<Omit<CustomerConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['CustomerEdge']>, nodes: Array<ResolversTypes['Customer']> }>;
  CustomerEdge: ResolverTypeWrapper<Omit<CustomerEdge, 'node'> & { node: ResolversTypes['Customer'] }>;
  CustomerIdentity: ResolverTypeWrapper<CustomerIdentity>;
  CustomerLookup: CustomerLookup;
  CustomerType: CustomerType;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  DeleteShipmentInput: DeleteShipmentInput;
  DeleteShipmentPayload: ResolverTypeWrapper<DeleteShipmentPayload>;
  Duration: ResolverTypeWrapper<Scalars['Duration']['output']>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  ForgetCustomerInput: ForgetCustomerInput;
  ForgetCustomerPayload: ResolverTypeWrapper<ForgetCustomerPayload>;
  ForgottenRecords: ResolverTypeWrapper<ForgottenRecords>;
  Frequency: ResolverTypeWrapper<Frequency>;
  FrequencyInput: FrequencyInput;
  FrequencyUnit: FrequencyUnit;
  HeldCalls: ResolverTypeWrapper<HeldCalls>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  InvoiceCustomerInput: InvoiceCustomerInput;
  InvoicePaymentMethod: InvoicePaymentMethod;
  InvoiceStatus: InvoiceStatus;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  LengthUnit: LengthUnit;
  MatchedBy: MatchedBy;
  Money: ResolverTypeWrapper<Money>;
  MoneyInput: MoneyInput;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  Order: ResolverTypeWrapper<OrderParent>;
  OrderChange: ResolverTypeWrapper<OrderChangeParent>;
  OrderChangeFilter: OrderChangeFilter;
  OrderChangeResult: ResolverTypeWrapper<Omit<OrderChangeResult, 'order'> & { order?: Maybe<ResolversTypes['Order']> }>;
  OrderConnection: ResolverTypeWrapper<Omit<OrderConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['OrderEdge']>, nodes: Array<ResolversTypes['Order']> }>;
  OrderCustomerInput: OrderCustomerInput;
  OrderEdge: ResolverTypeWrapper<Omit<OrderEdge, 'node'> & { node: ResolversTypes['Order'] }>;
  OrderFilter: OrderFilter;
  OrderLine: ResolverTypeWrapper<OrderLineParent>;
  OrderLookup: OrderLookup;
  OrderPayment: ResolverTypeWrapper<OrderPayment>;
  OrderPaymentInput: OrderPaymentInput;
  OrderProductInput: OrderProductInput;
  OrderShippingInput: OrderShippingInput;
  OrderStatus: OrderStatus;
  OrderStatusChange: OrderStatusChange;
  OrderStatusInput: OrderStatusInput;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  ParcelRowInput: ParcelRowInput;
  PaymentMethod: ResolverTypeWrapper<PaymentMethodParent>;
  PaymentMethodInput: PaymentMethodInput;
  PaymentMethodType: PaymentMethodType;
  Product: ResolverTypeWrapper<ProductParent>;
  ProductAvailability: ProductAvailability;
  ProductConnection: ResolverTypeWrapper<Omit<ProductConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['ProductEdge']>, nodes: Array<ResolversTypes['Product']> }>;
  ProductCounterpart: ResolverTypeWrapper<Omit<ProductCounterpart, 'product'> & { product: ResolversTypes['Product'] }>;
  ProductEdge: ResolverTypeWrapper<Omit<ProductEdge, 'node'> & { node: ResolversTypes['Product'] }>;
  ProductLookup: ProductLookup;
  ProductVariant: ResolverTypeWrapper<ProductVariant>;
  Provider: Provider;
  ProviderMode: ProviderMode;
  ProviderState: ResolverTypeWrapper<ProviderStateParent>;
  ProviderStatus: ProviderStatus;
  PushOrderInput: PushOrderInput;
  PushOrderResult: ResolverTypeWrapper<PushOrderResultParent>;
  PushOrdersInput: PushOrdersInput;
  PushOrdersPayload: ResolverTypeWrapper<Omit<PushOrdersPayload, 'results'> & { results: Array<ResolversTypes['PushOrderResult']> }>;
  PushShipmentInput: PushShipmentInput;
  PushShipmentResult: ResolverTypeWrapper<PushShipmentResultParent>;
  PushShipmentsInput: PushShipmentsInput;
  PushShipmentsPayload: ResolverTypeWrapper<Omit<PushShipmentsPayload, 'results'> & { results: Array<ResolversTypes['PushShipmentResult']> }>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ScheduledOrder: ResolverTypeWrapper<ScheduledOrderParent>;
  ScheduledOrderChange: ResolverTypeWrapper<ScheduledOrderChangeParent>;
  ScheduledOrderChangeFilter: ScheduledOrderChangeFilter;
  ScheduledOrderConnection: ResolverTypeWrapper<Omit<ScheduledOrderConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['ScheduledOrderEdge']>, nodes: Array<ResolversTypes['ScheduledOrder']> }>;
  ScheduledOrderEdge: ResolverTypeWrapper<Omit<ScheduledOrderEdge, 'node'> & { node: ResolversTypes['ScheduledOrder'] }>;
  ScheduledOrderFilter: ScheduledOrderFilter;
  ScheduledOrderItem: ResolverTypeWrapper<ScheduledOrderItemParent>;
  ScheduledOrderItemInput: ScheduledOrderItemInput;
  ScheduledOrderLookup: ScheduledOrderLookup;
  ScheduledOrderStatus: ScheduledOrderStatus;
  SetOrderStatusInput: SetOrderStatusInput;
  SetOrderStatusPayload: ResolverTypeWrapper<Omit<SetOrderStatusPayload, 'results'> & { results: Array<ResolversTypes['OrderChangeResult']> }>;
  Shipment: ResolverTypeWrapper<ShipmentParent>;
  ShipmentChange: ResolverTypeWrapper<ShipmentChangeParent>;
  ShipmentChangeFilter: ShipmentChangeFilter;
  ShipmentConnection: ResolverTypeWrapper<Omit<ShipmentConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['ShipmentEdge']>, nodes: Array<ResolversTypes['Shipment']> }>;
  ShipmentCourier: ResolverTypeWrapper<ShipmentCourier>;
  ShipmentEdge: ResolverTypeWrapper<Omit<ShipmentEdge, 'node'> & { node: ResolversTypes['Shipment'] }>;
  ShipmentEvent: ResolverTypeWrapper<ShipmentEvent>;
  ShipmentLookup: ShipmentLookup;
  ShipmentStatus: ShipmentStatus;
  ShippingInfoInput: ShippingInfoInput;
  ShippingMethod: ResolverTypeWrapper<ShippingMethodParent>;
  ShopPaymentMethod: ResolverTypeWrapper<ShopPaymentMethodParent>;
  ShopProductInput: ShopProductInput;
  ShopProductResult: ResolverTypeWrapper<Omit<ShopProductResult, 'product'> & { product?: Maybe<ResolversTypes['Product']> }>;
  ShopProductUpdateInput: ShopProductUpdateInput;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  SyncCommerceDataInput: SyncCommerceDataInput;
  SyncCommerceDataPayload: ResolverTypeWrapper<SyncCommerceDataPayload>;
  UpdateOrderInput: UpdateOrderInput;
  UpdateOrdersInput: UpdateOrdersInput;
  UpdateOrdersPayload: ResolverTypeWrapper<Omit<UpdateOrdersPayload, 'results'> & { results: Array<ResolversTypes['OrderChangeResult']> }>;
  UpdateProductsInput: UpdateProductsInput;
  UpdateProductsPayload: ResolverTypeWrapper<Omit<UpdateProductsPayload, 'results'> & { results: Array<ResolversTypes['ShopProductResult']> }>;
  UpdateScheduledOrderInput: UpdateScheduledOrderInput;
  UpdateScheduledOrderPayload: ResolverTypeWrapper<Omit<UpdateScheduledOrderPayload, 'scheduledOrder'> & { scheduledOrder?: Maybe<ResolversTypes['ScheduledOrder']> }>;
  UserError: ResolverTypeWrapper<UserError>;
  UtmInput: UtmInput;
  WeightUnit: WeightUnit;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AddPaymentMethodInput: AddPaymentMethodInput;
  AddPaymentMethodPayload: Omit<AddPaymentMethodPayload, 'paymentMethod'> & { paymentMethod?: Maybe<ResolversParentTypes['PaymentMethod']> };
  Address: Address;
  AddressInput: AddressInput;
  Boolean: Scalars['Boolean']['output'];
  Category: CategoryParent;
  CommerceCredentialsInput: CommerceCredentialsInput;
  CommerceCustomer: CommerceCustomerParent;
  CommerceCustomerConnection: Omit<CommerceCustomerConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['CommerceCustomerEdge']>, nodes: Array<ResolversParentTypes['CommerceCustomer']> };
  CommerceCustomerEdge: Omit<CommerceCustomerEdge, 'node'> & { node: ResolversParentTypes['CommerceCustomer'] };
  CommerceData: CommerceDataParent;
  CommerceLink: CommerceLinkParent;
  CommerceLocation: CommerceLocationParent;
  CommerceLocationConnection: Omit<CommerceLocationConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['CommerceLocationEdge']>, nodes: Array<ResolversParentTypes['CommerceLocation']> };
  CommerceLocationEdge: Omit<CommerceLocationEdge, 'node'> & { node: ResolversParentTypes['CommerceLocation'] };
  CommerceOrder: CommerceOrderParent;
  CommerceOrderConnection: Omit<CommerceOrderConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['CommerceOrderEdge']>, nodes: Array<ResolversParentTypes['CommerceOrder']> };
  CommerceOrderEdge: Omit<CommerceOrderEdge, 'node'> & { node: ResolversParentTypes['CommerceOrder'] };
  CommerceProduct: CommerceProductParent;
  CommerceProductConnection: Omit<CommerceProductConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['CommerceProductEdge']>, nodes: Array<ResolversParentTypes['CommerceProduct']> };
  CommerceProductEdge: Omit<CommerceProductEdge, 'node'> & { node: ResolversParentTypes['CommerceProduct'] };
  CommerceProviderState: CommerceProviderStateParent;
  CommerceSync: CommerceSync;
  ConfigureCommerceProviderInput: ConfigureCommerceProviderInput;
  ConfigureCommerceProviderPayload: Omit<ConfigureCommerceProviderPayload, 'provider'> & { provider?: Maybe<ResolversParentTypes['CommerceProviderState']> };
  ConnectCommerceDataInput: ConnectCommerceDataInput;
  ConnectCommerceDataPayload: Omit<ConnectCommerceDataPayload, 'link'> & { link?: Maybe<ResolversParentTypes['CommerceLink']> };
  Courier: Courier;
  Coverage: Coverage;
  CreateCategoryInput: CreateCategoryInput;
  CreateCategoryPayload: Omit<CreateCategoryPayload, 'category'> & { category?: Maybe<ResolversParentTypes['Category']> };
  CreateCustomerInput: CreateCustomerInput;
  CreateCustomerPayload: Omit<CreateCustomerPayload, 'customer'> & { customer?: Maybe<ResolversParentTypes['Customer']> };
  CreateInvoiceInput: CreateInvoiceInput;
  CreateInvoicePayload: CreateInvoicePayload;
  CreateOrderInput: CreateOrderInput;
  CreateOrderResult: Omit<CreateOrderResult, 'order'> & { order?: Maybe<ResolversParentTypes['Order']> };
  CreateOrdersInput: CreateOrdersInput;
  CreateOrdersPayload: Omit<CreateOrdersPayload, 'results'> & { results: Array<ResolversParentTypes['CreateOrderResult']> };
  CreateProductsInput: CreateProductsInput;
  CreateProductsPayload: Omit<CreateProductsPayload, 'results'> & { results: Array<ResolversParentTypes['ShopProductResult']> };
  CreateScheduledOrderInput: CreateScheduledOrderInput;
  CreateScheduledOrderPayload: Omit<CreateScheduledOrderPayload, 'scheduledOrder'> & { scheduledOrder?: Maybe<ResolversParentTypes['ScheduledOrder']> };
  CreateSubscriptionProductInput: CreateSubscriptionProductInput;
  CreateSubscriptionProductPayload: Omit<CreateSubscriptionProductPayload, 'product'> & { product?: Maybe<ResolversParentTypes['Product']> };
  Credits: Credits;
  Customer: CustomerParent;
  CustomerAccessTokenInput: CustomerAccessTokenInput;
  CustomerAccessTokenPayload: CustomerAccessTokenPayload;
  CustomerConnection: Omit<CustomerConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['CustomerEdge']>, nodes: Array<ResolversParentTypes['Customer']> };
  CustomerEdge: Omit<CustomerEdge, 'node'> & { node: ResolversParentTypes['Customer'] };
  CustomerIdentity: CustomerIdentity;
  CustomerLookup: CustomerLookup;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  Decimal: Scalars['Decimal']['output'];
  DeleteShipmentInput: DeleteShipmentInput;
  DeleteShipmentPayload: DeleteShipmentPayload;
  Duration: Scalars['Duration']['output'];
  Float: Scalars['Float']['output'];
  ForgetCustomerInput: ForgetCustomerInput;
  ForgetCustomerPayload: ForgetCustomerPayload;
  ForgottenRecords: ForgottenRecords;
  Frequency: Frequency;
  FrequencyInput: FrequencyInput;
  HeldCalls: HeldCalls;
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  InvoiceCustomerInput: InvoiceCustomerInput;
  JSON: Scalars['JSON']['output'];
  Money: Money;
  MoneyInput: MoneyInput;
  Mutation: Record<PropertyKey, never>;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  Order: OrderParent;
  OrderChange: OrderChangeParent;
  OrderChangeFilter: OrderChangeFilter;
  OrderChangeResult: Omit<OrderChangeResult, 'order'> & { order?: Maybe<ResolversParentTypes['Order']> };
  OrderConnection: Omit<OrderConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['OrderEdge']>, nodes: Array<ResolversParentTypes['Order']> };
  OrderCustomerInput: OrderCustomerInput;
  OrderEdge: Omit<OrderEdge, 'node'> & { node: ResolversParentTypes['Order'] };
  OrderFilter: OrderFilter;
  OrderLine: OrderLineParent;
  OrderLookup: OrderLookup;
  OrderPayment: OrderPayment;
  OrderPaymentInput: OrderPaymentInput;
  OrderProductInput: OrderProductInput;
  OrderShippingInput: OrderShippingInput;
  OrderStatusInput: OrderStatusInput;
  PageInfo: PageInfo;
  ParcelRowInput: ParcelRowInput;
  PaymentMethod: PaymentMethodParent;
  PaymentMethodInput: PaymentMethodInput;
  Product: ProductParent;
  ProductConnection: Omit<ProductConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['ProductEdge']>, nodes: Array<ResolversParentTypes['Product']> };
  ProductCounterpart: Omit<ProductCounterpart, 'product'> & { product: ResolversParentTypes['Product'] };
  ProductEdge: Omit<ProductEdge, 'node'> & { node: ResolversParentTypes['Product'] };
  ProductLookup: ProductLookup;
  ProductVariant: ProductVariant;
  ProviderState: ProviderStateParent;
  PushOrderInput: PushOrderInput;
  PushOrderResult: PushOrderResultParent;
  PushOrdersInput: PushOrdersInput;
  PushOrdersPayload: Omit<PushOrdersPayload, 'results'> & { results: Array<ResolversParentTypes['PushOrderResult']> };
  PushShipmentInput: PushShipmentInput;
  PushShipmentResult: PushShipmentResultParent;
  PushShipmentsInput: PushShipmentsInput;
  PushShipmentsPayload: Omit<PushShipmentsPayload, 'results'> & { results: Array<ResolversParentTypes['PushShipmentResult']> };
  Query: Record<PropertyKey, never>;
  ScheduledOrder: ScheduledOrderParent;
  ScheduledOrderChange: ScheduledOrderChangeParent;
  ScheduledOrderChangeFilter: ScheduledOrderChangeFilter;
  ScheduledOrderConnection: Omit<ScheduledOrderConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['ScheduledOrderEdge']>, nodes: Array<ResolversParentTypes['ScheduledOrder']> };
  ScheduledOrderEdge: Omit<ScheduledOrderEdge, 'node'> & { node: ResolversParentTypes['ScheduledOrder'] };
  ScheduledOrderFilter: ScheduledOrderFilter;
  ScheduledOrderItem: ScheduledOrderItemParent;
  ScheduledOrderItemInput: ScheduledOrderItemInput;
  ScheduledOrderLookup: ScheduledOrderLookup;
  SetOrderStatusInput: SetOrderStatusInput;
  SetOrderStatusPayload: Omit<SetOrderStatusPayload, 'results'> & { results: Array<ResolversParentTypes['OrderChangeResult']> };
  Shipment: ShipmentParent;
  ShipmentChange: ShipmentChangeParent;
  ShipmentChangeFilter: ShipmentChangeFilter;
  ShipmentConnection: Omit<ShipmentConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['ShipmentEdge']>, nodes: Array<ResolversParentTypes['Shipment']> };
  ShipmentCourier: ShipmentCourier;
  ShipmentEdge: Omit<ShipmentEdge, 'node'> & { node: ResolversParentTypes['Shipment'] };
  ShipmentEvent: ShipmentEvent;
  ShipmentLookup: ShipmentLookup;
  ShippingInfoInput: ShippingInfoInput;
  ShippingMethod: ShippingMethodParent;
  ShopPaymentMethod: ShopPaymentMethodParent;
  ShopProductInput: ShopProductInput;
  ShopProductResult: Omit<ShopProductResult, 'product'> & { product?: Maybe<ResolversParentTypes['Product']> };
  ShopProductUpdateInput: ShopProductUpdateInput;
  String: Scalars['String']['output'];
  Subscription: Record<PropertyKey, never>;
  SyncCommerceDataInput: SyncCommerceDataInput;
  SyncCommerceDataPayload: SyncCommerceDataPayload;
  UpdateOrderInput: UpdateOrderInput;
  UpdateOrdersInput: UpdateOrdersInput;
  UpdateOrdersPayload: Omit<UpdateOrdersPayload, 'results'> & { results: Array<ResolversParentTypes['OrderChangeResult']> };
  UpdateProductsInput: UpdateProductsInput;
  UpdateProductsPayload: Omit<UpdateProductsPayload, 'results'> & { results: Array<ResolversParentTypes['ShopProductResult']> };
  UpdateScheduledOrderInput: UpdateScheduledOrderInput;
  UpdateScheduledOrderPayload: Omit<UpdateScheduledOrderPayload, 'scheduledOrder'> & { scheduledOrder?: Maybe<ResolversParentTypes['ScheduledOrder']> };
  UserError: UserError;
  UtmInput: UtmInput;
};

export type AccessDirectiveArgs = {
  ofParent?: Scalars['Boolean']['input'];
  to: AccessScope;
};

export type AccessDirectiveResolver<Result, Parent, ContextType = GatewayContext, Args = AccessDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type CacheControlDirectiveArgs = {
  inheritMaxAge?: Maybe<Scalars['Boolean']['input']>;
  maxAge?: Maybe<Scalars['Int']['input']>;
  scope?: Maybe<CacheControlScope>;
};

export type CacheControlDirectiveResolver<Result, Parent, ContextType = GatewayContext, Args = CacheControlDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type CostDirectiveArgs = {
  calls?: Scalars['Int']['input'];
  callsPerRow?: Scalars['Int']['input'];
  mayScan?: Scalars['Boolean']['input'];
};

export type CostDirectiveResolver<Result, Parent, ContextType = GatewayContext, Args = CostDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ListSizeDirectiveArgs = {
  assumedSize?: Maybe<Scalars['Int']['input']>;
  sizedFields?: Maybe<Array<Scalars['String']['input']>>;
  slicingArguments?: Maybe<Array<Scalars['String']['input']>>;
};

export type ListSizeDirectiveResolver<Result, Parent, ContextType = GatewayContext, Args = ListSizeDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AddPaymentMethodPayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['AddPaymentMethodPayload'] = ResolversParentTypes['AddPaymentMethodPayload']> = {
  paymentMethod?: Resolver<Maybe<ResolversTypes['PaymentMethod']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AddressResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['Address'] = ResolversParentTypes['Address']> = {
  city?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  company?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  countryCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  postalCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CategoryResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['Category'] = ResolversParentTypes['Category']> = {
  externalId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['Category']>, ParentType, ContextType>;
  path?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CommerceCustomerResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['CommerceCustomer'] = ResolversParentTypes['CommerceCustomer']> = {
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  externalId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  raw?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CommerceCustomerConnectionResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['CommerceCustomerConnection'] = ResolversParentTypes['CommerceCustomerConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CommerceCustomerEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['CommerceCustomer']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CommerceCustomerEdgeResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['CommerceCustomerEdge'] = ResolversParentTypes['CommerceCustomerEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['CommerceCustomer'], ParentType, ContextType>;
};

export type CommerceDataResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['CommerceData'] = ResolversParentTypes['CommerceData']> = {
  customers?: Resolver<Maybe<ResolversTypes['CommerceCustomerConnection']>, ParentType, ContextType, RequireFields<CommerceDataCustomersArgs, 'first'>>;
  latestSyncs?: Resolver<Maybe<Array<ResolversTypes['CommerceSync']>>, ParentType, ContextType>;
  links?: Resolver<Maybe<Array<ResolversTypes['CommerceLink']>>, ParentType, ContextType>;
  locations?: Resolver<Maybe<ResolversTypes['CommerceLocationConnection']>, ParentType, ContextType, RequireFields<CommerceDataLocationsArgs, 'first'>>;
  orders?: Resolver<Maybe<ResolversTypes['CommerceOrderConnection']>, ParentType, ContextType, RequireFields<CommerceDataOrdersArgs, 'first'>>;
  products?: Resolver<Maybe<ResolversTypes['CommerceProductConnection']>, ParentType, ContextType, RequireFields<CommerceDataProductsArgs, 'first'>>;
  provider?: Resolver<Maybe<ResolversTypes['CommerceProviderState']>, ParentType, ContextType, RequireFields<CommerceDataProviderArgs, 'name'>>;
};

export type CommerceLinkResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['CommerceLink'] = ResolversParentTypes['CommerceLink']> = {
  externalId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  provider?: Resolver<ResolversTypes['CommerceProvider'], ParentType, ContextType>;
  rawProvider?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  redirectUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CommerceLocationResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['CommerceLocation'] = ResolversParentTypes['CommerceLocation']> = {
  externalId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  raw?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CommerceLocationConnectionResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['CommerceLocationConnection'] = ResolversParentTypes['CommerceLocationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CommerceLocationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['CommerceLocation']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CommerceLocationEdgeResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['CommerceLocationEdge'] = ResolversParentTypes['CommerceLocationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['CommerceLocation'], ParentType, ContextType>;
};

export type CommerceOrderResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['CommerceOrder'] = ResolversParentTypes['CommerceOrder']> = {
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  externalId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  orderNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  raw?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  total?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CommerceOrderConnectionResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['CommerceOrderConnection'] = ResolversParentTypes['CommerceOrderConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CommerceOrderEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['CommerceOrder']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CommerceOrderEdgeResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['CommerceOrderEdge'] = ResolversParentTypes['CommerceOrderEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['CommerceOrder'], ParentType, ContextType>;
};

export type CommerceProductResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['CommerceProduct'] = ResolversParentTypes['CommerceProduct']> = {
  externalId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  gtin?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  raw?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  sku?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CommerceProductConnectionResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['CommerceProductConnection'] = ResolversParentTypes['CommerceProductConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CommerceProductEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['CommerceProduct']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CommerceProductEdgeResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['CommerceProductEdge'] = ResolversParentTypes['CommerceProductEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['CommerceProduct'], ParentType, ContextType>;
};

export type CommerceProviderStateResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['CommerceProviderState'] = ResolversParentTypes['CommerceProviderState']> = {
  autoConnect?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  available?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  enabled?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['CommerceProvider'], ParentType, ContextType>;
};

export type CommerceSyncResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['CommerceSync'] = ResolversParentTypes['CommerceSync']> = {
  completedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  dataType?: Resolver<ResolversTypes['CommerceDataType'], ParentType, ContextType>;
  rawDataType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  requestedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ConfigureCommerceProviderPayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ConfigureCommerceProviderPayload'] = ResolversParentTypes['ConfigureCommerceProviderPayload']> = {
  provider?: Resolver<Maybe<ResolversTypes['CommerceProviderState']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ConnectCommerceDataPayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ConnectCommerceDataPayload'] = ResolversParentTypes['ConnectCommerceDataPayload']> = {
  link?: Resolver<Maybe<ResolversTypes['CommerceLink']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CourierResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['Courier'] = ResolversParentTypes['Courier']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CoverageResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['Coverage'] = ResolversParentTypes['Coverage']> = {
  complete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lagSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  provider?: Resolver<ResolversTypes['Provider'], ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type CreateCategoryPayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['CreateCategoryPayload'] = ResolversParentTypes['CreateCategoryPayload']> = {
  category?: Resolver<Maybe<ResolversTypes['Category']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreateCustomerPayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['CreateCustomerPayload'] = ResolversParentTypes['CreateCustomerPayload']> = {
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreateInvoicePayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['CreateInvoicePayload'] = ResolversParentTypes['CreateInvoicePayload']> = {
  accepted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  reference?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreateOrderResultResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['CreateOrderResult'] = ResolversParentTypes['CreateOrderResult']> = {
  checkoutUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  index?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreateOrdersPayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['CreateOrdersPayload'] = ResolversParentTypes['CreateOrdersPayload']> = {
  results?: Resolver<Array<ResolversTypes['CreateOrderResult']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreateProductsPayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['CreateProductsPayload'] = ResolversParentTypes['CreateProductsPayload']> = {
  results?: Resolver<Array<ResolversTypes['ShopProductResult']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreateScheduledOrderPayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['CreateScheduledOrderPayload'] = ResolversParentTypes['CreateScheduledOrderPayload']> = {
  scheduledOrder?: Resolver<Maybe<ResolversTypes['ScheduledOrder']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreateSubscriptionProductPayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['CreateSubscriptionProductPayload'] = ResolversParentTypes['CreateSubscriptionProductPayload']> = {
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreditsResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['Credits'] = ResolversParentTypes['Credits']> = {
  at?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  remaining?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CustomerResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['Customer'] = ResolversParentTypes['Customer']> = {
  billingAddress?: Resolver<Maybe<ResolversTypes['Address']>, ParentType, ContextType>;
  commerceCustomers?: Resolver<Maybe<Array<ResolversTypes['CommerceCustomer']>>, ParentType, ContextType>;
  company?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  externalId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  firstName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  identities?: Resolver<Array<ResolversTypes['CustomerIdentity']>, ParentType, ContextType>;
  lastName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  orders?: Resolver<Maybe<ResolversTypes['OrderConnection']>, ParentType, ContextType, RequireFields<CustomerOrdersArgs, 'first'>>;
  paymentMethods?: Resolver<Maybe<Array<ResolversTypes['PaymentMethod']>>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  scheduledOrders?: Resolver<Maybe<ResolversTypes['ScheduledOrderConnection']>, ParentType, ContextType, RequireFields<CustomerScheduledOrdersArgs, 'first'>>;
  shipments?: Resolver<Maybe<ResolversTypes['ShipmentConnection']>, ParentType, ContextType, RequireFields<CustomerShipmentsArgs, 'first'>>;
  shippingAddress?: Resolver<Maybe<ResolversTypes['Address']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CustomerAccessTokenPayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['CustomerAccessTokenPayload'] = ResolversParentTypes['CustomerAccessTokenPayload']> = {
  token?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CustomerConnectionResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['CustomerConnection'] = ResolversParentTypes['CustomerConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CustomerEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Customer']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CustomerEdgeResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['CustomerEdge'] = ResolversParentTypes['CustomerEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Customer'], ParentType, ContextType>;
};

export type CustomerIdentityResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['CustomerIdentity'] = ResolversParentTypes['CustomerIdentity']> = {
  externalId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  matchedBy?: Resolver<ResolversTypes['MatchedBy'], ParentType, ContextType>;
  provider?: Resolver<ResolversTypes['Provider'], ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

export type DeleteShipmentPayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['DeleteShipmentPayload'] = ResolversParentTypes['DeleteShipmentPayload']> = {
  deletedTrackingNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export interface DurationScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Duration'], any> {
  name: 'Duration';
}

export type ForgetCustomerPayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ForgetCustomerPayload'] = ResolversParentTypes['ForgetCustomerPayload']> = {
  removed?: Resolver<Array<ResolversTypes['ForgottenRecords']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ForgottenRecordsResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ForgottenRecords'] = ResolversParentTypes['ForgottenRecords']> = {
  records?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  store?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FrequencyResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['Frequency'] = ResolversParentTypes['Frequency']> = {
  rawUnit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['FrequencyUnit'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type HeldCallsResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['HeldCalls'] = ResolversParentTypes['HeldCalls']> = {
  nextProbeAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  operation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['CircuitState'], ParentType, ContextType>;
};

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type MoneyResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amount?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  currency?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  raw?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  addPaymentMethod: Resolver<Maybe<ResolversTypes['AddPaymentMethodPayload']>, ParentType, ContextType, RequireFields<MutationAddPaymentMethodArgs, 'input'>>;
  configureCommerceProvider: Resolver<Maybe<ResolversTypes['ConfigureCommerceProviderPayload']>, ParentType, ContextType, RequireFields<MutationConfigureCommerceProviderArgs, 'input'>>;
  connectCommerceData: Resolver<Maybe<ResolversTypes['ConnectCommerceDataPayload']>, ParentType, ContextType, RequireFields<MutationConnectCommerceDataArgs, 'input'>>;
  createCategory: Resolver<Maybe<ResolversTypes['CreateCategoryPayload']>, ParentType, ContextType, RequireFields<MutationCreateCategoryArgs, 'input'>>;
  createCustomer: Resolver<Maybe<ResolversTypes['CreateCustomerPayload']>, ParentType, ContextType, RequireFields<MutationCreateCustomerArgs, 'input'>>;
  createInvoice: Resolver<Maybe<ResolversTypes['CreateInvoicePayload']>, ParentType, ContextType, RequireFields<MutationCreateInvoiceArgs, 'input'>>;
  createOrders: Resolver<Maybe<ResolversTypes['CreateOrdersPayload']>, ParentType, ContextType, RequireFields<MutationCreateOrdersArgs, 'input'>>;
  createProducts: Resolver<Maybe<ResolversTypes['CreateProductsPayload']>, ParentType, ContextType, RequireFields<MutationCreateProductsArgs, 'input'>>;
  createScheduledOrder: Resolver<Maybe<ResolversTypes['CreateScheduledOrderPayload']>, ParentType, ContextType, RequireFields<MutationCreateScheduledOrderArgs, 'input'>>;
  createSubscriptionProduct: Resolver<Maybe<ResolversTypes['CreateSubscriptionProductPayload']>, ParentType, ContextType, RequireFields<MutationCreateSubscriptionProductArgs, 'input'>>;
  customerAccessToken: Resolver<Maybe<ResolversTypes['CustomerAccessTokenPayload']>, ParentType, ContextType, RequireFields<MutationCustomerAccessTokenArgs, 'input'>>;
  deleteShipment: Resolver<Maybe<ResolversTypes['DeleteShipmentPayload']>, ParentType, ContextType, RequireFields<MutationDeleteShipmentArgs, 'input'>>;
  forgetCustomer: Resolver<Maybe<ResolversTypes['ForgetCustomerPayload']>, ParentType, ContextType, RequireFields<MutationForgetCustomerArgs, 'input'>>;
  pushOrders: Resolver<Maybe<ResolversTypes['PushOrdersPayload']>, ParentType, ContextType, RequireFields<MutationPushOrdersArgs, 'input'>>;
  pushShipments: Resolver<Maybe<ResolversTypes['PushShipmentsPayload']>, ParentType, ContextType, RequireFields<MutationPushShipmentsArgs, 'input'>>;
  setOrderStatus: Resolver<Maybe<ResolversTypes['SetOrderStatusPayload']>, ParentType, ContextType, RequireFields<MutationSetOrderStatusArgs, 'input'>>;
  syncCommerceData: Resolver<Maybe<ResolversTypes['SyncCommerceDataPayload']>, ParentType, ContextType, RequireFields<MutationSyncCommerceDataArgs, 'input'>>;
  updateOrders: Resolver<Maybe<ResolversTypes['UpdateOrdersPayload']>, ParentType, ContextType, RequireFields<MutationUpdateOrdersArgs, 'input'>>;
  updateProducts: Resolver<Maybe<ResolversTypes['UpdateProductsPayload']>, ParentType, ContextType, RequireFields<MutationUpdateProductsArgs, 'input'>>;
  updateScheduledOrder: Resolver<Maybe<ResolversTypes['UpdateScheduledOrderPayload']>, ParentType, ContextType, RequireFields<MutationUpdateScheduledOrderArgs, 'input'>>;
};

export type NodeResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Category' | 'CommerceCustomer' | 'CommerceLink' | 'CommerceLocation' | 'CommerceOrder' | 'CommerceProduct' | 'Customer' | 'Order' | 'PaymentMethod' | 'Product' | 'ScheduledOrder' | 'Shipment' | 'ShippingMethod' | 'ShopPaymentMethod', ParentType, ContextType>;
};

export type OrderResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['Order'] = ResolversParentTypes['Order']> = {
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  discountTotal?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  externalId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lines?: Resolver<Maybe<Array<ResolversTypes['OrderLine']>>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  payment?: Resolver<Maybe<ResolversTypes['OrderPayment']>, ParentType, ContextType>;
  placedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  provider?: Resolver<ResolversTypes['Provider'], ParentType, ContextType>;
  rawStatus?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reference?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  scheduledOrder?: Resolver<Maybe<ResolversTypes['ScheduledOrder']>, ParentType, ContextType>;
  shipments?: Resolver<Maybe<Array<ResolversTypes['Shipment']>>, ParentType, ContextType>;
  shippingAddress?: Resolver<Maybe<ResolversTypes['Address']>, ParentType, ContextType>;
  shippingMethodName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  shippingTotal?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['OrderStatus'], ParentType, ContextType>;
  subtotal?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  taxTotal?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  total?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OrderChangeResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['OrderChange'] = ResolversParentTypes['OrderChange']> = {
  event?: Resolver<ResolversTypes['ChangeKind'], ParentType, ContextType>;
  externalId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  provider?: Resolver<ResolversTypes['Provider'], ParentType, ContextType>;
  reference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type OrderChangeResultResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['OrderChangeResult'] = ResolversParentTypes['OrderChangeResult']> = {
  index?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type OrderConnectionResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['OrderConnection'] = ResolversParentTypes['OrderConnection']> = {
  coverage?: Resolver<Array<ResolversTypes['Coverage']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['OrderEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Order']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type OrderEdgeResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['OrderEdge'] = ResolversParentTypes['OrderEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
};

export type OrderLineResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['OrderLine'] = ResolversParentTypes['OrderLine']> = {
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  productExternalId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  quantity?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  sku?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  total?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  unitPrice?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  variant?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type OrderPaymentResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['OrderPayment'] = ResolversParentTypes['OrderPayment']> = {
  method?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  transactionId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PaymentMethodResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['PaymentMethod'] = ResolversParentTypes['PaymentMethod']> = {
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expiresOn?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  externalId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isDefault?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  lastFourDigits?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rawType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['PaymentMethodType'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProductResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['Product'] = ResolversParentTypes['Product']> = {
  availability?: Resolver<Maybe<ResolversTypes['ProductAvailability']>, ParentType, ContextType>;
  categoryName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  compareAtPrice?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  counterparts?: Resolver<Maybe<Array<ResolversTypes['ProductCounterpart']>>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  externalId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  gtin?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isVisible?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  mpn?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  price?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  provider?: Resolver<ResolversTypes['Provider'], ParentType, ContextType>;
  rawAvailability?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  salePrice?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  sku?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  stock?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  variants?: Resolver<Maybe<Array<ResolversTypes['ProductVariant']>>, ParentType, ContextType>;
  weightGrams?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProductConnectionResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ProductConnection'] = ResolversParentTypes['ProductConnection']> = {
  coverage?: Resolver<Array<ResolversTypes['Coverage']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['ProductEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Product']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ProductCounterpartResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ProductCounterpart'] = ResolversParentTypes['ProductCounterpart']> = {
  matchedBy?: Resolver<ResolversTypes['MatchedBy'], ParentType, ContextType>;
  product?: Resolver<ResolversTypes['Product'], ParentType, ContextType>;
};

export type ProductEdgeResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ProductEdge'] = ResolversParentTypes['ProductEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Product'], ParentType, ContextType>;
};

export type ProductVariantResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ProductVariant'] = ResolversParentTypes['ProductVariant']> = {
  externalId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  gtin?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  price?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  sku?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  stock?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ProviderStateResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ProviderState'] = ResolversParentTypes['ProviderState']> = {
  configured?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  credits?: Resolver<Maybe<ResolversTypes['Credits']>, ParentType, ContextType>;
  heldCalls?: Resolver<Array<ResolversTypes['HeldCalls']>, ParentType, ContextType>;
  mode?: Resolver<ResolversTypes['ProviderMode'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['Provider'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ProviderStatus'], ParentType, ContextType>;
};

export type PushOrderResultResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['PushOrderResult'] = ResolversParentTypes['PushOrderResult']> = {
  action?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  index?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  reference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type PushOrdersPayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['PushOrdersPayload'] = ResolversParentTypes['PushOrdersPayload']> = {
  results?: Resolver<Array<ResolversTypes['PushOrderResult']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type PushShipmentResultResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['PushShipmentResult'] = ResolversParentTypes['PushShipmentResult']> = {
  index?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  shipment?: Resolver<Maybe<ResolversTypes['Shipment']>, ParentType, ContextType>;
  trackingUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type PushShipmentsPayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['PushShipmentsPayload'] = ResolversParentTypes['PushShipmentsPayload']> = {
  results?: Resolver<Array<ResolversTypes['PushShipmentResult']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  categories: Resolver<Maybe<Array<ResolversTypes['Category']>>, ParentType, ContextType>;
  commerceData: Resolver<ResolversTypes['CommerceData'], ParentType, ContextType>;
  couriers: Resolver<Maybe<Array<ResolversTypes['Courier']>>, ParentType, ContextType, Partial<QueryCouriersArgs>>;
  customer: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType, RequireFields<QueryCustomerArgs, 'by'>>;
  customers: Resolver<Maybe<ResolversTypes['CustomerConnection']>, ParentType, ContextType, RequireFields<QueryCustomersArgs, 'first'>>;
  node: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  nodes: Resolver<Array<Maybe<ResolversTypes['Node']>>, ParentType, ContextType, RequireFields<QueryNodesArgs, 'ids'>>;
  order: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType, RequireFields<QueryOrderArgs, 'by'>>;
  orders: Resolver<Maybe<ResolversTypes['OrderConnection']>, ParentType, ContextType, RequireFields<QueryOrdersArgs, 'first'>>;
  product: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType, RequireFields<QueryProductArgs, 'by'>>;
  products: Resolver<Maybe<ResolversTypes['ProductConnection']>, ParentType, ContextType, RequireFields<QueryProductsArgs, 'first'>>;
  providers: Resolver<Array<ResolversTypes['ProviderState']>, ParentType, ContextType>;
  scheduledOrder: Resolver<Maybe<ResolversTypes['ScheduledOrder']>, ParentType, ContextType, RequireFields<QueryScheduledOrderArgs, 'by'>>;
  scheduledOrders: Resolver<Maybe<ResolversTypes['ScheduledOrderConnection']>, ParentType, ContextType, RequireFields<QueryScheduledOrdersArgs, 'first'>>;
  shipment: Resolver<Maybe<ResolversTypes['Shipment']>, ParentType, ContextType, RequireFields<QueryShipmentArgs, 'by'>>;
  shipments: Resolver<Maybe<ResolversTypes['ShipmentConnection']>, ParentType, ContextType, RequireFields<QueryShipmentsArgs, 'first' | 'since'>>;
  shippingMethods: Resolver<Maybe<Array<ResolversTypes['ShippingMethod']>>, ParentType, ContextType>;
  shopPaymentMethods: Resolver<Maybe<Array<ResolversTypes['ShopPaymentMethod']>>, ParentType, ContextType>;
};

export type ScheduledOrderResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ScheduledOrder'] = ResolversParentTypes['ScheduledOrder']> = {
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  externalId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  frequency?: Resolver<Maybe<ResolversTypes['Frequency']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  items?: Resolver<Array<ResolversTypes['ScheduledOrderItem']>, ParentType, ContextType>;
  lastOccurrenceAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  nextOccurrenceAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  orders?: Resolver<Maybe<ResolversTypes['OrderConnection']>, ParentType, ContextType, RequireFields<ScheduledOrderOrdersArgs, 'first'>>;
  paymentMethod?: Resolver<Maybe<ResolversTypes['PaymentMethod']>, ParentType, ContextType>;
  rawStatus?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  shippingTotal?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ScheduledOrderStatus'], ParentType, ContextType>;
  subtotal?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  taxTotal?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  total?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ScheduledOrderChangeResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ScheduledOrderChange'] = ResolversParentTypes['ScheduledOrderChange']> = {
  event?: Resolver<ResolversTypes['ChangeKind'], ParentType, ContextType>;
  externalId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  provider?: Resolver<ResolversTypes['Provider'], ParentType, ContextType>;
  scheduledOrder?: Resolver<Maybe<ResolversTypes['ScheduledOrder']>, ParentType, ContextType>;
};

export type ScheduledOrderConnectionResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ScheduledOrderConnection'] = ResolversParentTypes['ScheduledOrderConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ScheduledOrderEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['ScheduledOrder']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ScheduledOrderEdgeResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ScheduledOrderEdge'] = ResolversParentTypes['ScheduledOrderEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ScheduledOrder'], ParentType, ContextType>;
};

export type ScheduledOrderItemResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ScheduledOrderItem'] = ResolversParentTypes['ScheduledOrderItem']> = {
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  quantity?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  unitPrice?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
};

export type SetOrderStatusPayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['SetOrderStatusPayload'] = ResolversParentTypes['SetOrderStatusPayload']> = {
  results?: Resolver<Array<ResolversTypes['OrderChangeResult']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ShipmentResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['Shipment'] = ResolversParentTypes['Shipment']> = {
  courier?: Resolver<Maybe<ResolversTypes['ShipmentCourier']>, ParentType, ContextType>;
  courierTrackingUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  events?: Resolver<Array<ResolversTypes['ShipmentEvent']>, ParentType, ContextType>;
  externalId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastEvent?: Resolver<Maybe<ResolversTypes['ShipmentEvent']>, ParentType, ContextType>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  rawStatus?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ShipmentStatus'], ParentType, ContextType>;
  statusAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  trackingNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  trackingUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ShipmentChangeResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ShipmentChange'] = ResolversParentTypes['ShipmentChange']> = {
  event?: Resolver<ResolversTypes['ChangeKind'], ParentType, ContextType>;
  provider?: Resolver<ResolversTypes['Provider'], ParentType, ContextType>;
  reference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  shipment?: Resolver<Maybe<ResolversTypes['Shipment']>, ParentType, ContextType>;
  trackingNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ShipmentConnectionResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ShipmentConnection'] = ResolversParentTypes['ShipmentConnection']> = {
  coverage?: Resolver<Array<ResolversTypes['Coverage']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['ShipmentEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Shipment']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ShipmentCourierResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ShipmentCourier'] = ResolversParentTypes['ShipmentCourier']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ShipmentEdgeResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ShipmentEdge'] = ResolversParentTypes['ShipmentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Shipment'], ParentType, ContextType>;
};

export type ShipmentEventResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ShipmentEvent'] = ResolversParentTypes['ShipmentEvent']> = {
  at?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  on?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  place?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rawStatus?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ShipmentStatus'], ParentType, ContextType>;
};

export type ShippingMethodResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ShippingMethod'] = ResolversParentTypes['ShippingMethod']> = {
  active?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  externalId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  price?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  priceBasis?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ShopPaymentMethodResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ShopPaymentMethod'] = ResolversParentTypes['ShopPaymentMethod']> = {
  customerTypes?: Resolver<Maybe<Array<ResolversTypes['CustomerType']>>, ParentType, ContextType>;
  externalId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ShopProductResultResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ShopProductResult'] = ResolversParentTypes['ShopProductResult']> = {
  index?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  orderChanged?: SubscriptionResolver<Maybe<ResolversTypes['OrderChange']>, "orderChanged", ParentType, ContextType, Partial<SubscriptionOrderChangedArgs>>;
  scheduledOrderChanged?: SubscriptionResolver<Maybe<ResolversTypes['ScheduledOrderChange']>, "scheduledOrderChanged", ParentType, ContextType, Partial<SubscriptionScheduledOrderChangedArgs>>;
  shipmentChanged?: SubscriptionResolver<Maybe<ResolversTypes['ShipmentChange']>, "shipmentChanged", ParentType, ContextType, Partial<SubscriptionShipmentChangedArgs>>;
};

export type SyncCommerceDataPayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['SyncCommerceDataPayload'] = ResolversParentTypes['SyncCommerceDataPayload']> = {
  syncs?: Resolver<Maybe<Array<ResolversTypes['CommerceSync']>>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdateOrdersPayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['UpdateOrdersPayload'] = ResolversParentTypes['UpdateOrdersPayload']> = {
  results?: Resolver<Array<ResolversTypes['OrderChangeResult']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdateProductsPayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['UpdateProductsPayload'] = ResolversParentTypes['UpdateProductsPayload']> = {
  results?: Resolver<Array<ResolversTypes['ShopProductResult']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdateScheduledOrderPayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['UpdateScheduledOrderPayload'] = ResolversParentTypes['UpdateScheduledOrderPayload']> = {
  scheduledOrder?: Resolver<Maybe<ResolversTypes['ScheduledOrder']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type Resolvers<ContextType = GatewayContext> = {
  AddPaymentMethodPayload?: AddPaymentMethodPayloadResolvers<ContextType>;
  Address?: AddressResolvers<ContextType>;
  Category?: CategoryResolvers<ContextType>;
  CommerceCustomer?: CommerceCustomerResolvers<ContextType>;
  CommerceCustomerConnection?: CommerceCustomerConnectionResolvers<ContextType>;
  CommerceCustomerEdge?: CommerceCustomerEdgeResolvers<ContextType>;
  CommerceData?: CommerceDataResolvers<ContextType>;
  CommerceLink?: CommerceLinkResolvers<ContextType>;
  CommerceLocation?: CommerceLocationResolvers<ContextType>;
  CommerceLocationConnection?: CommerceLocationConnectionResolvers<ContextType>;
  CommerceLocationEdge?: CommerceLocationEdgeResolvers<ContextType>;
  CommerceOrder?: CommerceOrderResolvers<ContextType>;
  CommerceOrderConnection?: CommerceOrderConnectionResolvers<ContextType>;
  CommerceOrderEdge?: CommerceOrderEdgeResolvers<ContextType>;
  CommerceProduct?: CommerceProductResolvers<ContextType>;
  CommerceProductConnection?: CommerceProductConnectionResolvers<ContextType>;
  CommerceProductEdge?: CommerceProductEdgeResolvers<ContextType>;
  CommerceProviderState?: CommerceProviderStateResolvers<ContextType>;
  CommerceSync?: CommerceSyncResolvers<ContextType>;
  ConfigureCommerceProviderPayload?: ConfigureCommerceProviderPayloadResolvers<ContextType>;
  ConnectCommerceDataPayload?: ConnectCommerceDataPayloadResolvers<ContextType>;
  Courier?: CourierResolvers<ContextType>;
  Coverage?: CoverageResolvers<ContextType>;
  CreateCategoryPayload?: CreateCategoryPayloadResolvers<ContextType>;
  CreateCustomerPayload?: CreateCustomerPayloadResolvers<ContextType>;
  CreateInvoicePayload?: CreateInvoicePayloadResolvers<ContextType>;
  CreateOrderResult?: CreateOrderResultResolvers<ContextType>;
  CreateOrdersPayload?: CreateOrdersPayloadResolvers<ContextType>;
  CreateProductsPayload?: CreateProductsPayloadResolvers<ContextType>;
  CreateScheduledOrderPayload?: CreateScheduledOrderPayloadResolvers<ContextType>;
  CreateSubscriptionProductPayload?: CreateSubscriptionProductPayloadResolvers<ContextType>;
  Credits?: CreditsResolvers<ContextType>;
  Customer?: CustomerResolvers<ContextType>;
  CustomerAccessTokenPayload?: CustomerAccessTokenPayloadResolvers<ContextType>;
  CustomerConnection?: CustomerConnectionResolvers<ContextType>;
  CustomerEdge?: CustomerEdgeResolvers<ContextType>;
  CustomerIdentity?: CustomerIdentityResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  DeleteShipmentPayload?: DeleteShipmentPayloadResolvers<ContextType>;
  Duration?: GraphQLScalarType;
  ForgetCustomerPayload?: ForgetCustomerPayloadResolvers<ContextType>;
  ForgottenRecords?: ForgottenRecordsResolvers<ContextType>;
  Frequency?: FrequencyResolvers<ContextType>;
  HeldCalls?: HeldCallsResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  Money?: MoneyResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  Order?: OrderResolvers<ContextType>;
  OrderChange?: OrderChangeResolvers<ContextType>;
  OrderChangeResult?: OrderChangeResultResolvers<ContextType>;
  OrderConnection?: OrderConnectionResolvers<ContextType>;
  OrderEdge?: OrderEdgeResolvers<ContextType>;
  OrderLine?: OrderLineResolvers<ContextType>;
  OrderPayment?: OrderPaymentResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PaymentMethod?: PaymentMethodResolvers<ContextType>;
  Product?: ProductResolvers<ContextType>;
  ProductConnection?: ProductConnectionResolvers<ContextType>;
  ProductCounterpart?: ProductCounterpartResolvers<ContextType>;
  ProductEdge?: ProductEdgeResolvers<ContextType>;
  ProductVariant?: ProductVariantResolvers<ContextType>;
  ProviderState?: ProviderStateResolvers<ContextType>;
  PushOrderResult?: PushOrderResultResolvers<ContextType>;
  PushOrdersPayload?: PushOrdersPayloadResolvers<ContextType>;
  PushShipmentResult?: PushShipmentResultResolvers<ContextType>;
  PushShipmentsPayload?: PushShipmentsPayloadResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  ScheduledOrder?: ScheduledOrderResolvers<ContextType>;
  ScheduledOrderChange?: ScheduledOrderChangeResolvers<ContextType>;
  ScheduledOrderConnection?: ScheduledOrderConnectionResolvers<ContextType>;
  ScheduledOrderEdge?: ScheduledOrderEdgeResolvers<ContextType>;
  ScheduledOrderItem?: ScheduledOrderItemResolvers<ContextType>;
  SetOrderStatusPayload?: SetOrderStatusPayloadResolvers<ContextType>;
  Shipment?: ShipmentResolvers<ContextType>;
  ShipmentChange?: ShipmentChangeResolvers<ContextType>;
  ShipmentConnection?: ShipmentConnectionResolvers<ContextType>;
  ShipmentCourier?: ShipmentCourierResolvers<ContextType>;
  ShipmentEdge?: ShipmentEdgeResolvers<ContextType>;
  ShipmentEvent?: ShipmentEventResolvers<ContextType>;
  ShippingMethod?: ShippingMethodResolvers<ContextType>;
  ShopPaymentMethod?: ShopPaymentMethodResolvers<ContextType>;
  ShopProductResult?: ShopProductResultResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  SyncCommerceDataPayload?: SyncCommerceDataPayloadResolvers<ContextType>;
  UpdateOrdersPayload?: UpdateOrdersPayloadResolvers<ContextType>;
  UpdateProductsPayload?: UpdateProductsPayloadResolvers<ContextType>;
  UpdateScheduledOrderPayload?: UpdateScheduledOrderPayloadResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = GatewayContext> = {
  access?: AccessDirectiveResolver<any, any, ContextType>;
  cacheControl?: CacheControlDirectiveResolver<any, any, ContextType>;
  cost?: CostDirectiveResolver<any, any, ContextType>;
  listSize?: ListSizeDirectiveResolver<any, any, ContextType>;
};
