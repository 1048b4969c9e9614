import type { GraphQLResolveInfo } from 'graphql';
import type { GatewayContext } from '../context/gateway-context.js';
import { RequestError } from '../errors/request-error.js';
import { badInput } from './arguments.js';
import { loadNode, mayLoad, tag } from './load-node.js';
import { customer } from './Query/customer.js';
import { order } from './Query/order.js';
import { product } from './Query/product.js';
import { scheduledOrder } from './Query/scheduledOrder.js';
import { shipment } from './Query/shipment.js';

interface Asking {
  /** The reference's place among the arguments, for messages. */
  readonly name: string;
  readonly context: GatewayContext;
  readonly info: GraphQLResolveInfo;
}

type LookUp = (value: string, asking: Asking) => unknown;

const byNode: Readonly<Record<'id', LookUp>> = {
  id: (id, { name, context }) => loadNode(`${name}.id`, id, context),
};

/**
 * The types that another subgraph may refer to, and how a record is found by each of their keys: as the look-ups of `Query` find it, so
 * that a reference sees no more and costs no more than they do.
 */
const lookUps = {
  CommerceCustomer: byNode,
  CommerceLocation: byNode,
  CommerceOrder: byNode,
  CommerceProduct: byNode,
  Customer: {
    id: (id, { context, info }) => customer({}, { by: { id } }, context, info),
    email: (email, { context, info }) => customer({}, { by: { email } }, context, info),
  },
  Order: { id: (id, { context, info }) => order({}, { by: { id } }, context, info) },
  Product: {
    id: (id, { context, info }) => product({}, { by: { id } }, context, info),
    sku: (sku, { context, info }) => product({}, { by: { sku } }, context, info),
  },
  ScheduledOrder: { id: (id, { context, info }) => scheduledOrder({}, { by: { id } }, context, info) },
  Shipment: {
    id: (id, { context, info }) => shipment({}, { by: { id } }, context, info),
    trackingNumber: (trackingNumber, { context, info }) => shipment({}, { by: { trackingNumber } }, context, info),
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, LookUp>>>>;

/** The types with keys, each with the fields that name one record; the first is the global id. */
export const entityKeys: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(lookUps).map(([type, byKey]) => [type, Object.keys(byKey)]),
);

/**
 * The record that another subgraph refers to, tagged with its type; null when there is none.
 *
 * @throws RequestError for a reference that names nothing, and for a type of which the caller sees no record.
 */
export async function loadReference(
  { __typename: type, ...fields }: Readonly<Record<string, unknown>> & { readonly __typename: string },
  asking: Asking,
): Promise<object | null> {
  const { name, context } = asking;
  const byKey = (Object.entries(lookUps) as [string, Readonly<Record<string, LookUp>>][]).find(
    ([entity]) => entity === type,
  )?.[1];
  if (byKey === undefined) throw badInput(name, `is of type "${type}", which has no key here`);
  refuseStrangers(type, context);
  const given = Object.keys(byKey).filter((key) => fields[key] !== undefined);
  // One subgraph's record may lack what another's key is made of.
  const key = given.find((each) => fields[each] !== null);
  if (key === undefined && given.length > 0) return null;
  const lookUp = key === undefined ? undefined : byKey[key];
  if (key === undefined || lookUp === undefined) {
    throw badInput(name, `of type "${type}" must have one of its keys: ${Object.keys(byKey).join(', ')}`);
  }
  try {
    const found = (await lookUp(readKey(`${name}.${key}`, fields[key]), asking)) as object | null;
    return tag(type, found);
  } catch (error) {
    throw inPlace(error, name);
  }
}

/** An id may be a number where another subgraph keeps it as one. */
function readKey(name: string, value: unknown): string {
  if (typeof value === 'string') return value;
  if (Number.isSafeInteger(value)) return String(value);
  throw badInput(name, 'must be a text');
}

function refuseStrangers(type: string, { caller }: GatewayContext): void {
  if (mayLoad(type, caller)) return;
  if (caller.scope === 'ANONYMOUS') throw new RequestError('UNAUTHENTICATED', `"${type}" needs credentials.`);
  throw new RequestError('FORBIDDEN', `"${type}" is not open to customers.`);
}

/** The look-ups speak of their own argument. */
function inPlace(error: unknown, name: string): unknown {
  if (!(error instanceof RequestError) || error.code !== 'BAD_USER_INPUT') return error;
  return new RequestError(error.code, error.message.replace(/^Argument "by\./, `Argument "${name}.`));
}
