import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { type Client, createClient } from 'graphql-ws';
import { vi } from 'vitest';
import { WebSocket } from 'ws';
import { startSandbox } from '../../sandbox/start-sandbox.js';
import { Authenticator } from '../../src/access/authenticator.js';
import { loadConfig } from '../../src/config/load-config.js';
import { Secret } from '../../src/config/secret.js';
import { Providers } from '../../src/datasources/providers.js';
import { CustomerIdCipher } from '../../src/domain/customer-id-cipher.js';
import type { ChangeEvent } from '../../src/events/change-events.js';
import { InProcessEvents } from '../../src/events/in-process-events.js';
import { createLog } from '../../src/observability/log.js';
import { openStores } from '../../src/open-stores.js';
import { startServer } from '../../src/server/create-server.js';
import { Writes } from '../../src/writes/writes.js';
import { sandboxNow } from './gateway.js';

/** Counts who listens, so that a test knows when a subscription has begun and ended. */
class CountedEvents extends InProcessEvents {
  listening = 0;

  override subscribe(listen: (event: ChangeEvent) => void): () => void {
    this.listening += 1;
    const stop = super.subscribe(listen);
    return () => {
      this.listening -= 1;
      stop();
    };
  }
}

/** A gateway over the sandbox whose changes a test publishes itself; use with `await using`. */
export async function startLiveGateway({ env = {} }: { readonly env?: Readonly<Record<string, string>> } = {}) {
  const sandbox = await startSandbox({ seed: 1, orders: 60, now: sandboxNow });
  const dataDir = mkdtempSync(join(tmpdir(), 'commercegraph-test-'));
  const logLines: string[] = [];
  const sink = new Writable({
    write: (chunk: Buffer, _, done) => {
      logLines.push(chunk.toString());
      done();
    },
  });
  const config = loadConfig({
    PORT: '0',
    DATA_DIR: dataDir,
    QAPLA_RATE_PER_SECOND: '0',
    ID_SECRET: 'invented-id-secret-1',
    ...sandbox.env,
    ...env,
  });
  const log = createLog('debug', sink);
  const events = new CountedEvents(log);
  const idSecret = new Secret('invented-id-secret-1');
  const stores = await openStores(config, log);
  const { requestTimeoutMs, scanLimit, mode } = config;
  const server = await startServer(
    {
      providers: new Providers(config.providers, { log, cache: { maxBytes: 0, keepsRecords: false } }),
      customerIds: new CustomerIdCipher(idSecret.reveal()),
      writes: new Writes({ ledger: stores.ledger, log, maxDurationMs: requestTimeoutMs }),
      records: stores.records,
      directory: null,
      events,
      rate: stores.rate,
      webhooks: { secret: null, accounts: config.providers, note: () => Promise.resolve() },
      log,
      mode,
      requestTimeoutMs,
      scanLimit,
      compilesQueries: config.compilesQueries,
      keepsRecords: false,
      slowOperationMs: config.slowOperationMs,
    },
    { ...config, authenticator: new Authenticator(config.access, idSecret) },
  );
  const clients: Client[] = [];
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= server.close();
    return closing;
  };
  return {
    url: server.url,
    socketUrl: `${server.url.replace('http', 'ws')}/graphql`,
    sandbox,
    events,
    logLines,
    close,
    /** Waits until so many subscriptions listen. */
    isFollowed: (count = 1) =>
      vi.waitFor(() => {
        if (events.listening !== count) throw new Error(`${events.listening} subscriptions listen, not ${count}`);
      }, patient),
    /** How many operations ran, since a line of the log. */
    ranSince: (line: number) => ran(logLines, line),
    /** Publishes changes, each once the one before was executed. Gives how many it took until one was not. */
    publishUntilStuck: async (change: ChangeEvent, most: number): Promise<number> => {
      const before = logLines.length;
      for (let count = 1; count <= most; count += 1) {
        events.publish(change);
        const run = vi.waitUntil(() => ran(logLines, before) === count, { timeout: 1000, interval: 5 });
        if (!(await run.catch(() => false))) return count;
      }
      return most;
    },
    /** Asks over HTTP. */
    ask: async (query: string, variables: object = {}): Promise<Told> => {
      const response = await fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as Told;
    },
    /** A client of its own socket. */
    connect: (): Client => {
      const url = `${server.url.replace('http', 'ws')}/graphql`;
      const client = createClient({ url, webSocketImpl: WebSocket, retryAttempts: 0 });
      clients.push(client);
      return client;
    },
    [Symbol.asyncDispose]: async () => {
      for (const client of clients) await client.dispose();
      await close();
      await events.close();
      await stores.close();
      await sandbox.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

export type LiveGateway = Awaited<ReturnType<typeof startLiveGateway>>;

/** An answer, its fields as loose as tests read them. */
export interface Told {
  readonly data?: { readonly [field: string]: Record<string, unknown> | null };
  readonly errors?: readonly Record<string, unknown>[];
}

/** A change of a shop's order, unless told otherwise. */
export function changeOf(given: Partial<ChangeEvent>): ChangeEvent {
  return {
    kind: 'ORDER',
    change: 'UPDATED',
    provider: 'QUICKBUTIK',
    externalId: '1001',
    reference: null,
    emailHash: null,
    ...given,
  };
}

/** Rows of a connection in an answer. */
export function nodesOf<Row>({ data }: Told, field: string): Row[] {
  return (data?.[field]?.['nodes'] ?? []) as Row[];
}

/** What a client was told, as it comes. */
export interface Following {
  readonly results: Told[];
  /** `OPEN`, `COMPLETE`, or what ended it. */
  readonly end: () => unknown;
  readonly stop: () => void;
}

/** How long tests wait for what must come: the machine may be busy. */
export const patient = { timeout: 10_000, interval: 10 };

function ran(logLines: readonly string[], line: number): number {
  return logLines.slice(line).filter((text) => text.includes('"msg":"operation"')).length;
}

/** Starts an operation at a client. */
export function follow(client: Client, query: string, variables: Record<string, unknown> = {}): Following {
  const results: Told[] = [];
  let end: unknown = 'OPEN';
  const stop = client.subscribe(
    { query, variables },
    {
      next: (result) => results.push(result as object),
      error: (error) => {
        end = error;
      },
      complete: () => {
        end = 'COMPLETE';
      },
    },
  );
  return { results, end: () => end, stop };
}
