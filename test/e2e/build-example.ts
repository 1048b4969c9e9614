import { type ExecFileSyncOptions, execFileSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { exampleFolder } from './serve-example.js';

/** Before all tests: the example as it would be deployed, its packages installed where that was not done yet. */
export default function buildExample(): void {
  const { NODE_ENV: _, ...env } = process.env;
  rmSync(join(import.meta.dirname, 'output'), { recursive: true, force: true });
  // The test runner's own NODE_ENV would make it a development build.
  const options = { cwd: exampleFolder, stdio: ['ignore', 'ignore', 'inherit'], env } satisfies ExecFileSyncOptions;
  const run = (...words: string[]) => execFileSync('npm', words, options);
  if (!existsSync(join(exampleFolder, 'node_modules'))) run('ci', '--silent', '--no-audit', '--no-fund');
  run('run', '--silent', 'build');
}
