import { arch, cpus, platform, release, totalmem } from 'node:os';
import { aimsTable } from './aims.js';
import type { Ceilings } from './measure/ceilings.js';
import { type Gateway, type GatewayName, gatewayNames } from './measure/gateway.js';
import type { Cell, Summary } from './measure/summary.js';
import { type WorkName, works } from './measure/works.js';

export interface ReportFacts {
  readonly gateways: readonly Gateway[];
  /** Gateways that were not run, with the reason. */
  readonly missing: ReadonlyMap<string, string>;
  readonly ceilings: Ceilings;
  readonly rounds: number;
  readonly seconds: number;
  readonly isPinned: boolean;
}

/** The document of a run. */
export function writeReport(summary: Summary, facts: ReportFacts): string {
  const tables = [...summary].map(([name, cells]) =>
    [`## ${name}`, '', `${works[name].title}.`, '', table(cells), ''].join('\n'),
  );
  return `${[intro(facts), '', '## What is aimed at', '', aimsTable(summary), '', ...tables, calls(summary), '', howToRead(facts)].join('\n')}\n`;
}

function intro({ gateways, missing, rounds, seconds, isPinned }: ReportFacts): string {
  const names = gateways.map(
    ({ name, title }) => `- **${name}**: ${title}${missing.has(name) ? `. Not run: ${missing.get(name)}` : ''}`,
  );
  const cores = isPinned
    ? 'each gateway alone on one core, upstream and load generator together on another'
    : 'all processes on whatever core the system gave them, which makes the figures worth little';
  return [
    '# Performance',
    '',
    `Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}, in ${seconds} seconds. Machine: ${machine()}; ${cores}.`,
    `Medians of ${rounds} interleaved rounds. Absolute figures are this machine's; ratios are what counts, and differences under a quarter`,
    'may be chance. What each work asks and how each gateway is built: [bench/README.md](../bench/README.md).',
    '',
    ...names,
  ].join('\n');
}

function machine(): string {
  const model = cpus()[0]?.model.trim().replaceAll(/\s+/g, ' ') || 'unnamed processor';
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  return `${cpus().length} x ${model} (${arch()}), ${memory}, ${platform()} ${release()}, Node ${process.versions.node}`;
}

function table(cells: ReadonlyMap<GatewayName, Cell>): string {
  const naive = cells.get('naive-apollo')?.rps;
  const byHand = cells.get('by-hand')?.rps;
  const rows = gatewayNames.flatMap((name) => {
    const cell = cells.get(name);
    return cell === undefined ? [] : [row(name, cell, { naive, byHand })];
  });
  return [
    '| gateway | req/s (slowest to fastest round) | x naive | x by hand | p50 ms | p99 ms | CPU ms | RSS MB | calls |',
    '|---|---|---|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

function row(
  name: GatewayName,
  cell: Cell,
  { naive, byHand }: { readonly naive: number | undefined; readonly byHand: number | undefined },
): string {
  const ratio = (other: number | undefined) => (other === undefined ? '' : (cell.rps / other).toFixed(2));
  const range = `${figure(cell.rps)} (${figure(cell.slowest)} to ${figure(cell.fastest)})`;
  return `| ${name} | ${range} | ${ratio(naive)} | ${ratio(byHand)} | ${figure(cell.p50Ms)} | ${figure(cell.p99Ms)} | ${cell.cpuMsPerQuery === null ? '' : figure(cell.cpuMsPerQuery)} | ${cell.rssMb.toFixed(0)} | ${figure(cell.callsPerQuery)} |`;
}

/** Three digits, as many as the rounds bear out. */
function figure(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

function calls(summary: Summary): string {
  const rows = (['distinct', 'batched', 'single'] as const).flatMap((work: WorkName) =>
    [...(summary.get(work) ?? [])]
      .filter(([, cell]) => cell.takenAt === work)
      .map(([name, cell]) => `| ${work} | ${name} | ${listOf(cell.calls)} |`),
  );
  return ['## What one query asks the providers', '', '| work | gateway | calls |', '|---|---|---|', ...rows].join(
    '\n',
  );
}

function listOf(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([call, count]) => `${figure(count).replace(/\.0+$/, '')} ${call}`)
    .join(', ');
}

function howToRead({ ceilings, gateways }: ReportFacts): string {
  const same = gateways.flatMap(({ name, sameAs }) =>
    Object.entries(sameAs).map(([work, other]) => `\`${work}\` of ${name} is its \`${other}\``),
  );
  return [
    '## How to read this',
    '',
    `- Without a gateway, upstream and load generator reach ${ceilings.smallRps.toFixed(0)} answers a second of one parcel (2 kB) and`,
    `  ${ceilings.largeRps.toFixed(0)} of 100 whole orders (110 kB) on their core. A gateway near that is not measured but the bench.`,
    '- Before anything is timed, every gateway has to give the same answer, field by field, as the data the upstream is made of.',
    "- CPU is what the gateway's process spent for one query: unlike the rates it hardly depends on what else the machine does.",
    '- Calls are per query, counted by the upstream. RSS is that of the process after each measurement, its median over the rounds.',
    '- A gateway that needs more than six seconds for one request per connection takes part in three of the rounds.',
    `- Figures taken from another work, because the gateway does exactly the same there: ${same.join('; ')}.`,
  ].join('\n');
}
