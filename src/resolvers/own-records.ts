import type { ShowRecord } from '../access/guard-schema.js';
import type { GatewayContext } from '../context/gateway-context.js';
import { normalizeEmail } from '../domain/join-keys.js';
import type { OrderHead } from '../domain/order.js';
import type { Product } from '../domain/product.js';
import type { PaymentMethod, ScheduledOrder } from '../domain/scheduled-order.js';
import type { Shipment } from '../domain/shipment.js';
import { RequestError } from '../errors/request-error.js';
import type { ChangeEvent } from '../events/change-events.js';
import type { Customer, CustomerKey } from '../joins/customer.js';
import { readCustomerId } from './ids.js';
import { findShipment } from './written-shipments.js';

/** What a caller's credentials prove to be theirs. */
interface Own {
  readonly emails: readonly string[];
  /** QPilot's id of the shopper. */
  readonly customerId: string | null;
}

/** The record as a shopper may see it, or one who is not known: null for what is not their own. */
export const showRecord: ShowRecord = (typeName, record, context) => {
  const own = ownOf(context);
  switch (typeName) {
    case 'Customer':
      return showCustomer(record as Customer, own, context);
    case 'Order':
      return showOrder(record as OrderHead, own, context);
    case 'Shipment':
      return showShipment(record as Shipment, own, context);
    case 'ScheduledOrder':
    case 'PaymentMethod':
      return showOfCustomer(record as ScheduledOrder | PaymentMethod, own, context);
    case 'OrderChange':
    case 'ShipmentChange':
    case 'ScheduledOrderChange':
      return showChange(record as ChangeEvent, own, context);
    case 'Product':
      return showProduct(record as Product, context);
    default:
      // What belongs to nobody, and is open to the caller's scope.
      return record;
  }
};

/** Those of a list of products that a caller may see: what the shop hides is the merchant's alone. */
export async function onlyShown(products: readonly Product[], context: GatewayContext): Promise<ReadonlySet<Product>> {
  if (context.caller.scope === 'MERCHANT') return new Set(products);
  const shown = await Promise.all(products.map((product) => showProduct(product, context)));
  return new Set(shown.filter((product) => product !== null));
}

async function showProduct(product: Product, { joins }: GatewayContext): Promise<Product | null> {
  // A list in short does not say whether it is shown.
  const { isVisible } = product.isComplete ? product : await joins.products.complete(product);
  return isVisible === false ? null : product;
}

/** Whether a caller may look a customer up. Asked before anything is: how long an answer takes then tells nothing of strangers. */
export async function mayLookUp(key: CustomerKey, context: GatewayContext): Promise<boolean> {
  if (context.caller.scope === 'MERCHANT') return true;
  const own = ownOf(context);
  if (key.kind === 'RECORD') {
    return key.provider === 'QPILOT' && (await isOwnId(key.externalId, own, context));
  }
  return own.emails.includes(key.email) || (await ownRecord(key.email, own, context)) !== null;
}

/** Only those of a list that are the caller's own. */
export async function onlyOwn<Row extends ScheduledOrder | PaymentMethod>(
  rows: readonly Row[],
  context: GatewayContext,
): Promise<readonly Row[]> {
  if (context.caller.scope === 'MERCHANT') return rows;
  const own = ownOf(context);
  const seen = await Promise.all(rows.map((row) => showOfCustomer(row, own, context)));
  return seen.filter((row) => row !== null);
}

/** @throws RequestError FORBIDDEN for a shopper who states no verified e-mail: no order can be shown to be theirs */
export function requireProvenEmail(context: GatewayContext): void {
  if (context.caller.scope !== 'MERCHANT' && ownOf(context).emails.length === 0) throw unproven();
}

/** Whether an order is the caller's to see, where it was not found by their e-mail. */
export async function isOwnOrder(order: OrderHead, context: GatewayContext): Promise<boolean> {
  return context.caller.scope === 'MERCHANT' || (await showOrder(order, ownOf(context), context)) !== null;
}

/** For a shopper seen as one record: others with its e-mail may be somebody else's. */
export function unproven(): RequestError {
  return new RequestError('FORBIDDEN', 'Orders are found by e-mail, and the credentials state no verified one.');
}

function ownOf({ caller, customerIds }: GatewayContext): Own {
  if (caller.scope !== 'CUSTOMER') return { emails: [], customerId: null };
  const emails = caller.email === null ? [] : [caller.email];
  if (caller.customerId === null) return { emails, customerId: null };
  const key = readCustomerId('customer_id', caller.customerId, customerIds);
  // The issuer may name the customer by this gateway's id, in which the e-mail is sealed.
  if (key.kind === 'EMAIL') return { emails: [...emails, key.email], customerId: null };
  return { emails, customerId: key.provider === 'QPILOT' ? key.externalId : null };
}

/**
 * Who proves their e-mail sees all records with it. Who proves an id at QPilot alone sees that one record: anybody could have entered
 * the e-mail in it.
 */
async function showCustomer(customer: Customer, own: Own, context: GatewayContext): Promise<Customer | null> {
  const { key } = customer;
  if (key.kind === 'RECORD') return key.provider === 'QPILOT' && key.externalId === own.customerId ? customer : null;
  if (own.emails.includes(key.email)) return customer;
  const record = await ownRecord(key.email, own, context);
  if (record === null || own.customerId === null) return null;
  const { provider } = record;
  // What else is on it stays: a record found by its global id says of which type it is.
  return {
    ...customer,
    key: { kind: 'RECORD', provider, externalId: own.customerId },
    record,
    matchedBy: 'EXTERNAL_ID',
  };
}

/** The caller's own record at QPilot, if it has this e-mail. */
async function ownRecord(email: string, { customerId }: Own, { datasources }: GatewayContext) {
  if (customerId === null) return null;
  const record = await datasources.qpilot.customers.byExternalId.load(customerId);
  return normalizeEmail(record?.email) === email ? record : null;
}

async function isOwnId(externalId: string | null, own: Own, { joins }: GatewayContext): Promise<boolean> {
  if (externalId === null) return false;
  if (externalId === own.customerId) return true;
  const records = await Promise.all(
    own.emails.map((email) =>
      joins.profiles.qpilotRecords({ key: { kind: 'EMAIL', email }, record: null, matchedBy: 'EMAIL' }),
    ),
  );
  return records.flat().some((record) => record.externalId === externalId);
}

async function showOfCustomer<Row extends ScheduledOrder | PaymentMethod>(
  row: Row,
  own: Own,
  context: GatewayContext,
): Promise<Row | null> {
  return (await isOwnId(row.customerExternalId, own, context)) ? row : null;
}

async function showOrder(head: OrderHead, own: Own, { joins }: GatewayContext): Promise<OrderHead | null> {
  // Without a proven e-mail no order can be the caller's: none is asked for.
  if (own.emails.length === 0) return null;
  const order = await joins.orders.full(head);
  const email = normalizeEmail(order.shopper?.email);
  return email !== null && own.emails.includes(email) ? order : null;
}

/** A parcel is of whom its order is of. */
async function showShipment(shipment: Shipment, own: Own, context: GatewayContext): Promise<Shipment | null> {
  return (await isOwnReference(shipment.reference, own, context)) ? shipment : null;
}

async function isOwnReference(reference: string | null, own: Own, context: GatewayContext): Promise<boolean> {
  if (reference === null || own.emails.length === 0) return false;
  try {
    // Strictly: of two purchases with one reference nobody can say whose the parcel is.
    const order = await context.joins.orders.byReferenceStrict(reference);
    return order !== null && (await showOrder(order, own, context)) !== null;
  } catch (error) {
    // Whose it is cannot be told: several purchases carry the reference, or the search for it was bounded.
    if (error instanceof RequestError) return false;
    throw error;
  }
}

async function showChange(event: ChangeEvent, own: Own, context: GatewayContext): Promise<ChangeEvent | null> {
  const hashes = await Promise.all(own.emails.map((email) => context.joins.known.hashOf(email)));
  if (event.emailHash !== null && hashes.includes(event.emailHash)) return event;
  // News of an order names the one whose it is; of a subscription the caller may prove the id alone.
  const isSettled = event.emailHash !== null && event.kind === 'ORDER' && !hashes.includes(null);
  if (isSettled || event.change === 'DELETED') return null;
  return (await isOwnChange(event, own, context)) ? event : null;
}

async function isOwnChange(event: ChangeEvent, own: Own, context: GatewayContext): Promise<boolean> {
  const { joins, datasources } = context;
  if (event.kind === 'ORDER') {
    const order = await joins.orders.byExternalId(event.provider, event.externalId);
    return order !== null && (await showOrder(order, own, context)) !== null;
  }
  if (event.kind === 'PARCEL') {
    const shipment = await findShipment(event.externalId, context);
    return shipment !== null && (await showShipment(shipment, own, context)) !== null;
  }
  const order = await datasources.qpilot.scheduledOrders.byExternalId.load(event.externalId);
  return order !== null && (await showOfCustomer(order, own, context)) !== null;
}
