import { encodeGlobalId } from '../../../src/domain/global-id.js';
import { at, type TestGateway } from '../../support/gateway.js';
import { exampleVariables } from '../../support/operations.js';
import { type Arguments, EnumValue } from './documents.js';
import { ann, asMerchant } from './shop.js';

/** What the merchant knows of Ann that other documents name her things by. */
export interface AnnsThings {
  readonly customerId: string;
  readonly orderId: string;
  readonly reference: string;
  readonly trackingNumber: string;
  readonly scheduledOrder: string;
  readonly sku: string;
}

const finding = `query ($email: String!) {
  customer(by: { email: $email }) {
    id
    orders(first: 50) { nodes { id reference provider lines { sku } shipments { trackingNumber } } }
    scheduledOrders { nodes { id orders { nodes { reference } } } }
  }
}`;

interface Found {
  readonly id: string;
  readonly orders: {
    readonly nodes: readonly {
      readonly id: string;
      readonly reference: string;
      readonly provider: string;
      readonly lines: readonly { readonly sku: string }[];
      readonly shipments: readonly { readonly trackingNumber: string }[];
    }[];
  };
  readonly scheduledOrders: { readonly nodes: readonly { readonly id: string }[] };
}

export async function findAnnsThings(gateway: TestGateway): Promise<AnnsThings> {
  const answer = await gateway.query(finding, { email: ann.email }, await asMerchant());
  const found = at(answer, 'customer') as Found;
  const order = found.orders.nodes.find(
    ({ provider, shipments, lines }) => provider === 'QUICKBUTIK' && shipments.length > 0 && lines.length > 0,
  );
  if (order === undefined) throw new Error('the sandbox gave Ann no order with a parcel');
  return {
    customerId: found.id,
    orderId: order.id,
    reference: order.reference,
    trackingNumber: order.shipments[0]?.trackingNumber ?? '',
    scheduledOrder: found.scheduledOrders.nodes[0]?.id ?? '',
    sku: order.lines[0]?.sku ?? '',
  };
}

/** The arguments of all fields that need some: each names Ann's things. */
export function argumentsFor(things: AnnsThings): Arguments {
  return {
    'Query.customer': { by: { email: ann.email } },
    'Query.node': { id: things.orderId },
    'Query.nodes': { ids: [things.orderId, things.customerId] },
    'Query.order': { by: { reference: things.reference } },
    'Query.product': { by: { sku: things.sku } },
    'Query.scheduledOrder': { by: { id: things.scheduledOrder } },
    'Query.shipment': { by: { trackingNumber: things.trackingNumber } },
    'Query.shipments': { since: '2026-10-01T00:00:00Z' },
    'Query.orders': { first: 3 },
    'Query.products': { first: 3 },
    'Subscription.shipmentChanged': { filter: { trackingNumber: things.trackingNumber } },
    ...mutationArguments(things),
  };
}

const inputOf = (name: string) => enumsIn((exampleVariables[name] as { input: object }).input) as object;

/** Where an example holds a word that is an enum's, the document must write it without quotes. */
function enumsIn(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => enumsIn(item, name));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, enumsIn(part, key)]));
  }
  const isEnum = ['type', 'status', 'unit', 'provider', 'dataTypes', 'paymentMethod'].includes(name);
  return typeof value === 'string' && isEnum && /^[A-Z_]+$/.test(value) ? new EnumValue(value) : value;
}

function mutationArguments({ scheduledOrder, trackingNumber, reference }: AnnsThings): Arguments {
  const inputs: Readonly<Record<string, object>> = {
    addPaymentMethod: inputOf('AddPaymentMethod'),
    configureCommerceProvider: inputOf('ConfigureCommerceProvider'),
    connectCommerceData: inputOf('ConnectCommerceData'),
    createCategory: { name: 'Hattar' },
    createCustomer: inputOf('CreateCustomer'),
    createInvoice: inputOf('CreateInvoice'),
    createOrders: inputOf('CreateOrders'),
    createProducts: { products: [{ title: 'Hatt', sku: 'HATT-1' }] },
    createScheduledOrder: inputOf('CreateScheduledOrder'),
    createSubscriptionProduct: { externalId: '777', title: 'Hatt', price: '10' },
    customerAccessToken: { customerId: ann.id },
    deleteShipment: { trackingNumber },
    forgetCustomer: { by: { email: ann.email } },
    pushOrders: inputOf('PushOrders'),
    pushShipments: inputOf('PushShipments'),
    setOrderStatus: { orders: [{ reference, status: new EnumValue('PAID') }] },
    syncCommerceData: inputOf('SyncCommerceData'),
    updateOrders: { orders: [{ reference, addDiscount: '1' }] },
    updateProducts: { products: [{ sku: 'HATT-1', stock: 3 }] },
    updateScheduledOrder: { id: scheduledOrder, status: new EnumValue('PAUSED') },
  };
  return Object.fromEntries(Object.entries(inputs).map(([name, input]) => [`Mutation.${name}`, { input }]));
}

/** A global id of a record of a provider. */
export function idOf(type: string, provider: string, externalId: string): string {
  return encodeGlobalId({ type, provider, externalId });
}
