import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';

/** Tells a caller who asks for a kind of operation that the schema does not have; graphql-js would fail without a code. */
export function refuseMissingRoot(): ApolloServerPlugin {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ operation, schema }) => {
        if (schema.getRootType(operation.operation)) return;
        throw new GraphQLError(`This schema has no ${operation.operation}s.`, { extensions: { code: 'BAD_REQUEST' } });
      },
    }),
  };
}
