import { randomUUID } from 'node:crypto';
import {
  type ExecutionArgs,
  type FormattedExecutionResult,
  GraphQLError,
  type GraphQLFormattedError,
  parse,
} from 'graphql';
import { CloseCode, makeServer, type OperationResult, type Server, type ServerOptions } from 'graphql-ws';
import type { Logger } from 'pino';
import type { WebSocket } from 'ws';
import type { Authenticator } from '../../access/authenticator.js';
import type { Caller } from '../../access/caller.js';
import { atExpiry } from '../../access/expiry.js';
import { Unauthenticated } from '../../access/unauthenticated.js';
import type { Answer, AnswerStream } from './answer-stream.js';
import { identifySocket, type SocketOpening } from './identify-socket.js';
import type { LiveOperations } from './live-operations.js';

interface Connection {
  readonly socket: WebSocket;
  readonly opening: SocketOpening;
  /** Null until the first message has said who it is. */
  caller: Caller | null;
  /** Aborted when the socket closes. */
  readonly signal: AbortSignal;
}

interface Parts {
  readonly operations: LiveOperations;
  readonly authenticator: Authenticator;
  readonly log: Logger;
}

type Options = ServerOptions<Record<string, unknown> | undefined, Connection>;
type Started = ExecutionArgs & { readonly started?: Answer | AnswerStream };

/** The most operations a socket may have under way. */
const mostOperations = 100;
/** The protocol asks a document only which of `execute` and `subscribe` to call; here both give what has started already. */
const anyDocument = parse('{ __typename }');

/** Speaks `graphql-transport-ws` with each socket. */
export class SocketProtocol {
  readonly #parts: Parts;
  readonly #server: Server<Connection>;

  constructor(parts: Parts) {
    this.#parts = parts;
    const giveStarted = ({ started }: Started) => started as OperationResult;
    this.#server = makeServer<Record<string, unknown> | undefined, Connection>({
      onConnect: ({ connectionParams, extra }) => this.#identify(connectionParams, extra),
      execute: giveStarted,
      subscribe: giveStarted,
      onSubscribe: ({ extra, subscriptions }, _, payload) =>
        this.#start(payload, extra, Object.keys(subscriptions).length),
      // Answers are formatted already; the protocol would format them once more.
      onNext: (...[, , , , answer]) => answer as FormattedExecutionResult,
    });
  }

  serve(socket: WebSocket, opening: SocketOpening): void {
    const leaving = new AbortController();
    // What is wrong with a frame ends the socket by itself.
    socket.on('error', () => socket.terminate());
    const leave = this.#server.opened(
      {
        protocol: socket.protocol,
        // Resolves when the text has left, so that a slow client is waited for.
        send: (text) => send(socket, text),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (take) =>
          socket.on('message', (data) => {
            take((data as Buffer).toString('utf8')).catch((error: unknown) => {
              this.#parts.log.error({ err: error }, 'unexpected error');
              socket.close(CloseCode.InternalServerError, 'Unexpected error.');
            });
          }),
      },
      { socket, opening, caller: null, signal: leaving.signal },
    );
    socket.once('close', (code, reason) => {
      leaving.abort();
      leave(code, reason.toString('utf8')).catch((error: unknown) =>
        this.#parts.log.error({ err: error }, 'unexpected error'),
      );
    });
  }

  /** Says whether a socket is welcome, and closes one that is not with the reason. */
  async #identify(params: Record<string, unknown> | undefined, connection: Connection): Promise<boolean> {
    const { socket, opening } = connection;
    // A code after which clients come back, if they have credentials that hold.
    const refuse = (reason: string) => socket.close(CloseCode.Forbidden, reason);
    try {
      const caller = await identifySocket(this.#parts.authenticator, params, opening);
      connection.caller = caller;
      socket.once(
        'close',
        atExpiry(caller, () => refuse('The credentials have ended.')),
      );
      return true;
    } catch (error) {
      if (!(error instanceof Unauthenticated)) throw error;
      refuse(error.message);
      return false;
    }
  }

  async #start(
    payload: Parameters<NonNullable<Options['onSubscribe']>>[2],
    { caller, signal }: Connection,
    count: number,
  ): Promise<Started | readonly GraphQLError[]> {
    // The protocol lets nothing through before the socket is welcome.
    if (caller === null) throw new Unauthenticated('The socket has not said who it is.');
    const requestId = randomUUID();
    const started =
      count > mostOperations
        ? tooMany(requestId)
        : await this.#parts.operations.start(payload, { requestId, caller, signal });
    if (!('next' in started) && started.data === undefined) {
      return (started.errors ?? []).map((error) => new FormattedError(error));
    }
    return { schema: this.#parts.operations.schema, document: anyDocument, started };
  }
}

/** An error as it was formatted. */
class FormattedError extends GraphQLError {
  readonly #formatted: GraphQLFormattedError;

  constructor(formatted: GraphQLFormattedError) {
    super(formatted.message);
    this.#formatted = formatted;
  }

  override toJSON(): GraphQLFormattedError {
    return this.#formatted;
  }
}

function tooMany(requestId: string): Answer {
  const message = `A connection may have at most ${mostOperations} operations under way.`;
  return { errors: [{ message, extensions: { code: 'BAD_REQUEST', retryable: false, requestId } }] };
}

function send(socket: WebSocket, text: string): Promise<void> {
  return new Promise((resolve) => {
    if (socket.readyState !== socket.OPEN) resolve();
    // A socket that fails closes, and ends its operations then.
    else socket.send(text, () => resolve());
  });
}
