import { describe, expect, it } from 'vitest';
import { type FakeReply, startFakeUpstream } from '../../support/fake-upstream.js';
import { connectClient, failureOf, read, write } from './connect-client.js';

/** An upstream that answers once each as told and then well. */
function startAnswers(...replies: FakeReply[]) {
  const left = [...replies];
  return startFakeUpstream(() => left.shift() ?? { json: { ok: true } });
}

describe('a read', () => {
  it.each<[string, FakeReply]>([
    ['status 500', { status: 500, text: '<html>' }],
    ['status 503', { status: 503 }],
    ['status 429', { status: 429, headers: { 'retry-after': '0' } }],
    ['status 408', { status: 408 }],
    ['a cut connection', { drop: true }],
  ])('is sent again after %s', async (_, reply) => {
    await using upstream = await startAnswers(reply);
    await using connected = connectClient(upstream.url);
    const answer = await connected.client.send(read, connected.operation().scope);
    expect([answer.status, answer.text]).toEqual([200, '{"ok":true}']);
    expect(upstream.requests).toHaveLength(2);
  });

  it.each([200, 201, 400, 404, 409, 422])('with status %i is an answer and not sent again', async (status) => {
    await using upstream = await startAnswers({ status, json: { status } });
    await using connected = connectClient(upstream.url);
    const answer = await connected.client.send(read, connected.operation().scope);
    expect([answer.status, answer.contentType, answer.text]).toEqual([
      status,
      'application/json',
      `{"status":${status}}`,
    ]);
    expect(upstream.requests).toHaveLength(1);
  });

  it.each([401, 403])('refused with %i is PROVIDER_AUTH and not sent again', async (status) => {
    await using upstream = await startAnswers({ status });
    await using connected = connectClient(upstream.url);
    const failure = await failureOf(connected.client.send(read, connected.operation().scope));
    expect(failure).toMatchObject({ code: 'PROVIDER_AUTH', provider: 'QAPLA', retryable: false });
    expect(upstream.requests).toHaveLength(1);
  });

  it('is given up after three tries with the last failure', async () => {
    await using upstream = await startFakeUpstream(() => ({ status: 502 }));
    await using connected = connectClient(upstream.url);
    const failure = await failureOf(connected.client.send(read, connected.operation().scope));
    expect(failure).toMatchObject({ code: 'PROVIDER_UNAVAILABLE', retryable: true });
    expect(upstream.requests).toHaveLength(3);
    expect(connected.logLines).toHaveLength(3);
    expect(connected.health.status).toBe('DOWN');
  });

  it('of a provider that is not there is PROVIDER_UNAVAILABLE', async () => {
    const upstream = await startAnswers();
    await upstream.close();
    await using connected = connectClient(upstream.url);
    const failure = await failureOf(connected.client.send(read, connected.operation().scope));
    expect(failure).toMatchObject({ code: 'PROVIDER_UNAVAILABLE', detail: 'ECONNREFUSED' });
  });
});

describe('a write', () => {
  it.each<[string, FakeReply, string]>([
    ['status 500', { status: 500 }, 'PROVIDER_OUTCOME_UNKNOWN'],
    ['status 429', { status: 429, headers: { 'retry-after': '0' } }, 'PROVIDER_RATE_LIMITED'],
    ['a cut connection', { drop: true }, 'PROVIDER_OUTCOME_UNKNOWN'],
  ])('is never sent again after %s', async (_, reply, code) => {
    await using upstream = await startAnswers(reply);
    await using connected = connectClient(upstream.url);
    expect(await failureOf(connected.client.send(write, connected.operation().scope))).toMatchObject({ code });
    expect(upstream.requests.map(({ method, body }) => `${method} ${body}`)).toEqual(['POST {}']);
  });

  it('that never left is known not to have happened', async () => {
    const upstream = await startAnswers();
    await upstream.close();
    await using connected = connectClient(upstream.url);
    const sent = connected.client.send(write, connected.operation().scope);
    expect(await failureOf(sent)).toMatchObject({ code: 'PROVIDER_UNAVAILABLE' });
  });

  it('is not sent again when a kept connection is cut under it', async () => {
    await using upstream = await startAnswers({ json: {} }, { drop: true });
    await using connected = connectClient(upstream.url);
    await connected.client.send(read, connected.operation().scope);
    await failureOf(connected.client.send(write, connected.operation().scope));
    expect(upstream.requests).toHaveLength(2);
  });
});

describe('a Retry-After', () => {
  it('of seconds is waited for', async () => {
    await using upstream = await startAnswers({ status: 429, headers: { 'retry-after': '1' } });
    await using connected = connectClient(upstream.url);
    const startedAt = Date.now();
    await connected.client.send(read, connected.operation().scope);
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(998);
  });

  it('of a date is waited for', async () => {
    // Dates have whole seconds: the second after next is more than one second away.
    const at = Math.trunc(Date.now() / 1000) * 1000 + 2000;
    await using upstream = await startAnswers({
      status: 503,
      headers: { 'retry-after': new Date(at).toUTCString() },
    });
    await using connected = connectClient(upstream.url);
    await connected.client.send(read, connected.operation().scope);
    expect(Date.now()).toBeGreaterThanOrEqual(at - 2);
  });

  it('past the deadline ends the call at once and is told to the caller', async () => {
    await using upstream = await startAnswers({ status: 429, headers: { 'retry-after': '30' } });
    await using connected = connectClient(upstream.url);
    const startedAt = Date.now();
    const failure = await failureOf(connected.client.send(read, connected.operation(5000).scope));
    expect(failure).toMatchObject({ code: 'PROVIDER_RATE_LIMITED', retryAfterMs: 30_000 });
    expect(Date.now() - startedAt).toBeLessThan(1000);
    expect(upstream.requests).toHaveLength(1);
  });

  it('holds back the other calls to the provider as well', async () => {
    await using upstream = await startAnswers({ status: 429, headers: { 'retry-after': '30' } });
    await using connected = connectClient(upstream.url);
    await failureOf(connected.client.send(write, connected.operation().scope));
    const failure = await failureOf(connected.client.send(read, connected.operation().scope));
    expect(failure).toMatchObject({ code: 'PROVIDER_RATE_LIMITED' });
    expect(upstream.requests).toHaveLength(1);
  });

  it('is not waited for longer than the caller stays', async () => {
    await using upstream = await startAnswers({ status: 503, headers: { 'retry-after': '5' } });
    await using connected = connectClient(upstream.url);
    const { scope, controller } = connected.operation();
    const sent = failureOf(connected.client.send(read, scope));
    await expect.poll(() => connected.logLines.length).toBe(1);
    controller.abort();
    expect(await sent).toMatchObject({ code: 'PROVIDER_UNAVAILABLE' });
    expect(upstream.requests).toHaveLength(1);
  });
});
