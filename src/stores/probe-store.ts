import { execFile, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';

const limits = { timeout: 20_000, killSignal: 'SIGKILL' } as const;

/**
 * A look at a store's file in a process of its own, since the engine maps the file into memory and a damaged one ends the process that
 * reads it. What is thrown or takes too long is a failure.
 *
 * @param look statements over `open` of the engine and `path`; what they give to `tell` is the result
 */
export interface StoreProbe {
  readonly path: string;
  readonly look: string;
}

/** Whether a look succeeds. */
export function canProbe(probe: StoreProbe): boolean {
  return spawnSync(process.execPath, argumentsOf(probe), { ...limits, stdio: 'ignore' }).status === 0;
}

/** What a look gave, as JSON keeps it; null for one that failed. */
export async function askProbe(probe: StoreProbe): Promise<unknown> {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, argumentsOf(probe), limits);
    return JSON.parse(stdout) as unknown;
  } catch {
    return null;
  }
}

function argumentsOf({ path, look }: StoreProbe): string[] {
  const engine = createRequire(import.meta.url).resolve('lmdb');
  const script = `
    const { open } = require(${JSON.stringify(engine)});
    const path = process.argv[1];
    const tell = (value) => process.stdout.write(JSON.stringify(value));
    ${look}
  `;
  return ['-e', script, path];
}
