import type { FastifyInstance } from 'fastify';
import { Readiness } from './readiness.js';

/**
 * `/healthz` says that the process lives, `/readyz` that it may take traffic. A provider that is down stops neither.
 *
 * @returns what says that the process will end; from then on each answer ends its kept connection
 */
export function serveHealth(app: FastifyInstance): Readiness {
  const readiness = new Readiness();
  app.addHook('preClose', () => readiness.turn(0));
  app.addHook('onSend', async (_, reply) => {
    if (!readiness.isReady) void reply.header('connection', 'close');
  });
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_, reply) => {
    void reply.code(readiness.isReady ? 200 : 503);
    return { status: readiness.isReady ? 'ready' : 'closing' };
  });
  return readiness;
}
