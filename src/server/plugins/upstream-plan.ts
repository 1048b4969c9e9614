import type { ApolloServerPlugin } from '@apollo/server';
import type { GatewayContext } from '../../context/gateway-context.js';
import { staleMarksOf, upstreamPlanOf } from '../execution/upstream-plan.js';

/** The header by which a caller asks what the operation asked the providers. */
export const planHeader = 'x-upstream-plan';

/**
 * Adds `extensions.stale` where an old answer stood in for one that could not be had, `extensions.degraded` where a store of the gateway's own
 * could not be read, and `extensions.upstream` where the merchant's programs, or anybody in the sandbox, ask for it.
 */
export function showUpstreamPlan(): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: async () => ({
      willSendResponse: async ({ request: { http }, response: { body }, contextValue: { calls, caller, mode } }) => {
        if (body.kind !== 'single') return;
        const stale = staleMarksOf(calls);
        const isAllowed = caller.scope === 'MERCHANT' || mode === 'SANDBOX';
        const isAsked = isAllowed && http?.headers.get(planHeader) === '1';
        const degraded = [...calls.missing];
        if (stale.length + degraded.length === 0 && !isAsked) return;
        body.singleResult.extensions = {
          ...body.singleResult.extensions,
          ...(stale.length > 0 && { stale }),
          ...(degraded.length > 0 && { degraded }),
          ...(isAsked && { upstream: upstreamPlanOf(calls) }),
        };
      },
    }),
  };
}
