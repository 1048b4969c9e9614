import type { FastifyInstance } from 'fastify';
import type { LimitSettings } from '../../config/limit-settings.js';
import type { LimitError } from '../limits/limit-error.js';
import { maskError } from '../mask-error.js';
import { withRequestId } from '../with-request-id.js';
import type { LoopPressure } from './loop-pressure.js';
import { Overload } from './overload.js';

const answered = '/graphql';
const streamed = '/graphql/stream';

/**
 * Turns requests for GraphQL away while there is too much to do: before their body is read, since what waits in memory is what must not
 * grow. Everything else is answered always: whoever watches the gateway has to see it, and what a provider tells must not be lost.
 *
 * @returns what counts the operations; those that come by other ways than `/graphql` have to tell it
 */
export function shedLoad(app: FastifyInstance, settings: LimitSettings, pressure: LoopPressure): Overload {
  const overload = new Overload(settings, pressure);
  app.addHook('onRequest', (request, reply, next) => {
    const { url } = request.routeOptions;
    if (url !== answered && url !== streamed) return next();
    const refuse = (refusal: LimitError) => {
      const { status, headers } = refusal.http;
      void reply.code(status).headers(Object.fromEntries(headers)).send(bodyOf(refusal, request.id));
    };
    const goOn = () => {
      // A stream stays open for long; what it executes is counted where it begins.
      if (url === answered && !reply.raw.destroyed) reply.raw.once('close', overload.begin());
      next();
    };
    const refusal = overload.refusal();
    if (refusal !== null) return refuse(refusal);
    const turn = url === answered ? overload.turn() : null;
    if (turn === null) return goOn();
    void turn.then((late) => (late === null ? goOn() : refuse(late)));
  });
  app.addHook('onClose', async () => overload.stop());
  return overload;
}

function bodyOf(refusal: LimitError, requestId: string): object {
  return { errors: [withRequestId(maskError({ message: refusal.message }, refusal), requestId)] };
}
