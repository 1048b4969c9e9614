import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TestGateway } from '../support/gateway.js';
import { apiKey, bearer, customerClaims, inSeconds, tokenOf } from './support/credentials.js';
import { rawRequest, sendRaw, statusOf } from './support/raw-http.js';
import { ann, asMerchant, startShop } from './support/shop.js';
import { ask, init, talk } from './support/sockets.js';
import { openStream } from './support/streams.js';

let gateway: TestGateway;
let merchant: Record<string, string>;
let token: string;
beforeAll(async () => {
  gateway = await startShop({ orders: 10 });
  merchant = await asMerchant();
  token = merchant['authorization']?.slice(7) ?? '';
});
afterAll(() => gateway[Symbol.asyncDispose]());
beforeEach(() => gateway.sandbox.clear());

const typeName = JSON.stringify({ query: '{ __typename }' });
const json = 'content-type: application/json';

describe('credentials over HTTP', () => {
  it('are taken from two headers, in any case of letters', async () => {
    const answers = await Promise.all([
      sendRaw(gateway.url, rawRequest({}, [json, `AUTHORIZATION: bEaReR   ${token}`], typeName)),
      sendRaw(gateway.url, rawRequest({}, [json, `X-Api-Key: ${apiKey}`], typeName)),
    ]);
    expect(answers.map(statusOf)).toEqual([200, 200]);
  });

  it('are taken from no other place', async () => {
    const inQuery = ['access_token', 'token', 'authorization', 'Authorization', 'jwt', 'bearer'].map(
      (name) => `${name}=${encodeURIComponent(`Bearer ${token}`)}`,
    );
    const keys = ['apiKey', 'api_key', 'x-api-key', 'key'].map((name) => `${name}=${encodeURIComponent(apiKey)}`);
    const places = [
      ...[...inQuery, ...keys, `access_token=${token}`].flatMap((pair) => [
        fetch(`${gateway.url}/graphql?${pair}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: typeName,
        }),
        fetch(`${gateway.url}/graphql?query={__typename}&${pair}`, { headers: { 'content-type': 'application/json' } }),
      ]),
      ...[
        { cookie: `authorization=Bearer ${token}; token=${token}; x-api-key=${apiKey}` },
        { 'proxy-authorization': `Bearer ${token}` },
        { 'x-authorization': `Bearer ${token}` },
        { 'x-forwarded-authorization': `Bearer ${token}` },
        { 'x-original-authorization': `Bearer ${token}` },
      ].map((headers) =>
        fetch(`${gateway.url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: typeName,
        }),
      ),
      fetch(`${gateway.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          query: '{ __typename }',
          authorization: `Bearer ${token}`,
          extensions: { authorization: `Bearer ${token}` },
        }),
      }),
    ];
    const statuses = await Promise.all(
      (await Promise.all(places)).map(async (response) => [
        response.status,
        (await response.text()).includes('UNAUTHENTICATED'),
      ]),
    );
    expect(statuses).toEqual(statuses.map(() => [401, true]));
  });

  it('are refused when they are given twice', async () => {
    const good = `authorization: Bearer ${token}`;
    const answers = await Promise.all([
      sendRaw(gateway.url, rawRequest({}, [json, good, 'authorization: Bearer garbage'], typeName)),
      sendRaw(gateway.url, rawRequest({}, [json, 'authorization: Bearer garbage', good], typeName)),
      sendRaw(gateway.url, rawRequest({}, [json, good, good], typeName)),
      sendRaw(gateway.url, rawRequest({}, [json, `x-api-key: ${apiKey}`, `x-api-key: ${apiKey}`], typeName)),
      sendRaw(gateway.url, rawRequest({}, [json, good, `x-api-key: ${apiKey}`], typeName)),
      sendRaw(gateway.url, rawRequest({}, [json, `authorization: Bearer ${token}, Bearer ${token}`], typeName)),
    ]);
    expect(answers.map(statusOf)).toEqual([401, 401, 401, 401, 401, 401]);
  });

  it('of 100 kB are refused at once', async () => {
    const startedAt = performance.now();
    const long = 'a'.repeat(100_000);
    const answers = await Promise.all([
      sendRaw(gateway.url, rawRequest({}, [json, `authorization: Bearer ${long}`], typeName)),
      sendRaw(gateway.url, rawRequest({}, [json, `authorization: Bearer ${' '.repeat(15_000)}`], typeName)),
      sendRaw(gateway.url, rawRequest({}, [json, `authorization: Bearer ${'.'.repeat(15_000)}`], typeName)),
      sendRaw(gateway.url, rawRequest({}, [json, `x-api-key: ${'a'.repeat(15_000)}`], typeName)),
      sendRaw(
        gateway.url,
        rawRequest(
          {},
          [
            json,
            `authorization: Bearer ${Buffer.from(`{"alg":"HS256","crit":${'['.repeat(8000)}`).toString('base64url')}.e30.e30`,
          ],
          typeName,
        ),
      ),
    ]);
    expect(answers.map(statusOf)).toEqual([431, 401, 401, 401, 401]);
    expect(performance.now() - startedAt).toBeLessThan(2000);
  });

  it('are asked for before the body is read, by every method of the routes that answer', async () => {
    const half = rawRequest({}, [json, 'content-length: 1000000'], '').replace(/\r\n\r\n$/, '\r\n\r\n{"query":');
    expect(statusOf(await sendRaw(gateway.url, half))).toBe(401);
    const others = await Promise.all(
      [
        ['GET', '/graphql?query={__typename}'],
        ['HEAD', '/graphql?query={__typename}'],
        ['POST', '/graphql/stream'],
        ['GET', '/graphql'],
      ].map(([method = '', path = '']) => fetch(`${gateway.url}${path}`, { method })),
    );
    expect(others.map(({ status }) => status)).toEqual([401, 401, 401, 401]);
    const elsewhere = await Promise.all(
      [
        '/graphql/',
        '//graphql',
        '/GRAPHQL',
        '/graphql;a',
        '/graphql%2f',
        '/./graphql/../graphql/',
        '/graphql/stream/',
      ].map((path) => sendRaw(gateway.url, rawRequest({ path }, [json, 'connection: close'], typeName))),
    );
    // What is not the route itself is not answered by it.
    expect(elsewhere.filter((answer) => answer.includes('"data"'))).toEqual([]);
  });

  it('are not asked for the page that a browser opens, which answers no operation', async () => {
    const page = await fetch(`${gateway.url}/graphql`, { headers: { accept: 'text/html' } });
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    const headers = { accept: 'text/html', 'content-type': 'application/json' };
    const operations = await Promise.all([
      fetch(`${gateway.url}/graphql?query={__typename}`, { headers }),
      fetch(`${gateway.url}/graphql?`, { headers, method: 'POST', body: typeName }),
      fetch(`${gateway.url}/graphql`, {
        headers: { ...headers, 'x-http-method-override': 'GET' },
        method: 'POST',
        body: typeName,
      }),
    ]);
    expect(operations.map(({ status }) => status)).toEqual([401, 401, 401]);
  });
});

describe('credentials over a socket', () => {
  const authorization = () => `Bearer ${token}`;
  const query = ask('{ __typename }');

  it('are taken from the first message or the headers of the upgrade', async () => {
    const traces = await Promise.all([
      talk(gateway.url, [init({ authorization: authorization() }), query], { until: 'complete' }),
      talk(gateway.url, [init({ Authorization: authorization() }), query], { until: 'complete' }),
      talk(gateway.url, [init({ headers: { 'X-API-Key': apiKey } }), query], { until: 'complete' }),
      talk(gateway.url, [init(), query], { until: 'complete', headers: { authorization: authorization() } }),
    ]);
    for (const { messages } of traces)
      expect(messages.map(({ type }) => type)).toEqual(['connection_ack', 'next', 'complete']);
  });

  it.each<[string, () => object | undefined, { path?: string; headers?: Record<string, string> }]>([
    ['none', () => undefined, {}],
    [
      'some in the address',
      () => undefined,
      { path: `/graphql?access_token=${'a'.repeat(20)}&authorization=Bearer%20x` },
    ],
    ['garbage', () => ({ authorization: 'Bearer garbage' }), {}],
    [
      'garbage in the message, good ones in the headers',
      () => ({ authorization: 'Bearer garbage' }),
      { headers: { 'x-api-key': apiKey } },
    ],
    ['two kinds', () => ({ authorization: authorization(), 'x-api-key': apiKey }), {}],
    ['a number', () => ({ authorization: 7 }), {}],
    ['a list', () => ({ authorization: [authorization()] }), {}],
    [
      'a prototype',
      () => JSON.parse('{"__proto__":{"authorization":"Bearer x"},"constructor":{"authorization":"x"}}') as object,
      {},
    ],
    ['100 kB', () => ({ authorization: `Bearer ${'a'.repeat(100_000)}` }), {}],
    ['100,000 dots', () => ({ authorization: `Bearer ${'.'.repeat(100_000)}` }), {}],
    [
      'a header of 50,000 brackets',
      () => ({ authorization: `Bearer ${Buffer.from('['.repeat(50_000)).toString('base64url')}.e30.e30` }),
      {},
    ],
  ])('that do not hold close it, and nothing runs: %s', async (_, payload, options) => {
    const startedAt = performance.now();
    const { messages, end } = await talk(gateway.url, [init(payload()), query], options);
    const hasty = await talk(gateway.url, [init(payload()), query], { ...options, isHasty: true });
    expect(hasty.messages).toEqual([]);
    expect(messages).toEqual([]);
    expect(end[0]).toBe(4403);
    expect(performance.now() - startedAt).toBeLessThan(2000);
  });

  it('are needed before the first operation, and given once', async () => {
    const early = await talk(gateway.url, [query, init({ authorization: authorization() })], { isHasty: true });
    const again = await talk(gateway.url, [
      init({ authorization: authorization() }),
      init({ authorization: authorization() }),
    ]);
    expect([early.end[0], early.messages, again.end[0]]).toEqual([4401, [], 4429]);
  });

  it('decide for each socket alone what it sees', async () => {
    const shopper = await tokenOf(customerClaims(ann.email, null));
    const { messages } = await talk(
      gateway.url,
      [init({ authorization: `Bearer ${shopper}` }), ask('{ providers { name } }')],
      { until: 'next' },
    );
    expect(JSON.stringify(messages)).toContain('"code":"FORBIDDEN"');
    expect(gateway.calls()).toEqual({});
  });
});

describe('a token that ends', () => {
  it('ends its sockets with 4403 and its streams, and is refused from then on', async () => {
    const ending = await tokenOf({ scope: 'merchant', exp: inSeconds(2) });
    const startedAt = Date.now();
    const stream = await openStream(gateway.url, 'subscription { orderChanged { event } }', bearer(ending));
    const { messages, end } = await talk(gateway.url, [
      init({ authorization: `Bearer ${ending}` }),
      ask('subscription { orderChanged { event } }'),
    ]);
    expect(end).toEqual([4403, 'The credentials have ended.']);
    expect(messages.map(({ type }) => type)).toEqual(['connection_ack']);
    await expect.poll(() => stream.isEnded(), { timeout: 2000 }).toBe(true);
    expect(stream.text()).not.toContain('event: complete');
    const tookMs = Date.now() - startedAt;
    expect(tookMs).toBeGreaterThan(500);
    expect(tookMs).toBeLessThan(4000);
  });

  it('does not hold any more once the allowed skew has passed', async () => {
    const within = await gateway.query(
      '{ __typename }',
      {},
      bearer(await tokenOf({ scope: 'merchant', exp: inSeconds(-3) })),
    );
    const past = await gateway.query(
      '{ __typename }',
      {},
      bearer(await tokenOf({ scope: 'merchant', exp: inSeconds(-7) })),
    );
    expect([within.status, past.status]).toEqual([200, 401]);
    expect(past.errors?.[0]?.message).toBe('The token has expired.');
  });
});
