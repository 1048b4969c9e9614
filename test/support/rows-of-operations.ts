import type { TestGateway } from './gateway.js';
import { exampleVariables } from './operations.js';

/** The variables with which an operation is about so many rows. */
export type ForRows = (rows: number) => object;

const list = <Row>(rows: number, rowOf: (index: number) => Row): Row[] =>
  Array.from({ length: rows }, (_, index) => rowOf(index));

/** How each query of `operations/` is asked for more rows; null for one that is about one thing, or has no rows to ask for. */
export const queryRows: Readonly<Record<string, ForRows | null>> = {
  Catalog: (first) => ({ first }),
  CommerceData: (first) => ({ first }),
  Coverage: (first) => ({ ...exampleVariables['Coverage'], first }),
  Customer360: (first) => ({ ...exampleVariables['Customer360'], first }),
  Customers: (first) => ({ first }),
  Order: null,
  OrdersPage: (first) => ({ first }),
  Product: null,
  Providers: null,
  ScheduledOrder: null,
  ScheduledOrders: (first) => ({ first }),
  ShipmentsSince: (first) => ({ since: '2026-09-15T00:00:00Z', first }),
  TrackShipment: null,
};

/** The same of its mutations. */
export function mutationRows({ sandbox }: TestGateway): Readonly<Record<string, ForRows | null>> {
  const { orders } = sandbox.world;
  const products = sandbox.world.products.filter(({ inShop }) => inShop);
  const sku = products.find(({ variants }) => variants.length === 0)?.sku;
  const references = orders.filter(({ status }) => status !== 'cancelled').map(({ reference }) => reference);
  const input = (field: string, rows: object[]) => ({ input: { [field]: rows } });
  const example = (name: string) =>
    Object.values((exampleVariables[name] as { input: Record<string, object[]> }).input).find(Array.isArray)?.[0] ?? {};
  return {
    AddPaymentMethod: null,
    ConfigureCommerceProvider: null,
    ConnectCommerceData: null,
    CreateCategory: null,
    CreateCustomer: null,
    CreateInvoice: null,
    CreateOrders: (rows) => {
      const order = { customer: { type: 'CONSUMER', email: 'kalle@example.com' }, products: [{ sku }] };
      return input(
        'orders',
        list(rows, () => order),
      );
    },
    CreateProducts: (rows) =>
      input(
        'products',
        list(rows, (index) => ({ sku: `GROW-${rows}-${index}`, title: 'Grown', price: '10.00' })),
      ),
    CreateScheduledOrder: null,
    CreateSubscriptionProduct: null,
    CustomerAccessToken: null,
    DeleteShipment: null,
    ForgetCustomer: null,
    PushOrders: (rows) =>
      input(
        'orders',
        list(rows, (index) => ({ ...example('PushOrders'), reference: `grow-${rows}-${index}` })),
      ),
    PushShipments: (rows) =>
      input(
        'shipments',
        list(rows, (index) => ({ ...example('PushShipments'), trackingNumber: `GROW${rows}${index}` })),
      ),
    SetOrderStatus: (rows) =>
      input(
        'orders',
        list(rows, (index) => ({ reference: references[index + rows], status: 'DONE' })),
      ),
    SyncCommerceData: null,
    UpdateOrders: (rows) =>
      input(
        'orders',
        list(rows, (index) => ({ reference: references[index], addDiscount: '1.00' })),
      ),
    UpdateProducts: (rows) =>
      input(
        'products',
        list(rows, (index) => ({ productId: products[index]?.shopId, price: '11.00' })),
      ),
    UpdateScheduledOrder: null,
  };
}
