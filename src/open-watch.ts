import type { Logger } from 'pino';
import type { GatewayConfig } from './config/load-config.js';
import type { Gateway } from './context/create-context.js';
import { GatewayMetrics } from './observability/metrics/gateway-metrics.js';
import type { Watch } from './observability/watch.js';
import { knownOperationNames } from './server/known-operations.js';

/** What watches a gateway, by its settings. */
export async function openWatch({ limits, tracing }: GatewayConfig, log: Logger): Promise<Watch> {
  const metrics = new GatewayMetrics(knownOperationNames(limits.trustedDocuments));
  if (tracing === null) return { metrics, tracing: null };
  // A hundred files that nobody needs who keeps no traces.
  const { startTracing } = await import('./observability/tracing/open-telemetry.js');
  return { metrics, tracing: await startTracing(tracing, log) };
}

/** Has the metrics show how a gateway is at the moment they are asked for. */
export function showGateway({ metrics }: Watch, gateway: Pick<Gateway, 'mode' | 'providers' | 'writes' | 'directory'>) {
  metrics.show({
    mode: gateway.mode,
    stateOf: (provider) => gateway.providers.stateOf(provider),
    writesUnderWay: () => gateway.writes.underWay,
    directory: gateway.directory?.directory ?? null,
  });
}
