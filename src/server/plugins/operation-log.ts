import type { ApolloServerPlugin } from '@apollo/server';
import type { GatewayContext } from '../../context/gateway-context.js';
import { isUnexpected } from '../mask-error.js';

const longestName = 80;

/** Logs one line per operation: its name, how long it took, which error codes it had. No argument and no value. */
export function operationLog(): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: async () => {
      const startedAt = performance.now();
      return {
        didEncounterErrors: async ({ errors, contextValue: { log } }) => {
          for (const error of errors) {
            if (isUnexpected(error))
              log.error({ err: error.originalError ?? error, path: error.path?.join('.') }, 'unexpected error');
          }
        },
        willSendResponse: async ({ response: { body }, contextValue, operationName }) => {
          const errors = body.kind === 'single' ? (body.singleResult.errors ?? []) : [];
          contextValue.log.info(
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
