/**
 * `npm run bench`: installs the peers where that is due, compiles the bench, runs it; `npm run bench -- endurance` runs `endurance.ts` instead.
 * What it does besides goes to standard error, so that `npm run bench -- --json` prints nothing but the figures.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = dirname(fileURLToPath(import.meta.url));
const installed = join(folder, 'node_modules', '.package-lock.json');
const isDue =
  !existsSync(installed) || statSync(installed).mtimeMs < statSync(join(folder, 'package-lock.json')).mtimeMs;
if (isDue) prepare('npm', ['ci', '--no-audit', '--no-fund']);
prepare(process.execPath, [join(folder, '..', 'node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.json']);

const given = process.argv.slice(2);
const [program, args] = given[0] === 'endurance' ? ['endurance.js', given.slice(1)] : ['main.js', given];
const bench = spawn(process.execPath, [join(folder, 'dist', program), ...args], {
  stdio: ['ignore', 'inherit', 'inherit'],
});
// It ends its processes by itself: what ends this one is passed on.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => bench.kill('SIGTERM'));
bench.on('exit', (status) => process.exit(status ?? 1));

function prepare(program, args) {
  const { status } = spawnSync(program, args, { cwd: folder, stdio: ['ignore', process.stderr, process.stderr] });
  if (status !== 0) process.exit(status ?? 1);
}
