import type { ApolloServerPlugin } from '@apollo/server';
import type { GatewayContext } from '../../context/gateway-context.js';
import { withRequestId } from '../with-request-id.js';

/** Puts the request id into every error, so that what a caller reads can be found in the log. */
export function requestIdInErrors(): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: async () => ({
      willSendResponse: async ({ response: { body }, contextValue: { requestId } }) => {
        if (body.kind !== 'single' || body.singleResult.errors === undefined) return;
        const errors = body.singleResult.errors.map((error) => withRequestId(error, requestId));
        body.singleResult = { ...body.singleResult, errors };
      },
    }),
  };
}
