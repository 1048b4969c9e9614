import type { ApolloServerPlugin } from '@apollo/server';
import { OperationTypeNode } from 'graphql';
import type { GatewayContext } from '../../context/gateway-context.js';

/**
 * Has operations read anew that must not be shown what was kept: mutations, since they decide by it what is written, and those of the
 * merchant's programs that ask for it by `Cache-Control: no-cache`.
 */
export function freshReads(): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ operation, request: { http }, contextValue }) => {
        const asked = contextValue.caller.scope === 'MERCHANT' ? (http?.headers.get('cache-control') ?? '') : '';
        const isWrite = operation?.operation === OperationTypeNode.MUTATION;
        if (isWrite || /(?:^|,)\s*(?:no-cache|no-store)\s*(?:,|$)/i.test(asked)) contextValue.readFresh();
      },
    }),
  };
}
