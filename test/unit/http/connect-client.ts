import { setMaxListeners } from 'node:events';
import { pino } from 'pino';
import { ProviderHealth } from '../../../src/http/provider-health.js';
import { HttpUpstreamClient, type UpstreamClientOptions } from '../../../src/http/upstream-client.js';
import type { OperationScope, UpstreamRequest } from '../../../src/http/upstream-request.js';

/** A read that may be sent again. */
export const read: UpstreamRequest = { operation: 'getThing', method: 'GET', path: ['things'], repeatable: true };
/** A write, sent once whatever happens. */
export const write: UpstreamRequest = { ...read, operation: 'addThing', method: 'POST', body: '{}', repeatable: false };

interface Operation {
  readonly scope: OperationScope;
  readonly controller: AbortController;
}

export interface ConnectedClient extends AsyncDisposable {
  readonly client: HttpUpstreamClient;
  readonly health: ProviderHealth;
  /** Everything that was logged, one line each. */
  readonly logLines: string[];
  /** A new operation with this much time, which ends by itself at its deadline. */
  readonly operation: (remainingMs?: number) => Operation;
}

/** The real client over a real connection; ten seconds a try and no rate unless told otherwise. */
export function connectClient(baseUrl: string, options: Partial<UpstreamClientOptions> = {}): ConnectedClient {
  const health = new ProviderHealth();
  const client = new HttpUpstreamClient({
    provider: 'QAPLA',
    baseUrl: new URL(baseUrl),
    timeoutMs: 10_000,
    maxConcurrency: 10,
    ratePerSecond: null,
    burst: 1,
    maxBodyBytes: 1_000_000,
    largestShare: 1,
    secrets: [],
    health,
    ...options,
  });
  const logLines: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void logLines.push(line) });
  const timers: NodeJS.Timeout[] = [];
  return {
    client,
    health,
    logLines,
    operation: (remainingMs = 10_000) => {
      const controller = new AbortController();
      setMaxListeners(0, controller.signal);
      timers.push(setTimeout(() => controller.abort(), remainingMs));
      const deadlineAt = Date.now() + remainingMs;
      return { scope: { requestId: 'test-request', signal: controller.signal, deadlineAt, log }, controller };
    },
    [Symbol.asyncDispose]: async () => {
      timers.forEach(clearTimeout);
      await client.close();
    },
  };
}

/** What a promise fails with; the value itself where it does not fail, so that an assertion on the error shows it. */
export function failureOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.catch((error: unknown) => error);
}
