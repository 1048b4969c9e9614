import type { ApolloServerPlugin } from '@apollo/server';
import type { GatewayContext } from '../../context/gateway-context.js';
import { describeError } from '../mask-error.js';

/** Adds to `errors` one entry per provider that failed inside a list whose other rows are answered. */
export function partialFailures(): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: async () => ({
      willSendResponse: async ({ response: { body }, contextValue }) => {
        if (body.kind !== 'single' || contextValue.failures.entries.length === 0) return;
        const told = contextValue.failures.entries.map(({ path, error }) => ({ ...describeError(error), path }));
        body.singleResult = { ...body.singleResult, errors: [...(body.singleResult.errors ?? []), ...told] };
      },
    }),
  };
}
