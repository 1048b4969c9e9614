import { randomBytes } from 'node:crypto';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Gateway } from '../../context/create-context.js';
import { renderAltairOptions } from './altair-options.js';
import { altairFolder, renderAltairPage } from './altair-page.js';
import { renderSandboxPage, sandboxPagePolicy } from './sandbox-page.js';

/** Everything from this origin; styles inline, as the bundled explorer writes them. */
const bundledPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
  "base-uri 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** `/` is Apollo Sandbox, `/explorer/` the bundled explorer that needs nothing from outside. */
export async function serveExplorers(app: FastifyInstance, mode: Gateway['mode']): Promise<void> {
  app.get('/', (_, reply) => sendSandboxPage(reply, mode));
  // Apollo's script looks for it, and would else put one of its own host into the page.
  app.get('/favicon.ico', (_, reply) => reply.redirect('/explorer/favicon.ico'));
  app.get('/explorer', (_, reply) => reply.redirect('/explorer/'));
  app.get('/explorer/', async (_, reply) => sendPage(reply, await renderAltairPage(), bundledPolicy));
  app.get('/explorer/initial-options.js', (_, reply) =>
    reply
      .type('text/javascript; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('x-content-type-options', 'nosniff')
      .send(renderAltairOptions(mode)),
  );
  await app.register(fastifyStatic, {
    root: altairFolder,
    prefix: '/explorer/',
    index: false,
    decorateReply: false,
    // A worker lives by the policy of its own script.
    setHeaders: (reply) => void reply.setHeader('content-security-policy', bundledPolicy),
  });
}

/** Whether a browser asks for a page rather than for data. */
export function asksForPage({ method, query, headers }: FastifyRequest): boolean {
  const hasQuery = typeof query === 'object' && query !== null && Object.keys(query).length > 0;
  return method === 'GET' && !hasQuery && (headers.accept ?? '').includes('text/html');
}

/** Apollo Sandbox with a policy and a nonce of this answer alone. */
export function sendSandboxPage(reply: FastifyReply, mode: Gateway['mode']): FastifyReply {
  const nonce = randomBytes(16).toString('base64');
  return sendPage(reply, renderSandboxPage(nonce, mode), sandboxPagePolicy(nonce));
}

function sendPage(reply: FastifyReply, html: string, policy: string): FastifyReply {
  return reply
    .type('text/html; charset=utf-8')
    .header('content-security-policy', policy)
    .header('cache-control', 'no-store')
    .header('x-content-type-options', 'nosniff')
    .header('referrer-policy', 'no-referrer')
    .send(html);
}
