import { describe, expect, it, vi } from 'vitest';
import { Overload } from '../../src/server/overload/overload.js';
import { startTestGateway } from '../support/gateway.js';
import { follow, patient, startLiveGateway } from '../support/live-gateway.js';

const secret = 'invented-webhook-secret-1';
const slow = '{ categories { name } }';

/** A gateway that takes one operation at once, and has it. */
async function startBusy() {
  const gateway = await startTestGateway({
    env: { MAX_OPERATIONS: '1', WEBHOOK_SECRET: secret, DIRECTORY: '1', REQUEST_TIMEOUT_MS: '3000' },
    sandbox: { orders: 20 },
  });
  gateway.sandbox.providers.quickbutik.faults.add({ fault: { kind: 'hang' }, pathIncludes: 'categories' });
  const controller = new AbortController();
  const first = fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: slow }),
    signal: controller.signal,
  }).catch(() => null);
  await vi.waitFor(() => {
    if (!gateway.asked('quickbutik').some((call) => call.includes('categories'))) throw new Error('not asked yet');
  }, patient);
  return {
    gateway,
    leave: async () => {
      controller.abort();
      await first;
    },
  };
}

describe('a gateway with more to do than it can', () => {
  it('turns operations away with 503 and says when to come again, in the form GraphQL clients read', async () => {
    const { gateway, leave } = await startBusy();
    await using _ = gateway;
    const answer = await gateway.query('{ __typename }', {}, { 'x-request-id': 'turned-away-1' });
    await leave();
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '1']);
    expect(answer.headers.get('x-request-id')).toBe('turned-away-1');
    expect(answer.errors).toEqual([
      {
        message: 'This gateway has more to do than it can; nothing was done.',
        extensions: {
          code: 'GATEWAY_OVERLOADED',
          retryable: true,
          retryAfterMs: 1000,
          requestId: 'turned-away-1',
        },
      },
    ]);
  });

  it('turns streams away as well', async () => {
    const { gateway, leave } = await startBusy();
    await using _ = gateway;
    const { status } = await fetch(`${gateway.url}/graphql/stream`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ query: 'subscription { orderChanged { event } }' }),
    });
    await leave();
    expect(status).toBe(503);
  });

  it('answers those who watch it, and providers that call', async () => {
    const { gateway, leave } = await startBusy();
    await using _ = gateway;
    const statuses = await Promise.all(
      ['/healthz', '/readyz', `/webhooks/quickbutik/${secret}?event_type=order.new&order_id=115`].map(
        async (path) => (await fetch(`${gateway.url}${path}`)).status,
      ),
    );
    await leave();
    expect(statuses).toEqual([200, 200, 200]);
  });

  it('takes operations again when one has ended', async () => {
    const { gateway, leave } = await startBusy();
    await using _ = gateway;
    await leave();
    await vi.waitFor(async () => {
      const { status } = await gateway.query('{ __typename }');
      if (status !== 200) throw new Error(`status ${status}`);
    }, patient);
    for (let count = 0; count < 20; count += 1) expect((await gateway.query('{ __typename }')).status).toBe(200);
  });

  it('turns operations over sockets away, and keeps the socket', async () => {
    await using gateway = await startLiveGateway({ env: { MAX_OPERATIONS: '1', REQUEST_TIMEOUT_MS: '2000' } });
    gateway.sandbox.providers.quickbutik.faults.add({ fault: { kind: 'hang' } });
    const client = gateway.connect();
    const first = follow(client, slow);
    await vi.waitFor(() => expect(gateway.sandbox.providers.quickbutik.requests).not.toEqual([]), patient);
    const second = follow(client, '{ __typename }');
    const told = await vi.waitFor(() => {
      if (second.end() === 'OPEN') throw new Error('not told yet');
      return [second.end(), ...second.results];
    }, patient);
    expect(JSON.stringify(told)).toContain('GATEWAY_OVERLOADED');
    await vi.waitFor(() => expect(first.end()).not.toBe('OPEN'), patient);
    const third = follow(client, '{ __typename }');
    await vi.waitFor(() => expect(third.end()).toBe('COMPLETE'), patient);
    expect(third.results).toEqual([{ data: { __typename: 'Query' }, extensions: expect.any(Object) }]);
  });
});

const idle = { lastingMs: 0, isSaturated: false, idleShare: 1, whenLooked: () => {} };

describe('the event loop', () => {
  it.each([
    [501, 'GATEWAY_OVERLOADED'],
    [500, undefined],
  ])('that is %i ms late is overloaded: %s', (lastingMs, code) => {
    const overload = new Overload({ maxOperations: 10, maxLoopDelayMs: 500 }, { ...idle, lastingMs });
    expect(overload.refusal()?.code).toBe(code);
  });
});
