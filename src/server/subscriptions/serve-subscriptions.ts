import { setImmediate } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Authenticator } from '../../access/authenticator.js';
import { within } from '../../within.js';
import type { TrustsProxy } from '../trusted-proxies.js';
import type { LiveOperations } from './live-operations.js';
import { serveSockets } from './serve-sockets.js';
import { serveStreams } from './serve-streams.js';

export interface SubscriptionOptions {
  readonly authenticator: Authenticator;
  readonly maxMessageBytes: number;
  /** Null allows localhost origins and Apollo Studio. */
  readonly corsOrigins: readonly string[] | null;
  readonly trustsProxy: TrustsProxy;
  /** How long queries and mutations under way may take to end when the server closes. */
  readonly longestDrainMs: number;
  readonly log: Logger;
}

/**
 * Operations over connections that stay open: `graphql-transport-ws` at `/graphql` and Server-Sent Events at `/graphql/stream`. When
 * the server closes, what is being answered is answered first; then the connections end in the way that tells clients to come back.
 */
export function serveSubscriptions(
  app: FastifyInstance,
  operations: LiveOperations,
  options: SubscriptionOptions,
): void {
  const closings = [serveSockets(app, operations, options), serveStreams(app, operations, options)];
  app.addHook('preClose', async () => {
    await within(options.longestDrainMs, operations.settled(), () => {});
    // The last answers are written in this turn.
    await setImmediate();
    await Promise.all(closings.map((close) => close()));
  });
}
