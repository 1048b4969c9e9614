import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { cacheOptions } from '../../client/src/cache.js';

/** An Apollo Client as a page has it, on the policies of the client package. */
export function connectApollo(url: string) {
  const sent: { readonly name: string; readonly variables: Record<string, unknown> }[] = [];
  const note = new ApolloLink((operation, forward) => {
    sent.push({ name: operation.operationName ?? '', variables: operation.variables });
    return forward(operation);
  });
  const cache = new InMemoryCache(cacheOptions);
  const client = new ApolloClient({ cache, link: note.concat(new HttpLink({ uri: `${url}/graphql` })) });
  return { client, cache, sent };
}
