import type { GatewayMetrics } from './metrics/gateway-metrics.js';
import type { Tracing } from './tracing/tracing.js';

/** What watches the gateway while it works. */
export interface Watch {
  readonly metrics: GatewayMetrics;
  /** Null keeps no traces. */
  readonly tracing: Tracing | null;
}
