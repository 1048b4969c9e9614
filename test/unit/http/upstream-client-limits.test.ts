import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { startFakeUpstream } from '../../support/fake-upstream.js';
import { connectClient, failureOf, read, write } from './connect-client.js';

interface RawUpstream extends AsyncDisposable {
  readonly url: string;
  /** Connections opened so far. */
  readonly connections: () => number;
}

/** An upstream that may answer in pieces or never. */
async function startRaw(listener: RequestListener): Promise<RawUpstream> {
  const server = createServer(listener);
  let connections = 0;
  server.on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    connections: () => connections,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A moment that can be waited for. */
function gate(): { open: () => void; opened: Promise<void> } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open: () => open(), opened };
}

const never: RequestListener = () => {};
const headersOnly: RequestListener = (_, response) => void response.writeHead(200).write('{"a":');

describe('the time', () => {
  it.each([
    ['never answers', never],
    ['never ends its answer', headersOnly],
  ])('of a try ends a call to an upstream that %s, once and as PROVIDER_TIMEOUT', async (_, listener) => {
    let calls = 0;
    await using upstream = await startRaw((request, response) => {
      calls += 1;
      listener(request, response);
    });
    await using connected = connectClient(upstream.url, { timeoutMs: 100 });
    const startedAt = Date.now();
    const failure = await failureOf(connected.client.send(read, connected.operation().scope));
    expect(failure).toMatchObject({ code: 'PROVIDER_TIMEOUT', provider: 'QAPLA', retryable: true });
    expect(Date.now() - startedAt).toBeLessThan(1500);
    expect(calls).toBe(1);
    expect(connected.health.status).toBe('DOWN');
  });

  it('of the operation ends a call before the time of a try does', async () => {
    await using upstream = await startRaw(never);
    await using connected = connectClient(upstream.url);
    const startedAt = Date.now();
    const failure = await failureOf(connected.client.send(read, connected.operation(150).scope));
    expect(failure).toMatchObject({ code: 'PROVIDER_TIMEOUT' });
    expect(Date.now() - startedAt).toBeLessThan(1500);
  });

  it('of a read is no more than its share of what the operation has left', async () => {
    await using upstream = await startRaw(never);
    await using connected = connectClient(upstream.url, { largestShare: 0.1 });
    const startedAt = Date.now();
    const failure = await failureOf(connected.client.send(read, connected.operation(2000).scope));
    expect(failure).toMatchObject({ code: 'PROVIDER_TIMEOUT' });
    expect(Date.now() - startedAt).toBeLessThan(1500);
  });

  it('that has run out sends nothing', async () => {
    await using upstream = await startFakeUpstream(() => ({ json: {} }));
    await using connected = connectClient(upstream.url);
    const { scope, controller } = connected.operation();
    controller.abort();
    const failures = await Promise.all([read, write].map((call) => failureOf(connected.client.send(call, scope))));
    expect(failures).toMatchObject([{ code: 'DEADLINE_EXCEEDED' }, { code: 'DEADLINE_EXCEEDED' }]);
    expect([upstream.requests.length, connected.health.status]).toEqual([0, 'UNKNOWN']);
  });

  it('of a write that got no answer leaves its outcome unknown', async () => {
    await using upstream = await startRaw(never);
    await using connected = connectClient(upstream.url, { timeoutMs: 100 });
    const failure = await failureOf(connected.client.send(write, connected.operation().scope));
    expect(failure).toMatchObject({ code: 'PROVIDER_OUTCOME_UNKNOWN', retryable: false });
  });
});

describe('a caller who leaves', () => {
  it('cancels the read under way at the provider, without blaming it', async () => {
    const closed = gate();
    const arrived = gate();
    await using upstream = await startRaw((request: IncomingMessage) => {
      request.socket.once('close', () => closed.open());
      arrived.open();
    });
    await using connected = connectClient(upstream.url);
    const { scope, controller } = connected.operation();
    const sent = failureOf(connected.client.send(read, scope));
    await arrived.opened;
    controller.abort();
    expect(await sent).toBeInstanceOf(Error);
    await closed.opened;
    expect(connected.health.status).toBe('UNKNOWN');
  });

  it('does not cut off a write that was sent', async () => {
    const held: ServerResponse[] = [];
    await using upstream = await startRaw((_, response) => void held.push(response));
    await using connected = connectClient(upstream.url);
    const { scope, controller } = connected.operation();
    const sent = connected.client.send(write, scope);
    await expect.poll(() => held.length).toBe(1);
    controller.abort();
    held[0]?.end('{"done":true}');
    expect((await sent).text).toBe('{"done":true}');
  });
});

describe('the size', () => {
  const respond = (bytes: number) => startFakeUpstream(() => ({ text: 'x'.repeat(bytes) }));

  it('of an answer up to the cap is read', async () => {
    await using upstream = await respond(5000);
    await using connected = connectClient(upstream.url, { maxBodyBytes: 5000 });
    expect((await connected.client.send(read, connected.operation().scope)).text).toHaveLength(5000);
  });

  it('of an answer past the cap is PROVIDER_CONTRACT and not asked for again', async () => {
    await using upstream = await respond(5001);
    await using connected = connectClient(upstream.url, { maxBodyBytes: 5000 });
    const failure = await failureOf(connected.client.send(read, connected.operation().scope));
    expect(failure).toMatchObject({ code: 'PROVIDER_CONTRACT', retryable: false });
    expect(upstream.requests).toHaveLength(1);
  });

  it('of an endless answer is not read to the end', async () => {
    const closed = gate();
    await using upstream = await startRaw((request, response) => {
      request.socket.once('close', () => closed.open());
      const pour = () => {
        while (!response.destroyed && response.write('x'.repeat(10_000)));
      };
      response.on('drain', pour);
      pour();
    });
    await using connected = connectClient(upstream.url, { maxBodyBytes: 50_000 });
    const failure = await failureOf(connected.client.send(read, connected.operation().scope));
    expect(failure).toMatchObject({ code: 'PROVIDER_CONTRACT' });
    await closed.opened;
  });

  it('counts bytes of characters that came in pieces, and keeps the characters', async () => {
    const body = Buffer.from('åäö😀');
    await using upstream = await startRaw((_, response) => {
      for (const byte of body) response.write(Buffer.of(byte));
      response.end();
    });
    await using connected = connectClient(upstream.url, { maxBodyBytes: body.length });
    expect((await connected.client.send(read, connected.operation().scope)).text).toBe('åäö😀');
  });
});

describe('the connections', () => {
  it('are kept and used again by calls in a row', async () => {
    await using upstream = await startRaw((_, response) => void response.end('{}'));
    await using connected = connectClient(upstream.url);
    for (let calls = 0; calls < 20; calls += 1) await connected.client.send(read, connected.operation().scope);
    // A call that follows at once may come before the connection in use counts as free: two take turns then.
    expect(upstream.connections()).toBeLessThanOrEqual(2);
  });

  it('are never more than the calls allowed at once, which the provider sees', async () => {
    const held: ServerResponse[] = [];
    let [active, most] = [0, 0];
    await using upstream = await startRaw((_, response) => {
      active += 1;
      most = Math.max(most, active);
      response.once('finish', () => {
        active -= 1;
      });
      held.push(response);
      // Answered when all places are taken, or in the end: nobody is let go before the next could have come.
      if (held.length % 3 === 0) for (const waiting of held.splice(0)) setImmediate(() => waiting.end('{}'));
    });
    await using connected = connectClient(upstream.url, { maxConcurrency: 3 });
    const { scope } = connected.operation();
    await Promise.all(Array.from({ length: 12 }, () => connected.client.send(read, scope)));
    expect(most).toBe(3);
    expect(upstream.connections()).toBeLessThanOrEqual(3);
  });
});
