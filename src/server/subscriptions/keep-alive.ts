import type { WebSocket, WebSocketServer } from 'ws';

/** Pings all sockets at each heartbeat, and cuts those that did not answer the one before. Gives what stops it. */
export function keepAlive(sockets: WebSocketServer, heartbeatMs: number): () => void {
  const silent = new WeakSet<WebSocket>();
  const timer = setInterval(() => {
    for (const socket of sockets.clients) {
      if (silent.has(socket)) {
        socket.terminate();
        continue;
      }
      silent.add(socket);
      socket.once('pong', () => silent.delete(socket));
      socket.ping();
    }
  }, heartbeatMs);
  timer.unref();
  return () => clearInterval(timer);
}
