import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Authenticator, credentialsIn, hasSeveralTokens } from '../access/authenticator.js';
import type { Caller } from '../access/caller.js';
import { Unauthenticated } from '../access/unauthenticated.js';
import { asksForPage } from './explorer/routes.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; only on routes of GraphQL. */
    caller: Caller;
  }
}

const graphqlRoutes: ReadonlySet<string | undefined> = new Set(['/graphql', '/graphql/stream']);

/** Finds out who asks before the body of a request is read: whoever is not welcome costs little. Pages are everybody's. */
export function identifyCallers(app: FastifyInstance, authenticator: Authenticator): void {
  app.decorateRequest('caller', {
    getter: () => {
      throw new Error('Nobody has found out who asks here.');
    },
  });
  app.addHook('onRequest', async (request, reply) => {
    if (!graphqlRoutes.has(request.routeOptions.url) || asksForPage(request)) return;
    try {
      Object.defineProperty(request, 'caller', { value: await callerOf(request, authenticator) });
    } catch (error) {
      if (!(error instanceof Unauthenticated)) throw error;
      await refuse(request, reply, error);
    }
  });
}

/** Who sends a request, as its headers say. @throws Unauthenticated */
export function callerOf({ raw, headers, ip }: FastifyRequest, authenticator: Authenticator): Promise<Caller> {
  if (hasSeveralTokens(raw)) throw new Unauthenticated('Give one token.');
  return authenticator.identify(credentialsIn(headers), ip);
}

/** In the form GraphQL clients read, as what else is refused before GraphQL is reached. */
function refuse({ id }: FastifyRequest, reply: FastifyReply, { message, isPassing }: Unauthenticated): FastifyReply {
  const extensions = { code: 'UNAUTHENTICATED', retryable: isPassing, requestId: id };
  if (isPassing)
    return reply
      .code(503)
      .header('retry-after', '5')
      .send({ errors: [{ message, extensions }] });
  return reply
    .code(401)
    .header('www-authenticate', 'Bearer')
    .send({ errors: [{ message, extensions }] });
}
