import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { send } from '../support/limit-requests.js';
import { type LiveGateway, startLiveGateway } from '../support/live-gateway.js';

/** More than half of what a caller may use in a minute. */
const query = '{ products(first: 100) { nodes { sku title } } }';
let gateway: LiveGateway;
beforeAll(async () => {
  gateway = await startLiveGateway({
    env: {
      API_KEYS: 'a'.repeat(64),
      PUBLIC_CATALOG: '1',
      TRUSTED_PROXIES: '127.0.0.1',
      MAX_COST: '20',
      RATE_COST_PER_MINUTE: '20',
    },
  });
});
afterAll(() => gateway[Symbol.asyncDispose]());

const overHttp = async (forwardedFor: string) => {
  const headers = { 'content-type': 'application/json', 'x-forwarded-for': forwardedFor };
  const answer = await fetch(`${gateway.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
  return answer.text();
};
const overSocket = async (forwardedFor: string) => {
  class ForwardedSocket extends WebSocket {
    constructor(address: string, protocols: string[]) {
      super(address, protocols, { headers: { 'x-forwarded-for': forwardedFor } });
    }
  }
  const client = createClient({ url: gateway.socketUrl, webSocketImpl: ForwardedSocket, retryAttempts: 0 });
  const answer = await send({ ...gateway, connect: () => client }, 'socket', { query });
  await client.dispose();
  return JSON.stringify(answer);
};

it('callers without credentials are told apart by the address that the proxy names, over sockets as over HTTP', async () => {
  expect(await overHttp('203.0.113.1')).not.toContain('RATE_LIMITED');
  expect(await overSocket('203.0.113.1')).toContain('RATE_LIMITED');
  expect(await overSocket('203.0.113.2')).not.toContain('RATE_LIMITED');
  expect(await overHttp('203.0.113.2')).toContain('RATE_LIMITED');
});

it('an address that a caller names itself does not count', async () => {
  expect(await overSocket('203.0.113.4, 203.0.113.3')).not.toContain('RATE_LIMITED');
  expect(await overSocket('203.0.113.5, 203.0.113.3')).toContain('RATE_LIMITED');
});
