import type { Registry } from 'prom-client';
import { type ProviderName, providerNames } from '../../domain/provider.js';
import { RequestError } from '../../errors/request-error.js';
import { UpstreamError } from '../../errors/upstream-error.js';
import { type Count, PlainCounter } from './plain-metrics.js';

/** `unknown` is the one that somebody has to look at: the provider may or may not have done it. */
const outcomes = ['done', 'failed', 'unknown', 'conflict', 'unavailable'] as const;
type Outcome = (typeof outcomes)[number];

/** Writes by what their caller was told of them; a repetition is told what the first one was. */
export class WriteMetrics {
  readonly #counts: ReadonlyMap<string, Count>;

  constructor(registry: Registry) {
    const counter = new PlainCounter({
      name: 'commercegraph_writes_total',
      help: 'Writes asked for, by what is known of them: done, failed (nothing was done), unknown, conflict (a key used for another write), unavailable (the ledger cannot be used, nothing was sent).',
      labelNames: ['provider', 'outcome'] as const,
      registers: [registry],
    });
    this.#counts = new Map(
      providerNames.flatMap((provider) =>
        outcomes.map((outcome) => [`${provider} ${outcome}`, counter.series({ provider, outcome })] as const),
      ),
    );
  }

  /** @param error null when it is done */
  count(provider: ProviderName, error: unknown): void {
    const count = this.#counts.get(`${provider} ${outcomeOf(error)}`);
    if (count !== undefined) count.value += 1;
  }
}

function outcomeOf(error: unknown): Outcome {
  if (error === null) return 'done';
  if (error instanceof UpstreamError) return error.code === 'PROVIDER_OUTCOME_UNKNOWN' ? 'unknown' : 'failed';
  if (!(error instanceof RequestError)) return 'failed';
  if (error.code === 'IDEMPOTENCY_CONFLICT') return 'conflict';
  return error.code === 'LEDGER_UNAVAILABLE' ? 'unavailable' : 'failed';
}
