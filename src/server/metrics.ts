import type { FastifyInstance } from 'fastify';
import type { Authenticator } from '../access/authenticator.js';
import { Unauthenticated } from '../access/unauthenticated.js';
import type { GatewayMetrics } from '../observability/metrics/gateway-metrics.js';
import { callerOf } from './identify-caller.js';

/**
 * `/metrics` for Prometheus. Where callers have to show who they are it is the merchant's: how much is sold can be read from it. A gateway
 * without access control answers this machine alone, and there it is open.
 */
export function serveMetrics(app: FastifyInstance, metrics: GatewayMetrics, authenticator: Authenticator): void {
  app.get('/metrics', { exposeHeadRoute: false }, async (request, reply) => {
    try {
      const { scope } = await callerOf(request, authenticator);
      if (scope === 'ANONYMOUS') throw new Unauthenticated('Metrics are for the merchant: show who you are.');
      if (scope !== 'MERCHANT') return await reply.code(403).send({ error: 'Metrics are for the merchant.' });
    } catch (error) {
      if (!(error instanceof Unauthenticated)) throw error;
      if (error.isPassing) return reply.code(503).header('retry-after', '5').send({ error: error.message });
      return reply.code(401).header('www-authenticate', 'Bearer').send({ error: error.message });
    }
    return reply.type(metrics.contentType).send(await metrics.text());
  });
}
