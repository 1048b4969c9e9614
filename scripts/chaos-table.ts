import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type SandboxProviderName, startSandbox } from '../sandbox/start-sandbox.js';
import { fromBuild, startGatewayProcess } from '../test/support/gateway-process.js';
import { type Outage, outageSettings, outages, questions } from '../test/support/outages.js';
import { measureRound, type Round } from './chaos/round.js';
import { quantile } from './quantile.js';

// Breaks each provider in each way under a steady load and prints what that does to the others and to the calls: npm run chaos:table [rounds] [words of the row]
const roundCount = Number(process.argv[2] ?? 5);
const words = process.argv[3] ?? '';
const none: Outage = { title: '', rule: { fault: { kind: 'latency', ms: 0 } } };
const names = Object.keys(questions) as SandboxProviderName[];

/** The middle of what the rounds have shown. */
function median(rounds: readonly Round[], valueOf: (round: Round) => number): number {
  return quantile(rounds.map(valueOf), 0.5);
}

/** No longer than this took such a share of the operations without the provider: the middle of the rounds, for a pause of the machine spoils one. */
function compared(share: number, rounds: readonly Round[]): string {
  const of = (key: 'healthy' | 'onset' | 'held') => median(rounds, (round) => quantile(round[key], share));
  const [before, onset, held] = [of('healthy'), of('onset'), of('held')];
  const ratios = [onset / before, held / before].map((ratio) => ratio.toFixed(2));
  return `${before.toFixed(1)} → ${onset.toFixed(1)} → ${held.toFixed(1)} ms (${ratios.join(', ')})`;
}

function row(title: string, rounds: readonly Round[]): string {
  const whole = (valueOf: (round: Round) => number) => median(rounds, valueOf).toFixed(0);
  const most = Math.max(...rounds.map(({ heldCalls }) => heldCalls));
  const cells = [
    title,
    compared(0.5, rounds),
    compared(0.99, rounds),
    `${whole(({ healthyCalls }) => healthyCalls)} → ${median(rounds, ({ heldCalls }) => heldCalls).toFixed(1)} (${most.toFixed(1)})`,
    `${whole(({ heldAfter }) => heldAfter)} ms`,
    `${whole(({ firstAnswerAfter }) => firstAnswerAfter)} ms`,
    `${whole(({ lastFailureAfter }) => lastFailureAfter)} ms`,
  ];
  return `| ${cells.join(' | ')} |`;
}

const sandbox = await startSandbox({ seed: 1, orders: 60 });
const folder = mkdtempSync(join(tmpdir(), 'commercegraph-chaos-'));
const settings = {
  ...sandbox.env,
  ...outageSettings,
  DATA_DIR: folder,
  ...(process.env['CIRCUIT_BREAKER'] !== undefined && { CIRCUIT_BREAKER: process.env['CIRCUIT_BREAKER'] }),
};
const gateway = await startGatewayProcess(settings, fromBuild);
try {
  // What is compiled and connected at first use is not measured.
  for (const name of names) await measureRound({ gateway, sandbox, name, outage: none });
  console.log(
    '| provider | others, p50 | others, p99 | its calls a second | held back after | first answer | last failure |',
  );
  console.log('|---|---|---|---|---|---|---|');
  let failures = 0;
  for (const name of names) {
    for (const outage of outages.filter(({ title }) => `${name} ${title}`.includes(words))) {
      const rounds: Round[] = [];
      while (rounds.length < roundCount) rounds.push(await measureRound({ gateway, sandbox, name, outage }));
      failures += rounds.reduce((sum, round) => sum + round.failures, 0);
      console.log(row(`${name} ${outage.title}`, rounds));
    }
  }
  console.log(`\n${failures} of the operations that need another provider failed.`);
} finally {
  await gateway.stop();
  await sandbox.close();
  rmSync(folder, { recursive: true, force: true });
}
