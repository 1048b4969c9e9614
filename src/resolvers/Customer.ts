import { responsePathAsArray } from 'graphql';
import type { GatewayContext } from '../context/gateway-context.js';
import type { CustomerRecord } from '../domain/customer.js';
import { normalizeEmail } from '../domain/join-keys.js';
import type { CustomerResolvers } from '../generated/resolvers-types.js';
import type { Customer as CustomerParent } from '../joins/customer.js';
import { ordersOf } from '../joins/order-condition.js';
import { readPageArguments } from './arguments.js';
import { pageOf, toConnection } from './connection.js';
import { customerShipments } from './customer-shipments.js';
import { customerId } from './ids.js';
import { orderConnection } from './order-rows.js';
import { onlyOwn, unproven } from './own-records.js';

export const Customer: CustomerResolvers = {
  id: (customer, _, { customerIds }) => customerId(customer, customerIds),
  email: ({ key }) => (key.kind === 'EMAIL' ? key.email : null),
  externalId: async (customer, _, { joins }) => {
    const records = await joins.profiles.qpilotRecords(customer);
    return records.length === 1 ? (records[0]?.externalId ?? null) : null;
  },
  name: fromRecord('name'),
  firstName: fromRecord('firstName'),
  lastName: fromRecord('lastName'),
  phone: fromRecord('phone'),
  company: fromRecord('company'),
  shippingAddress: async (customer, _, { joins }) =>
    toAddress((await joins.profiles.record(customer))?.shippingAddress),
  billingAddress: async (customer, _, { joins }) => toAddress((await joins.profiles.record(customer))?.billingAddress),
  identities: async (customer, _, { joins, failures }, info) => {
    const found = await joins.profiles.identities(customer);
    failures.add(responsePathAsArray(info.path), found.failures);
    return [...found.identities];
  },
  paymentMethods: async (customer, _, { joins }) => [...(await joins.profiles.paymentMethods(customer))],
  commerceCustomers: async (customer, _, { joins }) => [...(await joins.profiles.commerceCustomers(customer))],
  scheduledOrders: async (customer, args, context) => {
    const page = readPageArguments(args);
    const owned = await onlyOwn(await context.joins.profiles.scheduledOrders(customer), context);
    return toConnection(
      pageOf(owned, page, ({ externalId }) => externalId),
      page,
    );
  },
  orders: async (customer, args, context, info) => {
    const page = readPageArguments(args);
    if (customer.key.kind === 'RECORD') return ordersOfRecord(customer, context);
    const condition = ordersOf(customer.key.email);
    return orderConnection({ condition, page, waitMs: args.wait ?? 0 }, { context, info });
  },
  shipments: (customer, args, context, info) =>
    customerShipments(customer, { page: readPageArguments(args), waitMs: args.wait ?? 0 }, { context, info }),
};

function fromRecord<Field extends 'name' | 'firstName' | 'lastName' | 'phone' | 'company'>(field: Field) {
  return async (
    customer: CustomerParent,
    _: unknown,
    { joins }: GatewayContext,
  ): Promise<CustomerRecord[Field] | null> => (await joins.profiles.record(customer))?.[field] ?? null;
}

/** A record without e-mail joins nothing: a shopper has the one order the record is part of. */
async function ordersOfRecord({ key, record }: CustomerParent, { joins }: GatewayContext) {
  if (normalizeEmail(record?.email) !== null) throw unproven();
  const order = key.kind === 'RECORD' ? await joins.orders.byExternalId(key.provider, key.externalId) : null;
  const rows = order === null ? [] : [{ row: order, cursor: order.externalId }];
  return { ...toConnection({ rows, hasNextPage: false }, { first: 1, after: null }), coverage: [] };
}

function toAddress(address: CustomerRecord['shippingAddress'] | undefined) {
  return address ? { ...address, lines: [...address.lines] } : null;
}
