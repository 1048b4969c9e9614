import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import { setImmediate, setTimeout as wait } from 'node:timers/promises';

/** How long callers that knock without end are let in. */
const longestKnockingMs = 5000;
/** How long a connection that was just taken may need to bring its request. */
const longestSilenceMs = 250;

/**
 * Ends the taking of new connections so that none is lost. What the system has taken on behalf of a server that closes, and the server has
 * not, is broken off; whoever had sent a request over it cannot know whether it was carried out.
 *
 * @returns what stops to listen when nobody knocks any more, waits for the requests of the newest connections, and breaks off those that
 *   never brought one: browsers and programs open some in reserve, and Node takes them for busy. `ended` resolves when the rest have ended
 */
export function followConnections(server: Server): () => Promise<{ readonly ended: Promise<void> }> {
  const unused = new Set<Socket>();
  let taken = 0;
  const isUsed = ({ socket }: IncomingMessage) => unused.delete(socket);
  server.on('connection', (socket: Socket) => {
    taken += 1;
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  server.on('request', isUsed);
  server.on('upgrade', isUsed);
  return async () => {
    await untilQuiet(() => taken);
    const ended = new Promise<void>((resolve) => server.close(() => resolve()));
    const silentAt = performance.now() + longestSilenceMs;
    while (unused.size > 0 && performance.now() < silentAt) await wait(10);
    for (const socket of unused) socket.destroy();
    return { ended };
  };
}

/** Resolves when nobody has waited to be let in: each turn of the event loop takes one connection, if there is one. */
async function untilQuiet(taken: () => number): Promise<void> {
  const until = performance.now() + longestKnockingMs;
  // The first turn may be the rest of one that looked before.
  for (let quiet = 0, before = taken(); quiet < 2 && performance.now() < until; before = taken()) {
    await setImmediate();
    quiet = taken() === before ? quiet + 1 : 0;
  }
}
