import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { startFakeUpstream } from '../../support/fake-upstream.js';
import { connectClient, failureOf, read, write } from './connect-client.js';

interface Gzipping extends AsyncDisposable {
  readonly url: string;
}

/** An upstream that packs its answers whatever was asked for. */
async function startGzipping(status: number): Promise<Gzipping> {
  const server: Server = createServer((_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
    response.end(gzipSync('{"secret":"value"}'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  };
}

it('asks for answers that are not packed', async () => {
  await using upstream = await startFakeUpstream(() => ({ json: {} }));
  await using connected = connectClient(upstream.url);
  await connected.client.send(read, connected.operation().scope);
  expect(upstream.requests[0]?.headers['accept-encoding']).toBe('identity');
});

it.each([
  [read, 200, 'PROVIDER_CONTRACT', 'content-encoding'],
  [read, 400, 'PROVIDER_CONTRACT', 'content-encoding'],
  [read, 401, 'PROVIDER_AUTH', 'status 401'],
  [write, 200, 'PROVIDER_OUTCOME_UNKNOWN', 'content-encoding'],
])('takes a packed answer to %o with status %d for %s', async (request, status, code, detail) => {
  await using upstream = await startGzipping(status);
  await using connected = connectClient(upstream.url);
  const failure = await failureOf(connected.client.send(request, connected.operation().scope));
  expect(failure).toMatchObject({ code, detail, retryable: false });
});

it.each([
  ['identity', '{}'],
  [' Identity ', '{}'],
  ['gzip', ''],
])('reads an answer that names the coding %j and is %j', async (coding, text) => {
  await using upstream = await startFakeUpstream(() => ({ text, headers: { 'content-encoding': coding } }));
  await using connected = connectClient(upstream.url);
  expect((await connected.client.send(read, connected.operation().scope)).text).toBe(text);
});
