import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { atExpiry } from '../../access/expiry.js';
import { originRefused } from '../cors.js';
import { isFromAllowedOrigin } from './caller-check.js';
import { EventStream } from './event-stream.js';
import type { LiveOperations, OperationRequest } from './live-operations.js';
import { readOperation } from './read-operation.js';
import type { SubscriptionOptions } from './serve-subscriptions.js';

const mostStreams = 1000;

/**
 * GraphQL over Server-Sent Events at `/graphql/stream`, in the distinct connections mode of the protocol that `graphql-sse` speaks: one
 * operation a request, `next` for each answer, `complete` at the end. Gives what ends all streams.
 */
export function serveStreams(
  app: FastifyInstance,
  operations: LiveOperations,
  { corsOrigins }: SubscriptionOptions,
): () => Promise<void> {
  const open = new Set<EventStream>();
  let count = 0;
  app.post('/graphql/stream', async (request, reply) => {
    const operation = readOperation(request.body);
    if (!isFromAllowedOrigin(request.headers, corsOrigins)) return refuse(reply, 403, originRefused);
    if (!acceptsEvents(request)) return refuse(reply, 406, 'Answers here are text/event-stream.');
    if (operation === null) return refuse(reply, 400, 'The body must be a GraphQL request in JSON.');
    if (count >= mostStreams) return refuse(reply, 503, 'The gateway has no room for another stream.');
    count += 1;
    try {
      await answer(operation, { operations, open, request, reply });
    } finally {
      count -= 1;
    }
    return reply;
  });
  return async () => {
    for (const stream of open) stream.end();
  };
}

interface Answering {
  readonly operations: LiveOperations;
  readonly open: Set<EventStream>;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

async function answer(operation: OperationRequest, { operations, open, request, reply }: Answering): Promise<void> {
  const leaving = new AbortController();
  reply.raw.once('close', () => leaving.abort());
  const started = await operations.start(operation, {
    requestId: request.id,
    caller: request.caller,
    signal: leaving.signal,
  });
  const stream = new EventStream(reply);
  open.add(stream);
  const stopWatching = atExpiry(request.caller, () => stream.end());
  try {
    if ('next' in started) {
      leaving.signal.addEventListener('abort', () => void started.return());
      for await (const next of started) await stream.send(next);
    } else {
      await stream.send(started);
    }
    await stream.complete();
  } finally {
    stopWatching();
    open.delete(stream);
  }
}

function acceptsEvents({ headers: { accept } }: FastifyRequest): boolean {
  return accept === undefined || /text\/event-stream|text\/\*|\*\/\*/i.test(accept);
}

function refuse(reply: FastifyReply, status: number, message: string): FastifyReply {
  const code = status === 403 ? 'FORBIDDEN' : 'BAD_REQUEST';
  const extensions = { code, retryable: status === 503, requestId: reply.request.id };
  return reply.code(status).send({ errors: [{ message, extensions }] });
}
