import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { accounts, type LoyaltyAccount, tierOf } from './accounts.js';

/** A shopper as far as this subgraph knows: by e-mail. */
interface Shopper {
  readonly email: string | null;
}

/** The loyalty program's SDL, as composers read it. */
export const loyaltySdl = readFileSync(join(import.meta.dirname, 'schema.graphql'), 'utf8');

const resolvers = {
  Query: {
    topLoyaltyAccounts: (_: unknown, { first }: { readonly first: number }) =>
      accounts.toSorted((one, other) => other.points - one.points).slice(0, first),
  },
  Customer: {
    // Whoever has no account is a shopper all the same: commercegraph decides who exists.
    __resolveReference: ({ email }: Shopper): Shopper => ({ email }),
    loyalty: ({ email }: Shopper) => accounts.find((account) => account.email === email) ?? null,
  },
  LoyaltyAccount: {
    tier: tierOf,
    // No more than the key: the gateway asks commercegraph for the rest.
    customer: ({ email }: LoyaltyAccount): Shopper => ({ email }),
  },
};

/** Starts the loyalty subgraph on loopback. */
export async function startLoyalty(
  port: number,
): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const server = new ApolloServer({ schema: buildSubgraphSchema({ typeDefs: parse(loyaltySdl), resolvers }) });
  const { url } = await startStandaloneServer(server, { listen: { host: '127.0.0.1', port } });
  return { url, close: () => server.stop() };
}
