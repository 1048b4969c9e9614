import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A Redis of its own on a free loopback port, which keeps nothing when it ends. */
export async function startRedisServer() {
  const folder = mkdtempSync(join(tmpdir(), 'commercegraph-redis-'));
  const port = await findFreePort();
  let server = await spawnRedis(port, folder);
  const stop = () => end(server);
  return {
    url: `redis://127.0.0.1:${port}`,
    /** Ends it at once, with all it knew. */
    stop,
    /** Starts it again at the same address, empty. */
    start: async () => {
      server = await spawnRedis(port, folder);
    },
    /** Makes it silent: connections stay open and nothing is answered, until it goes on. */
    pause: () => server.kill('SIGSTOP'),
    goOn: () => server.kill('SIGCONT'),
    [Symbol.asyncDispose]: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type RedisServer = Awaited<ReturnType<typeof startRedisServer>>;

async function spawnRedis(port: number, folder: string): Promise<ChildProcess> {
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder];
  const child = spawn('redis-server', options, { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.includes('Ready to accept connections')) continue;
    child.stdout.resume();
    return child;
  }
  throw new Error(`redis-server ended with code ${child.exitCode} before it was ready`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return address.port;
}
