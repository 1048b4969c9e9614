import type { FastifyInstance } from 'fastify';
import { isLoopback } from '../config/load-provider.js';

/**
 * Serves only requests that were addressed to this machine by a loopback name. Without it a web page could point a name of its
 * own at 127.0.0.1 and read the graph through the visitor's browser.
 */
export function guardHost(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    if (!isLoopback(request.hostname)) {
      await reply.code(403).send({
        errors: [
          {
            message: 'This gateway answers on loopback addresses only.',
            extensions: { code: 'FORBIDDEN', retryable: false, requestId: request.id },
          },
        ],
      });
    }
  });
}
