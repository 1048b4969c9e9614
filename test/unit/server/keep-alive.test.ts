import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { keepAlive } from '../../../src/server/subscriptions/keep-alive.js';

const heartbeatMs = 12_000;
const ends: (() => void)[] = [];
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
});
afterEach(() => {
  vi.useRealTimers();
  for (const end of ends.splice(0)) end();
});

it('sockets that answer stay, and one that does not is cut at the next heartbeat', async () => {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  ends.push(() => server.close());
  await once(server, 'listening');
  ends.push(keepAlive(server, heartbeatMs));
  const connect = async (options: { autoPong: boolean }) => {
    const socket = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`, options);
    ends.push(() => socket.terminate());
    const [atServer] = (await once(server, 'connection')) as [WebSocket];
    return { socket, atServer };
  };
  const living = await connect({ autoPong: true });
  const dead = await connect({ autoPong: false });
  const cut = once(dead.socket, 'close');
  for (let beat = 0; beat < 3; beat += 1) {
    const answered = once(living.atServer, 'pong');
    vi.advanceTimersByTime(heartbeatMs);
    await answered;
  }
  expect((await cut)[0]).toBe(1006);
  expect(living.atServer.readyState).toBe(WebSocket.OPEN);
});
