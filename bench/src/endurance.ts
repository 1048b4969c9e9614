/**
 * What `main.ts` is too short for, of this gateway alone: what ten times the rows cost, what a second process on a second core brings,
 * and whether memory grows under lasting load.
 *
 *   node dist/endurance.js [--parts=rows,processes,soak] [--minutes=10] [--build=folder]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { commercegraph } from './gateways/commercegraph.js';
import type { Gateway } from './measure/gateway.js';
import { Load } from './measure/load.js';
import { type Bench, measure } from './measure/measure.js';
import { canPin, rssMbOf } from './measure/processes.js';
import { type Running, startGateway } from './measure/running.js';
import { median } from './measure/summary.js';
import { Upstream } from './measure/upstream.js';
import { type WorkName, works } from './measure/works.js';

const root = resolve(fileURLToPath(new URL('../..', import.meta.url)));
const { values: options } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    parts: { type: 'string', default: 'rows,processes,soak' },
    build: { type: 'string', default: join(root, 'dist') },
  },
});
const tell = (line: string) => void process.stdout.write(`${line}\n`);
const todayMs = Math.floor(Date.now() / 86_400_000) * 86_400_000;
const parts = options.parts.split(',');
const rounds = 7;
const folder = mkdtempSync(join(tmpdir(), 'commercegraph-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
if (!canPin() || cpus().length < 2)
  throw new Error('Two cores and `taskset` are needed: without them no figure here means anything.');

/** The same page with a tenth of its rows. */
const tenth: Gateway = {
  ...commercegraph,
  body: (work, asked) => commercegraph.body(work, asked).replace('first: 100', 'first: 10'),
};

const upstream = await Upstream.start(1, todayMs);
const benches = [1, 1].map((loadCore): Bench => ({ load: Load.start(null), upstream, loadCore }));
const running: Running[] = [];
try {
  if (parts.includes('rows')) for (const work of ['distinct', 'batched'] as const) await compareRows(work);
  if (parts.includes('processes')) await compareProcesses('batched');
  if (parts.includes('soak')) await soak(Number(options.minutes) * 60_000);
} finally {
  const started = [...running.map((gateway) => gateway.process), ...benches.map(({ load }) => load), upstream];
  await Promise.all(started.map((part) => part.stop()));
}

async function start(work: WorkName, core: number): Promise<Running> {
  const setup = commercegraph.setups.find(({ works: offered }) => offered.includes(work));
  if (setup === undefined) throw new Error(`no set-up for ${work}`);
  const place = { upstreamUrl: upstream.url, build: options.build, core, todayMs, folder };
  const gateway = await startGateway(commercegraph, setup, place);
  running.push(gateway);
  await measureOf(gateway, work, 60);
  return gateway;
}

function measureOf(gateway: Running, work: WorkName, amount: number, bench = benches[0]) {
  if (bench === undefined) throw new Error('no load generator');
  return measure(gateway, works[work], { ...bench, amount });
}

async function compareRows(work: WorkName): Promise<void> {
  const gateway = await start(work, 0);
  const [few, many]: [number[], number[]] = [[], []];
  await measureOf({ ...gateway, gateway: tenth }, work, 200);
  for (let round = 0; round < rounds; round += 1) {
    few.push((await measureOf({ ...gateway, gateway: tenth }, work, 100)).cpuMsPerQuery ?? Number.NaN);
    many.push((await measureOf(gateway, work, 50)).cpuMsPerQuery ?? Number.NaN);
  }
  const [ten, hundred] = [median(few), median(many)];
  const told = `${ten.toFixed(1)} ms of CPU for 10 rows, ${hundred.toFixed(1)} ms for 100`;
  tell(`${work}: ${told}: ${(hundred / ten).toFixed(1)} times`);
  await gateway.process.stop();
}

async function compareProcesses(work: WorkName): Promise<void> {
  const first = await start(work, 0);
  const both = [first, await start(work, 1)];
  const [alone, together]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    alone.push((await measureOf(first, work, 250)).rps);
    const samples = await Promise.all(both.map((gateway, index) => measureOf(gateway, work, 250, benches[index])));
    together.push(samples.reduce((sum, { rps }) => sum + rps, 0));
  }
  const [one, two] = [median(alone), median(together)];
  tell(`${work}: ${one.toFixed(1)} a second of one process, ${two.toFixed(1)} of two: ${(two / one).toFixed(2)} times`);
  await Promise.all(both.map(({ process: started }) => started.stop()));
}

/** All kinds of work in turn, for so long; the largest memory of each minute. */
async function soak(durationMs: number): Promise<void> {
  const gateway = await start('distinct', 0);
  const startedAt = Date.now();
  let [minute, largest, requests] = [0, 0, 0];
  while (Date.now() - startedAt < durationMs) {
    for (const [work, amount] of [
      ['distinct', 50],
      ['popular', 1000],
      ['single', 2000],
    ] as const) {
      await measureOf(gateway, work, amount);
      requests += amount;
      largest = Math.max(largest, rssMbOf(gateway.process.pid) ?? 0);
    }
    const now = Math.floor((Date.now() - startedAt) / 60_000);
    if (now === minute) continue;
    tell(`minute ${minute + 1}: ${largest.toFixed(0)} MB at the most, ${requests} requests so far`);
    [minute, largest] = [now, 0];
  }
}
