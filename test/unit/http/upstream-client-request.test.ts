import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Secret } from '../../../src/config/secret.js';
import { askedOf, startFakeUpstream } from '../../support/fake-upstream.js';
import { connectClient, failureOf, read, write } from './connect-client.js';

const text = fc.string({ unit: 'grapheme', minLength: 1 });

describe('a request', () => {
  it('is exactly what was described: method, path, query, headers, body', async () => {
    await using upstream = await startFakeUpstream(() => ({ json: {} }));
    await using connected = connectClient(`${upstream.url}/1.1/`);
    const described = {
      ...write,
      trailingSlash: true,
      query: [
        ['a', '1'],
        ['a', '2'],
      ],
      headers: { 'content-type': 'application/json' },
    } as const;
    await connected.client.send(described, connected.operation().scope);
    expect(askedOf(upstream.requests)).toEqual(['POST /1.1/things/?a=1&a=2']);
    expect(upstream.requests[0]).toMatchObject({
      body: '{}',
      headers: { 'content-type': 'application/json', 'x-request-id': 'test-request', accept: 'application/json' },
    });
  });

  it('carries any text in path and query intact', async () => {
    await using upstream = await startFakeUpstream(() => ({ json: {} }));
    await using connected = connectClient(upstream.url);
    const isPlain = (part: string) => part !== '.' && part !== '..';
    await fc.assert(
      fc.asyncProperty(text.filter(isPlain), text, text, async (part, name, value) => {
        await connected.client.send(
          { ...read, path: ['a', part], query: [[name, value]] },
          connected.operation().scope,
        );
        const received = upstream.requests.at(-1);
        expect(received?.path.split('/').map(decodeURIComponent)).toEqual(['', 'a', part]);
        expect(received?.query).toEqual([[name, value]]);
      }),
    );
  });

  it.each(['ord. # 1674', '../', 'a/b', '?x=1', 'a&b=c', 'line\r\nX-Evil: 1', '%2e%2e', 'a+b c', 'åäö'])(
    'keeps %j one segment and one value',
    async (given) => {
      await using upstream = await startFakeUpstream(() => ({ json: {} }));
      await using connected = connectClient(upstream.url);
      const request = { ...read, path: ['parcels', given], query: [['reference', given]] as const };
      await connected.client.send(request, connected.operation().scope);
      const [received] = upstream.requests;
      expect(received?.path.split('/').map(decodeURIComponent)).toEqual(['', 'parcels', given]);
      expect(received?.query).toEqual([['reference', given]]);
      expect(received?.headers).not.toHaveProperty('x-evil');
    },
  );

  it.each(['.', '..'])('does not climb the path by a segment %j', async (segment) => {
    await using upstream = await startFakeUpstream(() => ({ json: {} }));
    await using connected = connectClient(`${upstream.url}/v1`);
    const request = { ...read, path: ['customers', segment, 'cards'] };
    await connected.client.send(request, connected.operation().scope);
    const path = upstream.requests[0]?.path ?? '';
    expect(new URL(path, upstream.url).pathname).toBe(path);
    expect(decodeURIComponent(path).split('/')).not.toContain(segment);
  });

  it('with half a character in it is sent, and is no failure of the provider', async () => {
    await using upstream = await startFakeUpstream(() => ({ status: 404, json: {} }));
    await using connected = connectClient(upstream.url);
    const request = { ...read, path: ['x\ud800'], query: [['q', '\udc00']] as const };
    expect((await connected.client.send(request, connected.operation().scope)).status).toBe(404);
    expect(connected.health.status).toBe('OK');
  });
});

describe('a redirect', () => {
  it.each([301, 302, 303, 307, 308])('with %i is not followed, so that no key goes elsewhere', async (status) => {
    await using elsewhere = await startFakeUpstream(() => ({ json: {} }));
    await using upstream = await startFakeUpstream(() => ({ status, headers: { location: `${elsewhere.url}/x` } }));
    await using connected = connectClient(upstream.url);
    const failure = await failureOf(connected.client.send(read, connected.operation().scope));
    expect(failure).toMatchObject({ code: 'PROVIDER_CONTRACT', detail: `status ${status}` });
    expect([upstream.requests.length, elsewhere.requests.length]).toEqual([1, 0]);
  });
});

describe('a redirect of a write', () => {
  it.each([
    [301, 'PROVIDER_OUTCOME_UNKNOWN'],
    [302, 'PROVIDER_OUTCOME_UNKNOWN'],
    [303, 'PROVIDER_OUTCOME_UNKNOWN'],
    [307, 'PROVIDER_CONTRACT'],
    [308, 'PROVIDER_CONTRACT'],
  ])('with %i is %s: only the last two say that nothing was done', async (status, code) => {
    await using upstream = await startFakeUpstream(() => ({ status, headers: { location: '/elsewhere' } }));
    await using connected = connectClient(upstream.url);
    expect(await failureOf(connected.client.send(write, connected.operation().scope))).toMatchObject({ code });
    expect(upstream.requests).toHaveLength(1);
  });

  it('is handed out where it is asked for, and its target is sent as it is', async () => {
    await using upstream = await startFakeUpstream(({ path }) =>
      path === '/things' ? { status: 307, headers: { location: '/Else%20where?a=b' } } : { json: {} },
    );
    await using connected = connectClient(upstream.url);
    const { scope } = connected.operation();
    const { status, location } = await connected.client.send({ ...write, acceptsRedirect: true }, scope);
    expect([status, location]).toEqual([307, '/Else%20where?a=b']);
    await connected.client.send({ ...write, target: location ?? '' }, scope);
    expect(askedOf(upstream.requests)).toEqual(['POST /things', 'POST /Else%20where?a=b']);
  });
});

describe('a secret', () => {
  const key = 'qb_test_key_0123456789';
  const secretive = { ...read, headers: { authorization: `Basic ${key}` }, query: [['apiKey', key]] as const };

  it.each([
    ['a refusal that quotes it', { status: 401, text: key }],
    ['a failure that quotes it', { status: 500, text: key }],
    ['a redirect that quotes it', { status: 302, headers: { location: `/?apiKey=${key}` } }],
    ['a cut connection', { drop: true }],
    ['an answer that is too large', { text: key.repeat(10) }],
  ])('is in no error and no log line after %s', async (_, reply) => {
    await using upstream = await startFakeUpstream(() => reply);
    await using connected = connectClient(upstream.url, { maxBodyBytes: 100 });
    const failure = await failureOf(connected.client.send(secretive, connected.operation().scope));
    expect(failure).toBeInstanceOf(Error);
    expect(inspect(failure, { depth: 20, showHidden: true })).not.toContain(key);
    expect(JSON.stringify(failure)).not.toContain(key);
    expect(connected.logLines.join('')).not.toContain(key);
    expect(connected.logLines).not.toHaveLength(0);
  });

  it('that cannot be a header is in no error either', async () => {
    await using upstream = await startFakeUpstream(() => ({ json: {} }));
    await using connected = connectClient(upstream.url);
    const request = { ...read, headers: { authorization: `${key}\r\nX-Evil: 1` } };
    const failure = await failureOf(connected.client.send(request, connected.operation().scope));
    expect(inspect(failure, { depth: 20, showHidden: true })).not.toContain(key);
    expect(upstream.requests).toEqual([]);
  });

  it('is answered without the keys that a provider quotes when it refuses a write; what is read is left as it is', async () => {
    const key = 'qapla_test_key';
    await using upstream = await startFakeUpstream(() => ({
      status: 400,
      json: { error: `bad key ${key}, key ${key}` },
    }));
    await using connected = connectClient(upstream.url, { secrets: [new Secret(key), new Secret('abc')] });
    const { scope } = connected.operation();
    expect((await connected.client.send(write, scope)).text).toBe('{"error":"bad key …, key …"}');
    expect((await connected.client.send(read, scope)).text).toContain(key);
  });
});
