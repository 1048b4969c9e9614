import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLSchema } from 'graphql';
import { localMerchant } from '../../access/caller.js';
import type { GatewayContext } from '../../context/gateway-context.js';
import { CachePolicies } from '../execution/cache-policy.js';
import { staleMarksOf } from '../execution/upstream-plan.js';
import { planHeader } from './upstream-plan.js';

/** What the same address is answered differently by: the caller, the form asked for, and whether the plan is shown. */
const vary = `Origin, Accept, Authorization, X-API-Key, ${planHeader}`;

/**
 * `Cache-Control` of the answer, as the schema says of what was asked. Answers with errors, with old data or with the plan are for nobody
 * else and no other moment: they stay `no-store`, as every answer is by default.
 */
export function cacheHeaders(schema: GraphQLSchema): ApolloServerPlugin<GatewayContext> {
  const policies = new CachePolicies(schema);
  return {
    requestDidStart: async () => ({
      willSendResponse: async ({ response: { body, http }, document, operation, contextValue: { calls, caller } }) => {
        if (body.kind !== 'single' || document === undefined || !operation) return;
        const { errors, data, extensions } = body.singleResult;
        if (!data || errors !== undefined || extensions?.['upstream'] !== undefined) return;
        if (staleMarksOf(calls).length > 0 || calls.missing.size > 0) return;
        const policy = policies.of(document, operation);
        if (policy === null) return;
        // What a known caller is shown is stored by others only where everybody would be shown it without credentials.
        const isOpen = caller.scope === 'ANONYMOUS' || caller === localMerchant;
        const scope = policy.scope === 'PUBLIC' && isOpen ? 'public' : 'private';
        http.headers.set('cache-control', `max-age=${policy.maxAge}, ${scope}`);
        http.headers.set('vary', vary);
      },
    }),
  };
}
