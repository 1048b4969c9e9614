import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { ExecutionResult } from 'graphql';

const root = join(import.meta.dirname, '../..');

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly scripts: { readonly start: string };
};

const fromSource: readonly string[] = ['--import', 'tsx', 'src/main.ts'];
/** As `npm start` runs it once it is built. */
export const fromBuild: readonly string[] = scripts.start.split(' ').slice(1);

/**
 * The gateway as an operator runs it, in a process of its own that can be killed.
 *
 * @param program what Node runs; from a build it starts in half the time
 */
export async function startGatewayProcess(env: Readonly<Record<string, string>>, program = fromSource) {
  const child = spawn(process.execPath, [...program], {
    cwd: root,
    env: { PATH: process.env['PATH'], PORT: '0', LOG_LEVEL: 'warn', DIRECTORY: '0', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await urlOf(child);
  return {
    url,
    query: async (query: string, variables: object = {}): Promise<ExecutionResult<Record<string, unknown>>> => {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as ExecutionResult<Record<string, unknown>>;
    },
    /** Ends it at once, as a power cut would. */
    kill: () => end(child, 'SIGKILL'),
    /** Asks it to end; gives the exit code. */
    stop: () => end(child, 'SIGTERM'),
    [Symbol.asyncDispose]: async () => {
      await end(child, 'SIGKILL');
    },
  };
}

async function urlOf(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('no output to read the address from');
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /ready at (http\S+)/.exec(line)?.[1];
    if (url !== undefined) {
      child.stdout.resume();
      return url;
    }
  }
  throw new Error('the gateway ended before it was ready');
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  child.kill(signal);
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}
