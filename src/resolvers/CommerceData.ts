import type { GatewayContext } from '../context/gateway-context.js';
import type { CommerceKind, CommerceRecord } from '../domain/commerce.js';
import type { CommerceDataResolvers } from '../generated/resolvers-types.js';
import { badInput, readPageArguments } from './arguments.js';
import { type Connection, toConnection } from './connection.js';

/** The aggregated data are a place, not a record: its fields each read their own list. */
export type CommerceDataParent = Readonly<Record<string, never>>;

export const CommerceData: CommerceDataResolvers = {
  links: async (_, __, { datasources }) => [...(await datasources.qard.links())],
  latestSyncs: async (_, __, { datasources }) => [...(await datasources.qard.latestSyncs())],
  provider: (_, { name }, { datasources }) => {
    if (name === 'UNKNOWN') throw badInput('name', 'must name a platform');
    return datasources.qard.providerState.load(name ?? 'SHOPIFY');
  },
  locations: list('LOCATION'),
  customers: list('CUSTOMER'),
  products: list('PRODUCT'),
  orders: list('ORDER'),
};

interface ListArguments {
  readonly first?: number | null;
  readonly after?: string | null;
}

function list(kind: CommerceKind) {
  return async (
    _: unknown,
    args: ListArguments,
    { datasources }: GatewayContext,
  ): Promise<Connection<CommerceRecord>> => {
    const page = readPageArguments(args);
    return toConnection(await datasources.qard.records.list(kind, page), page);
  };
}
