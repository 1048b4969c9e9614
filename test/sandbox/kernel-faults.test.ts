import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Fault, FaultRule } from '../../sandbox/kernel/faults.js';
import { type ProviderServer, startProviderServer } from '../../sandbox/kernel/provider-server.js';

let server: ProviderServer;
let applied: number;

beforeEach(async () => {
  applied = 0;
  server = await startProviderServer({
    name: 'qapla',
    host: '127.0.0.1',
    port: 0,
    respond: (request) => {
      applied += 1;
      if (request.path === '/echo') return { status: 200, body: request.json() };
      return { status: 200, body: { count: 2, rows: ['a', 'b'], more: { on: true } } };
    },
  });
});

afterEach(async () => {
  await server.close();
});

const ask = (fault: Fault, rest: Omit<FaultRule, 'fault'> = {}): Promise<Response> => {
  server.faults.add({ fault, ...rest });
  return fetch(`${server.url}/rows?page=1`);
};

describe('a fault', () => {
  it('answers a status in place of the provider, with Retry-After', async () => {
    const response = await ask({ kind: 'status', status: 429, retryAfter: '7', body: { error: 'slow down' } });
    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toBe('7');
    expect(await response.json()).toEqual({ error: 'slow down' });
    expect(applied).toBe(0);
  });

  it('strikes every second request where it is told to', async () => {
    server.faults.add({ fault: { kind: 'status', status: 500 }, every: 2 });
    const statuses: number[] = [];
    for (let count = 0; count < 4; count += 1) statuses.push((await fetch(`${server.url}/rows`)).status);
    expect(statuses).toEqual([200, 500, 200, 500]);
  });

  it('breaks the connection before anything is applied, and records that no answer was sent', async () => {
    await expect(ask({ kind: 'reset' })).rejects.toThrow();
    expect(applied).toBe(0);
    expect(server.requests.map(({ status }) => status)).toEqual([null]);
  });

  it('breaks the connection after the request was applied', async () => {
    await expect(ask({ kind: 'reset-after' })).rejects.toThrow();
    expect(applied).toBe(1);
  });

  it('answers an error after the request was applied', async () => {
    expect((await ask({ kind: 'error-after', status: 502 })).status).toBe(502);
    expect(applied).toBe(1);
    expect(server.requests[0]?.status).toBe(502);
  });

  it('cuts a body short of the length it announced', async () => {
    const response = await ask({ kind: 'truncate' });
    expect(Number(response.headers.get('content-length'))).toBeGreaterThan(20);
    await expect(response.text()).rejects.toThrow();
  });

  it('sends a page of HTML with status 200', async () => {
    const response = await ask({ kind: 'html' });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(await response.text()).toContain('<html>');
  });

  it('renames and retypes fields', async () => {
    const response = await ask({ kind: 'drift' });
    expect(await response.json()).toEqual({ count_v2: { value: 2 }, rows: 'a;b', more: { on_v2: true } });
  });

  it('leaves a request without an answer until the client gives up', async () => {
    server.faults.add({ fault: { kind: 'hang' } });
    await expect(fetch(`${server.url}/rows`, { signal: AbortSignal.timeout(60) })).rejects.toThrow(/timeout|abort/i);
    expect(server.requests[0]?.status).toBeNull();
  });

  it('delays an answer and may come together with another fault', async () => {
    server.faults.add({ fault: { kind: 'latency', ms: 40 } });
    const start = performance.now();
    expect((await ask({ kind: 'status', status: 503 })).status).toBe(503);
    expect(performance.now() - start).toBeGreaterThanOrEqual(38);
  });

  it('strikes only the method and path it names, and only as often as it says', async () => {
    server.faults.add({ fault: { kind: 'status', status: 503 }, method: 'POST' });
    server.faults.add({ fault: { kind: 'status', status: 500 }, pathIncludes: 'page=2' });
    const statuses = [];
    for (let call = 0; call < 3; call += 1) {
      const response = await ask(
        { kind: 'status', status: 418 },
        call === 0 ? { times: 2 } : { pathIncludes: 'nowhere' },
      );
      statuses.push(response.status);
    }
    expect(statuses).toEqual([418, 418, 200]);
    expect((await fetch(`${server.url}/rows?page=2`)).status).toBe(500);
  });
});

describe('the control paths', () => {
  it('switch faults on and off over HTTP without being struck or recorded', async () => {
    const body = JSON.stringify({ fault: { kind: 'status', status: 503 } });
    expect((await fetch(`${server.url}/__faults`, { method: 'POST', body })).status).toBe(201);
    expect(await (await fetch(`${server.url}/__faults`)).json()).toEqual([{ fault: { kind: 'status', status: 503 } }]);
    expect((await fetch(`${server.url}/rows`)).status).toBe(503);
    expect((await fetch(`${server.url}/__faults`, { method: 'DELETE' })).status).toBe(204);
    expect((await fetch(`${server.url}/rows`)).status).toBe(200);
    expect(server.requests.map(({ path, status }) => [path, status])).toEqual([
      ['/rows', 503],
      ['/rows', 200],
    ]);
  });

  it('refuse a rule that is none', async () => {
    for (const rule of [
      {},
      { fault: { kind: 'melt' } },
      { fault: { kind: 'latency' } },
      { fault: { kind: 'status' } },
    ]) {
      const response = await fetch(`${server.url}/__faults`, { method: 'POST', body: JSON.stringify(rule) });
      expect(response.status, JSON.stringify(rule)).toBe(400);
    }
    expect(server.faults.rules).toEqual([]);
  });

  it('show requests without keys, tokens and passwords', async () => {
    const headers = { authorization: 'Bearer tok-1', 'x-api-key': 'key-1', 'content-type': 'application/json' };
    const body = JSON.stringify({ apiKey: 'key-2', nested: [{ password: 'word-1', client_secret: 'key-3' }], kept: 1 });
    await fetch(`${server.url}/echo?apiKey=key-4&reference=ord.%20%23%201`, { method: 'POST', headers, body });
    await fetch(`${server.url}/form`, { method: 'POST', body: 'rps_key=key-5&rpsKey=key-6&email=a%40b.test' });
    const shown = await (await fetch(`${server.url}/__requests`)).text();
    expect(shown).not.toMatch(/key-\d|tok-1|word-1/);
    expect(JSON.parse(shown)).toMatchObject([
      { query: 'apiKey=[secret]&reference=ord.%20%23%201', headers: { authorization: '[secret]' } },
      { body: 'rps_key=[secret]&rpsKey=[secret]&email=a%40b.test' },
    ]);
    expect(server.requests[0]?.query).toContain('key-4');
    await fetch(`${server.url}/__requests`, { method: 'DELETE' });
    expect(server.requests).toEqual([]);
  });
});

describe('a body that is not JSON', () => {
  it('is answered with status 400', async () => {
    const response = await fetch(`${server.url}/echo`, { method: 'POST', body: '{"a":' });
    expect(response.status).toBe(400);
  });
});
