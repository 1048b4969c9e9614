import type { Caller } from '../access/caller.js';
import type { GatewayContext } from '../context/gateway-context.js';
import type { CommerceKind, CommerceRecord } from '../domain/commerce.js';
import { decodeGlobalId } from '../domain/global-id.js';
import type { ProviderName } from '../domain/provider.js';
import { RequestError } from '../errors/request-error.js';
import { badInput } from './arguments.js';
import { readCustomerId, readId } from './ids.js';
import { mayLookUp } from './own-records.js';
import { findShipment } from './written-shipments.js';

type Loaded = object | null;
type LoadNode = (
  id: { readonly externalId: string; readonly provider: ProviderName },
  context: GatewayContext,
) => Promise<Loaded>;

/** Every type with an id: how a record is loaded from its id alone. A type that is missing here fails the schema test. */
export const nodeLoaders: Readonly<Record<string, LoadNode>> = {
  Category: ({ externalId }, { datasources }) => datasources.quickbutik.categories.byExternalId.load(externalId),
  CommerceCustomer: ({ externalId }, context) => findRecord('CUSTOMER', externalId, context),
  CommerceLink: async ({ externalId }, { datasources }) =>
    (await datasources.qard.links()).find((link) => link.externalId === externalId) ?? null,
  CommerceLocation: ({ externalId }, context) => findRecord('LOCATION', externalId, context),
  CommerceOrder: ({ externalId }, context) => findRecord('ORDER', externalId, context),
  CommerceProduct: ({ externalId }, context) => findRecord('PRODUCT', externalId, context),
  Order: ({ provider, externalId }, { joins }) => joins.orders.byExternalId(provider, externalId),
  PaymentMethod: ({ externalId }, { datasources }) => datasources.qpilot.paymentMethods.byExternalId.load(externalId),
  Product: ({ provider, externalId }, { joins }) => joins.products.byExternalId(provider, externalId),
  ScheduledOrder: ({ externalId }, { datasources }) => datasources.qpilot.scheduledOrders.byExternalId.load(externalId),
  Shipment: ({ externalId }, context) => findShipment(externalId, context),
  ShippingMethod: ({ externalId }, { datasources }) =>
    datasources.quickbutik.shippingMethods.byExternalId.load(externalId),
  ShopPaymentMethod: ({ externalId }, { datasources }) =>
    datasources.quickbutik.paymentMethods.byExternalId.load(externalId),
};

const catalogTypes: ReadonlySet<string> = new Set(['Category', 'Product', 'ShippingMethod', 'ShopPaymentMethod']);

/**
 * The record behind a global id, tagged with its type; null when it does not exist.
 *
 * @throws RequestError BAD_USER_INPUT for a text that is no global id of this gateway.
 */
export async function loadNode(name: string, id: string, context: GatewayContext): Promise<Loaded> {
  const type = decodeGlobalId(id)?.type;
  if (type !== undefined && !mayLoad(type, context.caller)) return null;
  if (type === 'Customer') {
    const key = readCustomerId(name, id, context.customerIds);
    return (await mayLookUp(key, context)) ? tag(type, await context.joins.customers.byKey(key)) : null;
  }
  const load = type === undefined ? undefined : nodeLoaders[type];
  if (type === undefined || load === undefined) throw badInput(name, 'is no global id');
  const { provider, externalId } = readId(name, id, type);
  if (provider === null) throw badInput(name, 'is no global id');
  return tag(type, await load({ provider, externalId }, context));
}

/** Whether records of a type are loaded for a caller at all: whoever can see none of them causes no call. */
export function mayLoad(type: string, { scope }: Caller): boolean {
  if (scope === 'MERCHANT' || catalogTypes.has(type)) return true;
  return scope === 'CUSTOMER' && !type.startsWith('Commerce');
}

/** The record, saying of which type it is where its place does not. */
export function tag(type: string, record: Loaded): Loaded {
  return record === null ? null : { __typename: type, ...record };
}

async function findRecord(
  kind: CommerceKind,
  externalId: string,
  { datasources }: GatewayContext,
): Promise<CommerceRecord | null> {
  const { rows, isComplete } = await datasources.qard.records.scan(kind);
  const record = rows.find((row) => row.externalId === externalId) ?? null;
  if (record === null && !isComplete) {
    throw new RequestError(
      'LOOKUP_INCOMPLETE',
      'The record is not among those in reach of a bounded search; it may still exist.',
    );
  }
  return record;
}
