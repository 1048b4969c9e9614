import { setTimeout } from 'node:timers/promises';
import {
  type Context,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import { ExportResultCode, W3CTraceContextPropagator } from '@opentelemetry/core';
import { defaultResource, detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import {
  BasicTracerProvider,
  BatchSpanProcessor,
  ConsoleSpanExporter,
  type SpanExporter,
} from '@opentelemetry/sdk-trace-base';
import type { Logger } from 'pino';
import type { CallSpan } from '../../http/call-observer.js';
import type { TraceSettings } from './trace-settings.js';
import type { OperationEnd, OperationSpan, TracedOperation, Tracing } from './tracing.js';

/** How long the last spans may take to be sent. */
const longestCloseMs = 2000;

const propagator = new W3CTraceContextPropagator();
const getter = {
  keys: (carrier: Record<string, string>) => Object.keys(carrier),
  get: (carrier: Record<string, string>, key: string) => carrier[key],
};
const setter = {
  set: (carrier: Record<string, string>, key: string, value: string) => {
    carrier[key] = value;
  },
};

/**
 * Spans by OpenTelemetry. Nothing is registered for the whole process, so that gateways of one process keep apart, and no library is
 * instrumented: there is a span for each operation and one for each call, with attributes that are chosen here.
 *
 * @remarks The sampler, the limits of spans, the batches and the exporter's headers, timeout and compression are read by the SDK from
 * their own OTEL_… variables.
 */
export async function startTracing(settings: TraceSettings, log: Logger): Promise<Tracing> {
  const resource = defaultResource()
    .merge(resourceFromAttributes({ 'service.name': 'commercegraph' }))
    .merge(detectResources({ detectors: [envDetector] }))
    .merge(resourceFromAttributes({ ...(settings.serviceName !== null && { 'service.name': settings.serviceName }) }));
  const deliveries = new Deliveries(log);
  const provider = new BasicTracerProvider({
    resource,
    spanProcessors: [new BatchSpanProcessor(deliveries.of(await exporterFor(settings)))],
  });
  const tracer = provider.getTracer('commercegraph');
  return {
    beginOperation: (operation) => new TracedSpan(tracer, operation, settings.tellsProviders),
    close: async () => {
      // A collector that is away must not keep the gateway from closing.
      const patience = new AbortController();
      const isOver = setTimeout(longestCloseMs, true, { signal: patience.signal }).catch(() => false);
      const isLate = await Promise.race([
        provider.shutdown().then(
          () => false,
          () => false,
        ),
        isOver,
      ]);
      if (isLate) deliveries.note(true, new Error('no answer'));
      patience.abort();
    },
  };
}

async function exporterFor({ endpoint, protocol }: TraceSettings): Promise<SpanExporter> {
  if (endpoint === null) return new ConsoleSpanExporter();
  const { OTLPTraceExporter } =
    protocol === 'http/json'
      ? await import('@opentelemetry/exporter-trace-otlp-http')
      : await import('@opentelemetry/exporter-trace-otlp-proto');
  return new OTLPTraceExporter({ url: endpoint });
}

/** The SDK drops what it cannot send without a word: one line tells of it, and the next one when it fails again after it went well. */
class Deliveries {
  readonly #log: Logger;
  #isFailing = false;

  constructor(log: Logger) {
    this.#log = log;
  }

  note(hasFailed: boolean, error?: Error): void {
    if (hasFailed && !this.#isFailing) this.#log.warn({ err: error }, 'traces could not be sent');
    this.#isFailing = hasFailed;
  }

  of(exporter: SpanExporter): SpanExporter {
    return {
      export: (spans, done) =>
        exporter.export(spans, (result) => {
          this.note(result.code !== ExportResultCode.SUCCESS, result.error);
          done(result);
        }),
      shutdown: () => exporter.shutdown(),
      ...(exporter.forceFlush && { forceFlush: () => exporter.forceFlush?.() ?? Promise.resolve() }),
    };
  }
}

class TracedSpan implements OperationSpan {
  readonly #tracer: Tracer;
  readonly #span: Span;
  readonly #context: Context;
  readonly #tellsProviders: boolean;

  constructor(tracer: Tracer, { requestId, traceparent, tracestate }: TracedOperation, tellsProviders: boolean) {
    const carrier = { ...(traceparent !== null && { traceparent }), ...(tracestate !== null && { tracestate }) };
    const parent = propagator.extract(ROOT_CONTEXT, carrier, getter);
    this.#tracer = tracer;
    this.#tellsProviders = tellsProviders;
    this.#span = tracer.startSpan(
      'graphql',
      { kind: SpanKind.SERVER, attributes: { 'commercegraph.request_id': requestId } },
      parent,
    );
    this.#context = trace.setSpan(parent, this.#span);
  }

  beginCall({ provider, operation, method }: Parameters<OperationSpan['beginCall']>[0]): CallSpan {
    const span = this.#tracer.startSpan(
      `${provider} ${operation}`,
      {
        kind: SpanKind.CLIENT,
        attributes: {
          'commercegraph.provider': provider,
          'commercegraph.upstream.operation': operation,
          'http.request.method': method,
        },
      },
      this.#context,
    );
    return {
      headers: this.#tellsProviders ? headersOf(trace.setSpan(this.#context, span)) : null,
      end: (status, code) => {
        if (status !== null) span.setAttribute('http.response.status_code', status);
        if (code !== null) fail(span, code);
        span.end();
      },
    };
  }

  end({ name, kind, outcome, errorCodes }: OperationEnd): void {
    if (kind !== null) {
      this.#span.updateName(`${kind} ${name}`);
      this.#span.setAttribute('graphql.operation.type', kind);
    }
    this.#span.setAttribute('graphql.operation.name', name);
    this.#span.setAttribute('commercegraph.outcome', outcome);
    if (errorCodes.length > 0) this.#span.setAttribute('commercegraph.error_codes', [...errorCodes]);
    if (outcome === 'failed' || outcome === 'partial') fail(this.#span, errorCodes[0] ?? 'failed');
    this.#span.end();
  }
}

function headersOf(context: Context): Record<string, string> {
  const headers: Record<string, string> = {};
  propagator.inject(context, headers, setter);
  return headers;
}

/** The code alone: a message may quote a value. */
function fail(span: Span, code: string): void {
  span.setAttribute('error.type', code);
  span.setStatus({ code: SpanStatusCode.ERROR });
}
