import { describe, expect, it } from 'vitest';
import { UpstreamError } from '../../src/errors/upstream-error.js';
import { CircuitOpenError } from '../../src/http/circuit/circuit-open-error.js';
import { Circuits } from '../../src/http/circuit/circuits.js';
import { SharedReads } from '../../src/http/shared-reads.js';
import type { UpstreamRequest } from '../../src/http/upstream-request.js';
import { type FakeReply, startFakeUpstream } from '../support/fake-upstream.js';
import { at, startTestGateway } from '../support/gateway.js';
import { connectClient, failureOf, read, write } from '../unit/http/connect-client.js';

/** A provider whose answers can be changed, and a client of it. */
async function startProvider(first: FakeReply) {
  let reply: () => FakeReply | Promise<FakeReply> = () => first;
  const upstream = await startFakeUpstream(() => reply());
  const circuits = new Circuits('QAPLA', { timeoutMs: 10_000 });
  const connected = connectClient(upstream.url, { circuits });
  const reads = new SharedReads('QAPLA', connected.client, { kept: null });
  const decode = ({ text }: { text: string }) => {
    if (text.includes('KO')) throw new UpstreamError('PROVIDER_CONTRACT', 'QAPLA');
    if (text.includes('NO')) throw new UpstreamError('PROVIDER_REJECTED', 'QAPLA');
    return { text };
  };
  let asked = 0;
  return {
    upstream,
    connected,
    answer: (next: FakeReply | typeof reply) => {
      reply = typeof next === 'function' ? next : () => next;
    },
    /** Reads something that nobody else reads. */
    read: (request: UpstreamRequest = read) => {
      asked += 1;
      return reads.read({ ...request, query: [['n', String(asked)]] }, connected.operation().scope, decode);
    },
    write: () => reads.send(write, connected.operation().scope),
    /** Until a call may go again. */
    rest: async () => {
      while (circuits.held.some(({ nextProbeAt }) => Date.now() < nextProbeAt)) await nextTurn();
    },
    [Symbol.asyncDispose]: async () => {
      await connected[Symbol.asyncDispose]();
      await upstream.close();
    },
  };
}

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

type Provider = Awaited<ReturnType<typeof startProvider>>;

/** Three callers at a time, until one of their calls is not sent; gives that failure and how long it took. */
async function untilHeldBack(call: () => Promise<unknown>) {
  const startedAt = performance.now();
  for (;;) {
    const failures = await Promise.all([1, 2, 3].map(() => failureOf(call())));
    const failure = failures.find((outcome) => outcome instanceof CircuitOpenError);
    const tookMs = performance.now() - startedAt;
    if (failure !== undefined || tookMs > 3000) return { failure, tookMs };
  }
}

/** So many calls at once; what came of them, and how many were sent. */
async function atOnce({ read: ask, upstream }: Provider, count: number) {
  const { length } = upstream.requests;
  const outcomes = await Promise.all(Array.from({ length: count }, () => failureOf(ask())));
  return { outcomes, sent: upstream.requests.length - length };
}

describe('a provider that keeps failing', () => {
  it.each<[string, FakeReply]>([
    ['answers 500', { status: 500 }],
    ['cuts connections', { drop: true }],
    ['answers 200 with an error in the body', { text: 'KO' }],
    ['redirects reads', { status: 302 }],
  ])(
    'and %s is soon asked by one call at a time, and by all once that is answered',
    async (_, broken) => {
      await using provider = await startProvider({ text: 'fine' });
      await provider.read();
      provider.answer(broken);
      const { failure, tookMs } = await untilHeldBack(provider.read);
      expect(failure).toMatchObject({ code: 'PROVIDER_UNAVAILABLE', retryable: true });
      expect(tookMs).toBeLessThan(2000);
      expect((failure as UpstreamError).retryAfterMs).toBeGreaterThan(0);
      expect((failure as UpstreamError).retryAfterMs).toBeLessThanOrEqual(250);

      await provider.rest();
      const failing = await atOnce(provider, 150);
      // Those who come a moment after the first have the next one speak for them.
      expect(failing.sent).toBeLessThanOrEqual(2);
      expect(failing.outcomes.filter((outcome) => outcome instanceof CircuitOpenError).length).toBe(150 - failing.sent);

      provider.answer({ text: 'fine' });
      await provider.rest();
      // What a page asks in the moment that somebody presses Retry: all of it is answered.
      const healed = await atOnce(provider, 150);
      expect(healed).toEqual({ sent: 150, outcomes: Array.from({ length: 150 }, () => ({ text: 'fine' })) });
      expect(provider.connected.logLines.join('')).toContain('upstream calls are held back');
      expect(provider.connected.logLines.join('')).toContain('upstream calls go again');
    },
    15_000,
  );

  it('is not waited for longer than answers take when it is silent', async () => {
    await using provider = await startProvider({ status: 500 });
    await untilHeldBack(provider.read);
    provider.answer(() => new Promise<FakeReply>(() => {}));
    await provider.rest();
    const startedAt = performance.now();
    const { scope, controller } = provider.connected.operation();
    const silent = failureOf(provider.connected.client.send(read, scope));
    const { outcomes, sent } = await atOnce(provider, 20);
    expect(performance.now() - startedAt).toBeLessThan(900);
    expect(outcomes.every((outcome) => outcome instanceof CircuitOpenError)).toBe(true);
    expect(sent).toBeLessThanOrEqual(1);
    controller.abort();
    await silent;
  });

  it('has those who wait go on when the one who tried leaves', async () => {
    await using provider = await startProvider({ status: 500 });
    await untilHeldBack(provider.read);
    provider.answer(() => new Promise<FakeReply>(() => {}));
    await provider.rest();
    const { scope, controller } = provider.connected.operation();
    const leaving = failureOf(provider.connected.client.send(read, scope));
    const waiting = atOnce(provider, 20);
    provider.answer({ text: 'fine' });
    controller.abort();
    await leaving;
    expect((await waiting).outcomes).toEqual(Array.from({ length: 20 }, () => ({ text: 'fine' })));
  });

  it('refuses writes before anything is sent, so that their outcome is known', async () => {
    await using provider = await startProvider({ status: 500 });
    const { failure } = await untilHeldBack(provider.write);
    expect(failure).toMatchObject({ code: 'PROVIDER_UNAVAILABLE' });
    const { length } = provider.upstream.requests;
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => failureOf(provider.write())));
    const refused = outcomes.filter((outcome) => outcome instanceof CircuitOpenError);
    expect(refused.length).toBeGreaterThanOrEqual(8);
    expect(provider.upstream.requests.length - length).toBe(10 - refused.length);
  });

  it('answers whoever comes after it is well again, however soon', async () => {
    await using provider = await startProvider({ status: 500 });
    await untilHeldBack(provider.read);
    provider.answer({ text: 'fine' });
    expect(await provider.read()).toEqual({ text: 'fine' });
  });

  it('is asked for each of the calls of somebody who asks one after the other', async () => {
    await using provider = await startProvider({ status: 500 });
    await untilHeldBack(provider.read);
    for (let count = 0; count < 4; count += 1)
      expect(await failureOf(provider.read())).not.toBeInstanceOf(CircuitOpenError);
  });

  it('is asked by a write that comes alone', async () => {
    await using provider = await startProvider({ status: 500 });
    await untilHeldBack(provider.write);
    provider.answer({ text: 'fine' });
    await provider.rest();
    expect(await provider.write()).toMatchObject({ status: 200 });
  });

  it('at one of its calls is asked for the others', async () => {
    await using provider = await startProvider({ status: 500 });
    await untilHeldBack(provider.read);
    provider.answer({ text: 'fine' });
    expect(await provider.read({ ...read, operation: 'getOther' })).toEqual({ text: 'fine' });
  });

  it('holds work behind the scenes back as well', async () => {
    await using provider = await startProvider({ status: 500 });
    await untilHeldBack(provider.read);
    const { length } = provider.upstream.requests;
    const scope = { ...provider.connected.operation().scope, priority: 'BACKGROUND' as const };
    expect(await failureOf(provider.connected.client.send(read, scope))).toBeInstanceOf(CircuitOpenError);
    expect(provider.upstream.requests).toHaveLength(length);
  });
});

describe('the providers query', () => {
  it('shows which calls are held back, and writes there are refused with a code that says nothing was done', async () => {
    await using gateway = await startTestGateway({ sandbox: { orders: 20 } });
    const { faults } = gateway.sandbox.providers.quickbutik;
    const held = async () =>
      at(await gateway.query('{ providers { name heldCalls { operation state since nextProbeAt } } }'), 'providers');
    const none = (await held()) as object[];
    expect(none).toContainEqual({ name: 'QUICKBUTIK', heldCalls: [] });

    faults.add({ fault: { kind: 'status', status: 500 } });
    const mutation = 'mutation { createCategory(input: { name: "Kablar" }) { category { id } } }';
    const codes = new Set<unknown>();
    const failFor = async (ms: number, document: string) => {
      for (const startedAt = performance.now(); performance.now() - startedAt < ms; ) {
        codes.add((await gateway.query(document)).errors?.[0]?.extensions['code']);
      }
    };
    await Promise.all([failFor(1200, mutation), failFor(1200, '{ categories { name } }')]);
    expect([...codes].toSorted()).toEqual(['PROVIDER_OUTCOME_UNKNOWN', 'PROVIDER_UNAVAILABLE']);
    const call = { state: expect.stringMatching(/OPEN$/), since: expect.any(String), nextProbeAt: expect.any(String) };
    expect(await held()).toContainEqual({
      name: 'QUICKBUTIK',
      heldCalls: expect.arrayContaining([
        { ...call, operation: 'createCategory' },
        { ...call, operation: 'GET categories' },
      ]),
    });
  });
});

describe('a provider that is not failing', () => {
  /** Calls for well over the half second that trouble has to last. */
  async function callsFor(provider: Provider, ms: number): Promise<unknown[]> {
    const failures: unknown[] = [];
    for (const startedAt = performance.now(); performance.now() - startedAt < ms; ) {
      failures.push(await failureOf(provider.read()));
    }
    return failures;
  }

  it.each<[string, FakeReply, string]>([
    ['rejects what is asked', { text: 'NO' }, 'PROVIDER_REJECTED'],
    ['refuses the key', { status: 401 }, 'PROVIDER_AUTH'],
    ['has no calls left', { status: 429, headers: { 'retry-after': '0' } }, 'PROVIDER_RATE_LIMITED'],
  ])('but %s is asked on', async (_, reply, code) => {
    await using provider = await startProvider(reply);
    for (const failure of await callsFor(provider, 900)) {
      expect(failure).toMatchObject({ code });
      expect(failure).not.toBeInstanceOf(CircuitOpenError);
    }
  });

  it('but whose callers leave is asked on', async () => {
    await using upstream = await startFakeUpstream(() => new Promise<FakeReply>(() => {}));
    await using connected = connectClient(upstream.url);
    for (const startedAt = performance.now(); performance.now() - startedAt < 900; ) {
      const { scope, controller } = connected.operation();
      const failure = failureOf(connected.client.send(read, scope));
      setImmediate(() => controller.abort());
      expect(await failure).not.toBeInstanceOf(CircuitOpenError);
    }
  });
});
