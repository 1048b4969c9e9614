import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';

/** A process of the bench. */
export interface Started {
  readonly pid: number;
  /** Sends a message and gives the next one that comes back. @throws Error when the process ends instead */
  readonly ask: (message: object) => Promise<unknown>;
  /** Resolves with the first message it sends by itself. */
  readonly heard: () => Promise<unknown>;
  /** What it has printed to standard error. */
  readonly complaints: () => string;
  readonly hasEnded: () => boolean;
  /** Asks it to end, and insists after a second. */
  readonly stop: () => Promise<void>;
}

interface StartOptions {
  /** The one core it may use; null for any. */
  readonly core: number | null;
  readonly env?: Readonly<Record<string, string>> | undefined;
  /** Whether messages are exchanged. @default false */
  readonly hasChannel?: boolean;
}

const patienceMs = 1000;
const children = new Set<ChildProcess>();

// However the bench ends, it leaves nothing running behind.
process.on('exit', () => {
  for (const child of children) child.kill('SIGKILL');
});

/** Whether processes can be bound to cores here. */
export function canPin(): boolean {
  return spawnSync('taskset', ['-c', '0', 'true']).status === 0;
}

/** Starts a program with an environment of its own, so that nothing of the caller's changes what is measured. */
export function startProcess(argv: readonly string[], { core, env = {}, hasChannel = false }: StartOptions): Started {
  const [program = '', ...args] = core === null ? argv : ['taskset', '-c', String(core), ...argv];
  const stdio = ['ignore', 'ignore', 'pipe', ...(hasChannel ? ['ipc' as const] : [])] as const;
  const path = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
  const child = spawn(program, args, { stdio: [...stdio], env: { PATH: path, NODE_ENV: 'production', ...env } });
  children.add(child);
  child.once('exit', () => children.delete(child));
  let complaints = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    complaints = (complaints + chunk.toString()).slice(-4000);
  });
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  const heard = () => nextMessage(child, () => complaints);
  return {
    pid: child.pid ?? 0,
    heard,
    ask: (message) => {
      const answer = heard();
      child.send(message);
      return answer;
    },
    complaints: () => complaints,
    hasEnded,
    stop: () => end(child, hasEnded),
  };
}

function nextMessage(child: ChildProcess, complaints: () => string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const onExit = () => reject(new Error(`a process of the bench has ended: ${complaints()}`));
    child.once('exit', onExit);
    child.once('message', (message) => {
      child.off('exit', onExit);
      resolve(message);
    });
  });
}

async function end(child: ChildProcess, hasEnded: () => boolean): Promise<void> {
  if (hasEnded()) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const insist = setTimeout(() => child.kill('SIGKILL'), patienceMs);
  await ended;
  clearTimeout(insist);
}

/** Memory of a process that is in use, in MB of 2^20 bytes; null where the system does not say. */
export function rssMbOf(pid: number): number | null {
  const { status, stdout } = spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return status === 0 ? Number(stdout) / 1024 : null;
}

/** Time a process has spent on a processor, in milliseconds; null where the system does not say. */
export function cpuMsOf(pid: number): number | null {
  try {
    // The name before the bracket may hold blanks; the times are the 12th and 13th field behind it, in hundredths of a second.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return null;
  }
}

/** A port nobody listens on at the moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

/** Ticks a core has spent at work and in all, since the machine was started; null where the system does not say. */
export function ticksOf(core: number): { readonly busy: number; readonly all: number } | null {
  try {
    const line = readFileSync('/proc/stat', 'utf8')
      .split('\n')
      .find((text) => text.startsWith(`cpu${core} `));
    const ticks = line?.split(/\s+/).slice(1, 9).map(Number) ?? [];
    const [, , , idle = 0, waiting = 0] = ticks;
    const all = ticks.reduce((sum, count) => sum + count, 0);
    return all === 0 ? null : { all, busy: all - idle - waiting };
  } catch {
    return null;
  }
}
