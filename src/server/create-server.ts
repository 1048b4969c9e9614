import { randomUUID } from 'node:crypto';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Gateway } from '../context/create-context.js';
import { allowOrigins } from './cors.js';
import { serveExplorers } from './explorer/routes.js';
import { serveGraphQL } from './graphql-route.js';
import { serveHealth } from './health.js';
import { guardHost } from './host-guard.js';
import { loadSchema } from './load-schema.js';
import { LiveOperations } from './subscriptions/live-operations.js';
import { serveSubscriptions } from './subscriptions/serve-subscriptions.js';
import { serveWebhooks } from './webhooks.js';

export interface GatewayServer {
  /** The address it listens on, for example `http://127.0.0.1:4000`. */
  readonly url: string;
  /** Takes no more requests, ends those under way, then closes. */
  readonly close: () => Promise<void>;
}

interface ServerOptions {
  readonly host: string;
  readonly port: number;
  readonly corsOrigins: readonly string[] | null;
}

const maxBodyBytes = 1024 * 1024;
const longestRequestId = 128;
/** How long requests under way may take to end when the server closes. */
const longestDrainMs = 20_000;

/** Starts the HTTP side of the gateway. */
export async function startServer(
  gateway: Gateway,
  { host, port, corsOrigins }: ServerOptions,
): Promise<GatewayServer> {
  const app = Fastify({
    bodyLimit: maxBodyBytes,
    requestTimeout: 30_000,
    genReqId: ({ headers }) => requestIdOf(headers['x-request-id']),
  });
  app.addHook('onRequest', async (request, reply) => {
    void reply.header('x-request-id', request.id);
  });
  guardHost(app);
  answerErrors(app, gateway);
  await allowOrigins(app, corsOrigins);
  serveHealth(app);
  await serveExplorers(app);
  await serveWebhooks(app, { ...gateway.webhooks, log: gateway.log });
  const schema = loadSchema();
  const apollo = await serveGraphQL(app, gateway, schema);
  serveSubscriptions(app, new LiveOperations({ gateway, apollo, schema }), {
    corsOrigins,
    longestDrainMs,
    log: gateway.log,
  });
  const url = await app.listen({ host, port });
  return {
    url,
    close: async () => {
      const patience = setTimeout(() => app.server.closeAllConnections(), longestDrainMs);
      await app.close();
      clearTimeout(patience);
      await apollo.stop();
      await gateway.writes.close();
      await gateway.records.close();
      await gateway.providers.close();
    },
  };
}

/** Trouble before GraphQL is reached, in the form GraphQL clients read. */
function answerErrors(app: FastifyInstance, { log }: Gateway): void {
  app.setErrorHandler<Error & { statusCode?: number }>((error, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) log.error({ err: error, requestId: request.id }, 'unexpected error');
    const [code, message] =
      status >= 500 ? ['INTERNAL_SERVER_ERROR', 'Unexpected error.'] : ['BAD_REQUEST', error.message];
    return reply
      .code(status)
      .send({ errors: [{ message, extensions: { code, retryable: false, requestId: request.id } }] });
  });
}

/** The caller's own id where it is plain, so that one id goes through all systems; else a new one. */
function requestIdOf(header: string | string[] | undefined): string {
  const isPlain = typeof header === 'string' && header.length <= longestRequestId && /^[\w.:-]+$/.test(header);
  return isPlain ? header : randomUUID();
}
