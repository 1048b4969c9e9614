import { createHash } from 'node:crypto';
import { type ClientRequest, request } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { callsOf, send, type Transport } from '../support/limit-requests.js';
import { follow, type LiveGateway, patient, startLiveGateway } from '../support/live-gateway.js';

const transports: Transport[] = ['GET', 'POST', 'socket', 'stream'];
/** 31 points. */
const costly = '{ products(first: 10) { nodes { counterparts { matchedBy } } } }';

/** Opens a stream by a connection of its own: when a pool gives one up, it opens another at once, and the gateway would wait for that. */
function openStream(url: string, query: string): ClientRequest {
  const headers = { 'content-type': 'application/json' };
  const stream = request(`${url}/graphql/stream`, { method: 'POST', headers, agent: false });
  stream.on('error', () => {});
  stream.end(JSON.stringify({ query }));
  return stream;
}

describe('the rate of a caller', () => {
  let gateway: LiveGateway;
  beforeAll(async () => {
    gateway = await startLiveGateway({ env: { RATE_COST_PER_MINUTE: '100', MAX_COST: '100' } });
    for (const transport of ['POST', 'socket', 'stream'] as const) {
      const { extensions } = await send(gateway, transport, { query: costly });
      if (extensions?.cost?.points !== 31) throw new Error('another cost than the tests reckon with');
    }
  });
  afterAll(() => gateway[Symbol.asyncDispose]());
  beforeEach(() => gateway.sandbox.clear());

  it.each(transports)('is one for all ways to ask: over %s nothing is sent once it is used up', async (transport) => {
    const { errors, data } = await send(gateway, transport, { query: costly });
    expect(data ?? null).toBeNull();
    expect(errors).toMatchObject([
      {
        message:
          'This operation costs 31 points, and fewer are left of the 100 you may use in a minute (RATE_COST_PER_MINUTE).',
        extensions: { code: 'RATE_LIMITED', retryable: true },
      },
    ]);
    const retryAfterMs = errors?.[0]?.extensions['retryAfterMs'];
    expect(retryAfterMs).toBeGreaterThan(0);
    expect(retryAfterMs).toBeLessThanOrEqual(60_000);
    expect(callsOf(gateway)).toBe(0);
  });

  it('leaves what is left to smaller operations, and counts each alias', async () => {
    const aliased = `{ ${Array.from({ length: 8 }, (_, index) => `a${index}: categories { id }`).join(' ')} }`;
    expect((await send(gateway, 'POST', { query: aliased })).errors).toMatchObject([
      { extensions: { code: 'RATE_LIMITED' } },
    ]);
    expect((await send(gateway, 'POST', { query: '{ __typename }' })).errors).toBeUndefined();
  });

  it.each([
    ['application/json', 200],
    ['application/graphql-response+json', 429],
  ])('is told to programs that accept %s with status %i and when to come back', async (accept, status) => {
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept },
      body: JSON.stringify({ query: costly }),
    });
    const { errors } = (await response.json()) as { errors: { extensions: { retryAfterMs: number } }[] };
    const seconds = Math.ceil((errors[0]?.extensions.retryAfterMs ?? 0) / 1000);
    expect([response.status, response.headers.get('retry-after')]).toEqual([status, String(seconds)]);
  });

  it('bounds subscriptions too', async () => {
    const query = 'subscription { orderChanged { order { lines { product { counterparts { matchedBy } } } } } }';
    for (const transport of ['socket', 'stream'] as const) {
      expect((await send(gateway, transport, { query })).errors).toMatchObject([
        { extensions: { code: 'RATE_LIMITED' } },
      ]);
    }
    expect(gateway.events.listening).toBe(0);
  });
});

describe('what a caller has under way', () => {
  let gateway: LiveGateway;
  beforeAll(async () => {
    gateway = await startLiveGateway({
      env: { MAX_OPERATIONS_PER_CALLER: '2', MAX_SUBSCRIPTIONS_PER_CALLER: '2' },
    });
  });
  afterAll(() => gateway[Symbol.asyncDispose]());
  beforeEach(() => gateway.sandbox.clear());

  it.each(transports)(
    'is at most so many operations at once, over %s too, until one of them ends',
    async (transport) => {
      const shop = gateway.sandbox.providers.quickbutik;
      shop.faults.add({ fault: { kind: 'hang' } });
      const leaving = new AbortController();
      const hanging = ['categories', 'shippingMethods'].map((field) =>
        fetch(`${gateway.url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query: `{ ${field} { id } }` }),
          signal: leaving.signal,
        }),
      );
      await expect.poll(() => shop.requests.length, patient).toBe(2);
      const { errors } = await send(gateway, transport, { query: '{ couriers { code } }' });
      expect(errors).toMatchObject([
        {
          message: 'You have 2 operations under way, which is all that is allowed at once (MAX_OPERATIONS_PER_CALLER).',
          extensions: { code: 'RATE_LIMITED', retryable: true },
        },
      ]);
      expect(gateway.sandbox.providers.qapla.requests).toHaveLength(0);
      leaving.abort();
      await Promise.allSettled(hanging);
      const again = async () => (await send(gateway, transport, { query: '{ couriers { code } }' })).errors;
      await expect.poll(again, patient).toBeUndefined();
    },
  );

  it('is at most so many subscriptions at once, over sockets and streams together, until one of them ends', async () => {
    const query = 'subscription { orderChanged { event } }';
    const following = follow(gateway.connect(), query);
    const stream = openStream(gateway.url, query);
    await gateway.isFollowed(2);
    for (const transport of ['socket', 'stream'] as const) {
      expect((await send(gateway, transport, { query })).errors).toMatchObject([
        {
          message:
            'You have 2 subscriptions open, which is all that is allowed at once (MAX_SUBSCRIPTIONS_PER_CALLER).',
          extensions: { code: 'RATE_LIMITED', retryable: true },
        },
      ]);
    }
    following.stop();
    await gateway.isFollowed(1);
    const again = follow(gateway.connect(), query);
    await gateway.isFollowed(2);
    again.stop();
    stream.destroy();
    await gateway.isFollowed(0);
  });

  it('is not what ended in an error', async () => {
    for (let index = 0; index < 5; index += 1) {
      const { errors } = await send(gateway, 'POST', { query: '{ orders(first: 1000) { nodes { id } } }' });
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
      const refused = await send(gateway, 'socket', {
        query: 'subscription { orderChanged(filter: { provider: QARD }) { event } }',
      });
      expect(refused.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    }
  });
});

it('callers use up what is their own alone', async () => {
  const keys = ['first_test_key', 'second_test_key'];
  const hashes = keys.map((key) => createHash('sha256').update(key).digest('hex'));
  await using gateway = await startLiveGateway({
    env: { API_KEYS: hashes.join(','), RATE_COST_PER_MINUTE: '40', MAX_COST: '40' },
  });
  const codesFor = async (key = '') => {
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-api-key': key },
      body: JSON.stringify({ query: costly }),
    });
    const { errors = [] } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
    return errors.map(({ extensions }) => extensions.code);
  };
  expect([await codesFor(keys[0]), await codesFor(keys[0])]).toEqual([[], ['RATE_LIMITED']]);
  expect([await codesFor(keys[1]), await codesFor(keys[1])]).toEqual([[], ['RATE_LIMITED']]);
});
