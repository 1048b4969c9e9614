import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TestGateway } from '../support/gateway.js';
import { startTestGateway } from '../support/gateway.js';
import { accessEnv, apiKey } from './support/credentials.js';
import { rawRequest, sendRaw, statusOf } from './support/raw-http.js';
import { withKey } from './support/shop.js';
import { ask, init, talk } from './support/sockets.js';

/** The longest that anything here may take to be refused, on a machine that is busy. */
const boundMs = 4000;
const megabytes = 1024 * 1024;
/** What the process of gateway, imitations and tests may grow by over all of them. */
const mostGrowth = 400 * megabytes;

let gateway: TestGateway;
let rssBefore: number;
let startedAt: number;
beforeAll(async () => {
  gateway = await startTestGateway({ env: { ...accessEnv }, sandbox: { orders: 10 } });
  await gateway.query('{ __typename }', {}, withKey);
  rssBefore = process.memoryUsage().rss;
});
afterAll(() => gateway[Symbol.asyncDispose]());
beforeEach(() => {
  gateway.sandbox.clear();
  startedAt = performance.now();
});
// After each of them: in time, nothing sent upstream, nothing left in memory or on prototypes, and the next request is served.
afterEach(async () => {
  const tookMs = performance.now() - startedAt;
  const calls = gateway.calls();
  const answer = await gateway.query('{ __typename }', {}, withKey);
  const grownBytes = process.memoryUsage().rss - rssBefore;
  const isPolluted = Object.keys(Object.prototype).length > 0 || 'isMerchant' in {};
  assert.deepEqual(
    {
      isInTime: tookMs < boundMs,
      calls,
      next: [answer.status, answer.data],
      isSmall: grownBytes < mostGrowth,
      isPolluted,
    },
    { isInTime: true, calls: {}, next: [200, { __typename: 'Query' }], isSmall: true, isPolluted: false },
    `after ${tookMs} ms and ${grownBytes} bytes more`,
  );
});

interface Sent {
  readonly status: number;
  readonly text: string;
}

async function post(body: string | Buffer, headers: Record<string, string> = {}, path = '/graphql'): Promise<Sent> {
  const fixed = { 'content-type': 'application/json', ...withKey };
  const response = await fetch(`${gateway.url}${path}`, { method: 'POST', headers: { ...fixed, ...headers }, body });
  return { status: response.status, text: await response.text() };
}

/** What is wrong with the way in which something was refused, as GraphQL clients read it, without a word about the inside. */
function wrongIn({ status, text }: Sent, statuses: readonly number[]): string[] {
  const isOfInside = /"data":\{"(?!nodes":\[null\])|INTERNAL_SERVER_ERROR|node_modules|\n\s+at /.test(text);
  const isRefusal = statuses.includes(status) && text.includes('"errors":[{"message":"') && !isOfInside;
  return isRefusal ? [] : [`${status} ${text.slice(0, 300)}`];
}

const inPaths = ['/graphql', '/graphql/stream'] as const;
const brackets = '['.repeat(100_000);
const json = 'content-type: application/json';
const key = `x-api-key: ${apiKey}`;

describe('a body', () => {
  it.each<[string, () => string | Buffer]>([
    ['of 100,000 brackets', () => brackets],
    ['of 100,000 brackets that close', () => brackets + ']'.repeat(100_000)],
    ['of 100,000 objects', () => '{"a":'.repeat(100_000)],
    ['of 10 MB', () => JSON.stringify({ query: `{ __typename } #${'a'.repeat(10 * megabytes)}` })],
    ['with a prototype', () => '{"query":"{ __typename }","__proto__":{"isMerchant":true}}'],
    [
      'with a prototype in its variables',
      () => '{"query":"{ __typename }","variables":{"__proto__":{"isMerchant":true}}}',
    ],
    [
      'with a constructor in its variables',
      () => '{"query":"{ __typename }","variables":{"constructor":{"prototype":{"isMerchant":true}}}}',
    ],
    ['with a prototype in escapes', () => String.raw`{"query":"{ __typename }","\u005f_proto__":{"isMerchant":true}}`],
    ['in UTF-16', () => Buffer.from('\ufeff{"query":"{ __typename }"}', 'utf16le')],
    ['that is zipped', () => gzipSync(JSON.stringify({ query: '{ __typename }' }))],
    ['that is no JSON', () => 'query=%7B__typename%7D'],
    [
      'that is a list of operations',
      () => JSON.stringify(Array.from({ length: 1000 }, () => ({ query: '{ __typename }' }))),
    ],
    ['that is a text', () => '"{ __typename }"'],
    ['that is null', () => 'null'],
    ['that is nothing', () => ''],
    ['with a number for a query', () => '{"query":7}'],
    ['with a list for variables', () => '{"query":"{ __typename }","variables":[1]}'],
    ['with a text for extensions', () => '{"query":"{ __typename }","extensions":"x"}'],
  ])('%s is refused', async (_, body) => {
    for (const path of inPaths) expect(wrongIn(await post(body(), {}, path), [400, 413])).toEqual([]);
  });

  it('with a key twice counts as the last says, and a byte that is no text stays one that is lost', async () => {
    const twice = await post('{"query":"{ providers { name } }","query":"{ __typename }"}');
    expect([twice.status, JSON.parse(twice.text)]).toMatchObject([200, { data: { __typename: 'Query' } }]);
    const invalid = Buffer.concat([Buffer.from('{"query":"{ __typename \xff\xfe\xc0\x80 }"}', 'latin1')]);
    expect(wrongIn(await post(invalid), [200, 400])).toEqual([]);
    const inText = Buffer.from(
      '{"query":"query ($r: String) { order(by: { reference: $r }) { id } }","variables":{"r":"\xed\xa0\x80\x00"}}',
      'latin1',
    );
    expect(wrongIn(await post(inText), [200, 400])).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['100,000 lists', JSON.parse(`${brackets}${']'.repeat(100_000)}`)],
    ['a list of 100,000 ids', Array.from({ length: 100_000 }, (_, index) => String(index))],
    ['one id of 900,000 letters', ['a'.repeat(900_000)]],
    ['an object with a prototype’s names', { toString: 1, hasOwnProperty: 1, valueOf: 1 }],
    ['a number too large', 1e308],
  ])('with %s for a variable is refused', async (_, ids) => {
    const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    const encoded =
      Array.isArray(ids) && Array.isArray(ids[0]) ? `${brackets}${']'.repeat(100_000)}` : JSON.stringify(ids);
    expect(
      wrongIn(await post(`{"query":${JSON.stringify(query)},"variables":{"ids":${encoded}}}`), [200, 400]),
    ).toEqual([]);
  });

  it.each([
    ['text/plain', '{"query":"{ __typename }"}'],
    [
      'application/x-www-form-urlencoded',
      'query=mutation%7BcreateCategory(input%3A%7Bname%3A%22x%22%7D)%7B__typename%7D%7D',
    ],
    [
      'multipart/form-data; boundary=x',
      '--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n{"query":"{ __typename }"}\r\n--x--',
    ],
    ['application/xml', '<query/>'],
    ['application/json, text/plain', '{"query":"{ __typename }"}'],
    ['application/graphql', '{ __typename }'],
    ['application/csp-report', '{"query":"{ __typename }"}'],
    ['*/*', '{"query":"{ __typename }"}'],
  ])('of the type %s is refused, as pages of others can send it', async (type, body) => {
    for (const path of inPaths) {
      const { status, text } = await post(body, { 'content-type': type }, path);
      expect([status >= 400 && status < 500, /"data"/.test(text)]).toEqual([true, false]);
    }
  });
});

describe('a document', () => {
  it.each<[string, () => string]>([
    ['100,000 tokens', () => `{ ${'a '.repeat(100_000)} }`],
    ['10,000 levels', () => `${'{ a '.repeat(5000)}${'}'.repeat(5000)}`],
    ['10,000 lists in an argument', () => `{ nodes(ids: ${'['.repeat(7000)}${']'.repeat(7000)}) { id } }`],
    ['fragments that spread each other', () => '{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }'],
    [
      'a bomb of fragments',
      () =>
        `{ ...f0 } ${Array.from({ length: 40 }, (_, n) => `fragment f${n} on Query { ...f${n + 1} ...f${n + 1} }`).join(' ')} fragment f40 on Query { __typename }`,
    ],
    ['5,000 aliases', () => `{ ${Array.from({ length: 5000 }, (_, n) => `a${n}: __typename`).join(' ')} }`],
    [
      '1,000 fields that conflict',
      () => `{ ${Array.from({ length: 1000 }, (_, n) => `a: order(by: { reference: "${n}" }) { id }`).join(' ')} }`,
    ],
    ['3,000 directives', () => `{ __typename ${'@skip(if: false) '.repeat(3000)} }`],
    ['NUL and marks of direction', () => '{ __typename \u0000 \u202e }'],
    ['half a character', () => '{ __typename(a: "\ud800") }'],
    ['a name of 500,000 letters', () => `{ ${'a'.repeat(500_000)} }`],
    ['an unknown field', () => '{ __proto__ constructor }'],
  ])('with %s is refused, whatever the way it comes', async (_, document) => {
    const query = document();
    for (const path of inPaths) {
      const sent = await post(JSON.stringify({ query }), {}, path);
      const told = path === '/graphql' ? sent : { ...sent, text: /data: (.*)/.exec(sent.text)?.[1] ?? sent.text };
      expect(wrongIn(told, [200, 400])).toEqual([]);
    }
    const { messages } = await talk(gateway.url, [init(withKey), ask(query)], { until: 'error' });
    expect(messages.map(({ type }) => type)).toEqual(['connection_ack', 'error']);
    expect(JSON.stringify(messages)).not.toContain('INTERNAL_SERVER_ERROR');
  });

  it('with odd names for what is stored or run is refused', async () => {
    for (const extra of [
      { operationName: '__proto__' },
      { operationName: 'a'.repeat(100_000) },
      { query: undefined, documentId: '../../etc/passwd' },
      { query: undefined, documentId: '__proto__' },
      { query: undefined, documentId: 7 },
      { query: undefined, extensions: { persistedQuery: { version: 1, sha256Hash: 'constructor' } } },
      { query: undefined, extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(100_000) } } },
    ]) {
      expect(wrongIn(await post(JSON.stringify({ query: '{ __typename }', ...extra })), [200, 400, 404])).toEqual([]);
    }
  });
});

describe('a request', () => {
  it('of another method, or a change by GET, is refused', async () => {
    const mutation = encodeURIComponent('mutation { createCategory(input: { name: "x" }) { userErrors { code } } }');
    for (const [method, path, headers] of [
      ['GET', `/graphql?query=${mutation}`, {}],
      ['GET', `/graphql?query=${mutation}`, { 'x-http-method-override': 'POST' }],
      ['GET', `/graphql?query=${encodeURIComponent('subscription { orderChanged { event } }')}`, {}],
      ['PUT', '/graphql', {}],
      ['DELETE', '/graphql', {}],
      ['GET', `/graphql/stream?query=${mutation}`, {}],
      ['TRACE', '/graphql', {}],
    ] as const) {
      const lines = [key, json, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`)];
      const answer = await sendRaw(gateway.url, rawRequest({ method, path }, [...lines, 'connection: close']));
      expect([method, statusOf(answer) >= 400 && statusOf(answer) < 500, answer.includes('"data":{')]).toEqual([
        method,
        true,
        false,
      ]);
    }
  });

  it('that a page of others can make a browser send is refused', async () => {
    const query = encodeURIComponent('{ __typename }');
    const simple = await Promise.all([
      fetch(`${gateway.url}/graphql?query=${query}`, { headers: withKey }),
      fetch(`${gateway.url}/graphql?query=${query}`, { headers: { ...withKey, 'content-type': 'text/plain' } }),
      fetch(`${gateway.url}/graphql`, {
        method: 'POST',
        headers: { ...withKey, origin: 'https://evil.example.com' },
        body: '{"query":"{ __typename }"}',
      }),
      fetch(`${gateway.url}/graphql/stream`, {
        method: 'POST',
        headers: { ...withKey, 'content-type': 'application/json', origin: 'https://evil.example.com' },
        body: '{"query":"{ __typename }"}',
      }),
    ]);
    expect(simple.map(({ status }) => status)).toEqual([400, 400, 400, 403]);
    const allowed = await fetch(`${gateway.url}/graphql`, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://evil.example.com',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'x-api-key',
      },
    });
    expect(allowed.headers.get('access-control-allow-origin')).toBeNull();
    for (const origin of [
      'null',
      'http://localhost.evil.example.com',
      'http://127.0.0.1.evil.example.com',
      'http://127.0.0.1@evil.example.com',
      'https://studio.apollographql.com.evil.example.com',
      'http://evil.example.com#localhost',
    ]) {
      const answer = await fetch(`${gateway.url}/graphql`, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'POST' },
      });
      expect([origin, answer.headers.get('access-control-allow-origin')]).toEqual([origin, null]);
    }
  });

  it('that two servers would read differently is refused', async () => {
    const body = '{"query":"{ __typename }"}';
    const raw = (lines: readonly string[], rest = body) =>
      ['POST /graphql HTTP/1.1', 'host: 127.0.0.1', key, json, ...lines, '', rest].join('\r\n');
    for (const bytes of [
      raw([`content-length: ${body.length}`, 'transfer-encoding: chunked'], `0\r\n\r\nGET / HTTP/1.1\r\n\r\n`),
      raw([`content-length: ${body.length}`, 'content-length: 5']),
      raw(['transfer-encoding: xchunked']),
      raw(['transfer-encoding: chunked'], 'ffffffffffffffff\r\nx'),
      raw([`content-length: -1`]),
      raw([`content-length: ${body.length}`, ' folded: x', 'x\u0000y: z']),
      raw([`content-length: ${body.length}`]).replace('POST /graphql', 'POST /gra\u0000phql'),
      raw([`content-length: ${body.length}`, `x-filler: ${'a'.repeat(100_000)}`]),
      raw([`content-length: ${body.length}`, ...Array.from({ length: 3000 }, (_, n) => `x-${n}: a`)]),
      `POST /graphql HTTP/9.9\r\n\r\n`,
      `\u0016\u0003\u0001\u0002\u0000`,
    ]) {
      const answer = await sendRaw(gateway.url, bytes, 1500);
      expect([bytes.slice(0, 160), statusOf(answer) >= 400 || answer === '']).toEqual([bytes.slice(0, 160), true]);
      expect(answer).not.toContain('"data"');
    }
  });

  it('in chunks is read no further than a body may go', async () => {
    const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1');
    await once(socket, 'connect');
    const answer: string[] = [];
    socket.on('data', (chunk) => answer.push(chunk.toString()));
    socket.on('error', () => {});
    socket.write(
      ['POST /graphql HTTP/1.1', 'host: 127.0.0.1', key, json, 'transfer-encoding: chunked', '', ''].join('\r\n'),
    );
    const chunk = `10000\r\n${' '.repeat(65_536)}\r\n`;
    for (let sent = 0; sent < 10 * megabytes && !socket.destroyed && answer.length === 0; sent += 65_536) {
      if (!socket.write(chunk)) await Promise.race([once(socket, 'drain'), once(socket, 'close')]).catch(() => {});
    }
    await expect.poll(() => statusOf(answer.join('')), { timeout: 3000 }).toBe(413);
    socket.destroy();
  });
});

describe('a socket', () => {
  it.each<[string, Record<string, string>, number]>([
    ['from a page of others', { origin: 'https://evil.example.com' }, 403],
    ['from a page without an origin', { origin: 'null' }, 403],
    ['from a name that begins like ours', { origin: 'http://127.0.0.1.evil.example.com' }, 403],
    ['from a name with ours before an @', { origin: 'http://localhost@evil.example.com' }, 403],
  ])('%s is refused before it opens', async (_, headers, status) => {
    expect((await talk(gateway.url, [init(withKey)], { headers })).end).toEqual([status, 'upgrade refused']);
  });

  it('at another address is refused', async () => {
    for (const path of ['/', '/graphql/stream', '/graphql/', '/GRAPHQL', '//graphql', '/webhooks/qpilot/x']) {
      expect([path, (await talk(gateway.url, [init(withKey)], { path })).end[0]]).toEqual([path, 404]);
    }
  });

  it.each<[string, () => string, number]>([
    ['no JSON', () => 'garbage', 4400],
    ['JSON of no message', () => '[]', 4400],
    ['an unknown message', () => '{"type":"start","id":"1"}', 4400],
    ['100,000 brackets', () => brackets, 4400],
    ['10 MB', () => JSON.stringify({ type: 'ping', payload: { a: 'a'.repeat(10 * megabytes) } }), 1009],
    [
      'a prototype',
      () => '{"type":"subscribe","id":"__proto__","payload":{"query":7,"__proto__":{"isMerchant":true}}}',
      4400,
    ],
  ])('that sends %s is closed', async (_, message, code) => {
    const { end, messages } = await talk(gateway.url, [init(withKey), message()]);
    expect([end[0], messages.map(({ type }) => type)]).toEqual([code, ['connection_ack']]);
    expect(end[1]).not.toMatch(/node_modules|\n/);
  });

  it('keeps what is asked under the names of prototypes apart', async () => {
    const { messages } = await talk(gateway.url, [init(withKey), ask('{ __typename }', '__proto__')], {
      until: 'complete',
    });
    expect(messages.map(({ type }) => type)).toEqual(['connection_ack', 'next', 'complete']);
  });
});

describe('without access control', () => {
  it('only loopback names are served, over HTTP, streams and sockets', async () => {
    await using open = await startTestGateway({ sandbox: { orders: 10 } });
    for (const host of [
      'evil.example.com',
      '127.0.0.1.evil.example.com',
      'localhost@evil.example.com',
      '2130706433.example.com',
      '0.0.0.0',
      '',
    ]) {
      for (const path of inPaths) {
        const request = rawRequest({ path }, [json, 'connection: close'], '{"query":"{ __typename }"}').replace(
          'host: 127.0.0.1',
          `host: ${host}`,
        );
        const answer = await sendRaw(open.url, request);
        expect([host, path, statusOf(answer) === 403 || statusOf(answer) === 400]).toEqual([host, path, true]);
      }
      if (host !== '')
        expect([host, (await talk(open.url, [init()], { headers: { host } })).end[0]]).toEqual([host, 403]);
    }
    const forwarded = await sendRaw(
      open.url,
      rawRequest({}, [json, 'x-forwarded-host: evil.example.com', 'connection: close'], '{"query":"{ __typename }"}'),
    );
    expect(statusOf(forwarded)).toBe(200);
  });
});
