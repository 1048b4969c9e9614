import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { packageRoot } from '../../../src/package-root.js';

/** The gateway as an operator runs it, with all that it writes and answers kept. */
export async function startWatched(env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    cwd: packageRoot,
    env: { PATH: process.env['PATH'], PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const written: string[] = [];
  const answered: string[] = [];
  const url = await new Promise<string>((resolve, reject) => {
    const note = (chunk: Buffer) => {
      written.push(chunk.toString('utf8'));
      const found = /ready at (http\S+)/.exec(written.join(''))?.[1];
      if (found !== undefined) resolve(found);
    };
    child.stdout.on('data', note);
    child.stderr.on('data', note);
    child.once('exit', () => reject(new Error(`the gateway ended: ${written.join('')}`)));
  });
  const get = async (path: string, options: RequestInit = {}): Promise<string> => {
    const response = await fetch(`${url}${path}`, { redirect: 'manual', ...options });
    const text = `${response.status} ${JSON.stringify([...response.headers])}\n${await response.text()}`;
    answered.push(text);
    return text;
  };
  return {
    url,
    /** All that came out of the process, and all that it answered. */
    written: () => written.join(''),
    answered: () => answered.join('\n'),
    get,
    query: (query: string, headers: Record<string, string>, variables: object = {}) =>
      get('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query, variables }),
      }),
    /** Ends it, and waits until it has said its last. */
    stop: async (): Promise<void> => {
      if (child.exitCode !== null) return;
      const ended = once(child, 'close');
      child.kill('SIGTERM');
      await ended;
    },
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGKILL');
    },
  };
}
