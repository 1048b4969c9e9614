import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Sandbox, startSandbox } from '../../sandbox/start-sandbox.js';
import { packageRoot } from '../../src/package-root.js';
import { sandboxNow } from '../support/gateway.js';
import { startGatewayProcess } from '../support/gateway-process.js';
import { findFreePorts, startNginx } from './nginx.js';
import { startRedisServer } from './redis-server.js';

type GatewayProcess = Awaited<ReturnType<typeof startGatewayProcess>>;

/** A gateway that can end and begin again at the same address. */
export class Replica {
  readonly url: string;
  readonly #env: Readonly<Record<string, string>>;
  #process: GatewayProcess | null = null;
  #isOver = false;

  constructor(port: number, env: Readonly<Record<string, string>>) {
    this.url = `http://127.0.0.1:${port}`;
    this.#env = { ...env, PORT: String(port) };
  }

  get address(): string {
    return new URL(this.url).host;
  }

  /** Resolves when it says that it may take traffic. */
  async start(): Promise<void> {
    this.#process = await startGatewayProcess(this.#env, ['dist/src/main.js']);
    // A test that took too long may start it still.
    if (this.#isOver) await this.kill();
    const { status } = await fetch(`${this.url}/readyz`);
    if (status !== 200) throw new Error(`/readyz answered ${status} after the start`);
  }

  /** Asks it to end; gives the exit code. */
  async stop(): Promise<number | null> {
    return (await this.#process?.stop()) ?? null;
  }

  /** Ends it at once; resolves when it is gone. */
  async kill(): Promise<void> {
    await this.#process?.kill();
  }

  /** Ends it, and whatever of it begins later. */
  async end(): Promise<void> {
    this.#isOver = true;
    await this.kill();
  }
}

export const webhookSecret = 'invented-webhook-secret-1';

/** Three gateways, each a process with a folder of its own, behind an nginx; one Redis, one sandbox. */
export async function startThreeReplicas() {
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: packageRoot, stdio: 'inherit' });
  const sandbox = await startSandbox({ seed: 1, orders: 60, now: sandboxNow });
  const redis = await startRedisServer();
  const folder = mkdtempSync(join(tmpdir(), 'commercegraph-replicas-'));
  const ports = await findFreePorts(3);
  const replicas = ports.map(
    (port, index) => new Replica(port, { ...envFor(sandbox, redis.url), DATA_DIR: join(folder, String(index)) }),
  );
  await Promise.all(replicas.map((replica) => replica.start()));
  const nginx = await startNginx(replicas.map(({ url }) => url));
  return {
    sandbox,
    redis,
    replicas,
    nginx,
    [Symbol.asyncDispose]: async () => {
      await nginx[Symbol.asyncDispose]();
      await Promise.all(replicas.map((replica) => replica.end()));
      await redis[Symbol.asyncDispose]();
      await sandbox.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type ThreeReplicas = Awaited<ReturnType<typeof startThreeReplicas>>;

function envFor(sandbox: Sandbox, redisUrl: string): Record<string, string> {
  return {
    ...sandbox.env,
    REDIS_URL: redisUrl,
    ID_SECRET: 'invented-id-secret-1',
    WEBHOOK_SECRET: webhookSecret,
    TRUSTED_PROXIES: '127.0.0.1',
    DIRECTORY: '1',
    // What is told in the tests is told by a webhook, not found.
    DIRECTORY_INTERVAL: '1h',
    // Each request shall reach a provider.
    CACHE_RECORDS: '0',
    QUICKBUTIK_MAX_CONCURRENCY: '100',
    SHUTDOWN_GRACE_MS: '1500',
  };
}
