import cors from '@fastify/cors';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isLoopback } from '../config/load-provider.js';
import { refusalBody } from './refusal-body.js';

/** Said to a page of another origin. */
export const originRefused = 'This origin is not allowed (CORS_ORIGINS).';

const studio = 'https://studio.apollographql.com';

/** Lets browsers call from the configured origins; without any, from pages on this machine and from Apollo Studio. */
export async function allowOrigins(app: FastifyInstance, origins: readonly string[] | null): Promise<void> {
  await app.register(cors, {
    origin: (origin, decide) => decide(null, origin !== undefined && isAllowedOrigin(origin, origins)),
    methods: ['GET', 'POST'],
    exposedHeaders: ['x-request-id', 'retry-after'],
    maxAge: 600,
  });
  app.addHook('onRequest', async (request, reply) => refusePreflight(request, reply, origins));
}

/** Tells why a page may not ask. Unanswered, its question would seem to go to an address where there is nothing. */
function refusePreflight(
  { method, headers, id }: FastifyRequest,
  reply: FastifyReply,
  origins: readonly string[] | null,
) {
  const { origin } = headers;
  const isPreflight = method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;
  if (!isPreflight || origin === undefined || isAllowedOrigin(origin, origins)) return undefined;
  return reply.code(403).send(refusalBody('FORBIDDEN', originRefused, id));
}

/** Whether a page of this origin may read what the gateway answers. */
export function isAllowedOrigin(origin: string, origins: readonly string[] | null): boolean {
  return origins?.includes(origin) ?? isOwnOrStudio(origin);
}

function isOwnOrStudio(origin: string): boolean {
  return origin === studio || (URL.canParse(origin) && isLoopback(new URL(origin).hostname));
}
