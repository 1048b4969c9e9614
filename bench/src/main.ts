/**
 * Measures the gateway and its peers at the same work.
 *
 * `--minutes` ends it after the last round that fits.
 *
 *   node dist/main.js [--json] [--rounds=9] [--minutes=9] [--gateways=a,b] [--works=a,b] [--build=folder] [--node=options] [--verify]
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gateways } from './gateways/index.js';
import { type Ceilings, measureCeilings } from './measure/ceilings.js';
import { type Gateway, gatewayNames } from './measure/gateway.js';
import { Load } from './measure/load.js';
import { canPin } from './measure/processes.js';
import { runRounds, warmUp } from './measure/rounds.js';
import { type Running, startGateway } from './measure/running.js';
import { summarize, toJson } from './measure/summary.js';
import { Upstream } from './measure/upstream.js';
import { workNames } from './measure/works.js';
import { writeReport } from './report.js';

const root = resolve(fileURLToPath(new URL('../..', import.meta.url)));
const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    verify: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '9' },
    minutes: { type: 'string', default: '9' },
    gateways: { type: 'string', default: gatewayNames.join() },
    works: { type: 'string', default: workNames.join() },
    build: { type: 'string', default: join(root, 'dist') },
    node: { type: 'string' },
  },
});
const tell = (line: string) => void process.stderr.write(`${line}\n`);
const startedAt = Date.now();
const todayMs = Math.floor(startedAt / 86_400_000) * 86_400_000;
const hasTwoCores = canPin() && cpus().length > 1;
const [gatewayCore, loadCore] = hasTwoCores ? [0, 1] : [null, null];
const upstream = await Upstream.start(loadCore, todayMs);
const load = Load.start(loadCore);
const running: Running[] = [];
const missing = new Map<string, string>();

const folder = mkdtempSync(join(tmpdir(), 'commercegraph-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

try {
  await startAll();
  if (options.verify) tell('All answers are right.');
  else await run(await measureCeilings(load, upstream));
} finally {
  await Promise.all([...running.map((gateway) => gateway.process.stop()), load.stop(), upstream.stop()]);
}

async function startAll(): Promise<void> {
  for (const gateway of gateways.filter(({ name }) => options.gateways.split(',').includes(name))) {
    const obstacle = gateway.obstacle?.() ?? null;
    if (obstacle === null) await startSetups(gateway);
    else missing.set(gateway.name, obstacle);
    tell(obstacle === null ? `${gateway.name}: answers rightly` : `${gateway.name}: not run: ${obstacle}`);
  }
}

async function startSetups(gateway: Gateway): Promise<void> {
  for (const setup of gateway.setups.filter(({ works }) => works.some((work) => options.works.includes(work)))) {
    const nodeOptions = options.node?.split(',') ?? [];
    const build = resolve(options.build);
    const where = { upstreamUrl: upstream.url, build, nodeOptions, core: gatewayCore, todayMs, folder };
    running.push(await startGateway(gateway, setup, where));
  }
}

async function run(ceilings: Ceilings): Promise<void> {
  const bench = { load, upstream, loadCore: loadCore ?? 0 };
  const rounds = Number(options.rounds);
  const wanted = workNames.filter((work) => options.works.split(',').includes(work));
  tell('Warming up:');
  const lanes = await warmUp(running, { bench, rounds, wanted, tell });
  const endsAt = startedAt + Number(options.minutes) * 60_000;
  const { samples, done } = await runRounds(lanes, { bench, rounds, endsAt, tell });
  const summary = summarize(samples, gateways);
  const seconds = Math.round((Date.now() - startedAt) / 1000);
  const report = writeReport(summary, { gateways, missing, ceilings, rounds: done, seconds, isPinned: hasTwoCores });
  const isWhole =
    options.node === undefined &&
    gateways.every(({ name }) => options.gateways.split(',').includes(name)) &&
    wanted.length === workNames.length;
  if (options.json) process.stdout.write(`${JSON.stringify(toJson(summary))}\n`);
  else process.stdout.write(report);
  if (!options.json && isWhole) writeFileSync(join(root, 'docs', 'performance.md'), report);
  tell(`Took ${seconds} s.`);
}
