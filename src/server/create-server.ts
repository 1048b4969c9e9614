import { randomUUID } from 'node:crypto';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Authenticator } from '../access/authenticator.js';
import type { LimitSettings } from '../config/limit-settings.js';
import type { Gateway } from '../context/create-context.js';
import { allowOrigins } from './cors.js';
import { serveExplorers } from './explorer/routes.js';
import { serveGraphQL } from './graphql-route.js';
import { serveHealth } from './health.js';
import { guardHost } from './host-guard.js';
import { identifyCallers } from './identify-caller.js';
import { hideSchema } from './limits/hide-schema.js';
import { Limits } from './limits/limits.js';
import { loadSchema } from './load-schema.js';
import { type FormatError, maskError } from './mask-error.js';
import { serveMetrics } from './metrics.js';
import { LoopPressure } from './overload/loop-pressure.js';
import { shedLoad } from './overload/shed-load.js';
import { refusalBody } from './refusal-body.js';
import { secureHeaders } from './security-headers.js';
import { followConnections } from './stop-taking.js';
import { LiveOperations } from './subscriptions/live-operations.js';
import { serveSubscriptions } from './subscriptions/serve-subscriptions.js';
import { type TrustsProxy, trustIn } from './trusted-proxies.js';
import { serveWebhooks } from './webhooks.js';

export interface GatewayServer {
  /** The address it listens on, for example `http://127.0.0.1:4000`. */
  readonly url: string;
  /** Says that it will end, and goes on serving for `shutdownGraceMs`. `close` does not do it by itself. */
  readonly retire: () => Promise<void>;
  /** Takes no more requests, ends those under way, then closes. */
  readonly close: () => Promise<void>;
}

interface ServerOptions {
  readonly host: string;
  readonly port: number;
  readonly corsOrigins: readonly string[] | null;
  readonly trustedProxies: readonly string[];
  readonly authenticator: Authenticator;
  readonly limits: LimitSettings;
  readonly federation: boolean;
  readonly shutdownGraceMs: number;
}

const longestRequestId = 128;
/** How long requests under way may take to end when the server closes. */
const longestDrainMs = 20_000;

/** Starts the HTTP side of the gateway. */
export async function startServer(gateway: Gateway, options: ServerOptions): Promise<GatewayServer> {
  const { host, port, corsOrigins, authenticator, limits: settings, federation, shutdownGraceMs } = options;
  const trustsProxy = trustIn(options.trustedProxies);
  const app = createApp(settings, trustsProxy);
  const stopTaking = followConnections(app.server);
  await secureHeaders(app);
  // Names are no protection where callers show who they are, and a proxy may serve the gateway under its own.
  if (!authenticator.isRequired) guardHost(app);
  answerErrors(app, gateway);
  await allowOrigins(app, corsOrigins);
  const pressure = watchLoop(app);
  const overload = shedLoad(app, settings, pressure);
  identifyCallers(app, authenticator);
  const readiness = serveHealth(app);
  if (gateway.watch !== undefined) serveMetrics(app, gateway.watch.metrics, authenticator);
  await serveExplorers(app, gateway.mode);
  await serveWebhooks(app, { ...gateway.webhooks, log: gateway.log });
  const schema = federation ? await loadAsSubgraph(settings) : loadSchema();
  const limits = new Limits({
    settings,
    schema,
    rate: gateway.rate,
    // The directory is the index that saves looking into records one by one.
    scanCalls: gateway.directory === null ? gateway.scanLimit : 0,
  });
  const formatError: FormatError = settings.showsSchema
    ? maskError
    : (formatted, error) => hideSchema(maskError(formatted, error));
  const apollo = await serveGraphQL(app, gateway, { schema, limits, pressure, formatError });
  serveSubscriptions(app, new LiveOperations({ gateway, apollo, schema, limits, overload, formatError }), {
    maxMessageBytes: settings.maxBodyBytes,
    authenticator,
    corsOrigins,
    trustsProxy,
    longestDrainMs,
    log: gateway.log,
  });
  const url = await app.listen({ host, port });
  return {
    url,
    retire: () => readiness.turn(shutdownGraceMs),
    close: async () => {
      const { ended } = await stopTaking();
      const patience = setTimeout(() => app.server.closeAllConnections(), longestDrainMs);
      await app.close();
      await ended;
      clearTimeout(patience);
      await apollo.stop();
      await gateway.writes.close();
      await gateway.records.close();
      await gateway.providers.close();
    },
  };
}

function createApp({ maxBodyBytes }: LimitSettings, trustsProxy: TrustsProxy): FastifyInstance {
  const app = Fastify({
    bodyLimit: maxBodyBytes,
    trustProxy: trustsProxy,
    requestTimeout: 30_000,
    // Node looks for slow requests every thirty seconds by itself.
    http: { headersTimeout: 15_000, connectionsCheckingInterval: 5000 },
    genReqId: ({ headers }) => requestIdOf(headers['x-request-id']),
  });
  app.addHook('onRequest', async (request, reply) => {
    void reply.header('x-request-id', request.id);
  });
  return app;
}

/** How busy the process is, looked at as long as the server runs. */
function watchLoop(app: FastifyInstance): LoopPressure {
  const pressure = new LoopPressure();
  app.addHook('onClose', async () => pressure.stop());
  return pressure;
}

/** A gateway that is no subgraph does not load what it takes to be one. */
async function loadAsSubgraph({ maxEntities }: LimitSettings): Promise<GraphQLSchema> {
  const { loadFederatedSchema } = await import('../federation/federated-schema.js');
  return loadFederatedSchema(maxEntities);
}

/** Trouble before GraphQL is reached, in the form GraphQL clients read. */
function answerErrors(app: FastifyInstance, { log }: Gateway): void {
  app.setErrorHandler<Error & { statusCode?: number }>((error, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) log.error({ err: error, requestId: request.id }, 'unexpected error');
    const [code, message]: readonly [string, string] =
      status >= 500 ? ['INTERNAL_SERVER_ERROR', 'Unexpected error.'] : ['BAD_REQUEST', messageOf(error, request)];
    return reply.code(status).send(refusalBody(code, message, request.id));
  });
}

function messageOf({ message, statusCode }: Error & { statusCode?: number }, { routeOptions }: FastifyRequest): string {
  if (routeOptions.url?.startsWith('/graphql') !== true) return message;
  if (statusCode === 415) return 'Send the operation as JSON, with the header "content-type: application/json".';
  // The limit of the routes that have none of their own.
  return statusCode === 413 ? `The body has more than ${routeOptions.bodyLimit} bytes (MAX_BODY_BYTES).` : message;
}

/** The caller's own id where it is plain, so that one id goes through all systems; else a new one. */
function requestIdOf(header: string | string[] | undefined): string {
  const isPlain = typeof header === 'string' && header.length <= longestRequestId && /^[\w.:-]+$/.test(header);
  return isPlain ? header : randomUUID();
}
