import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { createContext, type Gateway } from '../context/create-context.js';
import type { GatewayContext } from '../context/gateway-context.js';
import { asksForPage, sendSandboxPage } from './explorer/routes.js';
import { loadSchema } from './load-schema.js';
import { maskError } from './mask-error.js';
import { operationLog } from './plugins/operation-log.js';
import { partialFailures } from './plugins/partial-failures.js';
import { refuseMissingRoot } from './plugins/refuse-missing-root.js';
import { requestIdInErrors } from './plugins/request-id.js';
import { statusByMediaType } from './plugins/status-by-media-type.js';

/** The most tokens a document may have. */
const maxTokens = 15_000;

/** GraphQL over HTTP at `/graphql`; a browser that asks for a page gets the explorer. */
export async function serveGraphQL(app: FastifyInstance, gateway: Gateway): Promise<ApolloServer<GatewayContext>> {
  const apollo = new ApolloServer<GatewayContext>({
    schema: loadSchema(),
    csrfPrevention: true,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens },
    formatError: maskError,
    logger: gateway.log,
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      refuseMissingRoot(),
      statusByMediaType(),
      partialFailures(),
      requestIdInErrors(),
      operationLog(),
    ],
  });
  await apollo.start();
  const answer = fastifyApolloHandler(apollo, { context: async (request) => contextOf(request, gateway) });
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    handler: (request, reply) => (asksForPage(request) ? sendSandboxPage(reply) : answer.call(app, request, reply)),
  });
  return apollo;
}

/** An operation ends early when its caller leaves: reads under way for nobody are cancelled. */
function contextOf(request: FastifyRequest, gateway: Gateway): GatewayContext {
  const { socket } = request.raw;
  const context = createContext(gateway, request.id, () => socket.off('close', leave));
  const leave = () => context.end();
  socket.once('close', leave);
  return context;
}
