import { ApolloGateway, IntrospectAndCompose } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { ForwardCaller, type GatewayRequest } from './forward-caller.js';

interface Subgraph {
  readonly name: string;
  readonly url: string;
  /** Sent when it is asked for its SDL, where it answers nobody else. Queries show who asks instead. */
  readonly introspectionHeaders?: Readonly<Record<string, string>>;
}

/** Starts a federation gateway over subgraphs that run, on loopback: it asks each for its SDL and composes them. */
export async function startGateway(
  subgraphs: readonly Subgraph[],
  port: number,
): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const gateway = new ApolloGateway({
    supergraphSdl: new IntrospectAndCompose({
      subgraphs: subgraphs.map(({ name, url }) => ({ name, url })),
      introspectionHeaders: ({ name }) => ({
        ...subgraphs.find((subgraph) => subgraph.name === name)?.introspectionHeaders,
      }),
    }),
    buildService: ({ url }) => new ForwardCaller({ url: url ?? '' }),
  });
  const server = new ApolloServer<GatewayRequest>({ gateway });
  const { url } = await startStandaloneServer(server, {
    listen: { host: '127.0.0.1', port },
    context: async ({ req: { headers } }) => ({ headers }),
  });
  return { url, close: () => server.stop() };
}
