import { request as httpRequest } from 'node:http';
import { Client } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway({ sandbox: { orders: 10 }, env: { REQUEST_TIMEOUT_MS: '60000' } });
});
afterAll(() => gateway[Symbol.asyncDispose]());

/** A request with any Host header, which fetch does not allow. */
function withHost(host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(`${gateway.url}/healthz`, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    request.on('error', reject);
    request.end();
  });
}

const html = { headers: { accept: 'text/html' } };

describe('the explorers', () => {
  it.each(['/', '/graphql'])(
    '%s shows Apollo Sandbox to a browser, telemetry off, with the bundled explorer to fall back on',
    async (path) => {
      const response = await fetch(`${gateway.url}${path}`, html);
      const page = await response.text();
      expect(response.headers.get('content-type')).toContain('text/html');
      expect(page).toContain('embeddable-sandbox');
      expect(page).toContain('"runTelemetry":false');
      expect(page).toContain("location.replace('/explorer/')");
      expect(page).toContain('query Customer360');
      const nonce = /nonce="([^"]+)"/.exec(page)?.[1];
      expect(response.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`);
    },
  );

  it('/explorer/ is served from this process alone', async () => {
    const response = await fetch(`${gateway.url}/explorer`, html);
    const page = await response.text();
    expect(response.url).toBe(`${gateway.url}/explorer/`);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'self'");
    const assets = [...page.matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g)].map(
      ([, asset = '']) => new URL(asset, response.url),
    );
    expect(assets.length).toBeGreaterThan(1);
    for (const asset of assets) {
      expect(asset.origin).toBe(gateway.url);
      const file = await fetch(asset);
      expect([file.status, (await file.text()).length > 0]).toEqual([200, true]);
    }
  });
});

describe('HTTP', () => {
  it('answers on loopback names only', async () => {
    const port = new URL(gateway.url).port;
    expect(await withHost(`localhost:${port}`)).toBe(200);
    expect(await withHost(`[::1]:${port}`)).toBe(200);
    expect(await withHost('rebound.example.com')).toBe(403);
    expect(await withHost('127.0.0.1.example.com')).toBe(403);
  });

  it('lets pages of this machine and Apollo Studio read, and no others', async () => {
    const allowed = async (origin: string) => {
      const response = await fetch(`${gateway.url}/graphql`, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
      });
      return response.headers.get('access-control-allow-origin');
    };
    expect(await allowed('http://localhost:5173')).toBe('http://localhost:5173');
    expect(await allowed('https://studio.apollographql.com')).toBe('https://studio.apollographql.com');
    expect(await allowed('https://shop.example.com')).toBeNull();
    expect(await allowed('https://localhost.example.com')).toBeNull();
  });

  it('tells a page of another origin that it may not ask, and by which setting', async () => {
    const headers = { origin: 'https://shop.example.com', 'access-control-request-method': 'POST' };
    const response = await fetch(`${gateway.url}/graphql`, { method: 'OPTIONS', headers });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({
      errors: [{ message: 'This origin is not allowed (CORS_ORIGINS).', extensions: { code: 'FORBIDDEN' } }],
    });
  });

  it('says how an operation is to be sent to whoever forgets the content type', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers,
      body: '{"query":"{__typename}"}',
    });
    expect(response.status).toBe(415);
    expect(await response.json()).toMatchObject({
      errors: [{ message: expect.stringContaining('"content-type: application/json"') as string }],
    });
  });

  it('says that it lives and is ready', async () => {
    expect(await (await fetch(`${gateway.url}/healthz`)).json()).toEqual({ status: 'ok' });
    expect(await (await fetch(`${gateway.url}/readyz`)).json()).toEqual({ status: 'ready' });
  });

  it("takes the caller's request id through to the provider and back, unless it is not plain", async () => {
    gateway.sandbox.clear();
    const plain = await gateway.query('{ categories { name } }', {}, { 'x-request-id': 'trace-42' });
    expect(plain.headers.get('x-request-id')).toBe('trace-42');
    expect(gateway.sandbox.providers.quickbutik.requests[0]?.headers['x-request-id']).toBe('trace-42');
    const odd = await gateway.query('{ nope }', {}, { 'x-request-id': 'a b<script>' });
    expect(odd.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
    expect(odd.errors?.[0]?.extensions['requestId']).toBe(odd.headers.get('x-request-id'));
  });

  it('refuses a body that is too large before reading it whole', async () => {
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: `{ __typename } #${'x'.repeat(1_100_000)}` }),
    });
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
  });

  it.each([
    ['plain JSON', 'application/json'],
    ['the GraphQL media type', 'application/graphql-response+json'],
  ])('refuses a subscription with status 400 to a client of %s', async (_, accept) => {
    const { status, errors } = await gateway.query('subscription { orderChanged { event } }', {}, { accept });
    expect({ status, errors }).toMatchObject({
      status: 400,
      errors: [{ message: expect.stringContaining('over WebSocket at /graphql'), extensions: { code: 'BAD_REQUEST' } }],
    });
  });

  it('keeps nothing of requests that were refused for naming no operation, however many come over one connection', async () => {
    const warnings: string[] = [];
    const listen = ({ message }: Error) => warnings.push(message);
    process.on('warning', listen);
    const client = new Client(gateway.url);
    for (let count = 0; count < 30; count += 1) {
      const headers = { 'content-type': 'application/json' };
      const { statusCode, body } = await client.request({ method: 'POST', path: '/graphql', headers, body: '{}' });
      await body.dump();
      expect(statusCode).toBe(400);
    }
    await client.close();
    process.off('warning', listen);
    // Node warns of an emitter with more than ten listeners of a kind.
    expect(warnings).toEqual([]);
  });

  it('cancels the reads of a caller who leaves', async () => {
    gateway.sandbox.clear();
    gateway.sandbox.providers.quickbutik.faults.add({ fault: { kind: 'hang' } });
    const before = gateway.logLines.length;
    const leaving = new AbortController();
    const answer = fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'cache-control': 'no-cache' },
      body: JSON.stringify({ query: '{ categories { name } }' }),
      signal: leaving.signal,
    });
    await expect.poll(() => gateway.sandbox.providers.quickbutik.requests.length).toBe(1);
    leaving.abort();
    await expect(answer).rejects.toThrow();
    // The call would hang for its whole time-out of seconds; that it ended says that it was cancelled.
    await expect
      .poll(() => gateway.logLines.slice(before).some((line) => line.includes('upstream call failed')))
      .toBe(true);
    gateway.sandbox.clear();
  });
});
