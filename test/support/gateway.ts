import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import type { ExecutionResult } from 'graphql';
import {
  type Sandbox,
  type SandboxOptions,
  type SandboxProviderName,
  startSandbox,
} from '../../sandbox/start-sandbox.js';
import { loadConfig } from '../../src/config/load-config.js';
import { createLog } from '../../src/observability/log.js';
import { startGateway } from '../../src/start-gateway.js';

/** The end of the sandbox's data in tests: fixed, so that counts and values stay what they are. */
export const sandboxNow = new Date('2026-11-01T12:00:00Z');

interface TestGatewayOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly sandbox?: SandboxOptions;
  /** A sandbox that runs already, which several gateways share; whoever started it ends it. */
  readonly over?: Sandbox;
  /** Variables of the sandbox to leave out, so that a provider is not configured. */
  readonly without?: readonly string[];
  /** What it takes itself for; live if left out. */
  readonly mode?: 'LIVE' | 'SANDBOX';
}

export type Answer = ExecutionResult<Record<string, never>> & { readonly status: number; readonly headers: Headers };

/** A gateway in live mode over the sandbox, both on real sockets; use with `await using`. */
export async function startTestGateway({
  env = {},
  sandbox: options,
  over,
  without = [],
  mode = 'LIVE',
}: TestGatewayOptions = {}) {
  const sandbox = over ?? (await startSandbox({ seed: 1, orders: 300, now: sandboxNow, ...options }));
  const dataDir = mkdtempSync(join(tmpdir(), 'commercegraph-test-'));
  const logLines: string[] = [];
  const sink = new Writable({
    write: (chunk: Buffer, _, done) => {
      logLines.push(chunk.toString());
      done();
    },
  });
  const given = Object.fromEntries(
    Object.entries(sandbox.env).filter(([name]) => !without.some((prefix) => name.startsWith(prefix))),
  );
  const config = loadConfig({
    PORT: '0',
    DATA_DIR: dataDir,
    DIRECTORY: '0',
    QAPLA_RATE_PER_SECOND: '0',
    ...given,
    ...env,
  });
  const server = await startGateway({ ...config, mode }, createLog('debug', sink));

  const query = async (
    document: string,
    variables: object = {},
    headers: Record<string, string> = {},
  ): Promise<Answer> => {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query: document, variables }),
    });
    const answer = (await response.json()) as ExecutionResult<Record<string, never>>;
    return { ...answer, status: response.status, headers: response.headers };
  };

  return {
    url: server.url,
    sandbox,
    logLines,
    query,
    /** Calls each provider got since the last `sandbox.clear()`, logins included; providers without calls are left out. */
    calls: (): Record<string, number> =>
      Object.fromEntries(
        Object.entries(sandbox.providers)
          .map(([name, { requests }]) => [name, requests.length] as const)
          .filter(([, count]) => count > 0),
      ),
    /** What a provider was asked, as `GET path?query`. */
    asked: (name: SandboxProviderName): string[] =>
      sandbox.providers[name].requests.map(
        ({ method, path, query: text }) => `${method} ${path}${text === '' ? '' : `?${text}`}`,
      ),
    [Symbol.asyncDispose]: async () => {
      await server.close();
      if (over === undefined) await sandbox.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

export type TestGateway = Awaited<ReturnType<typeof startTestGateway>>;

/** What lies at a path of an answer, for assertions: `at(answer, 'order.lines.0.sku')`. */
export function at(answer: Answer, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | null | undefined)?.[key], answer.data);
}
