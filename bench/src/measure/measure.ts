import { askedOf, type GatewayName } from './gateway.js';
import type { Load } from './load.js';
import { cpuMsOf, rssMbOf, ticksOf } from './processes.js';
import type { Running } from './running.js';
import { type Counts, totalOf, type Upstream } from './upstream.js';
import type { Work, WorkName } from './works.js';

/** One gateway at one work in one round. */
export interface Sample {
  readonly gateway: GatewayName;
  readonly work: WorkName;
  readonly rps: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly rssMb: number;
  readonly callsPerQuery: number;
  /** What the gateway's process spent on its core for one query; null where the system does not say. */
  readonly cpuMsPerQuery: number | null;
  readonly counts: Counts;
  /** How much of its core upstream and load generator used together, 0 to 1; null where the system does not say. */
  readonly loadCoreBusy: number | null;
  readonly bytesPerAnswer: number;
}

export interface Bench {
  readonly load: Load;
  readonly upstream: Upstream;
  /** The core of upstream and load generator. */
  readonly loadCore: number;
}

/** So many pages there are: those of the small business are all recent. */
const pages = { plain: 100_000, batch: 8000 };
const mostBodies = 5000;
let nextPage = 10_000;

/** Has a gateway do a work so many times. @throws Error when any request fails */
export async function measure(
  { gateway, shop, url, process }: Running,
  work: Work,
  { amount, load, upstream, loadCore }: Bench & { readonly amount: number },
): Promise<Sample> {
  const count = work.isDistinct ? Math.min(amount, mostBodies) : 1;
  const bodies = Array.from({ length: count }, () => gateway.body(work, askedOf(shop, takePage(shop.name, work))));
  await upstream.takeCounts();
  const before = ticksOf(loadCore);
  const cpuBefore = cpuMsOf(process.pid);
  const connections = Math.min(work.connections, amount);
  const outcome = await load.run({ url, path: gateway.path(work), bodies, connections, amount });
  const cpuAfter = cpuMsOf(process.pid);
  const after = ticksOf(loadCore);
  const rssMb = rssMbOf(process.pid) ?? 0;
  const counts = await upstream.takeCounts();
  if (outcome.failures > 0 || outcome.requests !== amount) {
    const told = `${outcome.failures} of ${amount} requests failed, ${outcome.requests} were answered`;
    throw new Error(`${gateway.name} at ${work.name}: ${told}. ${process.complaints()}`);
  }
  return {
    gateway: gateway.name,
    work: work.name,
    rps: outcome.requests / outcome.seconds,
    p50Ms: outcome.p50Ms,
    p99Ms: outcome.p99Ms,
    rssMb,
    callsPerQuery: totalOf(counts) / outcome.requests,
    cpuMsPerQuery: cpuBefore !== null && cpuAfter !== null ? (cpuAfter - cpuBefore) / outcome.requests : null,
    counts,
    loadCoreBusy: before && after ? (after.busy - before.busy) / Math.max(1, after.all - before.all) : null,
    bytesPerAnswer: outcome.bytes / outcome.requests,
  };
}

function takePage(shop: keyof typeof pages, { isDistinct }: Work): number {
  if (!isDistinct) return 0;
  nextPage += 1;
  return nextPage % pages[shop];
}
