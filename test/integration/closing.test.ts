import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { startTestGateway } from '../support/gateway.js';

it('does not wait for connections that were opened in reserve', async () => {
  const gateway = await startTestGateway();
  const { hostname, port } = new URL(gateway.url);
  const reserve = connect(Number(port), hostname);
  await once(reserve, 'connect');
  // Answered, so that the server has taken the reserve too.
  await gateway.query('{ __typename }');
  const ended = once(reserve, 'close');

  await gateway[Symbol.asyncDispose]();

  await ended;
  expect(reserve.bytesRead).toBe(0);
}, 10_000);

it('answers everybody who had knocked when it began to close', async () => {
  const gateway = await startTestGateway({ sandbox: { orders: 5 } });
  const { hostname, port } = new URL(gateway.url);
  // The system takes them all now; the gateway one in each turn of its event loop.
  const answers = Array.from({ length: 100 }, () => {
    const socket = connect(Number(port), hostname);
    socket.write('GET /healthz HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n');
    return text(socket).then(
      (answer) => answer.slice(0, 15),
      () => 'broken off',
    );
  });

  await gateway[Symbol.asyncDispose]();

  expect(await Promise.all(answers)).toEqual(answers.map(() => 'HTTP/1.1 200 OK'));
}, 10_000);
