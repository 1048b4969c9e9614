import { setTimeout as pause } from 'node:timers/promises';
import type { Sandbox, SandboxProviderName } from '../../sandbox/start-sandbox.js';
import type { startGatewayProcess } from '../../test/support/gateway-process.js';
import { type Outage, questions, strike } from '../../test/support/outages.js';

/** What is measured, and over what. */
export interface Setup {
  readonly gateway: Awaited<ReturnType<typeof startGatewayProcess>>;
  readonly sandbox: Sandbox;
  readonly name: SandboxProviderName;
  readonly outage: Outage;
}

/** What one round has shown. Times are milliseconds. */
export interface Round {
  /** How long operations took that do not need the provider: while it is well, until its calls are held back, and while they are. */
  readonly healthy: readonly number[];
  readonly onset: readonly number[];
  readonly held: readonly number[];
  /** How many of them failed, which they have no reason to but a machine that is too busy. */
  readonly failures: number;
  /** A second, of the calls that are broken. */
  readonly healthyCalls: number;
  readonly heldCalls: number;
  /** After the outage began, when the last tenth of a second ended from which on half as many calls came as usual, or more. */
  readonly heldAfter: number;
  /** After the outage ended, until an operation that needs the provider was answered, */
  readonly firstAnswerAfter: number;
  /** and until no more of them failed. */
  readonly lastFailureAfter: number;
}

const othersPerSecond = 100;
const askedPerSecond = 40;
const healthyMs = 3000;
const binMs = 100;
/** Of the outage, the time that is counted as held back: all but its beginning, which time-outs make longer. */
const heldMs = 3000;
const onsetMs = { plain: 1000, silent: 2000 };
const afterMs = 1500;
let numbers = 0;

/** A healthy time, an outage and the time after it, under a steady load. */
export async function measureRound(setup: Setup): Promise<Round> {
  const { sandbox, name, outage } = setup;
  const healthy = await load(setup, healthyMs);
  strike(sandbox, name, outage);
  const heldFromMs = 'every' in outage.rule ? onsetMs.silent : onsetMs.plain;
  const faulty = await load(setup, heldFromMs + heldMs);
  sandbox.providers[name].faults.clear();
  const after = await load(setup, afterMs);
  const usual = mean(healthy.bins);
  // Half a second each: tries come in bursts.
  const windows = faulty.bins.slice(0, -4).map((_, bin) => mean(faulty.bins.slice(bin, bin + 5)));
  return {
    healthy: healthy.others.map(({ tookMs }) => tookMs),
    onset: faulty.others.filter(({ sentAt }) => sentAt < heldFromMs).map(({ tookMs }) => tookMs),
    held: faulty.others.filter(({ sentAt }) => sentAt >= heldFromMs).map(({ tookMs }) => tookMs),
    failures: healthy.failures + faulty.failures + after.failures,
    healthyCalls: (usual * 1000) / binMs,
    heldCalls: (mean(faulty.bins.slice(-heldMs / binMs)) * 1000) / binMs,
    heldAfter: (windows.findLastIndex((count) => count >= usual / 2) + 1) * binMs,
    firstAnswerAfter: after.asked.find(({ isFine }) => isFine)?.endedAt ?? Number.NaN,
    lastFailureAfter: after.asked.findLast(({ isFine }) => !isFine)?.endedAt ?? 0,
  };
}

interface Asked {
  /** Since the load began. */
  readonly endedAt: number;
  readonly isFine: boolean;
}

async function load({ gateway, sandbox, name }: Setup, durationMs: number) {
  // Garbage of this process, which asks and plays the providers, is not the gateway's.
  globalThis.gc?.();
  const startedAt = performance.now();
  const elapsed = () => performance.now() - startedAt;
  const others: { readonly sentAt: number; readonly tookMs: number }[] = [];
  const asked: Asked[] = [];
  let failures = 0;
  const other = name === 'quickbutik' ? 'qapla' : 'quickbutik';
  const ask = async (of: SandboxProviderName) => {
    numbers += 1;
    const sentAt = performance.now();
    const { errors } = await gateway.query(questions[of].document, questions[of].variables(numbers));
    return { tookMs: performance.now() - sentAt, isFine: errors === undefined };
  };
  const askOther = async () => {
    const sentAt = elapsed();
    const { tookMs, isFine } = await ask(other);
    others.push({ sentAt, tookMs });
    if (!isFine) failures += 1;
  };
  const askBroken = async () => {
    const { isFine } = await ask(name);
    asked.push({ endedAt: elapsed(), isFine });
  };
  const [bins] = await Promise.all([
    countCalls(sandbox, name, durationMs),
    paced(askOther, othersPerSecond, durationMs),
    paced(askBroken, askedPerSecond, durationMs),
  ]);
  return { others, asked, bins, failures };
}

/** Asks so often a second, whether or not it was answered before. */
async function paced(ask: () => Promise<void>, perSecond: number, durationMs: number): Promise<void> {
  const startedAt = performance.now();
  const underWay: Promise<void>[] = [];
  const count = (durationMs * perSecond) / 1000;
  while (underWay.length < count) {
    const dueMs = (underWay.length * 1000) / perSecond - (performance.now() - startedAt);
    if (dueMs > 0) await pause(dueMs);
    underWay.push(ask());
  }
  await Promise.all(underWay);
}

/** How many calls of the kind that is broken came in each tenth of a second. */
async function countCalls(sandbox: Sandbox, name: SandboxProviderName, durationMs: number): Promise<number[]> {
  const { requests } = sandbox.providers[name];
  const startedAt = performance.now();
  const bins: number[] = [];
  requests.length = 0;
  while (bins.length < durationMs / binMs) {
    await pause(Math.max(0, (bins.length + 1) * binMs - (performance.now() - startedAt)));
    bins.push(requests.filter(({ path }) => path.includes(questions[name].path)).length);
    requests.length = 0;
  }
  return bins;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
