import type { ApolloServerPlugin } from '@apollo/server';
import type { GatewayContext } from '../../context/gateway-context.js';
import { upstreamPlanOf } from '../execution/upstream-plan.js';
import { logUnexpected } from '../log-unexpected.js';

const longestName = 80;

/**
 * Logs one line per operation: its name, how long it took, which error codes it had, and of a slow one what it asked the providers. No
 * argument and no value.
 *
 * @param slowMs from how many milliseconds on an operation is slow
 */
export function operationLog({ slowMs }: { readonly slowMs: number }): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: async () => {
      const startedAt = performance.now();
      return {
        didEncounterErrors: async ({ errors, contextValue: { log } }) => {
          logUnexpected(errors, log);
        },
        willSendResponse: async ({ response: { body }, contextValue, operationName }) => {
          const errors = body.kind === 'single' ? (body.singleResult.errors ?? []) : [];
          const durationMs = Math.round(performance.now() - startedAt);
          const isSlow = durationMs >= slowMs;
          // Of a subscription the log has one line at its end.
          contextValue.log[isSlow ? 'warn' : contextValue.told === null ? 'info' : 'debug'](
            {
              operation: operationName?.slice(0, longestName) ?? null,
              durationMs,
              errorCodes: [...new Set(errors.map(({ extensions }) => extensions?.['code']))],
              ...(isSlow && { upstream: upstreamPlanOf(contextValue.calls) }),
            },
            'operation',
          );
          contextValue.end();
        },
      };
    },
  };
}
