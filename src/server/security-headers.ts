import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

/**
 * Headers that keep answers what they are: data, for whoever asked, in no frame and in no cache. Pages have a policy of their own.
 *
 * @remarks Whether the outside speaks TLS is known to whoever ends it: `Strict-Transport-Security` is set there.
 */
export async function secureHeaders(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"], 'base-uri': ["'none'"] },
    },
    strictTransportSecurity: false,
    xFrameOptions: { action: 'deny' },
  });
  app.addHook('onRequest', async (_, reply) => {
    void reply.header('cache-control', 'no-store');
  });
}
