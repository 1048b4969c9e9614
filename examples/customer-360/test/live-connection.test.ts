import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { LiveConnection } from '../src/graph/live-connection.js';

/** A socket whose other end takes subscriptions, and answers pings as long as the network is there. */
class FakeSocket {
  static readonly OPEN = 1;
  static readonly CLOSED = 3;
  static opened = 0;
  static isNetworkThere = true;
  readyState = FakeSocket.OPEN;
  readonly protocol = 'graphql-transport-ws';
  onopen: (() => void) | undefined;
  onmessage: ((message: { data: string }) => void) | undefined;
  onclose: ((event: { code: number }) => void) | undefined;
  onerror: ((error: unknown) => void) | undefined;

  constructor() {
    FakeSocket.opened += 1;
    setTimeout(() => this.onopen?.(), 1);
  }

  send(text: string): void {
    const answers: Record<string, string> = { connection_init: 'connection_ack', ping: 'pong' };
    const answer = answers[(JSON.parse(text) as { type: string }).type];
    if (answer === undefined || !FakeSocket.isNetworkThere) return;
    setTimeout(() => this.onmessage?.({ data: JSON.stringify({ type: answer }) }), 1);
  }

  /** Nobody at the other end confirms it: it takes its time. */
  close(): void {
    this.readyState = FakeSocket.CLOSED;
    setTimeout(() => this.onclose?.({ code: 1006 }), 30_000);
  }
}

describe('the live connection', () => {
  beforeEach(() => {
    FakeSocket.opened = 0;
    FakeSocket.isNetworkThere = true;
    vi.useFakeTimers();
    vi.stubGlobal('WebSocket', FakeSocket);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  const connect = async (onReturn: () => void) => {
    const live = new LiveConnection('ws://gateway.test/graphql', onReturn);
    const sink = { next: () => undefined, error: () => undefined, complete: () => undefined };
    live.sockets.subscribe({ query: 'subscription { orderChanged { event } }' }, sink);
    await vi.advanceTimersByTimeAsync(100);
    return live;
  };

  test('stays while pings are answered', async () => {
    const live = await connect(() => undefined);
    await vi.advanceTimersByTimeAsync(120_000);
    expect([live.current(), FakeSocket.opened]).toEqual(['live', 1]);
  });

  test('is given up when the network is gone without a word, and tells when it is back', async () => {
    const onReturn = vi.fn<() => void>();
    const live = await connect(onReturn);
    FakeSocket.isNetworkThere = false;
    await vi.advanceTimersByTimeAsync(21_000);
    expect(live.current()).toBe('lost');
    expect(onReturn).not.toHaveBeenCalled();
    FakeSocket.isNetworkThere = true;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(live.current()).toBe('live');
    expect(onReturn).toHaveBeenCalledOnce();
  });
});
