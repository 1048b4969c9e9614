import type { ApolloServerPlugin, GraphQLRequestContext } from '@apollo/server';
import type { GatewayContext } from '../../context/gateway-context.js';
import { type CountedError, outcomeOf } from '../../observability/metrics/operation-metrics.js';
import type { OperationSpan } from '../../observability/tracing/tracing.js';
import type { Watch } from '../../observability/watch.js';

/** Counts operations and their errors, and shows each in a trace where traces are kept. To stand behind what adds errors. */
export function watchOperations({ metrics, tracing }: Watch): ApolloServerPlugin<GatewayContext> {
  const { operations } = metrics;
  return {
    requestDidStart: async ({ request: { http }, contextValue }) => {
      const startedAt = performance.now();
      const span = tracing?.beginOperation({
        requestId: contextValue.requestId,
        traceparent: http?.headers.get('traceparent') ?? null,
        tracestate: http?.headers.get('tracestate') ?? null,
      });
      if (span !== undefined) contextValue.traceCalls(span);
      return {
        willSendResponse: async (request) => {
          const { data, errors = [] } = answerIn(request);
          const counted = errors.map(countedError);
          for (const error of counted) operations.countError(error);
          const outcome = outcomeOf(data, counted);
          operations.count(request.operationName, { outcome, durationMs: performance.now() - startedAt });
          if (span !== undefined)
            end(span, request, { name: operations.shownName(request.operationName), outcome, counted });
        },
      };
    },
  };
}

type Answered = GraphQLRequestContext<GatewayContext>;

function answerIn({ response: { body } }: Answered) {
  return body?.kind === 'single' ? body.singleResult : {};
}

function countedError({ extensions = {} }: { readonly extensions?: Record<string, unknown> }): CountedError {
  return { code: extensions['code'], provider: extensions['provider'] };
}

function end(
  span: OperationSpan,
  { operation }: Answered,
  { name, outcome, counted }: { name: string; outcome: string; counted: readonly CountedError[] },
): void {
  const errorCodes = [...new Set(counted.map(({ code }) => String(code)))];
  span.end({ name, kind: operation?.operation ?? null, outcome, errorCodes });
}
