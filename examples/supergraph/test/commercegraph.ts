import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ask } from './ask.js';

const root = join(import.meta.dirname, '../../..');

/** commercegraph from this repository, on its sandbox, in a process of its own. */
export async function startCommercegraph(env: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    cwd: root,
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      LOG_LEVEL: 'warn',
      DIRECTORY: '0',
      FEDERATION: '1',
      SANDBOX: '1',
      SANDBOX_SIZE: '60',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await readUrl(child);
  return {
    url: `${url}/graphql`,
    close: async () => {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

function readUrl(child: ChildProcess): Promise<string> {
  const { stdout } = child;
  if (stdout === null) throw new Error('no output to read the address from');
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`commercegraph ended with ${code} before it was ready`)));
    createInterface({ input: stdout }).on('line', (line) => {
      const url = /ready at (http\S+)/.exec(line)?.[1];
      if (url !== undefined) resolve(url);
    });
  });
}

/** What a commercegraph that runs tells composers. */
export async function readSdl(url: string): Promise<string> {
  const { data } = await ask(url, '{ _service { sdl } }');
  const { _service: service } = data as { readonly _service: { readonly sdl: string } };
  return service.sdl;
}
