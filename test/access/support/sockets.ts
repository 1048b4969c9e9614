import { WebSocket } from 'ws';

/** What became of a socket. */
export interface SocketTrace {
  readonly messages: readonly { readonly type: string; readonly payload?: unknown }[];
  /** The code and reason it was closed with; the HTTP status of an upgrade that was refused. */
  readonly end: readonly [code: number, reason: string];
}

interface SocketOptions {
  readonly headers?: Record<string, string>;
  readonly path?: string;
  /** Closes it from this side when a message of this type came. */
  readonly until?: string;
  /** Sends everything at once; else what follows the first message is sent once that was welcome. */
  readonly isHasty?: boolean;
}

/** Opens a socket, sends messages, and tells how it went once it is closed. */
export function talk(
  url: string,
  messages: readonly (object | string)[],
  { headers = {}, path = '/graphql', until, isHasty = false }: SocketOptions = {},
): Promise<SocketTrace> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}${path}`, 'graphql-transport-ws', { headers });
  const got: { type: string; payload?: unknown }[] = [];
  return new Promise((resolve) => {
    const send = (given: readonly (object | string)[]) => {
      for (const message of given) socket.send(typeof message === 'string' ? message : JSON.stringify(message));
    };
    socket.on('open', () => send(isHasty ? messages : messages.slice(0, 1)));
    socket.on('message', (data: Buffer) => {
      const message = JSON.parse(data.toString('utf8')) as { type: string };
      got.push(message);
      if (message.type === 'connection_ack' && !isHasty) send(messages.slice(1));
      if (message.type === until) socket.close(1000);
    });
    socket.on('unexpected-response', (request, { statusCode }) => {
      request.destroy();
      resolve({ messages: got, end: [statusCode ?? 0, 'upgrade refused'] });
    });
    socket.on('error', () => {});
    socket.on('close', (code, reason) => resolve({ messages: got, end: [code, reason.toString('utf8')] }));
  });
}

export const init = (payload?: object): object => ({ type: 'connection_init', ...(payload && { payload }) });
export const ask = (query: string, id = '1'): object => ({ id, type: 'subscribe', payload: { query } });
