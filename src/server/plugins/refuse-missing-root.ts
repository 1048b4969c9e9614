import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';

/** Tells a caller who asks for a kind of operation that the schema does not have; graphql-js would fail without a code. */
export function refuseMissingRoot(): ApolloServerPlugin {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ operation, schema }) => {
        const kind = operation?.operation;
        if (kind === undefined || schema.getRootType(kind)) return;
        throw new GraphQLError(`This schema has no ${kind}s.`, { extensions: { code: 'BAD_REQUEST' } });
      },
    }),
  };
}
