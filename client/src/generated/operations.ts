/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode } from '../typed-document.js';
/** A card or account to save for a customer of QPilot. The gateway's tokens are sent on and never shown or stored. */
export type AddPaymentMethodInput = {
  /** Whose it is: the global id, or QPilot's own, which is the shop's. */
  customerId: string;
  /** What the shop or shopper calls it. */
  description?: string | null | undefined;
  /** When the card ends, as MMYY. */
  expiresOn?: string | null | undefined;
  /** The gateway's token of the customer. */
  gatewayCustomerId: string;
  /** The gateway's token of the card or account. */
  gatewayPaymentId: string;
  /** Makes the write happen once; send it with every write. */
  idempotencyKey?: string | null | undefined;
  /** Whether it is used where no other is chosen. */
  isDefault?: boolean | null | undefined;
  /** Last four digits of the card, no more. */
  lastFourDigits?: string | null | undefined;
  /** The gateway; UNKNOWN cannot be sent. */
  type: PaymentMethodType;
};

/** Where and to whom, as a write takes it. A provider that has no place for a given part says so in `userErrors`. */
export type AddressInput = {
  /** Town. */
  city?: string | null | undefined;
  /** The company. */
  company?: string | null | undefined;
  /** ISO 3166-1 alpha-2 */
  countryCode?: string | null | undefined;
  /** E-mail address. */
  email?: string | null | undefined;
  /** First name, where the name is given in parts. */
  firstName?: string | null | undefined;
  /** Last name, where the name is given in parts. */
  lastName?: string | null | undefined;
  /** Street lines */
  lines?: Array<string> | null | undefined;
  /** The name of the person, as one text. */
  name?: string | null | undefined;
  /** Phone number. */
  phone?: string | null | undefined;
  /** Postal code. */
  postalCode?: string | null | undefined;
  /** State, province or region, as people there write it. */
  region?: string | null | undefined;
};

/** What has happened to a thing. */
export type ChangeKind =
  /** It is new. */
  | 'CREATED'
  /** Its provider has it no more. */
  | 'DELETED'
  /** It is different from what it was. */
  | 'UPDATED';

/** The app's credentials at the commerce platform. They are passed on and kept nowhere. */
export type CommerceCredentialsInput = {
  /** The app's client id; the platform calls it API key. */
  clientId: string;
  /** The app's client secret; the platform calls it API secret key. */
  clientSecret: string;
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

/** Commerce platforms the aggregator reads. */
export type CommerceProvider =
  /** Shopify. */
  | 'SHOPIFY'
  /** One this schema does not know; see the raw word beside it. */
  | 'UNKNOWN';

/** How the aggregator is to be set up for a platform. What is left out stays as it is. */
export type ConfigureCommerceProviderInput = {
  /** Whether new users are connected without being asked. */
  autoConnect?: boolean | null | undefined;
  /** The app's credentials at the platform. */
  credentials?: CommerceCredentialsInput | null | undefined;
  /** Whether it is switched on. */
  enabled?: boolean | null | undefined;
  /** Makes the write happen once; send it with every write. */
  idempotencyKey?: string | null | undefined;
  /** The platform. */
  provider: CommerceProvider;
};

/** A connection to ask for. */
export type ConnectCommerceDataInput = {
  /** Kinds of data to read, each once. */
  dataTypes: Array<CommerceDataType>;
  /** Makes the write happen once; send it with every write. */
  idempotencyKey?: string | null | undefined;
  /** The platform. */
  provider: CommerceProvider;
};

/** A new category of the shop. */
export type CreateCategoryInput = {
  /** Makes the write happen once; send it with every write. */
  idempotencyKey?: string | null | undefined;
  /** What it is called. */
  name: string;
  /** The category above: the global id, or the shop's own. Without it the new one stands at the top. */
  parentId?: string | null | undefined;
};

/** A new customer of QPilot. */
export type CreateCustomerInput = {
  /** Where bills go, in the same form. */
  billingAddress?: AddressInput | null | undefined;
  /** E-mail address; QPilot keeps one for a customer, so one inside an address must be the same. */
  email: string;
  /** The shop's customer id, which is QPilot's too. What becomes of one that is taken is QPilot's choice. */
  externalId: string;
  /** Given name. */
  firstName?: string | null | undefined;
  /** Makes the write happen once; send it with every write. */
  idempotencyKey?: string | null | undefined;
  /** Family name. */
  lastName?: string | null | undefined;
  /** Cards to save in the same call; at most 20. */
  paymentMethods?: Array<PaymentMethodInput> | null | undefined;
  /** Phone number; QPilot keeps one for a customer. Without it that of an address is taken. */
  phone?: string | null | undefined;
  /** Where parcels go: at most two street lines. A `name` alone is cut at its last blank. Its company becomes the customer's. */
  shippingAddress?: AddressInput | null | undefined;
};

/** An invoice to issue. */
export type CreateInvoiceInput = {
  /** Logins of partners, the first one of the first level. */
  affiliates?: Array<string> | null | undefined;
  /** Whether the order is confirmed. */
  confirmed?: boolean | null | undefined;
  /** The provider's id of the coupon. */
  couponId?: string | null | undefined;
  /** When it was placed; now when left out. */
  createdAt?: string | null | undefined;
  /** Who gets it. */
  customer: InvoiceCustomerInput;
  /** Makes the write happen once; send it with every write. It becomes the invoice's reference. */
  idempotencyKey?: string | null | undefined;
  /** A note on the invoice. Nothing is added to it. */
  note?: string | null | undefined;
  /** When it was paid. */
  paidAt?: string | null | undefined;
  /** How it is to be paid. */
  paymentMethod?: InvoicePaymentMethod | null | undefined;
  /** By position; may be shorter than productIds */
  prices?: Array<string> | null | undefined;
  /** The provider's own ids of the products, at least one; an id given twice is two pieces. */
  productIds: Array<string>;
  /** The provider's id of the member of staff in charge. */
  salesManagerId?: string | null | undefined;
  /** How far it is. */
  status?: InvoiceStatus | null | undefined;
  /** The one tag of the order. Nothing is added to it. */
  tag?: string | null | undefined;
  /** Marks of the campaign it came from. */
  utm?: UtmInput | null | undefined;
};

/** A new order of the shop. It is unpaid at first. */
export type CreateOrderInput = {
  /** Who buys. */
  customer: OrderCustomerInput;
  /** An amount off, in the shop's currency. */
  discount?: string | null | undefined;
  /** How it was paid outside the shop. */
  payment?: OrderPaymentInput | null | undefined;
  /** What is bought, at least one product. */
  products: Array<OrderProductInput>;
  /** How it is shipped. */
  shipping?: OrderShippingInput | null | undefined;
};

/** Orders to make. */
export type CreateOrdersInput = {
  /** Makes the write happen once; send it with every write. */
  idempotencyKey?: string | null | undefined;
  /** The orders, at most 100. */
  orders: Array<CreateOrderInput>;
};

/** Products to make. */
export type CreateProductsInput = {
  /** Makes the write happen once; send it with every write. */
  idempotencyKey?: string | null | undefined;
  /** The products, at most 100. */
  products: Array<ShopProductInput>;
};

/** A new subscription. */
export type CreateScheduledOrderInput = {
  /** Who gets it: the global id, or QPilot's own, which is the shop's. */
  customerId: string;
  /** How often it runs. */
  frequency: FrequencyInput;
  /** Makes the write happen once; send it with every write. QPilot keeps it as the order's `originalExternalId`, to find it again. */
  idempotencyKey?: string | null | undefined;
  /** What is sent; at least one, at most 100. */
  items: Array<ScheduledOrderItemInput>;
  /** When it runs first. Without it QPilot counts from now. */
  nextOccurrenceAt?: string | null | undefined;
  /** Free text on the subscription. */
  note?: string | null | undefined;
  /** The card or account it is charged to: the global id, or QPilot's number. Without it the customer's default one. */
  paymentMethodId?: string | null | undefined;
};

/** A new product at QPilot, for subscriptions. */
export type CreateSubscriptionProductInput = {
  /** Whether it can be put into scheduled orders. */
  addToScheduledOrder?: boolean | null | undefined;
  /** Whether it can be bought; UNKNOWN cannot be sent. */
  availability?: ProductAvailability | null | undefined;
  /** The shop's product id, which is QPilot's too. What becomes of one that is taken is QPilot's choice. */
  externalId: string;
  /** Global trade item number. */
  gtin?: string | null | undefined;
  /** Height, in `lengthUnit`. */
  height?: string | null | undefined;
  /** Makes the write happen once; send it with every write. */
  idempotencyKey?: string | null | undefined;
  /** Length, in `lengthUnit`. */
  length?: string | null | undefined;
  /** What the dimensions count. */
  lengthUnit?: LengthUnit | null | undefined;
  /** Manufacturer's part number. */
  mpn?: string | null | undefined;
  /** What it costs, in the currency of the site. */
  price: string;
  /** Whether scheduled orders that hold it are run. */
  processScheduledOrder?: boolean | null | undefined;
  /** The lower price for subscribers. */
  salePrice?: string | null | undefined;
  /** Stock-keeping unit. */
  sku?: string | null | undefined;
  /** Pieces in stock. */
  stock?: number | null | undefined;
  /** What it is called. */
  title: string;
  /** Weight, in `weightUnit`. */
  weight?: string | null | undefined;
  /** What `weight` counts. */
  weightUnit?: WeightUnit | null | undefined;
  /** Width, in `lengthUnit`. */
  width?: string | null | undefined;
};

/** The customer a token is asked for. */
export type CustomerAccessTokenInput = {
  /** The global id, or QPilot's own, which is the shop's. */
  customerId: string;
};

/** Names one customer. */
export type CustomerLookup =
  {   /** The e-mail, in any case. */
  email: string; externalId?: never; id?: never; }
  |  { email?: never;   /** QPilot's customer id, which is the shop's */
  externalId: string; id?: never; }
  |  { email?: never; externalId?: never;   /** The global id, or QPilot's own. */
  id: string; };

/** Kinds of buyers. */
export type CustomerType =
  /** A company. */
  | 'BUSINESS'
  /** A private person. */
  | 'CONSUMER';

/** A parcel to delete. */
export type DeleteShipmentInput = {
  /** Makes the write happen once; send it with every write. */
  idempotencyKey?: string | null | undefined;
  /** The number it was registered with. */
  trackingNumber: string;
};

/** Whose personal data to forget. */
export type ForgetCustomerInput = {
  /** Exactly one key of the person. */
  by: CustomerLookup;
};

/** How often a subscription is to run. */
export type FrequencyInput = {
  /** What `value` counts; UNKNOWN cannot be sent. */
  unit: FrequencyUnit;
  /** Every n days, weeks or months; 1 (Sunday) to 7 for DAY_OF_THE_WEEK; the day for DAY_OF_THE_MONTH */
  value: number;
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

/** Who gets an invoice. */
export type InvoiceCustomerInput = {
  /** Where the invoice goes: at most two lines, no names and no phone. */
  billingAddress?: AddressInput | null | undefined;
  /** E-mail address of the contact. */
  email: string;
  /** First name. */
  firstName?: string | null | undefined;
  /** The IP address the order came from. */
  ip?: string | null | undefined;
  /** Last name. */
  lastName?: string | null | undefined;
  /** Middle name. */
  middleName?: string | null | undefined;
  /** Phone number. */
  phone?: string | null | undefined;
  /** Where goods go: at most two lines, and no names, for which the provider has no fields. */
  shippingAddress?: AddressInput | null | undefined;
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

/** An amount with its currency, as a write takes it. */
export type MoneyInput = {
  /** The decimal amount, such as `99.90`. */
  amount: string;
  /** ISO 4217 code, such as `EUR`. */
  currency: string;
};

/** Who buys. What the shop has no field for is refused: a region, a third street line, an e-mail or phone inside the address. */
export type OrderCustomerInput = {
  /** Whether the buyer gets a login to the shop. */
  createLogin?: boolean | null | undefined;
  /** The buyer's e-mail. */
  email: string;
  /** Whether the buyer gets the newsletter. */
  newsletterSubscribe?: boolean | null | undefined;
  /** The buyer's phone. */
  phone?: string | null | undefined;
  /** Where it goes: at most two street lines. A single `name` is split at its first blank. */
  shippingAddress?: AddressInput | null | undefined;
  /** A business needs `shippingAddress.company`; a consumer has none. */
  type: CustomerType;
};

/** Narrows a list of orders. All given conditions must hold. */
export type OrderFilter = {
  /** Orders of the customer with this e-mail, in any case. */
  customerEmail?: string | null | undefined;
  /** Orders placed at or after this instant. */
  placedFrom?: string | null | undefined;
  /** Orders placed before this instant. */
  placedTo?: string | null | undefined;
  /** Orders of this provider only. */
  provider?: Provider | null | undefined;
  /** Orders in one of these states. */
  status?: Array<OrderStatus> | null | undefined;
};

/** Names one order. */
export type OrderLookup =
  {   /** The global id, or the shop's own order id. */
  id: string; reference?: never; }
  |  { id?: never;   /** The order number that shop, parcel and import share. */
  reference: string; };

/** How an order was paid outside the shop. Without it the buyer pays in the shop's checkout. */
export type OrderPaymentInput = {
  /** The way to pay, in words of your own. */
  method?: string | null | undefined;
  /** The payment's reference. Give one for each order: it is what an order is found again by when its answer is lost. */
  transactionId?: string | null | undefined;
};

/** A product of an order: by sku, or by id with or without a variant's. */
export type OrderProductInput = {
  /** The product: the global id, or the shop's own. */
  productId?: string | null | undefined;
  /** How many, from 1 to 100. The shop counts in pieces: each is a line of the request. */
  quantity?: number | null | undefined;
  /** The sku of the product or variant. Not together with `productId`. */
  sku?: string | null | undefined;
  /** The variant, by the shop's own id; null says that there is none. */
  variantId?: string | null | undefined;
};

/** How an order is shipped. What is left out comes from the shop's shipping method. */
export type OrderShippingInput = {
  /** The shipping method: the global id, or the shop's own. */
  id?: string | null | undefined;
  /** The name to show. */
  name?: string | null | undefined;
  /** What it costs, in the shop's currency. */
  price?: string | null | undefined;
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
  language?: string | null | undefined;
  /** The order: its reference, or the global id. */
  reference: string;
  /** Whether the buyer is told. With PAID and DONE; left out, the shop decides. */
  sendEmail?: boolean | null | undefined;
  /** Whether the shop's webhooks are told. With PAID only. */
  sendWebhook?: boolean | null | undefined;
  /** How it was sent. With DONE only. */
  shipping?: ShippingInfoInput | null | undefined;
  /** The step. */
  status: OrderStatusChange;
};

/** A row of a parcel or of an order to import. */
export type ParcelRowInput = {
  /** What it is called. */
  name: string;
  /** How many, at least 1. */
  quantity: number;
  /** Stock-keeping unit. */
  sku: string;
  /** Total of the row. It is sent as given. */
  total: string;
  /** Price of one. */
  unitPrice: string;
};

/** A card or account to save at QPilot. The gateway's tokens are as good as credentials: they are sent on and never shown or stored. */
export type PaymentMethodInput = {
  /** What the shop or shopper calls it. */
  description?: string | null | undefined;
  /** When the card ends, as MMYY. */
  expiresOn?: string | null | undefined;
  /** The gateway's token of the customer. */
  gatewayCustomerId: string;
  /** The gateway's token of the card or account. */
  gatewayPaymentId: string;
  /** Whether it is used where no other is chosen. */
  isDefault?: boolean | null | undefined;
  /** Last four digits of the card, no more. */
  lastFourDigits?: string | null | undefined;
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

/** Names one product. */
export type ProductLookup =
  {   /** The global id, or the shop's own, else QPilot's own. */
  id: string; sku?: never; }
  |  { id?: never;   /** The stock-keeping unit, exactly. Looked for in the shop first, then at QPilot. */
  sku: string; };

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
  amount?: MoneyInput | null | undefined;
  /** The courier's code, as `couriers` lists it. */
  courier?: string | null | undefined;
  /** When it was placed. */
  createdAt: string;
  /** Who bought it. Name, lines, city, region and postal code are required; lines are joined by a comma. */
  customer: AddressInput;
  /** Height, in the unit of the account. */
  height?: string | null | undefined;
  /** Length, in the unit of the account. */
  length?: string | null | undefined;
  /** Free text on the order. */
  note?: string | null | undefined;
  /** The shop's internal id of the order. It is never given back. */
  orderId?: string | null | undefined;
  /** How many parcels. */
  parcels?: number | null | undefined;
  /** Whether it is paid for at the door. */
  payOnDelivery?: boolean | null | undefined;
  /** How it is paid, in the shop's own word. */
  paymentType: string;
  /** The order number, which becomes the reference. */
  reference: string;
  /** What was bought. */
  rows?: Array<ParcelRowInput> | null | undefined;
  /** How far the order is, in the shop's own word. */
  status: string;
  /** When it was last changed. */
  updatedAt: string;
  /** Weight, in the unit of the account. */
  weight?: string | null | undefined;
  /** Width, in the unit of the account. */
  width?: string | null | undefined;
};

/** Orders to import. */
export type PushOrdersInput = {
  /** Makes the write happen once; send it with every write. */
  idempotencyKey?: string | null | undefined;
  /** The orders, 1 to 100, each reference once. */
  orders: Array<PushOrderInput>;
};

/** A parcel to register. The first three fields are enough; mails to the recipient need more. */
export type PushShipmentInput = {
  /** E-mail address of the sales contact. */
  agentEmail?: string | null | undefined;
  /** What is to be paid, at most two decimals. */
  amount?: string | null | undefined;
  /** The courier's code, as `couriers` lists it. */
  courier: string;
  /** A value of your own, at most 255 characters. */
  custom1?: string | null | undefined;
  /** A second one. */
  custom2?: string | null | undefined;
  /** A third one. */
  custom3?: string | null | undefined;
  /** Whether `trackingNumber` is the courier's real number. */
  isTrackingNumber?: boolean | null | undefined;
  /** A note on the parcel, at most 255 characters. */
  note?: string | null | undefined;
  /** The day the order was placed. */
  orderedOn?: string | null | undefined;
  /** Whether it is paid for at the door. */
  payOnDelivery?: boolean | null | undefined;
  /** Who gets it. Street lines are joined by a comma; the name is `name`, else first and last name, else the company. */
  recipient?: AddressInput | null | undefined;
  /** The order number it belongs to. */
  reference?: string | null | undefined;
  /** The day on which delivery is asked for. */
  requestedDeliveryOn?: string | null | undefined;
  /** What is in it. */
  rows?: Array<ParcelRowInput> | null | undefined;
  /** The day it was handed over. */
  shippedOn: string;
  /** What shipping costs, at most two decimals. */
  shippingCost?: string | null | undefined;
  /** Groups parcels that belong together. */
  tag?: string | null | undefined;
  /** The courier's number of the parcel, or a number that stands for it until there is one. */
  trackingNumber: string;
};

/** Parcels to register. */
export type PushShipmentsInput = {
  /** Makes the write happen once; send it with every write. */
  idempotencyKey?: string | null | undefined;
  /** The parcels, 1 to 100, each tracking number once. */
  shipments: Array<PushShipmentInput>;
};

/** Narrows a list of subscriptions. All given conditions must hold. */
export type ScheduledOrderFilter = {
  /** Subscriptions of this customer: the global id, or QPilot's own. */
  customerId?: string | null | undefined;
  /** Subscriptions in one of these states. */
  status?: Array<ScheduledOrderStatus> | null | undefined;
};

/** One product of a new subscription. */
export type ScheduledOrderItemInput = {
  /** The product at QPilot: the global id, or the shop's own. */
  productId: string;
  /** How many pieces a run. */
  quantity: number;
};

/** Names one subscription. */
export type ScheduledOrderLookup =
  {   /** The global id, or QPilot's own. */
  id: string; };

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
  idempotencyKey?: string | null | undefined;
  /** The steps, at most 100, each order once. */
  orders: Array<OrderStatusInput>;
};

/** Names one parcel. */
export type ShipmentLookup =
  {   /** The global id, or the tracking number. */
  id: string; reference?: never; trackingNumber?: never; }
  |  { id?: never;   /** The order number the parcel was registered with. */
  reference: string; trackingNumber?: never; }
  |  { id?: never; reference?: never;   /** The courier's number, with or without blanks and hyphens. */
  trackingNumber: string; };

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
  company?: string | null | undefined;
  /** The carrier's number of the parcel. The shop never gives it back; it is kept here and shown with the order's shipments. */
  trackingNumber?: string | null | undefined;
};

/** A new product of the shop. It needs a title or a sku; what else is left out, the shop decides. */
export type ShopProductInput = {
  /** Name of its main category. */
  categoryName?: string | null | undefined;
  /** The price to compare with. */
  compareAtPrice?: string | null | undefined;
  /** HTML. */
  description?: string | null | undefined;
  /** Whether it stops being sold at a stock of zero. */
  disableNegativeStock?: boolean | null | undefined;
  /** Trade item number, free text. */
  gtin?: string | null | undefined;
  /** What it costs, in the shop's currency. */
  price?: string | null | undefined;
  /** What the shop pays, without tax. */
  purchasePrice?: string | null | undefined;
  /** Stock-keeping unit. */
  sku?: string | null | undefined;
  /** How many there are. */
  stock?: number | null | undefined;
  /** Tax in percent, such as 25, 12 or 6. */
  taxRatePercent?: string | null | undefined;
  /** What it is called. */
  title?: string | null | undefined;
  /** Whether shoppers see it. */
  visible?: boolean | null | undefined;
  /** Weight in grams. */
  weightGrams?: string | null | undefined;
};

/** Changes of one product: named by its id, by its id and a variant's, or by sku. What is left out stays; an empty text clears a field. */
export type ShopProductUpdateInput = {
  /** The price to compare with. */
  compareAtPrice?: string | null | undefined;
  /** First free field. */
  dataField1?: string | null | undefined;
  /** Second free field. */
  dataField2?: string | null | undefined;
  /** Third free field. */
  dataField3?: string | null | undefined;
  /** HTML. */
  description?: string | null | undefined;
  /** Whether it stops being sold at a stock of zero. */
  disableNegativeStock?: boolean | null | undefined;
  /** Trade item number, free text. */
  gtin?: string | null | undefined;
  /** What it costs, in the shop's currency. */
  price?: string | null | undefined;
  /** The product: the global id, or the shop's own. Not together with `sku`. */
  productId?: string | null | undefined;
  /** What the shop pays, without tax. */
  purchasePrice?: string | null | undefined;
  /** Description for search engines; the description when cleared. */
  seoDescription?: string | null | undefined;
  /** Title for search engines; the title when cleared. */
  seoTitle?: string | null | undefined;
  /** The sku of the product or variant to change. A sku cannot be changed itself. */
  sku?: string | null | undefined;
  /** How many there are. Replaces the stock: a sale in between is overwritten. */
  stock?: number | null | undefined;
  /** Where it lies in stock. */
  stockLocation?: string | null | undefined;
  /** Name of the supplier. */
  supplierName?: string | null | undefined;
  /** The supplier's number of it. */
  supplierSku?: string | null | undefined;
  /** Tax in percent, such as 25, 12 or 6. */
  taxRatePercent?: string | null | undefined;
  /** What it is called. It cannot be cleared. */
  title?: string | null | undefined;
  /** The variant, by the shop's own id: then it is changed and not its product. */
  variantId?: string | null | undefined;
  /** Whether shoppers see it. */
  visible?: boolean | null | undefined;
};

/** A synchronization to start. */
export type SyncCommerceDataInput = {
  /** Kinds of data to read, each once. */
  dataTypes: Array<CommerceDataType>;
  /** Makes the write happen once; send it with every write. */
  idempotencyKey?: string | null | undefined;
};

/** Changes of one order. What is left out stays. */
export type UpdateOrderInput = {
  /** An amount off, in the shop's currency. Not together with `removeDiscount`. */
  addDiscount?: string | null | undefined;
  /** Products to add. */
  addProducts?: Array<OrderProductInput> | null | undefined;
  /** Who buys. */
  customer?: OrderCustomerInput | null | undefined;
  /** How it was paid outside the shop. */
  payment?: OrderPaymentInput | null | undefined;
  /** Replaces every line. */
  products?: Array<OrderProductInput> | null | undefined;
  /** The order: its reference, or the global id. */
  reference: string;
  /** Whether the discount goes. */
  removeDiscount?: boolean | null | undefined;
  /** Products to take out. */
  removeProducts?: Array<OrderProductInput> | null | undefined;
  /** How it is shipped. */
  shipping?: OrderShippingInput | null | undefined;
};

/** Orders to change. */
export type UpdateOrdersInput = {
  /** Makes the write happen once; send it with every write. Adding a product or a discount twice adds it twice. */
  idempotencyKey?: string | null | undefined;
  /** The changes, at most 100, each order once. */
  orders: Array<UpdateOrderInput>;
};

/** Products to change. */
export type UpdateProductsInput = {
  /** Makes the write happen once; send it with every write. */
  idempotencyKey?: string | null | undefined;
  /** The changes, at most 100. Of two of one product the later wins. */
  products: Array<ShopProductUpdateInput>;
};

/** What is to change about a subscription; at least one field. */
export type UpdateScheduledOrderInput = {
  /** How often it is to run. */
  frequency?: FrequencyInput | null | undefined;
  /** Which: the global id, or QPilot's own. */
  id: string;
  /** Makes the write happen once; send it with every write. */
  idempotencyKey?: string | null | undefined;
  /** When it is to run next. Parts of a second are kept as far as QPilot keeps them for this subscription. */
  nextOccurrenceAt?: string | null | undefined;
  /** The card or account it is to be charged to: the global id, or QPilot's number. */
  paymentMethodId?: string | null | undefined;
  /** ACTIVE or PAUSED */
  status?: ScheduledOrderStatus | null | undefined;
};

/** Marks of a campaign. */
export type UtmInput = {
  /** `utm_campaign`. */
  campaign?: string | null | undefined;
  /** `utm_content`. */
  content?: string | null | undefined;
  /** `utm_medium`. */
  medium?: string | null | undefined;
  /** `utm_source`. */
  source?: string | null | undefined;
  /** `utm_term`. */
  term?: string | null | undefined;
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

export type CatalogQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type CatalogQuery = { products: { __typename: 'ProductConnection', nodes: Array<{ __typename: 'Product', id: string, provider: Provider, sku: string | null, title: string | null, stock: number | null, availability: ProductAvailability | null, gtin: string | null, price: { __typename: 'Money', amount: `${number}` | null, currency: string | null } | null, compareAtPrice: { __typename: 'Money', amount: `${number}` | null, currency: string | null } | null, counterparts: Array<{ __typename: 'ProductCounterpart', matchedBy: MatchedBy, product: { __typename: 'Product', id: string, provider: Provider } }> | null }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, coverage: Array<{ __typename: 'Coverage', provider: Provider, complete: boolean }> } | null, categories: Array<{ __typename: 'Category', id: string, name: string, path: string | null, parent: { __typename: 'Category', id: string } | null }> | null, shippingMethods: Array<{ __typename: 'ShippingMethod', id: string, title: string | null, active: boolean | null, price: { __typename: 'Money', amount: `${number}` | null, currency: string | null } | null }> | null, shopPaymentMethods: Array<{ __typename: 'ShopPaymentMethod', id: string, customerTypes: Array<CustomerType> | null }> | null, couriers: Array<{ __typename: 'Courier', code: string, name: string, country: string | null }> | null };

export type CommerceDataQueryVariables = Exact<{
  first?: number | null | undefined;
}>;


export type CommerceDataQuery = { commerceData: { __typename: 'CommerceData', links: Array<{ __typename: 'CommerceLink', id: string, provider: CommerceProvider, status: string | null }> | null, latestSyncs: Array<{ __typename: 'CommerceSync', dataType: CommerceDataType, status: string | null, requestedAt: string | null, completedAt: string | null }> | null, locations: { __typename: 'CommerceLocationConnection', nodes: Array<{ __typename: 'CommerceLocation', id: string, name: string | null, raw: unknown }> } | null, customers: { __typename: 'CommerceCustomerConnection', nodes: Array<{ __typename: 'CommerceCustomer', id: string, email: string | null, name: string | null, raw: unknown, customer: { __typename: 'Customer', id: string } | null }> } | null, products: { __typename: 'CommerceProductConnection', nodes: Array<{ __typename: 'CommerceProduct', id: string, title: string | null, sku: string | null, raw: unknown, product: { __typename: 'Product', id: string } | null }> } | null, orders: { __typename: 'CommerceOrderConnection', nodes: Array<{ __typename: 'CommerceOrder', id: string, orderNumber: string | null, createdAt: string | null, raw: unknown, total: { __typename: 'Money', amount: `${number}` | null, currency: string | null } | null, order: { __typename: 'Order', id: string } | null }> } | null } };

export type ConfigureCommerceProviderMutationVariables = Exact<{
  input: ConfigureCommerceProviderInput;
}>;


export type ConfigureCommerceProviderMutation = { configureCommerceProvider: { __typename: 'ConfigureCommerceProviderPayload', provider: { __typename: 'CommerceProviderState', name: CommerceProvider, enabled: boolean | null, autoConnect: boolean | null } | null, userErrors: Array<{ __typename: 'UserError', field: Array<string>, message: string, code: string }> } | null };

export type ConnectCommerceDataMutationVariables = Exact<{
  input: ConnectCommerceDataInput;
}>;


export type ConnectCommerceDataMutation = { connectCommerceData: { __typename: 'ConnectCommerceDataPayload', link: { __typename: 'CommerceLink', id: string, status: string | null, redirectUrl: string | null } | null, userErrors: Array<{ __typename: 'UserError', field: Array<string>, message: string, code: string }> } | null };

export type SyncCommerceDataMutationVariables = Exact<{
  input: SyncCommerceDataInput;
}>;


export type SyncCommerceDataMutation = { syncCommerceData: { __typename: 'SyncCommerceDataPayload', syncs: Array<{ __typename: 'CommerceSync', dataType: CommerceDataType, status: string | null }> | null, userErrors: Array<{ __typename: 'UserError', field: Array<string>, message: string, code: string }> } | null };

export type CoverageQueryVariables = Exact<{
  by: CustomerLookup;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type CoverageQuery = { customer: { __typename: 'Customer', id: string, orders: { __typename: 'OrderConnection', nodes: Array<{ __typename: 'Order', provider: Provider, reference: string, id: string }>, coverage: Array<{ __typename: 'Coverage', provider: Provider, complete: boolean, since: string | null, updatedAt: string | null, lagSeconds: number | null }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } | null } | null };

export type Customer360QueryVariables = Exact<{
  by: CustomerLookup;
  first?: number | null | undefined;
}>;


export type Customer360Query = { customer: { __typename: 'Customer', id: string, email: string | null, name: string | null, phone: string | null, shippingAddress: { __typename: 'Address', lines: Array<string>, city: string | null, region: string | null, postalCode: string | null, countryCode: string | null } | null, identities: Array<{ __typename: 'CustomerIdentity', provider: Provider, externalId: string | null, matchedBy: MatchedBy }>, paymentMethods: Array<{ __typename: 'PaymentMethod', id: string, externalId: string, type: PaymentMethodType, isDefault: boolean | null }> | null, commerceCustomers: Array<{ __typename: 'CommerceCustomer', id: string, name: string | null, raw: unknown }> | null, scheduledOrders: { __typename: 'ScheduledOrderConnection', nodes: Array<{ __typename: 'ScheduledOrder', id: string, status: ScheduledOrderStatus, rawStatus: string | null, nextOccurrenceAt: string | null, frequency: { __typename: 'Frequency', unit: FrequencyUnit, value: number | null } | null, total: { __typename: 'Money', amount: `${number}` | null, currency: string | null } | null, items: Array<{ __typename: 'ScheduledOrderItem', quantity: number | null, unitPrice: { __typename: 'Money', amount: `${number}` | null, currency: string | null } | null, product: { __typename: 'Product', sku: string | null, title: string | null, id: string } | null }>, orders: { __typename: 'OrderConnection', nodes: Array<{ __typename: 'Order', id: string, reference: string, status: OrderStatus }> } | null }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } | null, orders: { __typename: 'OrderConnection', nodes: Array<{ __typename: 'Order', id: string, provider: Provider, reference: string, status: OrderStatus, placedAt: string | null, total: { __typename: 'Money', amount: `${number}` | null, currency: string | null } | null, shipments: Array<{ __typename: 'Shipment', trackingNumber: string, status: ShipmentStatus, id: string, courier: { __typename: 'ShipmentCourier', code: string, name: string } | null, lastEvent: { __typename: 'ShipmentEvent', on: string | null, at: string | null, place: string | null } | null }> | null }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, coverage: Array<{ __typename: 'Coverage', provider: Provider, complete: boolean }> } | null } | null };

export type OrderChangedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type OrderChangedSubscription = { orderChanged: { __typename: 'OrderChange', event: ChangeKind, order: { __typename: 'Order', id: string, reference: string, status: OrderStatus } | null } | null };

export type ShipmentChangedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type ShipmentChangedSubscription = { shipmentChanged: { __typename: 'ShipmentChange', event: ChangeKind, shipment: { __typename: 'Shipment', trackingNumber: string, status: ShipmentStatus, id: string } | null } | null };

export type ScheduledOrderChangedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type ScheduledOrderChangedSubscription = { scheduledOrderChanged: { __typename: 'ScheduledOrderChange', event: ChangeKind, scheduledOrder: { __typename: 'ScheduledOrder', id: string, status: ScheduledOrderStatus, nextOccurrenceAt: string | null } | null } | null };

export type ScheduledOrderQueryVariables = Exact<{
  by: ScheduledOrderLookup;
}>;


export type ScheduledOrderQuery = { scheduledOrder: { __typename: 'ScheduledOrder', id: string, status: ScheduledOrderStatus, rawStatus: string | null, nextOccurrenceAt: string | null, frequency: { __typename: 'Frequency', unit: FrequencyUnit, value: number | null } | null, customer: { __typename: 'Customer', id: string, email: string | null } | null, paymentMethod: { __typename: 'PaymentMethod', id: string, type: PaymentMethodType } | null, orders: { __typename: 'OrderConnection', nodes: Array<{ __typename: 'Order', id: string, reference: string }> } | null } | null };

export type UpdateScheduledOrderMutationVariables = Exact<{
  input: UpdateScheduledOrderInput;
}>;


export type UpdateScheduledOrderMutation = { updateScheduledOrder: { __typename: 'UpdateScheduledOrderPayload', scheduledOrder: { __typename: 'ScheduledOrder', id: string, status: ScheduledOrderStatus, nextOccurrenceAt: string | null, frequency: { __typename: 'Frequency', unit: FrequencyUnit, value: number | null } | null } | null, userErrors: Array<{ __typename: 'UserError', field: Array<string>, message: string, code: string }> } | null };

export type CustomerAccessTokenMutationVariables = Exact<{
  input: CustomerAccessTokenInput;
}>;


export type CustomerAccessTokenMutation = { customerAccessToken: { __typename: 'CustomerAccessTokenPayload', token: string | null, userErrors: Array<{ __typename: 'UserError', field: Array<string>, message: string, code: string }> } | null };

export type CreateSubscriptionProductMutationVariables = Exact<{
  input: CreateSubscriptionProductInput;
}>;


export type CreateSubscriptionProductMutation = { createSubscriptionProduct: { __typename: 'CreateSubscriptionProductPayload', product: { __typename: 'Product', id: string, sku: string | null, title: string | null } | null, userErrors: Array<{ __typename: 'UserError', field: Array<string>, message: string, code: string }> } | null };

export type OrderQueryVariables = Exact<{
  by: OrderLookup;
}>;


export type OrderQuery = { order: { __typename: 'Order', id: string, provider: Provider, reference: string, status: OrderStatus, rawStatus: string | null, placedAt: string | null, shippingMethodName: string | null, subtotal: { __typename: 'Money', amount: `${number}` | null, currency: string | null } | null, shippingTotal: { __typename: 'Money', amount: `${number}` | null, currency: string | null } | null, discountTotal: { __typename: 'Money', amount: `${number}` | null, currency: string | null } | null, taxTotal: { __typename: 'Money', amount: `${number}` | null, currency: string | null } | null, total: { __typename: 'Money', amount: `${number}` | null, currency: string | null, raw: string } | null, payment: { __typename: 'OrderPayment', method: string | null, transactionId: string | null } | null, shippingAddress: { __typename: 'Address', name: string | null, company: string | null, lines: Array<string>, city: string | null, region: string | null, postalCode: string | null, countryCode: string | null } | null, lines: Array<{ __typename: 'OrderLine', sku: string | null, title: string | null, quantity: number | null, unitPrice: { __typename: 'Money', amount: `${number}` | null, currency: string | null } | null, product: { __typename: 'Product', id: string, sku: string | null, title: string | null, stock: number | null } | null }> | null, customer: { __typename: 'Customer', id: string, email: string | null, name: string | null } | null, scheduledOrder: { __typename: 'ScheduledOrder', id: string, status: ScheduledOrderStatus } | null, shipments: Array<{ __typename: 'Shipment', trackingNumber: string, reference: string | null, status: ShipmentStatus, rawStatus: string | null, trackingUrl: string | null, id: string, courier: { __typename: 'ShipmentCourier', code: string, name: string } | null, events: Array<{ __typename: 'ShipmentEvent', status: ShipmentStatus, description: string | null, place: string | null, on: string | null, at: string | null }> }> | null } | null };

export type OrdersPageQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: OrderFilter | null | undefined;
}>;


export type OrdersPageQuery = { orders: { __typename: 'OrderConnection', edges: Array<{ __typename: 'OrderEdge', cursor: string, node: { __typename: 'Order', id: string, provider: Provider, reference: string, status: OrderStatus, placedAt: string | null, total: { __typename: 'Money', amount: `${number}` | null, currency: string | null } | null, customer: { __typename: 'Customer', id: string, email: string | null, name: string | null } | null, shipments: Array<{ __typename: 'Shipment', trackingNumber: string, status: ShipmentStatus, id: string, courier: { __typename: 'ShipmentCourier', name: string } | null }> | null } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, coverage: Array<{ __typename: 'Coverage', provider: Provider, complete: boolean }> } | null };

export type ProvidersQueryVariables = Exact<{ [key: string]: never; }>;


export type ProvidersQuery = { providers: Array<{ __typename: 'ProviderState', name: Provider, configured: boolean, mode: ProviderMode, status: ProviderStatus, credits: { __typename: 'Credits', remaining: number, at: string | null } | null }> };

export type ScheduledOrdersQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: ScheduledOrderFilter | null | undefined;
}>;


export type ScheduledOrdersQuery = { scheduledOrders: { __typename: 'ScheduledOrderConnection', nodes: Array<{ __typename: 'ScheduledOrder', id: string, status: ScheduledOrderStatus, rawStatus: string | null, nextOccurrenceAt: string | null, frequency: { __typename: 'Frequency', unit: FrequencyUnit, value: number | null } | null, customer: { __typename: 'Customer', id: string, email: string | null, name: string | null } | null, paymentMethod: { __typename: 'PaymentMethod', id: string, type: PaymentMethodType } | null, items: Array<{ __typename: 'ScheduledOrderItem', quantity: number | null, product: { __typename: 'Product', id: string, sku: string | null, title: string | null } | null }>, total: { __typename: 'Money', amount: `${number}` | null, currency: string | null } | null }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } | null };

export type PushShipmentsMutationVariables = Exact<{
  input: PushShipmentsInput;
}>;


export type PushShipmentsMutation = { pushShipments: { __typename: 'PushShipmentsPayload', results: Array<{ __typename: 'PushShipmentResult', index: number, trackingUrl: string | null, shipment: { __typename: 'Shipment', trackingNumber: string, id: string } | null, userErrors: Array<{ __typename: 'UserError', field: Array<string>, message: string, code: string }> }> } | null };

export type DeleteShipmentMutationVariables = Exact<{
  input: DeleteShipmentInput;
}>;


export type DeleteShipmentMutation = { deleteShipment: { __typename: 'DeleteShipmentPayload', deletedTrackingNumber: string | null, userErrors: Array<{ __typename: 'UserError', field: Array<string>, message: string, code: string }> } | null };

export type PushOrdersMutationVariables = Exact<{
  input: PushOrdersInput;
}>;


export type PushOrdersMutation = { pushOrders: { __typename: 'PushOrdersPayload', results: Array<{ __typename: 'PushOrderResult', index: number, action: string | null, reference: string | null, userErrors: Array<{ __typename: 'UserError', field: Array<string>, message: string, code: string }> }> } | null };

export type ShipmentsSinceQueryVariables = Exact<{
  since: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ShipmentsSinceQuery = { shipments: { __typename: 'ShipmentConnection', nodes: Array<{ __typename: 'Shipment', trackingNumber: string, reference: string | null, status: ShipmentStatus, statusAt: string | null, id: string, courier: { __typename: 'ShipmentCourier', name: string } | null }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, coverage: Array<{ __typename: 'Coverage', provider: Provider, complete: boolean }> } | null };

export type ProductQueryVariables = Exact<{
  by: ProductLookup;
}>;


export type ProductQuery = { product: { __typename: 'Product', id: string, externalId: string, provider: Provider, sku: string | null, title: string | null, stock: number | null, availability: ProductAvailability | null, price: { __typename: 'Money', amount: `${number}` | null, currency: string | null } | null } | null };

export type CustomersQueryVariables = Exact<{
  search?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type CustomersQuery = { customers: { __typename: 'CustomerConnection', nodes: Array<{ __typename: 'Customer', id: string, email: string | null, name: string | null }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } | null };

export type CreateProductsMutationVariables = Exact<{
  input: CreateProductsInput;
}>;


export type CreateProductsMutation = { createProducts: { __typename: 'CreateProductsPayload', results: Array<{ __typename: 'ShopProductResult', index: number, product: { __typename: 'Product', id: string, sku: string | null } | null, userErrors: Array<{ __typename: 'UserError', field: Array<string>, message: string, code: string }> }> } | null };

export type UpdateProductsMutationVariables = Exact<{
  input: UpdateProductsInput;
}>;


export type UpdateProductsMutation = { updateProducts: { __typename: 'UpdateProductsPayload', results: Array<{ __typename: 'ShopProductResult', index: number, product: { __typename: 'Product', id: string, sku: string | null } | null, userErrors: Array<{ __typename: 'UserError', field: Array<string>, message: string, code: string }> }> } | null };

export type UpdateOrdersMutationVariables = Exact<{
  input: UpdateOrdersInput;
}>;


export type UpdateOrdersMutation = { updateOrders: { __typename: 'UpdateOrdersPayload', results: Array<{ __typename: 'OrderChangeResult', index: number, order: { __typename: 'Order', id: string, reference: string } | null, userErrors: Array<{ __typename: 'UserError', field: Array<string>, message: string, code: string }> }> } | null };

export type CreateCategoryMutationVariables = Exact<{
  input: CreateCategoryInput;
}>;


export type CreateCategoryMutation = { createCategory: { __typename: 'CreateCategoryPayload', category: { __typename: 'Category', id: string, name: string, parent: { __typename: 'Category', id: string } | null } | null, userErrors: Array<{ __typename: 'UserError', field: Array<string>, message: string, code: string }> } | null };

export type ForgetCustomerMutationVariables = Exact<{
  input: ForgetCustomerInput;
}>;


export type ForgetCustomerMutation = { forgetCustomer: { __typename: 'ForgetCustomerPayload', removed: Array<{ __typename: 'ForgottenRecords', store: string, records: number }>, userErrors: Array<{ __typename: 'UserError', field: Array<string>, message: string, code: string }> } | null };

export type CreateOrdersMutationVariables = Exact<{
  input: CreateOrdersInput;
}>;


export type CreateOrdersMutation = { createOrders: { __typename: 'CreateOrdersPayload', results: Array<{ __typename: 'CreateOrderResult', index: number, checkoutUrl: string | null, order: { __typename: 'Order', id: string, reference: string } | null, userErrors: Array<{ __typename: 'UserError', field: Array<string>, message: string, code: string }> }> } | null };

export type SetOrderStatusMutationVariables = Exact<{
  input: SetOrderStatusInput;
}>;


export type SetOrderStatusMutation = { setOrderStatus: { __typename: 'SetOrderStatusPayload', results: Array<{ __typename: 'OrderChangeResult', index: number, order: { __typename: 'Order', id: string, status: OrderStatus } | null, userErrors: Array<{ __typename: 'UserError', field: Array<string>, message: string, code: string }> }> } | null };

export type CreateInvoiceMutationVariables = Exact<{
  input: CreateInvoiceInput;
}>;


export type CreateInvoiceMutation = { createInvoice: { __typename: 'CreateInvoicePayload', accepted: boolean, reference: string, userErrors: Array<{ __typename: 'UserError', field: Array<string>, message: string, code: string }> } | null };

export type CreateCustomerMutationVariables = Exact<{
  input: CreateCustomerInput;
}>;


export type CreateCustomerMutation = { createCustomer: { __typename: 'CreateCustomerPayload', customer: { __typename: 'Customer', id: string, email: string | null } | null, userErrors: Array<{ __typename: 'UserError', field: Array<string>, message: string, code: string }> } | null };

export type AddPaymentMethodMutationVariables = Exact<{
  input: AddPaymentMethodInput;
}>;


export type AddPaymentMethodMutation = { addPaymentMethod: { __typename: 'AddPaymentMethodPayload', paymentMethod: { __typename: 'PaymentMethod', id: string, type: PaymentMethodType } | null, userErrors: Array<{ __typename: 'UserError', field: Array<string>, message: string, code: string }> } | null };

export type CreateScheduledOrderMutationVariables = Exact<{
  input: CreateScheduledOrderInput;
}>;


export type CreateScheduledOrderMutation = { createScheduledOrder: { __typename: 'CreateScheduledOrderPayload', scheduledOrder: { __typename: 'ScheduledOrder', id: string, status: ScheduledOrderStatus, nextOccurrenceAt: string | null } | null, userErrors: Array<{ __typename: 'UserError', field: Array<string>, message: string, code: string }> } | null };

export type TrackShipmentQueryVariables = Exact<{
  by: ShipmentLookup;
}>;


export type TrackShipmentQuery = { shipment: { __typename: 'Shipment', id: string, trackingNumber: string, reference: string | null, status: ShipmentStatus, rawStatus: string | null, statusAt: string | null, trackingUrl: string | null, courierTrackingUrl: string | null, courier: { __typename: 'ShipmentCourier', code: string, name: string } | null, events: Array<{ __typename: 'ShipmentEvent', status: ShipmentStatus, description: string | null, place: string | null, on: string | null, at: string | null }>, order: { __typename: 'Order', id: string, reference: string, total: { __typename: 'Money', amount: `${number}` | null, currency: string | null } | null } | null } | null };

export const AddPaymentMethodDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AddPaymentMethod"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AddPaymentMethodInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"addPaymentMethod"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"paymentMethod"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as TypedDocumentNode<AddPaymentMethodMutation, AddPaymentMethodMutationVariables>;
export const CatalogDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Catalog"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"50"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"products"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"compareAtPrice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"stock"}},{"kind":"Field","name":{"kind":"Name","value":"availability"}},{"kind":"Field","name":{"kind":"Name","value":"gtin"}},{"kind":"Field","name":{"kind":"Name","value":"counterparts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"matchedBy"}},{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"coverage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"complete"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"categories"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"parent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"shippingMethods"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"shopPaymentMethods"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"customerTypes"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"couriers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"countries"},"value":{"kind":"ListValue","values":[{"kind":"StringValue","value":"it","block":false},{"kind":"StringValue","value":"global","block":false}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as TypedDocumentNode<CatalogQuery, CatalogQueryVariables>;
export const CommerceDataDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CommerceData"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"commerceData"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"links"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"latestSyncs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dataType"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"requestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"completedAt"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"locations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"raw"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"customers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"customer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"raw"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"products"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"raw"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"orders"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"orderNumber"}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"order"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"raw"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as TypedDocumentNode<CommerceDataQuery, CommerceDataQueryVariables>;
export const ConfigureCommerceProviderDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ConfigureCommerceProvider"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ConfigureCommerceProviderInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"configureCommerceProvider"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"provider"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"enabled"}},{"kind":"Field","name":{"kind":"Name","value":"autoConnect"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as TypedDocumentNode<ConfigureCommerceProviderMutation, ConfigureCommerceProviderMutationVariables>;
export const ConnectCommerceDataDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ConnectCommerceData"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ConnectCommerceDataInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"connectCommerceData"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"link"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"redirectUrl"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as TypedDocumentNode<ConnectCommerceDataMutation, ConnectCommerceDataMutationVariables>;
export const CoverageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Coverage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"by"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CustomerLookup"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"100"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"customer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"Variable","name":{"kind":"Name","value":"by"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"orders"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"coverage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"complete"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lagSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as TypedDocumentNode<CoverageQuery, CoverageQueryVariables>;
export const CreateCategoryDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateCategory"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateCategoryInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createCategory"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"category"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"parent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as TypedDocumentNode<CreateCategoryMutation, CreateCategoryMutationVariables>;
export const CreateCustomerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateCustomer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateCustomerInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createCustomer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"customer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as TypedDocumentNode<CreateCustomerMutation, CreateCustomerMutationVariables>;
export const CreateInvoiceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateInvoice"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateInvoiceInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createInvoice"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as TypedDocumentNode<CreateInvoiceMutation, CreateInvoiceMutationVariables>;
export const CreateOrdersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateOrders"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateOrdersInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createOrders"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"index"}},{"kind":"Field","name":{"kind":"Name","value":"order"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"checkoutUrl"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as TypedDocumentNode<CreateOrdersMutation, CreateOrdersMutationVariables>;
export const CreateProductsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateProducts"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateProductsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createProducts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"index"}},{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as TypedDocumentNode<CreateProductsMutation, CreateProductsMutationVariables>;
export const CreateScheduledOrderDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateScheduledOrder"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateScheduledOrderInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createScheduledOrder"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"scheduledOrder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"nextOccurrenceAt"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as TypedDocumentNode<CreateScheduledOrderMutation, CreateScheduledOrderMutationVariables>;
export const CreateSubscriptionProductDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateSubscriptionProduct"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateSubscriptionProductInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createSubscriptionProduct"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as TypedDocumentNode<CreateSubscriptionProductMutation, CreateSubscriptionProductMutationVariables>;
export const Customer360Document = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Customer360"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"by"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CustomerLookup"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"customer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"Variable","name":{"kind":"Name","value":"by"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"shippingAddress"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lines"}},{"kind":"Field","name":{"kind":"Name","value":"city"}},{"kind":"Field","name":{"kind":"Name","value":"region"}},{"kind":"Field","name":{"kind":"Name","value":"postalCode"}},{"kind":"Field","name":{"kind":"Name","value":"countryCode"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"identities"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"matchedBy"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"paymentMethods"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"isDefault"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"commerceCustomers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"raw"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"scheduledOrders"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"rawStatus"}},{"kind":"Field","name":{"kind":"Name","value":"frequency"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nextOccurrenceAt"}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"unitPrice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"orders"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"3"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"orders"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"placedAt"}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"shipments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trackingNumber"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"courier"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lastEvent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"on"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"place"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"coverage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"complete"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as TypedDocumentNode<Customer360Query, Customer360QueryVariables>;
export const CustomerAccessTokenDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CustomerAccessToken"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CustomerAccessTokenInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"customerAccessToken"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"token"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as TypedDocumentNode<CustomerAccessTokenMutation, CustomerAccessTokenMutationVariables>;
export const CustomersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Customers"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"25"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"customers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as TypedDocumentNode<CustomersQuery, CustomersQueryVariables>;
export const DeleteShipmentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteShipment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeleteShipmentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteShipment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deletedTrackingNumber"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as TypedDocumentNode<DeleteShipmentMutation, DeleteShipmentMutationVariables>;
export const ForgetCustomerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ForgetCustomer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ForgetCustomerInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"forgetCustomer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"removed"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"store"}},{"kind":"Field","name":{"kind":"Name","value":"records"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as TypedDocumentNode<ForgetCustomerMutation, ForgetCustomerMutationVariables>;
export const OrderDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Order"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"by"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OrderLookup"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"order"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"Variable","name":{"kind":"Name","value":"by"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"rawStatus"}},{"kind":"Field","name":{"kind":"Name","value":"placedAt"}},{"kind":"Field","name":{"kind":"Name","value":"subtotal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"shippingTotal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"discountTotal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"taxTotal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"raw"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"payment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"transactionId"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"shippingMethodName"}},{"kind":"Field","name":{"kind":"Name","value":"shippingAddress"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"company"}},{"kind":"Field","name":{"kind":"Name","value":"lines"}},{"kind":"Field","name":{"kind":"Name","value":"city"}},{"kind":"Field","name":{"kind":"Name","value":"region"}},{"kind":"Field","name":{"kind":"Name","value":"postalCode"}},{"kind":"Field","name":{"kind":"Name","value":"countryCode"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"unitPrice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"stock"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"customer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"scheduledOrder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"shipments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trackingNumber"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"rawStatus"}},{"kind":"Field","name":{"kind":"Name","value":"trackingUrl"}},{"kind":"Field","name":{"kind":"Name","value":"courier"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"events"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"place"}},{"kind":"Field","name":{"kind":"Name","value":"on"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as TypedDocumentNode<OrderQuery, OrderQueryVariables>;
export const OrderChangedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"OrderChanged"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"orderChanged"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"event"}},{"kind":"Field","name":{"kind":"Name","value":"order"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as TypedDocumentNode<OrderChangedSubscription, OrderChangedSubscriptionVariables>;
export const OrdersPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OrdersPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"50"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"OrderFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"orders"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"placedAt"}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"customer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"shipments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trackingNumber"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"courier"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"coverage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"complete"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as TypedDocumentNode<OrdersPageQuery, OrdersPageQueryVariables>;
export const ProductDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Product"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"by"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ProductLookup"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"product"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"Variable","name":{"kind":"Name","value":"by"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"stock"}},{"kind":"Field","name":{"kind":"Name","value":"availability"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as TypedDocumentNode<ProductQuery, ProductQueryVariables>;
export const ProvidersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Providers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"providers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"configured"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"credits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as TypedDocumentNode<ProvidersQuery, ProvidersQueryVariables>;
export const PushOrdersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PushOrders"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PushOrdersInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pushOrders"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"index"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as TypedDocumentNode<PushOrdersMutation, PushOrdersMutationVariables>;
export const PushShipmentsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PushShipments"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PushShipmentsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pushShipments"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"index"}},{"kind":"Field","name":{"kind":"Name","value":"trackingUrl"}},{"kind":"Field","name":{"kind":"Name","value":"shipment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trackingNumber"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as TypedDocumentNode<PushShipmentsMutation, PushShipmentsMutationVariables>;
export const ScheduledOrderDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ScheduledOrder"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"by"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ScheduledOrderLookup"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"scheduledOrder"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"Variable","name":{"kind":"Name","value":"by"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"rawStatus"}},{"kind":"Field","name":{"kind":"Name","value":"frequency"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nextOccurrenceAt"}},{"kind":"Field","name":{"kind":"Name","value":"customer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"paymentMethod"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"orders"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as TypedDocumentNode<ScheduledOrderQuery, ScheduledOrderQueryVariables>;
export const ScheduledOrderChangedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"ScheduledOrderChanged"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"scheduledOrderChanged"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"event"}},{"kind":"Field","name":{"kind":"Name","value":"scheduledOrder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"nextOccurrenceAt"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as TypedDocumentNode<ScheduledOrderChangedSubscription, ScheduledOrderChangedSubscriptionVariables>;
export const ScheduledOrdersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ScheduledOrders"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"25"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ScheduledOrderFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"scheduledOrders"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"rawStatus"}},{"kind":"Field","name":{"kind":"Name","value":"frequency"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nextOccurrenceAt"}},{"kind":"Field","name":{"kind":"Name","value":"customer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"paymentMethod"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as TypedDocumentNode<ScheduledOrdersQuery, ScheduledOrdersQueryVariables>;
export const SetOrderStatusDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetOrderStatus"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetOrderStatusInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setOrderStatus"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"index"}},{"kind":"Field","name":{"kind":"Name","value":"order"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as TypedDocumentNode<SetOrderStatusMutation, SetOrderStatusMutationVariables>;
export const ShipmentChangedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"ShipmentChanged"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"shipmentChanged"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"event"}},{"kind":"Field","name":{"kind":"Name","value":"shipment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trackingNumber"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as TypedDocumentNode<ShipmentChangedSubscription, ShipmentChangedSubscriptionVariables>;
export const ShipmentsSinceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ShipmentsSince"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"since"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"100"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"shipments"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"since"},"value":{"kind":"Variable","name":{"kind":"Name","value":"since"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trackingNumber"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"statusAt"}},{"kind":"Field","name":{"kind":"Name","value":"courier"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"coverage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"complete"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as TypedDocumentNode<ShipmentsSinceQuery, ShipmentsSinceQueryVariables>;
export const SyncCommerceDataDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SyncCommerceData"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SyncCommerceDataInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"syncCommerceData"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"syncs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dataType"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as TypedDocumentNode<SyncCommerceDataMutation, SyncCommerceDataMutationVariables>;
export const TrackShipmentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TrackShipment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"by"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ShipmentLookup"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"shipment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"Variable","name":{"kind":"Name","value":"by"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"trackingNumber"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"rawStatus"}},{"kind":"Field","name":{"kind":"Name","value":"statusAt"}},{"kind":"Field","name":{"kind":"Name","value":"trackingUrl"}},{"kind":"Field","name":{"kind":"Name","value":"courier"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"courierTrackingUrl"}},{"kind":"Field","name":{"kind":"Name","value":"events"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"place"}},{"kind":"Field","name":{"kind":"Name","value":"on"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"order"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as TypedDocumentNode<TrackShipmentQuery, TrackShipmentQueryVariables>;
export const UpdateOrdersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateOrders"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateOrdersInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateOrders"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"index"}},{"kind":"Field","name":{"kind":"Name","value":"order"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as TypedDocumentNode<UpdateOrdersMutation, UpdateOrdersMutationVariables>;
export const UpdateProductsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateProducts"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateProductsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateProducts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"index"}},{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as TypedDocumentNode<UpdateProductsMutation, UpdateProductsMutationVariables>;
export const UpdateScheduledOrderDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateScheduledOrder"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateScheduledOrderInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateScheduledOrder"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"scheduledOrder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"frequency"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nextOccurrenceAt"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as TypedDocumentNode<UpdateScheduledOrderMutation, UpdateScheduledOrderMutationVariables>;