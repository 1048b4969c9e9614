import type { GatewayName } from './measure/gateway.js';
import type { Summary } from './measure/summary.js';
import type { WorkName } from './measure/works.js';

/** What the gateway is meant to reach, as a ratio, since absolute figures are the machine's. */
interface Aim {
  readonly words: string;
  readonly isMost?: boolean;
  readonly bound: number;
  readonly reached: (summary: Summary) => number | null;
}

const aims: readonly Aim[] = [
  { words: 'popular: requests a second, times naive-apollo', bound: 15, reached: times('popular', 'naive-apollo') },
  { words: 'popular: requests a second, times tailcall', bound: 3, reached: times('popular', 'tailcall') },
  { words: 'popular: p99, times p50', bound: 4, isMost: true, reached: spread('popular') },
  { words: 'distinct: requests a second, times naive-apollo', bound: 2.2, reached: times('distinct', 'naive-apollo') },
  { words: 'distinct: requests a second, times by-hand', bound: 0.75, reached: times('distinct', 'by-hand') },
  { words: 'batched: requests a second, times by-hand', bound: 0.65, reached: times('batched', 'by-hand') },
  { words: 'warm: requests a second, times naive-apollo', bound: 20, reached: times('warm', 'naive-apollo') },
  { words: 'single: requests a second, times mercurius-jit', bound: 0.95, reached: times('single', 'mercurius-jit') },
  { words: 'single: requests a second, times by-hand', bound: 0.7, reached: times('single', 'by-hand') },
  { words: 'largest RSS of any work, in MB', bound: 200, isMost: true, reached: largestRss },
];

/** A row per aim: what is aimed at, what was reached, whether that is it. */
export function aimsTable(summary: Summary): string {
  const rows = aims.map(({ words, bound, isMost = false, reached }) => {
    const value = reached(summary);
    const isReached = value !== null && (isMost ? value <= bound : value >= bound);
    const shown = value === null ? 'not measured' : value.toFixed(value < 10 ? 2 : 0);
    return `| ${words} | ${isMost ? '≤' : '≥'} ${bound} | ${shown} | ${value === null ? '' : isReached ? 'yes' : 'no'} |`;
  });
  return ['| aim | bound | measured | reached |', '|---|---|---|---|', ...rows].join('\n');
}

function times(work: WorkName, other: GatewayName) {
  return (summary: Summary): number | null => {
    const cells = summary.get(work);
    const [own, peer] = [cells?.get('commercegraph'), cells?.get(other)];
    return own && peer ? own.rps / peer.rps : null;
  };
}

function spread(work: WorkName) {
  return (summary: Summary): number | null => {
    const own = summary.get(work)?.get('commercegraph');
    return own ? own.p99Ms / own.p50Ms : null;
  };
}

function largestRss(summary: Summary): number | null {
  const own = [...summary.values()].map((cells) => cells.get('commercegraph')?.rssMb ?? 0);
  return own.length === 0 ? null : Math.max(...own);
}
