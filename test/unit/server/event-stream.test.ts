import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import type { FastifyReply } from 'fastify';
import { afterEach, expect, it, vi } from 'vitest';
import { EventStream } from '../../../src/server/subscriptions/event-stream.js';

afterEach(() => {
  vi.useRealTimers();
});

const replyOf = (raw: ServerResponse) =>
  ({ raw, getHeaders: () => ({}), hijack: () => undefined }) as unknown as FastifyReply;

it.each([
  ['leaves while its answer is made', true],
  ['stays', false],
])('an event stream keeps no timer for a client that %s', async (_, isLeaving) => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const client = connect((server.address() as AddressInfo).port, '127.0.0.1');
  client.write('GET / HTTP/1.1\r\nhost: shop.test\r\n\r\n');
  const [, response] = (await once(server, 'request')) as [unknown, ServerResponse];
  const closed = once(response, 'close');
  if (isLeaving) client.destroy();
  if (isLeaving) await closed;
  const stream = new EventStream(replyOf(response));
  expect(vi.getTimerCount()).toBe(isLeaving ? 0 : 1);
  stream.end();
  client.destroy();
  await closed;
  expect(vi.getTimerCount()).toBe(0);
  server.close();
});
