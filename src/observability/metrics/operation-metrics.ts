import type { Registry } from 'prom-client';
import { providerNames } from '../../domain/provider.js';
import { providerErrors, requestErrors } from '../../errors/codes.js';
import { type Count, type Distribution, PlainCounter, PlainHistogram } from './plain-metrics.js';

/** What became of an operation. */
export const operationOutcomes = ['ok', 'refused', 'partial', 'failed'] as const;
export type OperationOutcome = (typeof operationOutcomes)[number];

/** An error of an answer, as far as it is counted. */
export interface CountedError {
  readonly code: unknown;
  readonly provider: unknown;
}

/** Codes that speak of the gateway or of a provider; all others are the caller's to mend. */
const faults: ReadonlySet<unknown> = new Set([
  ...Object.keys(providerErrors).filter((code) => code !== 'PROVIDER_REJECTED' && code !== 'PROVIDER_NOT_CONFIGURED'),
  'LEDGER_UNAVAILABLE',
  'EVENTS_LOST',
  'INTERNAL_SERVER_ERROR',
]);

const otherCodes = [
  ...Object.keys(requestErrors),
  'INTERNAL_SERVER_ERROR',
  'RATE_LIMITED',
  'COST_LIMIT_EXCEEDED',
  'BAD_REQUEST',
  'GRAPHQL_PARSE_FAILED',
  'GATEWAY_OVERLOADED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
];

const operationSeconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15];

interface OfOneName {
  readonly outcomes: Readonly<Record<OperationOutcome, Count>>;
  readonly duration: Distribution;
}

/** Operations by name, and their errors by code. Label values come from lists that are known at the start, whatever callers send. */
export class OperationMetrics {
  readonly #names: ReadonlyMap<string, () => OfOneName>;
  readonly #other: () => OfOneName;
  readonly #errors: ReadonlyMap<string, Count>;
  readonly #otherErrors: Count;

  /** @param names names of operations that are shown; all others are `other` */
  constructor(registry: Registry, names: Iterable<string>) {
    const registers = [registry];
    const counter = new PlainCounter({
      name: 'commercegraph_operations_total',
      help: 'Operations answered, by what came of them: ok, refused (the caller has to change something), partial (something failed, the rest is there), failed.',
      labelNames: ['operation', 'outcome'] as const,
      registers,
    });
    const histogram = new PlainHistogram({
      name: 'commercegraph_operation_duration_seconds',
      help: 'Time from taking an operation on to its answer.',
      labelNames: ['operation'] as const,
      buckets: operationSeconds,
      registers,
    });
    const errors = new PlainCounter({
      name: 'commercegraph_errors_total',
      help: 'Entries of `errors` in answers, by their code and by the provider they name.',
      labelNames: ['code', 'provider'] as const,
      registers,
    });
    const of = (operation: string) =>
      once(() => ({
        outcomes: Object.fromEntries(
          operationOutcomes.map((outcome) => [outcome, counter.series({ operation, outcome })]),
        ) as OfOneName['outcomes'],
        duration: histogram.series({ operation }),
      }));
    this.#names = new Map([...names].map((name) => [name, of(name)]));
    this.#other = of('other');
    // The share of failures is known from the start, before anything was asked.
    this.#other();
    this.#errors = new Map([
      ...Object.keys(providerErrors).flatMap((code) =>
        providerNames.map((provider) => [`${code} ${provider}`, errors.series({ code, provider })] as const),
      ),
      ...otherCodes.map((code) => [code, errors.series({ code, provider: 'none' })] as const),
    ]);
    this.#otherErrors = errors.series({ code: 'other', provider: 'none' });
  }

  /** The name as it may be shown: what is not in the list may be anything, a person's address among it. */
  shownName(name: string | null | undefined): string {
    return name !== null && name !== undefined && this.#names.has(name) ? name : 'other';
  }

  count(
    name: string | null | undefined,
    { outcome, durationMs }: { outcome: OperationOutcome; durationMs: number },
  ): void {
    const { outcomes, duration } = ((name && this.#names.get(name)) || this.#other)();
    outcomes[outcome].value += 1;
    duration.observe(durationMs / 1000);
  }

  countError({ code, provider }: CountedError): void {
    const key = typeof provider === 'string' ? `${String(code)} ${provider}` : String(code);
    (this.#errors.get(key) ?? this.#otherErrors).value += 1;
  }
}

/** @param data of the answer; undefined for none */
export function outcomeOf(
  data: Readonly<Record<string, unknown>> | null | undefined,
  errors: readonly CountedError[],
): OperationOutcome {
  if (errors.length === 0) return 'ok';
  if (!errors.some(({ code }) => faults.has(code))) return 'refused';
  return Object.values(data ?? {}).some((value) => value !== null) ? 'partial' : 'failed';
}

function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
