import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';
import { isLoopback } from '../config/load-provider.js';

const studio = 'https://studio.apollographql.com';

/** Lets browsers call from the configured origins; without any, from pages on this machine and from Apollo Studio. */
export async function allowOrigins(app: FastifyInstance, origins: readonly string[] | null): Promise<void> {
  await app.register(cors, {
    origin: (origin, decide) => decide(null, origin !== undefined && isAllowedOrigin(origin, origins)),
    methods: ['GET', 'POST'],
    exposedHeaders: ['x-request-id', 'retry-after'],
    maxAge: 600,
  });
}

/** Whether a page of this origin may read what the gateway answers. */
export function isAllowedOrigin(origin: string, origins: readonly string[] | null): boolean {
  return origins?.includes(origin) ?? isOwnOrStudio(origin);
}

function isOwnOrStudio(origin: string): boolean {
  return origin === studio || (URL.canParse(origin) && isLoopback(new URL(origin).hostname));
}
