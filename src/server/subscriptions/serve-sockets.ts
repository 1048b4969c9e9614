import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { handleProtocols } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { hasSeveralTokens } from '../../access/authenticator.js';
import { addressOf } from '../trusted-proxies.js';
import { isForLoopback, isFromAllowedOrigin } from './caller-check.js';
import { keepAlive } from './keep-alive.js';
import type { LiveOperations } from './live-operations.js';
import type { SubscriptionOptions } from './serve-subscriptions.js';
import { SocketProtocol } from './socket-protocol.js';

const mostSockets = 1000;
const heartbeatMs = 12_000;
/** How long a client may take to answer the end of its socket. */
const longestGoodbyeMs = 1000;

/** GraphQL over WebSocket at `/graphql`. Gives what ends all sockets. */
export function serveSockets(
  app: FastifyInstance,
  operations: LiveOperations,
  { authenticator, maxMessageBytes, corsOrigins, trustsProxy, log }: SubscriptionOptions,
): () => Promise<void> {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: maxMessageBytes,
    perMessageDeflate: false,
    handleProtocols,
  });
  const protocol = new SocketProtocol({ operations, authenticator, log });
  const stopHeartbeat = keepAlive(sockets, heartbeatMs);
  let isClosing = false;
  app.server.on('upgrade', (request: IncomingMessage, connection: Duplex, head: Buffer) => {
    if (request.headers.upgrade?.toLowerCase() !== 'websocket')
      return serveWithoutUpgrade(app, request, { connection, head });
    const hasRoom = !isClosing && sockets.clients.size < mostSockets;
    const status = refusalOf(request, { authenticator, corsOrigins }) ?? (hasRoom ? null : 503);
    if (status !== null) return refuse(connection, status);
    const opening = { headers: request.headers, address: addressOf(request, trustsProxy) };
    sockets.handleUpgrade(request, connection, head, (socket) => protocol.serve(socket, opening));
  });
  return async () => {
    isClosing = true;
    stopHeartbeat();
    await Promise.all([...sockets.clients].map(sayGoodbye));
    sockets.close();
  };
}

/** The status that refuses an upgrade; null for a welcome one. */
function refusalOf(
  request: IncomingMessage,
  { authenticator, corsOrigins }: Pick<SubscriptionOptions, 'authenticator' | 'corsOrigins'>,
): number | null {
  const { url, headers } = request;
  if (!authenticator.isRequired && !isForLoopback(headers)) return 403;
  if (url?.split('?')[0] !== '/graphql') return 404;
  if (hasSeveralTokens(request)) return 401;
  return isFromAllowedOrigin(headers, corsOrigins) ? null : 403;
}

/**
 * Serves a request that offers another protocol, such as `h2c`, as if it had not: once a server takes upgrades, Node gives it all of them,
 * and many programs offer HTTP/2 with every first request. The request is put back and read anew without the offer.
 */
function serveWithoutUpgrade(
  app: FastifyInstance,
  { method, url, rawHeaders }: IncomingMessage,
  { connection, head }: { connection: Duplex; head: Buffer },
): void {
  const lines = [`${method} ${url} HTTP/1.1`];
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const [name = '', value = ''] = rawHeaders.slice(index, index + 2);
    if (!/^(?:connection|upgrade|http2-settings)$/i.test(name)) lines.push(`${name}: ${value}`);
  }
  connection.unshift(Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), head]));
  app.server.emit('connection', connection);
}

function refuse(connection: Duplex, status: number): void {
  connection.on('error', () => connection.destroy());
  connection.end(`HTTP/1.1 ${status} Refused\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}

/** Closes with "going away", which clients answer by coming back. */
function sayGoodbye(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    const patience = setTimeout(() => socket.terminate(), longestGoodbyeMs);
    socket.once('close', () => {
      clearTimeout(patience);
      resolve();
    });
    socket.close(1001, 'Going away');
  });
}
