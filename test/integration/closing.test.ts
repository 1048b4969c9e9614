import { once } from 'node:events';
import { connect } from 'node:net';
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
