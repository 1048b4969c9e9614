/**
 * Variables where `operations/variables.json` has none, or has a provider's own example that finds nothing in the sandbox:
 * of its three orders one is unknown there, and the parcel to delete is the one that `PushShipments` registers.
 */
export const exampleVariables: Readonly<Record<string, object>> = {
  ScheduledOrder: { by: { id: '880001' } },
  Product: { by: { sku: 'rco-atl-993' } },
  Customers: { search: 'chris', first: 25 },
  CustomerAccessToken: { input: { customerId: '29920' } },
  CreateSubscriptionProduct: {
    input: { idempotencyKey: 'sp-1', externalId: 'tea-250', title: 'Tea, 250 g', price: '10.00', sku: 'TEA-250' },
  },
  CreateProducts: {
    input: {
      idempotencyKey: 'cp-1',
      products: [{ sku: 'CUP-1', title: 'Cup', price: '79.00', stock: 20, visible: true }],
    },
  },
  UpdateProducts: { input: { idempotencyKey: 'up-1', products: [{ sku: 'rco-atl-993', stock: 40 }] } },
  UpdateOrders: {
    input: {
      idempotencyKey: 'uo-1',
      orders: [{ reference: '12345', addProducts: [{ sku: 'rco-atl-993', quantity: 1 }] }],
    },
  },
  SetOrderStatus: {
    input: {
      idempotencyKey: 's-1',
      orders: [
        {
          reference: '12345',
          status: 'DONE',
          shipping: { trackingNumber: 'NAJ10192938', company: 'Postnord' },
          sendEmail: false,
        },
      ],
    },
  },
  CreateCategory: { input: { idempotencyKey: 'cc-1', name: 'Cables' } },
  DeleteShipment: { input: { idempotencyKey: 'd-1', trackingNumber: '123987299' } },
  ForgetCustomer: { input: { by: { email: 'dummy@example.com' } } },
};
