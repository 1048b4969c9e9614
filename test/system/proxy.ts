import { once } from 'node:events';
import { connect as connectTo, createServer, type Socket } from 'node:net';

/** A way to a Redis that can be cut, and whose answers can get lost while what is asked still arrives. */
export async function startProxy(target: string) {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let losesAnswers = false;
  const server = createServer((client) => {
    const upstream = connectTo(Number(port), hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    client.pipe(upstream);
    upstream.on('data', (bytes) => {
      if (!losesAnswers) client.write(bytes);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  const dropAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  const cut = async () => {
    server.close();
    dropAll();
    await once(server, 'close');
  };
  return {
    url: `redis://127.0.0.1:${address.port}`,
    /** Ends all connections and takes no new ones. */
    cut,
    mend: async () => {
      server.listen(address.port, '127.0.0.1');
      await once(server, 'listening');
    },
    /** From now on nothing comes back. */
    loseAnswers: () => {
      losesAnswers = true;
    },
    /** Ends the connections whose answers were lost; new ones work. */
    heal: () => {
      losesAnswers = false;
      dropAll();
    },
    [Symbol.asyncDispose]: async () => {
      if (server.listening) await cut();
    },
  };
}
