import type { Registry } from 'prom-client';
import type { ProviderName } from '../../domain/provider.js';
import { providerErrors } from '../../errors/codes.js';
import type { UpstreamError } from '../../errors/upstream-error.js';
import type { CallObserver, CallSpan, WatchedCall } from '../../http/call-observer.js';
import type { OperationScope } from '../../http/upstream-request.js';
import { type Count, type Distribution, PlainCounter, PlainHistogram } from './plain-metrics.js';

/** For whom a call is: an operation, or the gateway's own reading behind the scenes. */
const traffics = ['operation', 'background'] as const;
type Traffic = (typeof traffics)[number];

const outcomes = ['ok', 'abandoned', ...(Object.keys(providerErrors) as (keyof typeof providerErrors)[])] as const;
type Outcome = (typeof outcomes)[number];

const savings = ['shared', 'cached', 'stale'] as const;

/** What came of probes, by the outcome that a circuit is told. */
const probeOutcomes = ['ANSWERED', 'FAILED', 'UNTOLD', 'MISREAD'] as const;

const callSeconds = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What the providers are asked, and how they answer. */
export class UpstreamMetrics {
  readonly #calls: PlainCounter<'provider' | 'traffic' | 'outcome'>;
  readonly #durations: PlainHistogram<'provider'>;
  readonly #spared: PlainCounter<'provider' | 'answer'>;
  readonly #waits: PlainCounter<'provider' | 'traffic'>;
  readonly #waitSeconds: PlainCounter<'provider' | 'traffic'>;
  readonly #refused: PlainCounter<'provider' | 'traffic'>;
  readonly #heldBack: PlainCounter<'provider' | 'traffic'>;
  readonly #probes: PlainCounter<'provider' | 'outcome'>;

  constructor(registry: Registry) {
    const registers = [registry];
    const byTraffic = { labelNames: ['provider', 'traffic'] as const, registers };
    this.#calls = new PlainCounter({
      name: 'commercegraph_upstream_calls_total',
      help: 'Requests sent to a provider, repetitions among them, by what came of them.',
      labelNames: ['provider', 'traffic', 'outcome'] as const,
      registers,
    });
    this.#durations = new PlainHistogram({
      name: 'commercegraph_upstream_call_duration_seconds',
      help: 'Time from sending a request to the end of its answer.',
      labelNames: ['provider'] as const,
      buckets: callSeconds,
      registers,
    });
    this.#spared = new PlainCounter({
      name: 'commercegraph_upstream_reads_spared_total',
      help: 'Reads that took an answer that was there: of an equal call under way, kept from before, or an old one in place of a failure.',
      labelNames: ['provider', 'answer'] as const,
      registers,
    });
    this.#waits = new PlainCounter({
      name: 'commercegraph_upstream_waits_total',
      help: "Calls that waited for a place or for the provider's rate.",
      ...byTraffic,
    });
    this.#waitSeconds = new PlainCounter({
      name: 'commercegraph_upstream_wait_seconds_total',
      help: "Seconds that calls waited for a place or for the provider's rate.",
      ...byTraffic,
    });
    this.#refused = new PlainCounter({
      name: 'commercegraph_upstream_refused_total',
      help: "Calls that were not sent, since the provider's budget gave them no place in time.",
      ...byTraffic,
    });
    this.#heldBack = new PlainCounter({
      name: 'commercegraph_held_back_calls_total',
      help: 'Calls that were not sent, since calls like them keep failing.',
      ...byTraffic,
    });
    this.#probes = new PlainCounter({
      name: 'commercegraph_probes_total',
      help: 'Calls that were sent while calls like them are held back, by what came of them; misread ones are answered ones as well.',
      labelNames: ['provider', 'outcome'] as const,
      registers,
    });
  }

  /** Who counts what one provider is asked. */
  observerOf(provider: ProviderName): CallObserver {
    const byTraffic = recordOf(traffics, (traffic) => {
      const labels = { provider, traffic };
      return {
        waits: this.#waits.series(labels),
        waitSeconds: this.#waitSeconds.series(labels),
        refused: this.#refused.series(labels),
        heldBack: this.#heldBack.series(labels),
        calls: recordOf(outcomes, (outcome) => this.#calls.series({ provider, traffic, outcome })),
      };
    });
    const duration = this.#durations.series({ provider });
    const spared = recordOf(savings, (answer) => this.#spared.series({ provider, answer }));
    const probes = recordOf(probeOutcomes, (outcome) =>
      this.#probes.series({ provider, outcome: outcome.toLowerCase() }),
    );
    return {
      spared: (how) => {
        spared[how].value += 1;
      },
      waited: (durationMs, scope) => {
        const { waits, waitSeconds } = byTraffic[trafficOf(scope)];
        waits.value += 1;
        waitSeconds.value += durationMs / 1000;
      },
      refused: (scope) => {
        if (!wasLeft(scope)) byTraffic[trafficOf(scope)].refused.value += 1;
      },
      heldBack: (scope) => {
        byTraffic[trafficOf(scope)].heldBack.value += 1;
      },
      probed: (outcome) => {
        probes[outcome].value += 1;
      },
      began: (request, scope) => {
        const span = scope.tracing?.beginCall({ provider, operation: request.operation, method: request.method });
        return new Watched(scope, { calls: byTraffic[trafficOf(scope)].calls, duration, span });
      },
    };
  }
}

interface WatchedParts {
  readonly calls: Readonly<Record<Outcome, Count>>;
  readonly duration: Distribution;
  readonly span: CallSpan | undefined;
}

class Watched implements WatchedCall {
  readonly #scope: OperationScope;
  readonly #parts: WatchedParts;
  readonly #startedAt = performance.now();
  #status: number | null = null;

  constructor(scope: OperationScope, parts: WatchedParts) {
    this.#scope = scope;
    this.#parts = parts;
  }

  get headers(): Readonly<Record<string, string>> | null {
    return this.#parts.span?.headers ?? null;
  }

  answered(status: number): void {
    this.#status = status;
  }

  ended(failure: UpstreamError | null): void {
    const { calls, duration, span } = this.#parts;
    const outcome = outcomeOf(failure, this.#scope);
    calls[outcome].value += 1;
    duration.observe((performance.now() - this.#startedAt) / 1000);
    span?.end(this.#status, outcome === 'ok' ? null : outcome);
  }
}

/** A call that is given up since nobody waits for it any more fails as one that has no answer in time, and is none. */
function outcomeOf(failure: UpstreamError | null, scope: OperationScope): Outcome {
  if (failure === null) return 'ok';
  return failure.code === 'PROVIDER_TIMEOUT' && wasLeft(scope) ? 'abandoned' : failure.code;
}

function wasLeft({ signal, deadlineAt }: OperationScope): boolean {
  return signal.aborted && Date.now() < deadlineAt;
}

function trafficOf({ priority }: OperationScope): Traffic {
  return priority === undefined ? 'operation' : 'background';
}

function recordOf<Key extends string, Value>(keys: readonly Key[], valueOf: (key: Key) => Value): Record<Key, Value> {
  return Object.fromEntries(keys.map((key) => [key, valueOf(key)])) as Record<Key, Value>;
}
