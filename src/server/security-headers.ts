import helmet from '@fastify/helmet';
import Fastify, { type FastifyInstance } from 'fastify';

/**
 * Headers that keep answers what they are: data, for whoever asked, in no frame and, unless the schema says otherwise, in no cache. Pages have a policy of their own.
 *
 * @remarks Whether the outside speaks TLS is known to whoever ends it: `Strict-Transport-Security` is set there.
 */
export async function secureHeaders(app: FastifyInstance): Promise<void> {
  const headers = await helmetHeaders();
  app.addHook('onRequest', (_, reply, done) => {
    // Whoever answers with a page puts another policy in their place.
    for (const [name, value] of headers) reply.raw.setHeader(name, value);
    void reply.header('cache-control', 'no-store');
    done();
  });
}

/** The same for every answer: they are worked out once. */
async function helmetHeaders(): Promise<readonly (readonly [name: string, value: string])[]> {
  const secured = Fastify();
  await secured.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"], 'base-uri': ["'none'"] },
    },
    strictTransportSecurity: false,
    xFrameOptions: { action: 'deny' },
  });
  const plain = await Fastify().inject('/');
  const { headers } = await secured.inject('/');
  await secured.close();
  const added = Object.entries(headers).filter(([name]) => !(name in plain.headers));
  return added.map(([name, value]) => [name, String(value)] as const);
}
