import type { FastifyInstance } from 'fastify';
import { isLoopback } from '../config/load-provider.js';
import { refusalBody } from './refusal-body.js';
import { webhookRoute } from './webhooks.js';

/**
 * Serves only requests that were addressed to this machine by a loopback name. Without it a web page could point a name of its
 * own at 127.0.0.1 and read the graph through the visitor's browser. Providers call through a tunnel or a proxy, under its name:
 * their route is guarded by a secret instead.
 */
export function guardHost(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    if (request.routeOptions.url !== webhookRoute && !isLoopback(request.hostname)) {
      const message = 'This gateway answers on loopback addresses only.';
      await reply.code(403).send(refusalBody('FORBIDDEN', message, request.id));
    }
  });
}
