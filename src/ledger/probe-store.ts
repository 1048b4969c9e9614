import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';

const longestProbeMs = 20_000;

/**
 * Whether a store's file can be opened and read from end to end. Tried in a process of its own, since the engine maps the file
 * into memory and a damaged one ends the process that reads it.
 */
export function isReadableStore(path: string): boolean {
  if (!existsSync(path)) return true;
  const engine = createRequire(import.meta.url).resolve('lmdb');
  const script = `
    const { open } = require(${JSON.stringify(engine)});
    const store = open({ path: process.argv[1], encoding: 'json', compression: false, readOnly: true });
    for (const { value } of store.getRange({})) if (typeof value !== 'object') process.exit(2);
  `;
  const { status } = spawnSync(process.execPath, ['-e', script, path], { stdio: 'ignore', timeout: longestProbeMs });
  return status === 0;
}
