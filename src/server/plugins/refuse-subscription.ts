import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import { GraphQLError, OperationTypeNode } from 'graphql';
import type { GatewayContext } from '../../context/gateway-context.js';

/** Tells a caller who sends a subscription where only one answer can be given; graphql-js would execute it without a change to tell. */
export function refuseSubscription(): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ operation, contextValue: { told } }) => {
        if (operation?.operation !== OperationTypeNode.SUBSCRIPTION || told !== null) return;
        throw new GraphQLError(
          'Subscriptions are answered over WebSocket at /graphql and as Server-Sent Events at /graphql/stream.',
          // The engine would take it for a failure of its own, with status 500.
          { extensions: { code: 'BAD_REQUEST', http: { status: 400, headers: new HeaderMap() } } },
        );
      },
    }),
  };
}
