/**
 * The same answer as the tutorials of GraphQL servers build it: a type per record, a loader per key, one call per row. Every JavaScript
 * peer runs these resolvers on its own engine.
 */
import DataLoader from 'dataloader';
import { request } from 'undici';

export const typeDefs = `
  type Query {
    orders(paidFrom: Int!): [Order!]!
    order(id: ID!): Order
  }
  type Order {
    id: ID!
    total: String!
    customer: Customer
    shipment: Shipment
  }
  type Customer {
    id: ID!
    email: String!
    name: String!
  }
  type Shipment {
    trackingNumber: String!
    status: String
    events: [ShipmentEvent!]!
  }
  type ShipmentEvent {
    status: String
    place: String
  }
`;

interface OrderRow {
  readonly order_id: string;
  readonly total_amount: string;
  readonly customer?: { readonly email: string };
}

interface CustomerRow {
  readonly id: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
}

interface Track {
  readonly trackingNumber: string;
  readonly status: string;
  readonly tracking: readonly { readonly status: string; readonly courierPlace: string }[];
}

/** What one operation's resolvers share. */
export interface Loaders {
  readonly orders: (paidFrom: number) => Promise<readonly OrderRow[]>;
  readonly order: DataLoader<string, OrderRow>;
  readonly customer: DataLoader<string, CustomerRow | null>;
  readonly shipment: DataLoader<string, Track>;
}

const basic = `Basic ${Buffer.from('qb_bench_key:qb_bench_key').toString('base64')}`;

/** The loaders of one operation, over the providers below a base address. */
export function createLoaders(base: string): Loaders {
  const shop = <Value>(query: string) => get<Value>(`${base}/qb/orders?${query}`, { authorization: basic });
  // The guide of the subscription service makes a token for each request.
  let token: Promise<string> | undefined;
  const authorize = async () => {
    token ??= logIn(base);
    return { authorization: `Bearer ${await token}` };
  };
  const findCustomer = async (email: string) => {
    const query = `page=1&pageSize=100&search=${encodeURIComponent(email)}`;
    const found = await get<{ items: CustomerRow[] }>(`${base}/qp/Sites/77/Customers?${query}`, await authorize());
    return found.items.find((customer) => customer.email === email) ?? null;
  };
  const findShipment = async (reference: string) => {
    const query = `apiKey=qapla_bench_key&reference=${reference}&lang=ita`;
    return (await get<{ getTrack: Track }>(`${base}/qa/getTrack/?${query}`, {})).getTrack;
  };
  return {
    orders: (paidFrom) => shop(`from_date_paid=${paidFrom}&status=paid`),
    order: loaderOf((id) => shop(`order_id=${id}`)),
    customer: loaderOf(findCustomer),
    shipment: loaderOf(findShipment),
  };
}

export const resolvers = {
  Query: {
    orders: (_: unknown, { paidFrom }: { paidFrom: number }, { orders }: Loaders) => orders(paidFrom),
    order: (_: unknown, { id }: { id: string }, { order }: Loaders) => order.load(id),
  },
  Order: {
    id: (order: OrderRow) => order.order_id,
    total: (order: OrderRow) => order.total_amount,
    customer: async (head: OrderRow, _: unknown, { order, customer }: Loaders) => {
      const email = (await order.load(head.order_id)).customer?.email;
      return email === undefined ? null : customer.load(email);
    },
    shipment: (order: OrderRow, _: unknown, { shipment }: Loaders) => shipment.load(order.order_id),
  },
  Customer: {
    name: ({ firstName, lastName }: CustomerRow) => `${firstName} ${lastName}`,
  },
  Shipment: {
    events: ({ tracking }: Track) => tracking,
  },
  ShipmentEvent: {
    place: ({ courierPlace }: Track['tracking'][number]) => courierPlace,
  },
};

function loaderOf<Value>(fetchOne: (key: string) => Promise<Value>): DataLoader<string, Value> {
  return new DataLoader((keys: readonly string[]) => Promise.all(keys.map(fetchOne)));
}

async function get<Value>(url: string, headers: Record<string, string>): Promise<Value> {
  const { body } = await request(url, { headers });
  return (await body.json()) as Value;
}

async function logIn(base: string): Promise<string> {
  const { body } = await request(`${base}/qp/AccessTokens/Login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'bench@example.com', password: 'qpilot_bench_password', accessScope: 'Merchant' }),
  });
  return ((await body.json()) as { tokenBearerAuth: string }).tokenBearerAuth;
}
