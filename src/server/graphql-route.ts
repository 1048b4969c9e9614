import type { ServerResponse } from 'node:http';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { createContext, type Gateway } from '../context/create-context.js';
import type { GatewayContext } from '../context/gateway-context.js';
import { answerText } from './execution/answer-text.js';
import { SharedOperations } from './execution/shared-operations.js';
import { asksForPage, sendSandboxPage } from './explorer/routes.js';
import type { Limits } from './limits/limits.js';
import { asCache, nameStoredDocument } from './limits/stored-documents.js';
import type { FormatError } from './mask-error.js';
import { ExecutionTurns } from './overload/execution-turns.js';
import type { LoopPressure } from './overload/loop-pressure.js';
import { cacheHeaders } from './plugins/cache-headers.js';
import { executeQueries } from './plugins/execute-queries.js';
import { freshReads } from './plugins/fresh-reads.js';
import { holdToLimits } from './plugins/limits.js';
import { operationLog } from './plugins/operation-log.js';
import { partialFailures } from './plugins/partial-failures.js';
import { refuseSubscription } from './plugins/refuse-subscription.js';
import { requestIdInErrors } from './plugins/request-id.js';
import { statusByMediaType } from './plugins/status-by-media-type.js';
import { showUpstreamPlan } from './plugins/upstream-plan.js';
import { watchOperations } from './plugins/watch-operations.js';

interface EngineParts {
  readonly schema: GraphQLSchema;
  readonly limits: Limits;
  readonly pressure: LoopPressure;
  readonly formatError: FormatError;
}

/** GraphQL over HTTP at `/graphql`; a browser that asks for a page gets the explorer. */
export async function serveGraphQL(
  app: FastifyInstance,
  gateway: Gateway,
  { schema, limits, pressure, formatError }: EngineParts,
): Promise<ApolloServer<GatewayContext>> {
  const { maxTokens, showsSchema, trustedDocuments } = limits.settings;
  const held = holdToLimits(limits);
  const shared = new SharedOperations({ keepsResults: gateway.keepsRecords, turns: new ExecutionTurns(pressure) });
  gateway.events.whenStale(() => shared.forget());
  const apollo = new ApolloServer<GatewayContext>({
    schema,
    csrfPrevention: true,
    introspection: showsSchema,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens },
    validationRules: [held.rule],
    ...(trustedDocuments && { persistedQueries: { cache: asCache(trustedDocuments) } }),
    formatError,
    stringifyResult: answerText,
    logger: gateway.log,
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      // It would show times and types of a subgraph's fields to whoever asks for them.
      ApolloServerPluginInlineTraceDisabled(),
      refuseSubscription(),
      held.plugin,
      freshReads(),
      ...(gateway.compilesQueries
        ? [executeQueries({ schema, shared, formatError, isAdmitted: held.isAdmitted })]
        : []),
      statusByMediaType(),
      partialFailures(),
      requestIdInErrors(),
      showUpstreamPlan(),
      cacheHeaders(schema),
      ...(gateway.watch === undefined ? [] : [watchOperations(gateway.watch)]),
      operationLog({ slowMs: gateway.slowOperationMs }),
    ],
  });
  await apollo.start();
  const answer = fastifyApolloHandler(apollo, {
    context: async (request, reply) => contextOf(request, { gateway, response: reply.raw }),
  });
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    preHandler: async (request) => nameStoredDocument(request),
    handler: (request, reply) =>
      asksForPage(request) ? sendSandboxPage(reply, gateway.mode) : answer.call(app, request, reply),
  });
  return apollo;
}

/**
 * An operation ends early when its caller leaves: reads under way for nobody are cancelled. It ends with its answer at the latest, since
 * a request that names no operation is refused before any plugin hears of it.
 */
function contextOf(
  request: FastifyRequest,
  { gateway, response }: { readonly gateway: Gateway; readonly response: ServerResponse },
): GatewayContext {
  const { socket } = request.raw;
  const context = createContext(gateway, {
    requestId: request.id,
    caller: request.caller,
    onEnd: () => socket.off('close', leave),
  });
  const leave = () => context.end();
  socket.once('close', leave);
  response.once('close', leave);
  return context;
}
