import type { ApolloServerPlugin } from '@apollo/server';
import type { GatewayContext } from '../../context/gateway-context.js';
import { logUnexpected } from '../log-unexpected.js';

const longestName = 80;

/** Logs one line per operation: its name, how long it took, which error codes it had. No argument and no value. */
export function operationLog(): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: async () => {
      const startedAt = performance.now();
      return {
        didEncounterErrors: async ({ errors, contextValue: { log } }) => {
          logUnexpected(errors, log);
        },
        willSendResponse: async ({ response: { body }, contextValue, operationName }) => {
          const errors = body.kind === 'single' ? (body.singleResult.errors ?? []) : [];
          // Of a subscription the log has one line at its end.
          contextValue.log[contextValue.told === null ? 'info' : 'debug'](
            {
              operation: operationName?.slice(0, longestName) ?? null,
              durationMs: Math.round(performance.now() - startedAt),
              errorCodes: [...new Set(errors.map(({ extensions }) => extensions?.['code']))],
            },
            'operation',
          );
          contextValue.end();
        },
      };
    },
  };
}
