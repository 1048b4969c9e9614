import { Gauge, type Registry } from 'prom-client';
import type { Directory } from '../../directory/directory.js';
import { toEpochMs } from '../../domain/instant.js';
import { type ProviderName, providerNames } from '../../domain/provider.js';
import type { ProviderStatus } from '../../http/provider-health.js';
import { within } from '../../within.js';

/** What is looked at when the metrics are asked for. */
export interface ObservedState {
  readonly mode: 'LIVE' | 'SANDBOX';
  readonly stateOf: (provider: ProviderName) => {
    readonly isConfigured: boolean;
    readonly status: ProviderStatus;
    readonly held: readonly unknown[];
  };
  /** Writes with a key that this process is at. */
  readonly writesUnderWay: () => number;
  /** Null for a gateway without one. */
  readonly directory: Pick<Directory, 'fillStates'> | null;
}

const statuses: readonly ProviderStatus[] = ['OK', 'DEGRADED', 'DOWN', 'UNKNOWN'];

/** A store that does not answer must not keep the other figures back. */
const longestLookMs = 1000;

/** Shows how the gateway is now; nothing of it is counted while it works. */
export function showState(registry: Registry, { mode, stateOf, writesUnderWay, directory }: ObservedState): void {
  const registers = [registry];
  const info = new Gauge({
    name: 'commercegraph_info',
    help: '1; the label says what runs.',
    labelNames: ['mode'],
    registers,
  });
  info.set({ mode }, 1);
  showProviders(registry, stateOf);
  const underWay: Gauge = new Gauge({
    name: 'commercegraph_writes_under_way',
    help: 'Writes with an idempotency key that this process is at.',
    registers,
    collect: () => underWay.set(writesUnderWay()),
  });
  if (directory !== null) showDirectory(registry, directory);
}

function showProviders(registry: Registry, stateOf: ObservedState['stateOf']): void {
  const held: Gauge = new Gauge({
    name: 'commercegraph_circuit_open',
    help: 'Of how many names calls to a configured provider are held back since they fail.',
    labelNames: ['provider'],
    registers: [registry],
    collect: () => {
      for (const provider of providerNames) {
        const { isConfigured, held: names } = stateOf(provider);
        if (isConfigured) held.set({ provider }, names.length);
      }
    },
  });
  const shown = new Gauge({
    name: 'commercegraph_provider_status',
    help: '1 for the status a configured provider has by the newest calls of this process, 0 for the others.',
    labelNames: ['provider', 'status'],
    registers: [registry],
    collect: () => {
      for (const provider of providerNames) {
        const { isConfigured, status } = stateOf(provider);
        if (!isConfigured) continue;
        for (const candidate of statuses) shown.set({ provider, status: candidate }, candidate === status ? 1 : 0);
      }
    },
  });
}

function showDirectory(registry: Registry, directory: Pick<Directory, 'fillStates'>): void {
  const registers = [registry];
  const labelNames = ['provider', 'kind'];
  const look = togetherOnce(() =>
    within(
      longestLookMs,
      directory.fillStates().catch(() => null),
      () => null,
    ),
  );
  const readable: Gauge = new Gauge({
    name: 'commercegraph_directory_readable',
    help: '1 when the directory answered as these figures were asked for, else 0: its other figures are then missing.',
    registers,
    collect: async () => readable.set((await look()) === null ? 0 : 1),
  });
  const complete: Gauge = new Gauge({
    name: 'commercegraph_directory_complete',
    help: '1 when the directory has read everything of a kind at a provider, else 0.',
    labelNames,
    registers,
    collect: async () => {
      const states = await look();
      complete.reset();
      for (const { provider, kind, isComplete } of states ?? []) complete.set({ provider, kind }, isComplete ? 1 : 0);
    },
  });
  const lag: Gauge = new Gauge({
    name: 'commercegraph_directory_lag_seconds',
    help: 'Seconds since a provider was last read for what the directory knows of a kind.',
    labelNames,
    registers,
    collect: async () => {
      const states = await look();
      lag.reset();
      for (const { provider, kind, updatedAt } of states ?? []) {
        if (updatedAt !== null) lag.set({ provider, kind }, Math.max(0, Date.now() - toEpochMs(updatedAt)) / 1000);
      }
    },
  });
}

/** Work whose result is that of the work under way, where there is any. */
function togetherOnce<Value>(work: () => Promise<Value>): () => Promise<Value> {
  let underWay: Promise<Value> | null = null;
  return () => {
    underWay ??= work().finally(() => {
      underWay = null;
    });
    return underWay;
  };
}
