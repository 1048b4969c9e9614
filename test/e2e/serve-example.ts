import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { stripVTControlCharacters } from 'node:util';

export const exampleFolder = join(import.meta.dirname, '../../examples/customer-360');

/** The built example on a free port, with `/graphql` led on to a gateway; use with `await using`. */
export async function serveExample(gatewayUrl: string) {
  const vite = join(exampleFolder, 'node_modules/vite/bin/vite.js');
  const child = spawn(process.execPath, [vite, 'preview', '--port', '0'], {
    cwd: exampleFolder,
    env: { ...process.env, GATEWAY_URL: gatewayUrl },
    // It complains of every socket that a closed page leaves; that it could not start is told below.
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return {
    url: await addressOf(child),
    [Symbol.asyncDispose]: async () => {
      if (child.exitCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

async function addressOf(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('no output to read the address from');
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\/\/127\.0\.0\.1:\d+\//.exec(stripVTControlCharacters(line))?.[0];
    if (url !== undefined) {
      child.stdout.resume();
      return url;
    }
  }
  throw new Error('the example ended before it was served');
}
