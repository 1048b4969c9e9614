/**
 * Asks one gateway for ten times what it can carry, for a minute: `npm run overload`. Prints what became of the requests, what memory it
 * took, and how long it took to be as before. Ends with 1 when a request was neither answered nor turned away, or too late.
 */
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromBuild } from '../test/support/gateway-process.js';
import { latencies, outcomes, p99BySecond, timeOf } from './overload/figures.js';
import { type Answered, Callers } from './overload/open-load.js';
import { endProcess, lineOf, residentMb, startNode } from './overload/processes.js';

const overloadSeconds = Number(process.env['OVERLOAD_SECONDS'] ?? 60);
/** Opened before anything is measured. */
const connections = 512;
/** As REQUEST_TIMEOUT_MS; a second more is for the way. */
const deadlineMs = 15_000;
const wayMs = 1000;

/** A page of orders with what three providers know of each. */
const query = `query ($first: Int!, $after: String) {
  orders(first: $first, after: $after) {
    nodes { id reference status total { amount } customer { name email } shipments { trackingNumber status } }
    pageInfo { endCursor }
  }
}`;

const started: ChildProcess[] = [];
const folder = mkdtempSync(join(tmpdir(), 'commercegraph-overload-'));
try {
  process.exitCode = await run();
} finally {
  for (const child of started.toReversed()) await endProcess(child);
  rmSync(folder, { recursive: true, force: true });
}

async function run(): Promise<number> {
  const gateway = await startGateway();
  const callers = new Callers({ url: gateway.url, bodyOf: await pagesOf(gateway.url) }, connections);
  await callers.atOnce(connections, 3000);
  await callers.atOnce(8, 5000);
  const carried = await callers.atOnce(8, 10_000);
  const capacity = carried.filter(({ outcome }) => outcome === 'answered').length / 10;
  tell('can carry', `${capacity.toFixed(1)} a second; ${outcomes(carried)}`);
  const before = await callers.atRate(capacity / 3, 15_000);
  tell('a third of it', `${latencies(before)}; RSS ${residentMb(gateway.child)} MB`);
  const memory = watchMemory(gateway.child);
  const over = await callers.atRate(capacity * 10, overloadSeconds * 1000);
  const samples = memory.stop();
  const after = await callers.atRate(capacity / 3, 15_000);
  await callers.close();
  const answered = over.filter(({ outcome }) => outcome === 'answered');
  tell(`ten times, ${overloadSeconds} s`, `${outcomes(over)}; ${latencies(over)}`);
  tell('  answered', `${(answered.length / overloadSeconds).toFixed(1)} a second; ${latencies(answered)}`);
  tell('  turned away', latencies(over.filter(({ outcome }) => outcome === 'shed')));
  tell('  RSS', `${samples.join(', ')} MB, every five seconds`);
  const seconds = p99BySecond(after);
  const back = seconds.findLastIndex((ms) => ms > timeOf(before, 0.99) * 1.5) + 1;
  tell('a third again', `${latencies(after)}; p99 of each second ${seconds.map((ms) => ms.toFixed(0)).join(', ')} ms`);
  tell('as before', `within 1.5 times the p99 after ${back} s`);
  return over.some(isWrong) ? 1 : 0;
}

function tell(what: string, figures: string): void {
  process.stdout.write(`${what.padEnd(17)}${figures}\n`);
}

function isWrong({ outcome, tookMs }: Answered): boolean {
  // What could not be answered in time is an answer that says so.
  const isFine = outcome === 'answered' || outcome === 'shed' || outcome.startsWith('200 ');
  return !isFine || tookMs > deadlineMs + wayMs;
}

async function startGateway(): Promise<{ readonly url: string; readonly child: ChildProcess }> {
  const providers = startNode(['--import', 'tsx', 'scripts/overload/providers.ts'], {});
  started.push(providers);
  const env = JSON.parse(await lineOf(providers, /^(\{.*\})$/)) as Record<string, string>;
  const child = startNode(fromBuild, {
    ...env,
    PORT: '0',
    LOG_LEVEL: 'warn',
    DATA_DIR: folder,
    DIRECTORY: '0',
    TRUSTED_PROXIES: '127.0.0.1',
    SHUTDOWN_GRACE_MS: '0',
    MAX_OPERATIONS_PER_CALLER: '1000',
    QAPLA_RATE_PER_SECOND: '0',
    INFLUENCERSOFT_RATE_PER_SECOND: '0',
    // What the machine can do is to be met, not what an account allows.
    ...Object.fromEntries(['QPILOT', 'QUICKBUTIK', 'QAPLA'].map((name) => [`${name}_MAX_CONCURRENCY`, '64'])),
  });
  started.push(child);
  // On a small machine it is the gateway that shall not keep up, not the imitations or what asks.
  setPriority(child.pid ?? 0, 10);
  return { url: await lineOf(child, /ready at (http\S+)/), child };
}

/** Bodies that ask for other pages of other lengths, so that few of them are the same at one moment. */
async function pagesOf(url: string): Promise<(index: number) => string> {
  const cursors: (string | null)[] = [null];
  while (cursors.length < 20) {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables: { first: 20, after: cursors.at(-1) } }),
    });
    const { data } = (await response.json()) as { data: { orders: { pageInfo: { endCursor: string } } } };
    cursors.push(data.orders.pageInfo.endCursor);
  }
  return (index) =>
    JSON.stringify({ query, variables: { first: 10 + (index % 13), after: cursors[index % cursors.length] } });
}

function watchMemory(child: ChildProcess): { readonly stop: () => readonly number[] } {
  const samples: number[] = [];
  const timer = setInterval(() => samples.push(residentMb(child)), 5000);
  return {
    stop: () => {
      clearInterval(timer);
      return samples;
    },
  };
}
