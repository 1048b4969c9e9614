import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { cacheOptions } from 'commercegraph-client/cache';
import { OperationTypeNode } from 'graphql';
import type { LiveConnection } from './live-connection.js';

/** Queries and mutations over HTTP, subscriptions over one WebSocket, pages and records joined by the client package's cache. */
export function createApolloClient(live: LiveConnection): ApolloClient {
  return new ApolloClient({
    cache: new InMemoryCache(cacheOptions),
    link: ApolloLink.split(
      ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
      new GraphQLWsLink(live.sockets),
      new HttpLink({ uri: '/graphql' }),
    ),
  });
}
