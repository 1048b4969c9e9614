import { createClient } from 'graphql-sse';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { changeOf, type LiveGateway, patient, startLiveGateway } from '../support/live-gateway.js';

let gateway: LiveGateway;
beforeAll(async () => {
  // Tests make their answers large by aliases.
  gateway = await startLiveGateway({ env: { MAX_ALIASES: '1000', MAX_FIELDS: '1001' } });
});
afterAll(() => gateway[Symbol.asyncDispose]());
beforeEach(() => gateway.sandbox.clear());
afterEach(() => gateway.isFollowed(0));

const deleted = (externalId: string) => changeOf({ change: 'DELETED', externalId });

/** Sends an operation as a browser or program would, and gives the response as it comes. */
function post(query: unknown, { headers = {}, signal }: { headers?: object; signal?: AbortSignal } = {}) {
  return fetch(`${gateway.url}/graphql/stream`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers },
    body: JSON.stringify({ query }),
    ...(signal && { signal }),
  });
}

/** The text of a stream, up to what it is waited for. */
async function readUntil(response: Response, end: string): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  while (!text.includes(end)) {
    const { done, value } = await reader.read();
    if (done) break;
    text += decoder.decode(value, { stream: true });
  }
  reader.releaseLock();
  return text;
}

const following = 'subscription { orderChanged { event externalId } }';

describe('a subscription over Server-Sent Events', () => {
  it('tells changes within 500 ms, and ends with its caller', async () => {
    const leaving = new AbortController();
    const response = await post(following, { signal: leaving.signal, headers: { 'x-request-id': 'trace-7' } });
    expect([response.status, response.headers.get('content-type'), response.headers.get('x-request-id')]).toEqual([
      200,
      'text/event-stream; charset=utf-8',
      'trace-7',
    ]);
    await gateway.isFollowed();
    const startedAt = performance.now();
    gateway.events.publish(deleted('1'));
    gateway.events.publish(deleted('2'));
    const line = (id: string) =>
      `event: next\ndata: {"data":{"orderChanged":{"event":"DELETED","externalId":"${id}"}}}\n\n`;
    expect(await readUntil(response, '"2"}}}\n\n')).toBe(`:\n\n${line('1')}${line('2')}`);
    expect(performance.now() - startedAt).toBeLessThan(500);
    leaving.abort();
    await gateway.isFollowed(0);
  });

  it("is understood by graphql-sse's own client", async () => {
    const client = createClient({ url: `${gateway.url}/graphql/stream`, retryAttempts: 0 });
    const results = client.iterate({ query: following });
    const first = results.next();
    await gateway.isFollowed();
    gateway.events.publish(deleted('1'));
    expect((await first).value).toEqual({ data: { orderChanged: { event: 'DELETED', externalId: '1' } } });
    await results.return?.();
    client.dispose();
  });

  it('ends with EVENTS_LOST when more changes come than can wait', async () => {
    const response = await post(following);
    await gateway.isFollowed();
    for (let index = 0; index < 1100; index += 1) gateway.events.publish(deleted(String(index)));
    const text = await response.text();
    expect(text).toContain('"externalId":"1000"');
    expect(text).toMatch(/"code":"EVENTS_LOST".*\n\nevent: complete\ndata: \n\n$/);
  });

  it('does not pile up changes for a caller who reads nothing', async () => {
    const fields = Array.from({ length: 1000 }, (_, index) => `field${index}: externalId`).join(' ');
    const leaving = new AbortController();
    await post(`subscription { orderChanged { ${fields} } }`, { signal: leaving.signal });
    await gateway.isFollowed();
    const change = deleted('x'.repeat(200));
    // More than the buffers of the system hold.
    expect(await gateway.publishUntilStuck(change, 400)).toBeLessThan(400);
    for (let index = 0; index < 1010; index += 1) gateway.events.publish(change);
    expect(gateway.events.listening).toBe(0);
    leaving.abort();
  }, 40_000);
});

describe('other operations over Server-Sent Events', () => {
  it.each([
    ['{ __typename }', '{"data":{"__typename":"Query"},"extensions":'],
    ['{ nope }', '"code":"GRAPHQL_VALIDATION_FAILED"'],
    ['subscription { orderChanged(filter: { provider: QARD }) { event } }', '"code":"BAD_USER_INPUT"'],
  ])('are one answer: %s', async (query, answer) => {
    const text = await (await post(query)).text();
    expect(text).toMatch(/^:\n\nevent: next\ndata: \{.*\}\n\nevent: complete\ndata: \n\n$/);
    expect(text).toContain(answer);
  });

  it('are refused from other origins, in other content types and without a query', async () => {
    const statusOf = async (query: unknown, headers: object) => {
      const response = await post(query, { headers });
      const { errors } = (await response.json()) as { errors: { extensions: object }[] };
      return [response.status, errors[0]?.extensions];
    };
    const code = (name: string) => ({ code: name, retryable: false, requestId: expect.any(String) as string });
    expect(await statusOf('{ __typename }', { origin: 'https://shop.example.com' })).toEqual([403, code('FORBIDDEN')]);
    // The content types that a browser sends for any page.
    for (const type of ['text/plain', 'text/plain; a=application/json']) {
      expect(await statusOf('{ __typename }', { 'content-type': type })).toEqual([400, code('BAD_REQUEST')]);
    }
    expect(await statusOf('{ __typename }', { accept: 'application/json' })).toEqual([406, code('BAD_REQUEST')]);
    expect(await statusOf(undefined, {})).toEqual([400, code('BAD_REQUEST')]);
  });
});

it('a subscription over plain HTTP is told where to go', async () => {
  const response = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: following }),
  });
  expect(await response.json()).toMatchObject({
    errors: [{ message: expect.stringContaining('WebSocket') as string, extensions: { code: 'BAD_REQUEST' } }],
  });
});

it('a gateway that closes ends its streams without saying that they are complete', async () => {
  await using closing = await startLiveGateway();
  const response = await fetch(`${closing.url}/graphql/stream`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: following }),
  });
  await expect.poll(() => closing.events.listening, patient).toBe(1);
  await closing.close();
  expect(await response.text()).toBe(':\n\n');
  expect(closing.events.listening).toBe(0);
});
