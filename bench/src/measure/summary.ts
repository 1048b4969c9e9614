import { type Gateway, type GatewayName, gatewayNames } from './gateway.js';
import type { Sample } from './measure.js';
import { type WorkName, workNames } from './works.js';

/** Medians over the rounds. */
export interface Figures {
  readonly rps: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** After the measurement, process as a whole. */
  readonly rssMb: number;
  readonly callsPerQuery: number;
}

/** Figures with what is known beside them. */
export interface Cell extends Figures {
  readonly slowest: number;
  readonly fastest: number;
  readonly rounds: number;
  /** The work these figures were taken at, where it is another one. */
  readonly takenAt: WorkName;
  readonly loadCoreBusy: number | null;
  readonly cpuMsPerQuery: number | null;
  /** What one query asked for, by call. */
  readonly calls: Readonly<Record<string, number>>;
}

export type Summary = ReadonlyMap<WorkName, ReadonlyMap<GatewayName, Cell>>;

/** The medians of every gateway at every work. */
export function summarize(samples: readonly Sample[], gateways: readonly Gateway[]): Summary {
  const summary = new Map<WorkName, Map<GatewayName, Cell>>();
  for (const work of workNames) {
    const cells = new Map<GatewayName, Cell>();
    for (const name of gatewayNames) {
      const gateway = gateways.find((candidate) => candidate.name === name);
      const takenAt = gateway?.sameAs[work] ?? work;
      const own = samples.filter((sample) => sample.gateway === name && sample.work === takenAt);
      if (gateway !== undefined && own.length > 0) cells.set(name, cellOf(own, takenAt));
    }
    if (cells.size > 0) summary.set(work, cells);
  }
  return summary;
}

/** The shape other programs read: `{ work: { gateway: figures } }`. */
export function toJson(summary: Summary): Record<string, Record<string, Figures>> {
  return Object.fromEntries(
    [...summary].map(([work, cells]) => [
      work,
      // A second configuration of a peer is for the reader of the tables.
      Object.fromEntries(
        [...cells].filter(([name]) => name !== 'tailcall-whole').map(([name, cell]) => [name, figuresOf(cell)]),
      ),
    ]),
  );
}

function figuresOf({ rps, p50Ms, p99Ms, rssMb, callsPerQuery }: Cell): Figures {
  return {
    rps: round(rps, 2),
    p50Ms: round(p50Ms, 2),
    p99Ms: round(p99Ms, 2),
    rssMb: round(rssMb, 1),
    callsPerQuery: round(callsPerQuery, 2),
  };
}

function cellOf(samples: readonly Sample[], takenAt: WorkName): Cell {
  const rates = samples.map(({ rps }) => rps);
  const medianOf = (values: readonly (number | null)[]) => {
    const known = values.filter((value) => value !== null);
    return known.length === 0 ? null : median(known);
  };
  return {
    rps: median(rates),
    p50Ms: median(samples.map(({ p50Ms }) => p50Ms)),
    p99Ms: median(samples.map(({ p99Ms }) => p99Ms)),
    rssMb: median(samples.map(({ rssMb }) => rssMb)),
    callsPerQuery: median(samples.map(({ callsPerQuery }) => callsPerQuery)),
    slowest: Math.min(...rates),
    fastest: Math.max(...rates),
    rounds: samples.length,
    takenAt,
    loadCoreBusy: medianOf(samples.map(({ loadCoreBusy }) => loadCoreBusy)),
    cpuMsPerQuery: medianOf(samples.map(({ cpuMsPerQuery }) => cpuMsPerQuery)),
    calls: callsOf(samples.at(-1)),
  };
}

function callsOf(sample: Sample | undefined): Readonly<Record<string, number>> {
  if (sample === undefined) return {};
  const total = Object.values(sample.counts.calls).reduce((sum, count) => sum + count, 0);
  const queries = total / sample.callsPerQuery;
  return Object.fromEntries(Object.entries(sample.counts.calls).map(([call, count]) => [call, count / queries]));
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] =
    sorted.length % 2 === 1 ? [sorted[middle], sorted[middle]] : sorted.slice(middle - 1, middle + 1);
  return (low + high) / 2;
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
