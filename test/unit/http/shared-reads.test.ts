import { describe, expect, it, vi } from 'vitest';
import { SharedReads } from '../../../src/http/shared-reads.js';
import type { UpstreamAnswer, UpstreamRequest } from '../../../src/http/upstream-request.js';
import { startFakeUpstream } from '../../support/fake-upstream.js';
import { connectClient, failureOf, read, write } from './connect-client.js';

const asIs = (answer: UpstreamAnswer) => answer;

/** An upstream that answers only when told to, in the order it was asked. */
async function startGated() {
  const waiting: (() => void)[] = [];
  let served = 0;
  const upstream = await startFakeUpstream(async () => {
    await new Promise<void>((resolve) => waiting.push(resolve));
    served += 1;
    return { json: { served } };
  });
  const connected = connectClient(upstream.url);
  const arrived = (count: number) =>
    vi.waitFor(
      () => {
        if (upstream.requests.length < count) throw new Error(`${upstream.requests.length} calls, not ${count}`);
      },
      { interval: 2, timeout: 5000 },
    );
  return {
    client: new SharedReads('QAPLA', connected.client, { kept: null }),
    operation: connected.operation,
    arrived,
    answerLast: () => waiting.pop()?.(),
    answerAll: () => waiting.splice(0).forEach((answer) => answer()),
    count: () => upstream.requests.length,
    [Symbol.asyncDispose]: async () => {
      waiting.splice(0).forEach((answer) => answer());
      await connected[Symbol.asyncDispose]();
      await upstream.close();
    },
  };
}

describe('equal reads under way', () => {
  it('of several operations are one call, whatever token each has', async () => {
    await using gated = await startGated();
    const tokenOf = (index: number): UpstreamRequest => ({ ...read, headers: { authorization: `Bearer ${index}` } });
    const answers = [0, 1, 2].map((index) => gated.client.read(tokenOf(index), gated.operation().scope, asIs));
    await gated.arrived(1);
    gated.answerAll();
    const texts = (await Promise.all(answers)).map(({ text }) => text);
    expect(texts).toEqual(['{"served":1}', '{"served":1}', '{"served":1}']);
    expect(gated.count()).toBe(1);
  });

  it.each<[string, UpstreamRequest]>([
    ['path', { ...read, path: ['others'] }],
    ['query', { ...read, query: [['lang', 'sv']] }],
    ['header', { ...read, headers: { 'accept-language': 'sv' } }],
    ['method', { ...read, method: 'POST', body: '{}' }],
  ])('are two calls where they differ in %s', async (_, other) => {
    await using gated = await startGated();
    const answers = [read, other].map((request) => gated.client.read(request, gated.operation().scope, asIs));
    await gated.arrived(2);
    gated.answerAll();
    expect(await Promise.all(answers)).toHaveLength(gated.count());
  });

  it('are asked for anew once the first is answered', async () => {
    await using gated = await startGated();
    for (const served of [1, 2]) {
      const answer = gated.client.read(read, gated.operation().scope, asIs);
      await gated.arrived(served);
      gated.answerAll();
      expect((await answer).text).toBe(`{"served":${served}}`);
    }
  });

  it('go on for the others when the one that made the call leaves', async () => {
    await using gated = await startGated();
    const leaving = gated.operation();
    const left = failureOf(gated.client.read(read, leaving.scope, asIs));
    await gated.arrived(1);
    const staying = [0, 1].map(() => gated.client.read(read, gated.operation().scope, asIs));
    leaving.controller.abort();
    expect(await left).toMatchObject({ code: 'PROVIDER_TIMEOUT' });
    await gated.arrived(2);
    gated.answerAll();
    expect((await Promise.all(staying)).map(({ status }) => status)).toEqual([200, 200]);
    expect(gated.count()).toBe(2);
  });

  it('end for one that leaves, and for nobody else', async () => {
    await using gated = await startGated();
    const first = gated.client.read(read, gated.operation().scope, asIs);
    await gated.arrived(1);
    const leaving = gated.operation();
    const left = failureOf(gated.client.read(read, leaving.scope, asIs));
    leaving.controller.abort();
    expect(await left).toMatchObject({ code: 'PROVIDER_TIMEOUT' });
    gated.answerAll();
    expect((await first).status).toBe(200);
  });

  it('do not wait for one whose operation is nearly over', async () => {
    await using gated = await startGated();
    const hurried = gated.client.read(read, gated.operation(2000).scope, asIs);
    const calm = gated.client.read(read, gated.operation(10_000).scope, asIs);
    await gated.arrived(2);
    gated.answerAll();
    expect(await Promise.all([hurried, calm])).toHaveLength(gated.count());
  });

  it('that began before a write ended do not answer those after it', async () => {
    await using gated = await startGated();
    const before = gated.client.read(read, gated.operation().scope, asIs);
    await gated.arrived(1);
    const writing = gated.client.send(write, gated.operation().scope);
    await gated.arrived(2);
    gated.answerLast();
    await writing;
    const after = gated.client.read(read, gated.operation().scope, asIs);
    await gated.arrived(3);
    gated.answerAll();
    expect((await after).text).not.toBe((await before).text);
  });

  it('are calls of their own where something has changed and is read anew', async () => {
    await using gated = await startGated();
    const before = gated.client.read(read, gated.operation().scope, asIs);
    const reread = gated.client.read(read, { ...gated.operation().scope, priority: 'REREAD' }, asIs);
    await gated.arrived(2);
    gated.answerAll();
    expect(await Promise.all([before, reread])).toHaveLength(gated.count());
  });

  it('share a failure of the provider', async () => {
    await using upstream = await startFakeUpstream(() => ({ status: 401 }));
    await using connected = connectClient(upstream.url);
    const client = new SharedReads('QAPLA', connected.client, { kept: null });
    const failures = await Promise.all(
      [0, 1].map(() => failureOf(client.read(read, connected.operation().scope, asIs))),
    );
    expect(failures).toMatchObject([{ code: 'PROVIDER_AUTH' }, { code: 'PROVIDER_AUTH' }]);
    expect(upstream.requests).toHaveLength(1);
  });
});
