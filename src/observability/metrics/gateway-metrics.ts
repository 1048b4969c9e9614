import { Registry } from 'prom-client';
import { OperationMetrics } from './operation-metrics.js';
import { processMetrics } from './process-metrics.js';
import { type ObservedState, showState } from './state-metrics.js';
import { UpstreamMetrics } from './upstream-metrics.js';
import { WriteMetrics } from './write-metrics.js';

/** What one gateway counts, for Prometheus. */
export class GatewayMetrics {
  readonly #registry = new Registry();
  readonly #process = processMetrics();
  readonly operations: OperationMetrics;
  readonly upstream = new UpstreamMetrics(this.#registry);
  readonly writes = new WriteMetrics(this.#registry);

  /** @param operationNames names of operations that are shown; all others are `other` */
  constructor(operationNames: Iterable<string>) {
    this.operations = new OperationMetrics(this.#registry, operationNames);
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  /** Adds what is looked at when the figures are asked for; to be called once. */
  show(state: ObservedState): void {
    showState(this.#registry, state);
  }

  /** All figures in the text format of Prometheus. */
  async text(): Promise<string> {
    const parts = await Promise.all([this.#registry.metrics(), this.#process.metrics()]);
    return parts.join('\n');
  }
}
