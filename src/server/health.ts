import type { FastifyInstance } from 'fastify';

/** `/healthz` says that the process lives, `/readyz` that it may take traffic. A provider that is down stops neither. */
export function serveHealth(app: FastifyInstance): void {
  let isClosing = false;
  app.addHook('preClose', async () => {
    isClosing = true;
  });
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_, reply) => {
    void reply.code(isClosing ? 503 : 200);
    return { status: isClosing ? 'closing' : 'ready' };
  });
}
