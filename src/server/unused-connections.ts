import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/**
 * Ends connections that never brought a request when the server closes. Browsers and programs open some in reserve, and Node takes them for
 * busy: the server would wait for them to its last patience.
 */
export function endUnusedConnections(app: FastifyInstance): void {
  const unused = new Set<Socket>();
  const isUsed = ({ socket }: IncomingMessage) => unused.delete(socket);
  app.server.on('connection', (socket: Socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  app.server.on('request', isUsed);
  app.server.on('upgrade', isUsed);
  app.addHook('preClose', async () => {
    for (const socket of unused) socket.destroy();
  });
}
