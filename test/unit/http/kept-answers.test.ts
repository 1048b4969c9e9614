import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CallTally } from '../../../src/http/call-tally.js';
import { type Keeping, KeptAnswers } from '../../../src/http/kept-answers.js';
import { SharedReads } from '../../../src/http/shared-reads.js';
import type { OperationScope, UpstreamAnswer, UpstreamRequest } from '../../../src/http/upstream-request.js';
import { type FakeReply, startFakeUpstream } from '../../support/fake-upstream.js';
import { connectClient, failureOf, read, write } from './connect-client.js';

const keeping: Keeping = { of: 'RECORDS', freshMs: 1000, staleMs: 60_000 };
const kept: UpstreamRequest = { ...read, keeping };
const decode = ({ text }: UpstreamAnswer): unknown => JSON.parse(text);

/** Reads over a provider that counts how often it was asked, and answers as it is told to. */
async function startCounted({ maxBytes = 1_000_000, keepsRecords = true } = {}) {
  let reply: ((asked: number) => FakeReply) | null = null;
  const upstream = await startFakeUpstream(
    () => reply?.(upstream.requests.length) ?? { json: { asked: upstream.requests.length } },
  );
  const connected = connectClient(upstream.url);
  const reads = new SharedReads('QAPLA', connected.client, { kept: new KeptAnswers({ maxBytes, keepsRecords }) });
  const scopeOf = (more: Partial<OperationScope> = {}): OperationScope => ({ ...connected.operation().scope, ...more });
  return {
    reads,
    scopeOf,
    ask: (request = kept, scope = scopeOf()) => reads.read(request, scope, decode),
    answerBy: (next: (asked: number) => FakeReply) => {
      reply = next;
    },
    count: () => upstream.requests.length,
    [Symbol.asyncDispose]: async () => {
      await connected[Symbol.asyncDispose]();
      await upstream.close();
    },
  };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('kept answers', () => {
  it('are shown for as long as they count as fresh, then asked for anew', async () => {
    await using counted = await startCounted();
    await counted.ask();
    vi.setSystemTime(Date.now() + 999);
    expect(await counted.ask()).toEqual({ asked: 1 });
    vi.setSystemTime(Date.now() + 1);
    expect(await counted.ask()).toEqual({ asked: 2 });
  });

  it('are none where the read names no time', async () => {
    await using counted = await startCounted();
    await counted.ask(read);
    expect(await counted.ask(read)).toEqual({ asked: 2 });
  });

  it.each<[string, Partial<OperationScope>]>([
    ['an operation that must read anew', { isFresh: true }],
    ['work behind the scenes', { priority: 'REREAD' }],
  ])('are not shown to %s', async (_, more) => {
    await using counted = await startCounted();
    await counted.ask();
    expect(await counted.ask(kept, counted.scopeOf(more))).toEqual({ asked: 2 });
  });

  it('end with a write, and a read that began before its end is not kept', async () => {
    await using counted = await startCounted();
    await counted.ask();
    await counted.reads.send(write, counted.scopeOf());
    expect(await counted.ask()).toEqual({ asked: 3 });
    vi.setSystemTime(Date.now() + 2000);
    counted.answerBy(() => ({ json: { asked: 'before' } }));
    const early = counted.ask();
    counted.reads.forget();
    expect(await early).toEqual({ asked: 'before' });
    counted.answerBy(() => ({ json: { asked: 'after' } }));
    expect(await counted.ask()).toEqual({ asked: 'after' });
  });

  it.each([
    ['null', null],
    ['an empty list', []],
  ])('are never %s: what is not there may be there in the next moment', async (_, json) => {
    await using counted = await startCounted();
    counted.answerBy(() => ({ json }));
    await counted.ask();
    await counted.ask();
    expect(counted.count()).toBe(2);
  });

  it("are those of an account's set-up alone where records are not kept", async () => {
    await using counted = await startCounted({ keepsRecords: false });
    const setUp: UpstreamRequest = { ...read, path: ['couriers'], keeping: { ...keeping, of: 'SET_UP' } };
    for (const request of [kept, kept, setUp, setUp]) await counted.ask(request);
    expect(counted.count()).toBe(3);
  });

  it('are never failures', async () => {
    await using counted = await startCounted();
    counted.answerBy(() => ({ status: 401 }));
    await failureOf(counted.ask());
    counted.answerBy(() => ({ json: { well: true } }));
    expect(await counted.ask()).toEqual({ well: true });
  });

  it('stand in for one that cannot be had, are counted as stale, and no longer than said', async () => {
    await using counted = await startCounted();
    await counted.ask();
    counted.answerBy(() => ({ status: 503, headers: { 'retry-after': '3600' } }));
    vi.setSystemTime(Date.now() + 30_000);
    const tally = new CallTally();
    expect(await counted.ask(kept, counted.scopeOf({ tally }))).toEqual({ asked: 1 });
    expect(tally.providers.get('QAPLA')).toMatchObject({ stale: 1, staleAgeMs: 30_000 });
    vi.setSystemTime(Date.now() + 30_000);
    expect(await failureOf(counted.ask())).toMatchObject({ code: 'PROVIDER_UNAVAILABLE' });
  });

  it('do not stand in for a refusal', async () => {
    await using counted = await startCounted();
    await counted.ask();
    counted.answerBy(() => ({ status: 401 }));
    vi.setSystemTime(Date.now() + 5000);
    expect(await failureOf(counted.ask())).toMatchObject({ code: 'PROVIDER_AUTH' });
  });

  it('go when there is no room, the least recently used first', async () => {
    await using counted = await startCounted({ maxBytes: 8000 });
    const requestOf = (name: string): UpstreamRequest => ({ ...kept, path: [name] });
    for (const name of ['a', 'b']) await counted.ask(requestOf(name));
    counted.answerBy((asked) => ({ json: { asked, filling: 'x'.repeat(200) } }));
    for (const name of 'cdefghijk') await counted.ask(requestOf(name));
    await counted.ask(requestOf('k'));
    expect(counted.count()).toBe(11);
    await counted.ask(requestOf('a'));
    expect(counted.count()).toBe(12);
  });

  it('answer a thousand readers of one that has just run out by one call', async () => {
    await using counted = await startCounted();
    await counted.ask();
    vi.setSystemTime(Date.now() + 5000);
    const answers = await Promise.all(Array.from({ length: 1000 }, () => counted.ask()));
    expect(new Set(answers)).toEqual(new Set([{ asked: 2 }]));
    expect(counted.count()).toBe(2);
  });
});
